import { roomFor } from '../shape/room.js';
import { mostDistance, surest } from './bounds.js';
import { Buckets } from './buckets.js';
import { type Effort, itemCosts } from './effort.js';
import type { Groups } from './groups.js';

/** Texts with more words are in an index of rare words: the number of their parts grows with the square of their length. */
export const longestPartitioned = 64;

/** The texts of a length, by their parts. */
interface LengthIndex {
  /** Into how many parts they are cut: for texts that are not longer, and for longer ones. */
  readonly fewest: number;
  readonly most: number;
  readonly members: Int32Array;
  /** The bits of a hash that stand beside the number of a member in `buckets`, so that hardly any other is looked at. */
  readonly tagBits: number;
  readonly buckets: Buckets;
}

/** A number of a member and a tag have 32 bits. */
const tagBits = 8;

/** Multiplies what stands before in the hash of a stretch. */
const base = 0x01000193;
const powers = new Int32Array(longestPartitioned + 2);
powers[0] = 1;
for (let at = 1; at < powers.length; at++) powers[at] = Math.imul(powers[at - 1] as number, base);

/**
 * Finds all texts within a distance by parts that they share (PassJoin: Li, Deng, Wang, Feng, VLDB 2011). A text that is cut
 * into one part more than the distance has one part at least that is whole in the other text, moved by no more than the
 * words that were inserted or deleted before it. Parts are looked up by length, number and content.
 */
export class PartitionIndex {
  private readonly groups: Groups;
  private readonly crowd: number;
  private readonly lengths: (LengthIndex | undefined)[] = [];
  private readonly hashes = new Int32Array(longestPartitioned * 2);
  /** How many unknown words stand before each. */
  private readonly unknowns = new Int32Array(longestPartitioned * 2);

  /** `crowd`: so many texts of a bucket are always looked at, the first ones. */
  constructor(groups: Groups, crowd: number) {
    this.groups = groups;
    this.crowd = crowd;
    const counts = new Int32Array(longestPartitioned + 1);
    for (let group = 0; group < groups.size; group++) {
      const length = groups.lengthOf(group);
      if (length <= longestPartitioned) counts[length] = (counts[length] as number) + 1;
    }
    const members = Array.from(counts, (count) => roomFor(count));
    counts.fill(0);
    for (let group = 0; group < groups.size; group++) {
      const length = groups.lengthOf(group);
      const place = counts[length] ?? 0;
      const own = members[length];
      if (own === undefined) continue;
      own[place] = group;
      counts[length] = place + 1;
    }
    let most = 0;
    for (const [length, own] of members.entries())
      most = Math.max(most, own.length * cutsOf(length).reduce((sum, parts) => sum + parts, 0));
    const room = { keys: new Int32Array(most), items: new Int32Array(most) };
    for (const [length, own] of members.entries()) {
      if (own.length > 0) this.lengths[length] = this.index(length, own, room);
    }
  }

  /**
   * Gives the texts of a length that may be within a distance of a text, but not the same, some of them several times.
   * `take` says which distance is asked for from then on. `true`: some of those that are {@link crowded} may be, too.
   */
  candidates(
    count: number,
    { length, distance, effort }: { readonly length: number; readonly distance: number; readonly effort: Effort },
    take: (group: number) => number,
  ): boolean {
    const index = this.lengths[length];
    if (index === undefined) return false;
    const { hashes, unknowns, crowd } = this;
    const { buckets, members, tagBits } = index;
    const { items } = buckets;
    const more = count - length;
    let most = distance;
    let isCrowded = false;
    const parts = most < index.fewest ? index.fewest : index.most;
    const short = Math.floor(length / parts);
    const longerParts = length - short * parts;
    for (let part = 0, start = 0; part <= most && part < parts; part++) {
      const size = part < longerParts ? short + 1 : short;
      // Before the first part that is whole there are as many differences as parts, after it the rest.
      const seed = (parts << 8) ^ part;
      const power = powers[size] as number;
      const left = Math.max(0, start - part, start + more - (most - part));
      const right = Math.min(count - size, start + part, start + more + (most - part));
      for (let at = left; at <= right; at++) {
        if (unknowns[at + size] !== unknowns[at]) continue;
        const hash = partHash(hashes, at, size, power, seed);
        if (!buckets.mayHave(hash)) continue;
        const tag = tagOf(hash, tagBits);
        const start = buckets.startOf(hash);
        const end = buckets.endOf(hash);
        const few = start + crowd;
        for (let item = start; item < end; item++) {
          if (item >= few && !effort.item(itemCosts.part)) {
            isCrowded = true;
            break;
          }
          const value = items[item] as number;
          if (tagOf(value << (32 - tagBits), tagBits) !== tag) continue;
          most = take(members[value >>> tagBits] as number);
          // All that are as near share one of the parts before.
          if (most < part || most === 0) return isCrowded;
        }
      }
      start += size;
    }
    return isCrowded;
  }

  /** Takes the text that is looked for next. */
  prepare(words: Readonly<Int32Array>, count: number): void {
    this.hash(words, 0, count);
    const { unknowns } = this;
    for (let at = 0; at < count; at++) unknowns[at + 1] = (unknowns[at] as number) + (words[at] === 0 ? 1 : 0);
  }

  /** Texts that stand so far behind in a bucket that they may not be looked at there, in their order. */
  crowded(): readonly number[] {
    const found = new Set<number>();
    for (const index of this.lengths) {
      if (index === undefined) continue;
      const { buckets, members, tagBits } = index;
      for (const item of buckets.itemsFrom(this.crowd)) {
        found.add(members[(buckets.items[item] as number) >>> tagBits] as number);
      }
    }
    return Array.from(found).sort((a, b) => a - b);
  }

  /** `room`: for the keys and items of all of its parts. */
  private index(
    length: number,
    members: Int32Array,
    { keys, items }: { readonly keys: Int32Array; readonly items: Int32Array },
  ): LengthIndex | undefined {
    const cuts = cutsOf(length);
    const most = cuts.at(-1) ?? 1;
    if (most === 1) return undefined;
    const bits = members.length < 2 ** (32 - tagBits) ? tagBits : 0;
    const count = this.cut(length, members, { cuts, bits, keys, items });
    const buckets = new Buckets(keys, items, { count, load: 2 });
    return { fewest: cuts[0] ?? most, most, members, tagBits: bits, buckets };
  }

  /** Cuts all texts of a length, and gives how many parts there are. */
  private cut(
    length: number,
    members: Int32Array,
    { cuts, bits, keys, items }: { cuts: readonly number[]; bits: number; keys: Int32Array; items: Int32Array },
  ): number {
    let count = 0;
    for (let member = 0; member < members.length; member++) {
      this.hash(this.groups.pool, this.groups.startOf(members[member] as number), length);
      for (const parts of cuts) {
        const short = Math.floor(length / parts);
        const longerParts = length - short * parts;
        for (let part = 0, start = 0; part < parts; part++) {
          const size = part < longerParts ? short + 1 : short;
          const hash = partHash(this.hashes, start, size, powers[size] as number, (parts << 8) ^ part);
          keys[count] = hash;
          items[count++] = (member << bits) | tagOf(hash, bits);
          start += size;
        }
      }
    }
    return count;
  }

  /** Hashes the stretches from the first word on. */
  private hash(words: Readonly<Int32Array>, start: number, count: number): void {
    const { hashes } = this;
    let hash = 0;
    for (let at = 0; at < count; at++) {
      const word = Math.imul(words[start + at] as number, 0x9e3779b1);
      hash = (Math.imul(hash, base) + (word ^ (word >>> 15))) | 0;
      hashes[at + 1] = hash;
    }
  }
}

/** Into how many parts texts of a length are cut: for texts that are not longer, and for longer ones, where these are more. */
function cutsOf(length: number): readonly number[] {
  const fewest = mostDistance(surest, length) + 1;
  let longest = length;
  while (longest + 1 - mostDistance(surest, longest + 1) <= length) longest++;
  const most = mostDistance(surest, longest) + 1;
  return fewest === most ? [most] : [fewest, most];
}

/** `power`: of the base, for the size; `seed`: of the number of the part, and how many there are. */
function partHash(hashes: Int32Array, start: number, size: number, power: number, seed: number): number {
  const before = Math.imul(hashes[start] as number, power);
  const content = ((hashes[start + size] as number) - before) | 0;
  const hash = Math.imul(content ^ (content >>> 16) ^ seed, 0x85ebca6b);
  return hash ^ (hash >>> 15);
}

/** The highest bits of a hash; buckets go by the lowest. */
function tagOf(hash: number, bits: number): number {
  return bits === 0 ? 0 : hash >>> (32 - bits);
}
