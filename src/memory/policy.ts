import type { TranslationType } from '../model/article.js';

/** Which translations of a source stay. */
export type Policy = 'best' | 'latest' | 'distinct' | 'all';

/** What a policy looks at. */
export interface Candidate {
  /** A human translated it, in one of its places at least. */
  readonly type: TranslationType | undefined;
  /** The last hand-off that had it, YYYYMMDD; 0: not known, which is earlier than any. */
  readonly last: number;
  /** In how many places it stands. */
  readonly count: number;
  /** The first of them: the path, and the id of the pair. Both are empty where none is known: that comes last. */
  readonly path: string;
  readonly id: string;
  /** The text, which decides where nothing else does. */
  readonly text: () => string;
}

/** Compares two candidates; the better one is the smaller. 0: they are the same. */
type Order<T = Candidate> = (a: T, b: T) => number;

const byHuman: Order<Pick<Candidate, 'type'>> = (a, b) => Number(b.type === 'ht') - Number(a.type === 'ht');
const byLast: Order<Pick<Candidate, 'last'>> = (a, b) => b.last - a.last;
const byCount: Order = (a, b) => b.count - a.count;
const byPlace: Order = (a, b) => comparePlaces(a, b);
const byText: Order = (a, b) => compareCodePoints(a.text(), b.text());
/** One of which something is known comes first. */
const byKnown: Order = (a, b) => Number(b.type !== undefined) - Number(a.type !== undefined);

/** What decides, one after the other. */
const orders: Readonly<Record<'best' | 'latest', readonly Order[]>> = {
  best: [byHuman, byLast, byCount, byPlace, byText, byKnown],
  latest: [byLast, byHuman, byCount, byPlace, byText, byKnown],
};

/** Compares two translations by who translated, and when: all that a memory says of one that was replaced. */
export function compareKnown(
  a: Pick<Candidate, 'type' | 'last'>,
  b: Pick<Candidate, 'type' | 'last'>,
  policy: Policy,
): number {
  return policy === 'latest' ? byLast(a, b) || byHuman(a, b) : byHuman(a, b) || byLast(a, b);
}

/**
 * The translations that stay of all those of a source into one language, the best first; the others are what it replaced.
 * Total: of one set the same are chosen, whatever their order.
 *
 * | | `best` | `latest` |
 * | --- | --- | --- |
 * | 1 | human before machine translation, or one of which nothing is known | the later hand-off |
 * | 2 | the later hand-off | human before any other |
 * | 3 | more places | more places |
 * | 4 | the first place, by path and id | the first place |
 * | 5 | the text | the text |
 * | 6 | one of which something is known | the same |
 *
 * `distinct` and `all` keep all of them, in the order of `best`.
 */
export function choose<T extends Candidate>(
  candidates: readonly T[],
  policy: Policy,
): { readonly kept: readonly T[]; readonly replaced: readonly T[] } {
  if (candidates.length < 2) return { kept: candidates, replaced: [] };
  const order = orders[policy === 'latest' ? 'latest' : 'best'];
  const sorted = [...candidates].sort((a, b) => {
    for (const compare of order) {
      const found = compare(a, b);
      if (found !== 0) return found;
    }
    return 0;
  });
  if (policy === 'distinct' || policy === 'all') return { kept: sorted, replaced: [] };
  return { kept: sorted.slice(0, 1), replaced: sorted.slice(1) };
}

/** Compares places by path and id, in the order of their characters; one that is not known comes last. */
export function comparePlaces(a: Pick<Candidate, 'path' | 'id'>, b: Pick<Candidate, 'path' | 'id'>): number {
  if (a.path === b.path) return a.id === b.id ? 0 : compareCodePoints(a.id, b.id);
  if (a.path === '' || b.path === '') return a.path === '' ? 1 : -1;
  return compareCodePoints(a.path, b.path);
}

/** Halves of pairs come before U+E000 to U+FFFF as code units, and after them as characters. */
function rankOf(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}

/** Compares texts in the order of their code points, which is that of their bytes in UTF-8. */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) {
    const [one, other] = [a.charCodeAt(at), b.charCodeAt(at)];
    if (one !== other) return rankOf(one) - rankOf(other);
  }
  return a.length - b.length;
}
