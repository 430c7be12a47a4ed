import type { PageArticle } from '../page-data.js';
import { isSame } from './edit/pieces.js';
import { type ArticleWork, noWork, type SegmentWork } from './work.js';

/** What becomes of work on an earlier version of an article. */
export interface CarriedOver {
  /** Work on segments whose source and target are what they were: it is as good as before. */
  readonly kept: readonly SegmentWork[];
  /** Corrections that the article has now, and work that has been kept already. */
  readonly done: readonly SegmentWork[];
  /** Work on segments that have other work by now: that stays, and this one beside it. */
  readonly covered: readonly SegmentWork[];
  /** Work on segments that are not there any more, or whose target is another one now. */
  readonly lost: readonly SegmentWork[];
}

/**
 * Finds the segments of work in an article as it is now: by the id and the source, else by the source alone. `workOn`: the
 * work that there is on a segment, by its id.
 */
export function carryOver(
  { segments }: ArticleWork,
  article: PageArticle,
  workOn: (id: string) => SegmentWork | undefined = () => undefined,
): CarriedOver {
  const kept: SegmentWork[] = [];
  const covered: SegmentWork[] = [];
  const done: SegmentWork[] = [];
  const lost: SegmentWork[] = [];
  const entries = article.units.flatMap((unit) => unit.segments.map((segment) => ({ unit, segment })));
  const taken = new Set<string>();
  for (const work of segments) {
    const same = entries.filter(({ segment }) => isSame(segment.source, work.source) && !taken.has(segment.id));
    const { id, corrected, target } = work;
    const entry =
      same.find(({ segment }) => segment.id === id) ??
      same.find(({ segment }) => isSame(segment.target, target)) ??
      same.find(({ segment }) => isSame(segment.target, corrected ?? target));
    if (entry === undefined) {
      lost.push(work);
      continue;
    }
    const { unit, segment } = entry;
    if (corrected !== undefined && isSame(segment.target, corrected)) done.push(work);
    else if (isSame(segment.target, target)) {
      taken.add(segment.id);
      const { status, comment } = work;
      const other = workOn(segment.id);
      const own = {
        ...noWork(unit, segment),
        ...(corrected === undefined ? {} : { corrected }),
        ...(status === undefined ? {} : { status }),
        ...(comment === undefined ? {} : { comment }),
      };
      if (other === undefined) kept.push(own);
      else if (isSameWork(own, other)) done.push(work);
      else covered.push(work);
    } else lost.push(work);
  }
  return { kept, done, covered, lost };
}

function isSameWork(one: SegmentWork, other: SegmentWork): boolean {
  return (
    one.status === other.status &&
    one.comment === other.comment &&
    (one.corrected === undefined) === (other.corrected === undefined) &&
    isSame(one.corrected ?? '', other.corrected ?? '')
  );
}
