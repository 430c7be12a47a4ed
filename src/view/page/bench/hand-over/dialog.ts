import { faultOf } from '../../../correct/fault.js';
import { isHandedChange, toTmx, toXliff } from '../../../correct/hand-over/hand-over.js';
import type { ArticleWork } from '../../../correct/work.js';
import { byId, count, countOf, element, openDialog, replaceChildren } from '../../dom.js';
import { linkTo } from '../../links.js';
import type { Store } from '../../store/store.js';
import type { Works } from '../works.js';
import { collectCurrent, withSameSources } from './collect.js';
import { download } from './download.js';
import { readBackInto, watchDrops } from './read-back.js';

export interface HandOver {
  /** There is more work, or less. */
  update(): void;
}

export interface HandOverOptions {
  readonly store: Store;
  readonly works: Works;
  /** Closes the target that is open: a file may have work on it. */
  leave(): void;
  /** Shows work anew that came from a file. */
  redress(): void;
}

/** The button that hands work over, and its dialogue. */
export function startHandOver({ store, works, leave, redress }: HandOverOptions): HandOver {
  const button = element('button', { type: 'button', id: 'hand-over', 'aria-haspopup': 'dialog' }, 'Hand over');
  const list = element('ul', { class: 'handed' });
  const note = element('p', { role: 'status' });
  const formats = element('p', { class: 'bench-bar' });
  const close = element('button', { type: 'button' }, 'Close');
  const chooser = element('input', {
    type: 'file',
    accept: '.xlf,.xliff,.tmx',
    multiple: true,
    hidden: true,
    'aria-label': 'Read back',
  });
  const back = createButton('Read back…', () => chooser.click());
  const dialog = element(
    'dialog',
    { id: 'hand-over-dialog', 'aria-labelledby': 'hand-over-title' },
    element('h2', { id: 'hand-over-title', tabindex: -1 }, 'Hand over'),
    element(
      'p',
      {},
      'Your work stays in this browser. Merge one of these files into the articles: ',
      element('code', {}, 'sspr-tm merge'),
      '.',
    ),
    list,
    formats,
    note,
    element('p', { class: 'bench-bar' }, back, close),
    chooser,
  );
  byId('theme', HTMLButtonElement).before(button);
  document.body.append(dialog);
  close.addEventListener('click', () => dialog.close());
  // What a link leads to is behind the dialogue.
  list.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('a') !== null) dialog.close();
  });

  /** `said`: what is known of files that were read back. */
  const show = (said?: string): void => {
    note.textContent = 'Looking…';
    formats.replaceChildren();
    list.replaceChildren();
    collectCurrent(store, works.all(), ({ current, others }) => {
      note.textContent = [said ?? '', others.length === 0 ? '' : inOtherVersions(others)].join(' ').trim();
      replaceChildren(list, current.map(createItem));
      if (current.length === 0) {
        note.textContent ||= 'Nothing was corrected yet: open a target by a click, or Enter.';
        return;
      }
      for (const [language, articles] of byLanguage(current)) {
        const name = language === undefined ? '' : ` (${language})`;
        formats.append(
          createButton(`XLIFF 2.0${name}`, () =>
            download(
              `${nameOf(store, language)}.xlf`,
              'application/xliff+xml',
              toXliff(articles, store.srcLang, language),
            ),
          ),
        );
      }
      formats.append(
        createButton('TMX', () => {
          note.textContent = 'Looking for the same sources…';
          withSameSources(store, current, (articles) => {
            note.textContent = '';
            download(`${nameOf(store)}.tmx`, 'application/xml', toTmx(articles, store.srcLang));
          });
        }),
      );
    });
    if (!dialog.open) openDialog(dialog);
  };
  button.addEventListener('click', () => show());
  const take = async (files: readonly File[]): Promise<void> => {
    if (files.length === 0) return;
    leave();
    const said: string[] = [];
    for (const file of files) said.push(`${file.name}: ${await readBackInto(store, works, file)}`);
    redress();
    show(said.join(' '));
  };
  chooser.addEventListener('change', () => {
    void take([...(chooser.files ?? [])]);
    chooser.value = '';
  });
  watchDrops((files) => void take(files));
  const update = (): void => {
    const number = works.all().reduce((sum, { segments }) => sum + segments.length, 0);
    button.textContent = number === 0 ? 'Hand over' : `Hand over (${count(number)})`;
  };
  update();
  return { update };
}

function createButton(text: string, run: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button' }, text);
  made.addEventListener('click', run);
  return made;
}

function createItem(work: ArticleWork): HTMLElement {
  const { segments } = work;
  const counts = [
    [segments.filter(isHandedChange).length, 'changed'],
    [segments.filter(({ status }) => status === 'confirmed').length, 'confirmed'],
    [segments.filter(({ status }) => status === 'rejected').length, 'rejected'],
    [segments.filter(({ comment }) => comment !== undefined).length, 'with a comment'],
    [segments.filter((each) => faultOf(each) !== undefined).length, 'as a note only: they cannot be written'],
  ] as const;
  const words = counts.filter(([number]) => number > 0).map(([number, what]) => `${count(number)} ${what}`);
  return element('li', {}, linkTo({ article: work.path }, work.path), ` ${words.join(', ')}`);
}

function inOtherVersions(others: readonly ArticleWork[]): string {
  const number = others.reduce((sum, { segments }) => sum + segments.length, 0);
  return `${countOf(number, 'segment')} of other versions: not handed over. Open the article to see them: ${others.map(({ path }) => path).join(', ')}.`;
}

function byLanguage(articles: readonly ArticleWork[]): ReadonlyMap<string | undefined, readonly ArticleWork[]> {
  const languages = new Map<string | undefined, ArticleWork[]>();
  for (const article of articles) {
    const known = languages.get(article.trgLang);
    if (known === undefined) languages.set(article.trgLang, [article]);
    else known.push(article);
  }
  return languages;
}

/** A name that any file system takes. */
function nameOf({ title }: Store, language?: string): string {
  const name = title.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[-.]+|[-.]+$/g, '') || 'articles';
  return `${name}.corrected${language === undefined ? '' : `.${language}`}`;
}
