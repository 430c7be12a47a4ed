import { mix } from '../shape/word-hash.js';
import { type Hits, highestFuzzy, mostDistance, surest } from './bounds.js';
import { Buckets } from './buckets.js';
import type { Groups } from './groups.js';

/** What tells groups apart that are equally near: what their sources have besides words, and which is better. */
export interface Traits {
  /** What is taken off where the codes of a text are others, and its numbers. */
  readonly codesPenalty: number;
  readonly numbersPenalty: number;
  /** What is taken off any of its scores at least. */
  penaltyOf(group: number): number;
  /** Gives the codes and the numbers of each of its sources, as hashes. */
  eachOf(group: number, give: (codes: number, numbers: number) => void): void;
  /** The better one is the smaller: of two with one score, the worse one comes after it. */
  compare(group: number, other: number): number;
}

/** How a list of texts is chosen: those with the same codes, or numbers, or both, or all. */
const choices = [
  { sameCodes: true, sameNumbers: true },
  { sameCodes: true, sameNumbers: false },
  { sameCodes: false, sameNumbers: true },
  { sameCodes: false, sameNumbers: false },
];

/** A text that is looked for. */
export interface CrowdQuery {
  readonly count: number;
  readonly codes: number;
  readonly numbers: number;
  /** How many of its words nothing knows. They are the rarest. */
  readonly unknowns: number;
  /** The lists of its other words, the rarest first; -1 where a list is short, and was read already. */
  readonly lists: readonly number[];
}

/** What is done with what is found. */
export interface CrowdTaker {
  /** Whether a member may be so near, by its signature. */
  readonly isNear: (member: number, score: number) => boolean;
  readonly take: (member: number) => void;
  /** The longest text that may have a score, whose so many rarest words are others. */
  readonly longestWith: (score: number, rank: number) => number;
}

/**
 * The long lists of an index of rare words, once more: by what is taken off the score of their texts, and in an order that
 * says which of them wins a tie. So of thousands that are equally near, few are looked at: as soon as as many are found as
 * are asked for, those that come later in a list have to be nearer. What is found from {@link surest} on is the same.
 */
export class Crowds {
  /** Members of the index, by length, the best ones of a length first. */
  private readonly ordered: Int32Array;
  private readonly groupOf: (member: number) => number;
  private readonly groups: Groups;
  private readonly traits: Traits;
  /** All there are: lists are kept apart by them. */
  private readonly penalties: readonly number[];
  /** By list and choice: places in {@link ordered}. */
  private readonly buckets: Buckets;

  /** `lists`: each with its members. */
  constructor(
    groups: Groups,
    traits: Traits,
    {
      groupOf,
      lists,
    }: {
      readonly groupOf: (member: number) => number;
      readonly lists: ReadonlyMap<number, Readonly<Int32Array>>;
    },
  ) {
    this.groups = groups;
    this.traits = traits;
    this.groupOf = groupOf;
    const own = new Map<number, number[]>();
    for (const [list, members] of lists) {
      for (const member of members) {
        const known = own.get(member);
        if (known === undefined) own.set(member, [list]);
        else if (!known.includes(list)) known.push(list);
      }
    }
    const lengthOf = (member: number): number => groups.lengthOf(groupOf(member));
    this.ordered = Int32Array.from(own.keys()).sort(
      (a, b) => lengthOf(a) - lengthOf(b) || traits.compare(groupOf(a), groupOf(b)) || a - b,
    );
    const penalties: number[] = [];
    const keys: number[] = [];
    const items: number[] = [];
    for (const [place, member] of this.ordered.entries()) {
      const group = groupOf(member);
      const penalty = traits.penaltyOf(group);
      if (!penalties.includes(penalty)) penalties.push(penalty);
      const kinds = kindsOf(traits, group, penalty);
      for (const list of own.get(member) ?? []) {
        for (const kind of kinds) {
          keys.push(mix(list, kind, 0));
          items.push(place);
        }
      }
    }
    this.penalties = penalties.sort((a, b) => a - b);
    this.buckets = new Buckets(Int32Array.from(keys), Int32Array.from(items), {
      count: keys.length,
      load: 2,
      keepsHashes: true,
    });
  }

  /** Gives all members of the lists that may have the score that is wanted. */
  search(query: CrowdQuery, hits: Hits, taker: CrowdTaker): void {
    const { codesPenalty, numbersPenalty } = this.traits;
    for (const [at, list] of query.lists.entries()) {
      if (list < 0) continue;
      for (const penalty of this.penalties) {
        for (const [choice, { sameCodes, sameNumbers }] of choices.entries()) {
          const off = penalty + (sameCodes ? 0 : codesPenalty) + (sameNumbers ? 0 : numbersPenalty);
          const key = mix(list, kindOf(choice, penalty, query.codes, query.numbers), 0);
          if (this.buckets.mayHave(key))
            this.scan(key, { rank: query.unknowns + at, off, count: query.count }, hits, taker);
        }
      }
    }
  }

  /** `rank`: how many of the rarest words the texts of the list have not; `off`: what is taken off their scores. */
  private scan(
    key: number,
    { rank, off, count }: { readonly rank: number; readonly off: number; readonly count: number },
    hits: Hits,
    { isNear, take, longestWith }: CrowdTaker,
  ): void {
    const { buckets, ordered, groupOf, groups } = this;
    const end = buckets.endOf(key);
    /** The length of texts of which none wins a tie any more, with the bound that this is true of. */
    let tied = -1;
    let tiedBound = -1;
    for (let at = buckets.startOf(key); at < end; at++) {
      if (buckets.hashes?.[at] !== key) continue;
      const lowest = Math.max(hits.bound, surest) + off;
      if (lowest > highestFuzzy || rank > mostDistance(lowest, count)) return;
      const member = ordered[buckets.items[at] as number] as number;
      const group = groupOf(member);
      const length = groups.lengthOf(group);
      if (length > longestWith(lowest, rank)) return;
      if (length < count - mostDistance(lowest, count)) {
        at = this.firstFrom(count - mostDistance(lowest, count), at, end) - 1;
        continue;
      }
      const { bound } = hits;
      if ((tied !== length || tiedBound !== bound) && bound >= surest) {
        tied = hits.wins(group) ? -1 : length;
        tiedBound = bound;
      }
      const wanted = tied === length ? lowest + 1 : lowest;
      const isOut =
        wanted > highestFuzzy ||
        rank > mostDistance(wanted, count) ||
        length < count - mostDistance(wanted, count) ||
        length > longestWith(wanted, rank);
      if (isOut) at = this.firstFrom(length + 1, at, end) - 1;
      else if (isNear(member, wanted)) take(member);
    }
  }

  /** The first item of a stretch whose text is not shorter. */
  private firstFrom(shortest: number, start: number, end: number): number {
    const { buckets, ordered, groupOf, groups } = this;
    let low = start;
    let high = end;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const member = ordered[buckets.items[middle] as number] as number;
      if (groups.lengthOf(groupOf(member)) < shortest) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** All choices that a group belongs to, each once. */
function kindsOf(traits: Traits, group: number, penalty: number): ReadonlySet<number> {
  const kinds = new Set<number>();
  traits.eachOf(group, (codes, numbers) => {
    for (let choice = 0; choice < choices.length; choice++) kinds.add(kindOf(choice, penalty, codes, numbers));
  });
  return kinds;
}

function kindOf(choice: number, penalty: number, codes: number, numbers: number): number {
  const { sameCodes, sameNumbers } = choices[choice] as (typeof choices)[number];
  return mix(mix(choice, penalty, sameCodes ? codes : 0), 0, sameNumbers ? numbers : 0);
}
