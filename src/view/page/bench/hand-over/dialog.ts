import { toTmx, toXliff } from '../../../correct/hand-over/hand-over.js';
import type { ArticleWork } from '../../../correct/work.js';
import { byId, count, countOf, element, openDialog, replaceChildren } from '../../dom.js';
import type { Store } from '../../store/store.js';
import type { Works } from '../works.js';
import { createChoice } from './choice.js';
import { collectCurrent, withSameSources } from './collect.js';
import { download } from './download.js';
import { readBackInto, watchDrops } from './read-back.js';

export interface HandOver {
  /** There is work on so many segments now. */
  update(segments: number): void;
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
  const list = element('div');
  const note = element('p', { role: 'status' });
  const formats = element('p', { class: 'bench-bar', id: 'hand-over-formats' });
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
      'Your work stays in this browser. Merge one of these files into the articles, or their folder: ',
      element('code', {}, 'sspr-tm merge ARTICLES FILE -o merged'),
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

  /** Makes the buttons that hand over articles. `all`: so many there are. */
  const offer = (chosen: readonly ArticleWork[], all: number): void => {
    // One of several has a name of its own.
    const [only] = chosen.length === 1 && all > 1 ? chosen : [];
    const nameOf = (language?: string): string => fileNameOf(only?.path ?? store.title, language);
    // `merge` knows the entries of a memory by their texts only.
    const documents = chosen.filter(({ segments }) => !segments.some(({ entry }) => entry));
    const buttons = [...byLanguage(documents)].map(([language, articles]) =>
      createButton(`XLIFF 2.0${language === undefined ? '' : ` (${language})`}`, () =>
        download(`${nameOf(language)}.xlf`, 'application/xliff+xml', toXliff(articles, store.srcLang, language)),
      ),
    );
    const tmx = createButton('TMX', () => {
      note.textContent = 'Looking for the same sources…';
      withSameSources(store, chosen, (articles) => {
        note.textContent = '';
        download(`${nameOf()}.tmx`, 'application/xml', toTmx(articles, store.srcLang));
      });
    });
    replaceChildren(formats, chosen.length === 0 ? ['No article is chosen.'] : [...buttons, tmx]);
  };
  /** `said`: what is known of files that were read back. */
  const show = (said?: string): void => {
    note.textContent = 'Looking…';
    formats.replaceChildren();
    list.replaceChildren();
    collectCurrent(store, works.all(), ({ current, others }) => {
      note.textContent = [said ?? '', others.length === 0 ? '' : inOtherVersions(others)].join(' ').trim();
      if (current.length === 0) {
        note.textContent ||= 'Nothing was corrected yet: open a target by a click, or Enter.';
        return;
      }
      const choice = createChoice(current, () => offer(choice.chosen(), current.length));
      list.replaceChildren(choice.root);
      offer(current, current.length);
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
  const update = (number: number): void => {
    button.textContent = number === 0 ? 'Hand over' : `Hand over (${count(number)})`;
  };
  return { update };
}

function createButton(text: string, run: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button' }, text);
  made.addEventListener('click', run);
  return made;
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

/** A name that any file system takes: of a page by its title, of an article by its path. */
function fileNameOf(title: string, language: string | undefined): string {
  const name = title.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[-.]+|[-.]+$/g, '') || 'articles';
  return `${name}.corrected${language === undefined ? '' : `.${language}`}`;
}
