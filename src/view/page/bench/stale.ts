import { type CarriedOver, carryOver } from '../../correct/carry-over.js';
import type { ArticleWork, SegmentWork } from '../../correct/work.js';
import { type PageArticle, plainTextOf } from '../../page-data.js';
import { countOf, element } from '../dom.js';

/** What can be done with work on another version of an article. */
export interface StaleActions {
  /** The work that there is on a segment of the article as it is now. */
  workOn(id: string): SegmentWork | undefined;
  keep(segments: readonly SegmentWork[]): void;
  forget(segments: readonly SegmentWork[]): void;
}

/** Says that there is work on another version of an article, and offers what can be kept of it. */
export function createStalePanel(
  work: ArticleWork,
  article: PageArticle,
  { workOn, keep, forget }: StaleActions,
): HTMLElement {
  const carry = (): CarriedOver => carryOver(work, article, workOn);
  const carried = carry();
  const { kept } = carried;
  const left = leftOf(work, carried);
  const button = (text: string, run: () => void): HTMLButtonElement => {
    const made = element('button', { type: 'button' }, text);
    made.addEventListener('click', run);
    return made;
  };
  return element(
    'section',
    { class: 'stale', 'aria-label': 'Work on another version' },
    element('p', {}, `This article has changed since you worked on it. ${inWords(carried)}`),
    left.size === 0
      ? undefined
      : element(
          'ul',
          {},
          [...left].map((each) => createLeft(each, article)),
        ),
    element(
      'p',
      {},
      kept.length === 0
        ? undefined
        : button(`Keep ${countOf(kept.length, 'segment')}`, () => {
            // Segments may have been worked on since this was shown.
            const now = carry();
            keep(now.kept);
            const staying = leftOf(work, now);
            forget(work.segments.filter((each) => !staying.has(each)));
          }),
      button(kept.length === 0 ? 'Forget this work' : 'Forget all of it', () => forget(work.segments)),
    ),
  );
}

/** What is not kept stays, to be read, until it is forgotten on purpose. */
function leftOf({ segments }: ArticleWork, { covered, lost }: CarriedOver): ReadonlySet<SegmentWork> {
  const left = new Set([...covered, ...lost]);
  return new Set(segments.filter((each) => left.has(each)));
}

function inWords({ kept, done, covered, lost }: CarriedOver): string {
  const parts = [
    [kept, 'can be kept: source and target are as they were'],
    [done, 'is in the article now, or kept'],
    [covered, 'has other work by now, which stays'],
    [lost, 'cannot be placed any more'],
  ] as const;
  return parts
    .filter(([segments]) => segments.length > 0)
    .map(
      ([{ length }, what]) =>
        `${countOf(length, 'segment')} ${length === 1 ? what : what.replace(/^is/, 'are').replace(/^has/, 'have')}.`,
    )
    .join(' ');
}

/** What is not kept is there to be read, and copied. */
function createLeft(
  { id, source, target, corrected, status, comment }: SegmentWork,
  { trgLang, dir }: PageArticle,
): HTMLElement {
  return element(
    'li',
    {},
    element('code', {}, id),
    ' ',
    element('span', { class: 'source' }, plainTextOf(source)),
    element('div', { lang: trgLang, dir: dir ?? 'ltr' }, plainTextOf(corrected ?? target)),
    status === undefined ? undefined : element('span', { class: `status ${status}` }, status),
    comment === undefined ? undefined : element('div', { class: 'comment', dir: 'auto' }, comment),
  );
}
