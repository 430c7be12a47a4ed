import { type CarriedOver, carryOver } from '../../correct/carry-over.js';
import type { ArticleWork, SegmentWork } from '../../correct/work.js';
import { type PageArticle, plainTextOf } from '../../page-data.js';
import { countOf, element } from '../dom.js';

/** What can be done with work on another version of an article. */
export interface StaleActions {
  keep(segments: readonly SegmentWork[]): void;
  forget(segments: readonly SegmentWork[]): void;
}

/** Says that there is work on another version of an article, and offers what can be kept of it. */
export function createStalePanel(work: ArticleWork, article: PageArticle, { keep, forget }: StaleActions): HTMLElement {
  const { kept, done, lost } = carryOver(work, article);
  const button = (text: string, run: () => void): HTMLButtonElement => {
    const made = element('button', { type: 'button' }, text);
    made.addEventListener('click', run);
    return made;
  };
  return element(
    'section',
    { class: 'stale', 'aria-label': 'Work on another version' },
    element('p', {}, `This article has changed since you worked on it. ${inWords({ kept, done, lost })}`),
    lost.length === 0
      ? undefined
      : element(
          'ul',
          {},
          lost.map((each) => createLost(each, article)),
        ),
    element(
      'p',
      {},
      kept.length === 0
        ? undefined
        : button(`Keep ${countOf(kept.length, 'segment')}`, () => {
            keep(kept);
            // What has no place in the article stays, to be read.
            forget(work.segments.filter((each) => !lost.includes(each)));
          }),
      button(kept.length === 0 ? 'Forget this work' : 'Forget all of it', () => forget(work.segments)),
    ),
  );
}

function inWords({ kept, done, lost }: CarriedOver): string {
  const parts = [
    [kept, 'can be kept: source and target are as they were'],
    [done, 'is in the article now'],
    [lost, 'cannot be placed any more'],
  ] as const;
  return parts
    .filter(([segments]) => segments.length > 0)
    .map(([{ length }, what]) => `${countOf(length, 'segment')} ${length === 1 ? what : what.replace(/^is/, 'are')}.`)
    .join(' ');
}

/** What cannot be placed is there to be read, and copied. */
function createLost(
  { id, source, target, corrected, comment }: SegmentWork,
  { trgLang, dir }: PageArticle,
): HTMLElement {
  return element(
    'li',
    {},
    element('code', {}, id),
    ' ',
    element('span', { class: 'source' }, plainTextOf(source)),
    element('div', { lang: trgLang, dir: dir ?? 'ltr' }, plainTextOf(corrected ?? target)),
    comment === undefined ? undefined : element('div', { class: 'comment', dir: 'auto' }, comment),
  );
}
