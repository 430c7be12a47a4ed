import { roomFor } from '../shape/room.js';
import type { Shape } from '../shape/shape.js';
import { type Hits, mostDistance, surest } from './bounds.js';
import { Buckets, sizeFor } from './buckets.js';
import { Crowds, type Traits } from './crowds.js';
import { type Effort, itemCosts } from './effort.js';
import { areNear, Elements, setSignature, signatureWidth } from './elements.js';
import type { Groups } from './groups.js';

/** Which lists are long, and what tells the texts in them apart. */
export interface CrowdOptions {
  readonly crowd: number;
  readonly traits: Traits;
}

/** Which texts are asked for. */
interface Wanted {
  /** Their words. */
  readonly shape: Pick<Shape, 'words' | 'count' | 'codes' | 'numbers'>;
  readonly hits: Hits;
  readonly effort: Effort;
  /** The score that a text has to have now. Below `surest`, only some of those that have it are given. */
  readonly score: () => number;
  /** A text that may have it; some come several times. */
  readonly take: (group: number) => void;
}

/**
 * Finds all texts within a distance by their rarest words. Where two texts have a distance, each has no more words that the
 * other has not; so one of its rarest words, one more than that, is one of the rarest of the other. A signature of all
 * words sorts out most of what has one in common by chance.
 */
export class RareIndex {
  private readonly groups: Groups;
  private readonly elements = new Elements();
  /** How often each element stands in all texts, by hash. */
  private readonly frequencies: Int32Array;
  /** Numbers of {@link members} by elements; of one element in the order of their lengths. */
  private readonly buckets: Buckets;
  /** By length. */
  private readonly members: Int32Array;
  private readonly signatures: Int32Array;
  private readonly signature = new Int32Array(signatureWidth);
  private readonly crowd: number;
  /** Made when it is needed for the first time: hardly any memory has as many texts that are like each other. */
  private crowds: Crowds | undefined;
  private readonly options: CrowdOptions | undefined;
  private order = new Float64Array(64);

  /** `members`: the texts that it is of. */
  constructor(groups: Groups, members: readonly number[], options?: CrowdOptions) {
    this.groups = groups;
    this.members = Int32Array.from(members).sort((a, b) => groups.lengthOf(a) - groups.lengthOf(b) || a - b);
    let total = 0;
    let words = 0;
    for (const group of this.members) {
      const length = groups.lengthOf(group);
      words += length;
      total += mostDistance(surest, length) + 1;
    }
    this.frequencies = new Int32Array(Math.min(sizeFor(words), 1 << 20));
    const mask = this.frequencies.length - 1;
    for (const group of this.members) {
      const { hashes, count } = this.elementsOf(group);
      for (let at = 0; at < count; at++) {
        const place = (hashes[at] as number) & mask;
        this.frequencies[place] = (this.frequencies[place] as number) + 1;
      }
    }
    this.signatures = roomFor(this.members.length * signatureWidth);
    const keys = new Int32Array(total);
    const items = new Int32Array(total);
    let count = 0;
    for (const [member, group] of this.members.entries()) {
      const length = groups.lengthOf(group);
      const own = this.elementsOf(group);
      const order = this.rarest(own);
      const most = Math.min(order.length, mostDistance(surest, length) + 1);
      for (let at = 0; at < most; at++) {
        keys[count] = hashIn(order[at] as number);
        items[count++] = member;
      }
      setSignature(this.signatures, member * signatureWidth, own);
    }
    this.buckets = new Buckets(keys, items, { count, load: 2 });
    this.crowd = options?.crowd ?? Number.POSITIVE_INFINITY;
    this.options = options;
  }

  /** Gives the texts that may have a score with a text. */
  search({ shape, hits, effort, score, take }: Wanted): void {
    const { words, count } = shape;
    if (!this.hasLength(count, score())) return;
    const { elements, buckets, members, groups, signature, signatures, crowd } = this;
    elements.set(words, 0, count);
    const order = this.rarest(elements);
    signature.fill(0);
    setSignature(signature, 0, elements);
    const { items } = buckets;
    const { unknowns } = elements;
    let isCut = false;
    // Words that are not known are the rarest of all.
    ranks: for (let rank = unknowns; rank < unknowns + order.length; rank++) {
      const wanted = score();
      if (rank > mostRank(wanted, count)) break;
      const own = mostDistance(wanted, count);
      const shortest = count - own;
      const longest = longestWith(wanted, count, rank);
      const hash = hashIn(order[rank - unknowns] as number);
      const end = buckets.endOf(hash);
      const isLong = end - buckets.startOf(hash) > crowd;
      for (let item = this.firstFrom(shortest, buckets.startOf(hash), end); item < end; item++) {
        if (isLong && !effort.item(itemCosts.word)) {
          isCut = true;
          break;
        }
        const member = items[item] as number;
        const group = members[member] as number;
        const length = groups.lengthOf(group);
        if (length > longest) break;
        const most = length > count ? mostDistance(wanted, length) : own;
        const shared = Math.max(length, count) - most;
        const mostOwn = count - shared - unknowns;
        if (!areNear(signature, signatures, member * signatureWidth, mostOwn, length - shared)) continue;
        take(group);
        // All that are as near have one of the words before.
        if (rank > mostRank(score(), count)) break ranks;
      }
    }
    if (!isCut || this.options === undefined) return;
    this.crowds ??= this.collectCrowds(this.options);
    const lists = Array.from(order, (element) => {
      const hash = hashIn(element);
      return buckets.endOf(hash) - buckets.startOf(hash) > crowd ? hash & buckets.mask : -1;
    });
    this.crowds.search({ count, codes: shape.codes, numbers: shape.numbers, unknowns, lists }, hits, {
      isNear: (member, wanted) => {
        const length = groups.lengthOf(members[member] as number);
        const shared = Math.max(length, count) - mostDistance(wanted, Math.max(length, count));
        const at = member * signatureWidth;
        return areNear(signature, signatures, at, count - shared - unknowns, length - shared);
      },
      take: (member) => take(members[member] as number),
      longestWith: (wanted, rank) => longestWith(wanted, count, rank),
    });
  }

  private collectCrowds({ crowd, traits }: CrowdOptions): Crowds {
    const { buckets, members } = this;
    const lists = new Map<number, Int32Array>();
    for (let list = 0; list <= buckets.mask; list++) {
      const start = buckets.startOf(list);
      const end = buckets.endOf(list);
      if (end - start > crowd) lists.set(list, buckets.items.subarray(start, end));
    }
    return new Crowds(this.groups, traits, { groupOf: (member) => members[member] as number, lists });
  }

  /** Whether a text has a length that one with a score may have. */
  private hasLength(count: number, score: number): boolean {
    const { members, groups } = this;
    const [first] = members;
    const last = members[members.length - 1];
    if (first === undefined || last === undefined) return false;
    return (
      groups.lengthOf(last) >= count - mostDistance(score, count) &&
      groups.lengthOf(first) <= longestWith(score, count, 0)
    );
  }

  /** The first item of a bucket whose text is not shorter. */
  private firstFrom(shortest: number, start: number, end: number): number {
    const { buckets, members, groups } = this;
    let low = start;
    let high = end;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (groups.lengthOf(members[buckets.items[middle] as number] as number) < shortest) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private elementsOf(group: number): Elements {
    const { groups, elements } = this;
    elements.set(groups.pool, groups.startOf(group), groups.lengthOf(group));
    return elements;
  }

  /** Elements with the rarest first: numbers that hold their hashes. */
  private rarest({ hashes, count }: Elements): Float64Array {
    if (this.order.length < count) this.order = new Float64Array(count * 2);
    const order = this.order.subarray(0, count);
    const mask = this.frequencies.length - 1;
    for (let at = 0; at < count; at++) {
      const hash = hashes[at] as number;
      // Both fit into the 53 bits of a number.
      const frequency = Math.min(this.frequencies[hash & mask] as number, mostFrequent);
      order[at] = frequency * 0x1_0000_0000 + (hash >>> 0);
    }
    return order.sort();
  }
}

const mostFrequent = (1 << 20) - 1;

/** The last word that is looked up, with the rarest first: no more are in the index. */
function mostRank(score: number, count: number): number {
  return mostDistance(Math.max(score, surest), count);
}

function hashIn(order: number): number {
  return (order % 0x1_0000_0000) | 0;
}

/** The length of the longest text that may have a score with one of `count` words, whose `rank` rarest words it has not. */
function longestWith(score: number, count: number, rank: number): number {
  let longest = Math.floor((count * 100) / score) + 1;
  while (longest > count && count - longest + mostDistance(score, longest) < rank) longest--;
  return longest;
}
