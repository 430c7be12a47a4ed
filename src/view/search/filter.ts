import type { TranslationType } from '../../model/article.js';
import type { Severity } from '../../model/diagnostics/diagnostic.js';
import type { PageFinding } from '../page-data.js';
import type { PageIndex } from '../page-index.js';
import type { Query } from './query.js';

/** Which segments are wanted. */
export interface Filter extends Query {
  readonly type: TranslationType | 'unknown' | '';
  /** A severity, the code of a finding, or `any`. Empty: those without findings, too. */
  readonly finding: string;
  /** Only those whose target is another one in the document with changes, whether it is taken or not. */
  readonly changed: boolean;
  /** Only those that somebody worked on in this browser: {@link createGate} has to know which. */
  readonly worked: boolean;
}

/** The filter that lets everything through. */
export const noFilter: Filter = {
  text: '',
  way: 'words',
  side: 'both',
  type: '',
  finding: '',
  changed: false,
  worked: false,
};

/** The number of the first segment of each article, over all articles; and how many there are. */
export function segmentStarts({ articles }: PageIndex): readonly number[] {
  const starts: number[] = [];
  let start = 0;
  for (const { segments } of articles) {
    starts.push(start);
    start += segments;
  }
  starts.push(start);
  return starts;
}

/** The article that a segment belongs to, by its number. */
export function articleAt(starts: readonly number[], segment: number): number {
  let low = 0;
  let high = starts.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= segment) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * Says of segments, by their numbers, whether a filter lets them through, whatever their texts are. `worked`: those that
 * somebody worked on.
 */
export function createGate(
  index: PageIndex,
  starts: readonly number[],
  filter: Filter,
  worked?: ReadonlySet<number>,
): (segment: number) => boolean {
  if (filter.worked) {
    const isOpen = createGate(index, starts, { ...filter, worked: false });
    return (segment) => worked?.has(segment) === true && isOpen(segment);
  }
  const needsMark = filter.finding !== '' || filter.changed;
  if (!needsMark && filter.type === '') return () => true;
  const open = new Uint8Array(starts.at(-1) ?? 0);
  const isWanted = index.marks.map(
    ({ kinds, changed }) =>
      (!filter.changed || changed === true) &&
      (filter.finding === '' || kinds.some((kind) => isWantedKind(index, kind, filter.finding))),
  );
  index.articles.forEach(({ type, segments, marked = [] }, article) => {
    if (filter.type !== '' && filter.type !== (type ?? 'unknown')) return;
    const start = starts[article] ?? 0;
    if (!needsMark) open.fill(1, start, start + segments);
    else {
      for (let at = 0; at < marked.length; at += 2) {
        if (isWanted[marked[at + 1] ?? -1] === true) open[start + (marked[at] ?? 0)] = 1;
      }
    }
  });
  return (segment) => open[segment] === 1;
}

/** Whether a finding is of a kind that a filter names, by the place of the kind. */
export function isWantedKind({ kinds }: PageIndex, kind: number, wanted: string): boolean {
  const known = kinds[kind];
  return known !== undefined && isWantedFinding(known, wanted);
}

/** Whether a filter lets everything through. */
export function isEmpty({ text, type, finding, changed, worked }: Filter): boolean {
  return text.trim() === '' && type === '' && finding === '' && !changed && !worked;
}

const severities: readonly Severity[] = ['error', 'warning', 'info'];

/** Whether a finding is one that a filter names: by its severity, its code, or `any`. */
export function isWantedFinding({ code, severity }: Pick<PageFinding, 'code' | 'severity'>, wanted: string): boolean {
  if (wanted === 'any') return true;
  return (severities.some((known) => known === wanted) ? severity : code) === wanted;
}
