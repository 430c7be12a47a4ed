import { roomFor } from '../shape/room.js';
import type { Shape } from '../shape/shape.js';
import { type Hits, mostDistance, mostFuzzyWords, surest } from './bounds.js';
import type { Traits } from './crowds.js';
import { Pattern } from './distance.js';
import { Effort } from './effort.js';
import type { Groups } from './groups.js';
import { longestPartitioned, PartitionIndex } from './partition.js';
import { type CrowdOptions, RareIndex } from './rare.js';
import { Signatures } from './signatures.js';

/** How a search treats texts that are like many others. */
export interface SearchOptions {
  /**
   * Of texts that share a part, the first so many are looked at because of that; others only where they share a rare word,
   * too: from {@link surest} on, nothing is lost. Default: all of them.
   */
  readonly crowd?: number;
  /** What tells them apart. With it, all are looked at as long as that costs little. */
  readonly traits?: Traits;
}

/** Finds texts by their words. */
export class Search {
  private readonly groups: Groups;
  private readonly partitions: PartitionIndex | undefined;
  private readonly signatures: Signatures | undefined;
  private readonly rare: RareIndex;
  private readonly crowds: CrowdOptions | undefined;
  /** Of texts that have a part that too many have; made when it is needed for the first time. */
  private crowded: RareIndex | undefined;
  private readonly pattern: Pattern;
  /** The number of the search that saw each group last. */
  private readonly seen: Int32Array;
  private round = 0;
  private readonly effort: Effort;

  /** `vocabulary`: all words are smaller than this. Groups that are added later are not found. */
  constructor(
    groups: Groups,
    vocabulary: number,
    isByCharacters: boolean,
    { crowd = Number.POSITIVE_INFINITY, traits }: SearchOptions = {},
  ) {
    this.crowds = traits && { crowd, traits };
    this.effort = new Effort(traits === undefined, isByCharacters);
    this.groups = groups;
    this.pattern = new Pattern(vocabulary);
    this.seen = roomFor(groups.size);
    const members: number[] = [];
    const shortest = isByCharacters ? 1 : longestPartitioned + 1;
    for (let group = 0; group < groups.size; group++) {
      const length = groups.lengthOf(group);
      if (length >= shortest && length <= mostFuzzyWords) members.push(group);
    }
    this.rare = new RareIndex(groups, members, this.crowds);
    if (isByCharacters) return;
    this.partitions = new PartitionIndex(groups, crowd);
    this.signatures = new Signatures(groups);
  }

  /** Finds what a shape matches: all groups whose score is {@link surest} or higher, and some others. */
  find(shape: Shape, hits: Hits): void {
    const { words, count } = shape;
    if (count === 0) return;
    const round = this.begin();
    const same = this.groups.find(words, count);
    if (same >= 0) {
      this.seen[same] = round;
      hits.found(same, 0);
    }
    if (count > mostFuzzyWords || mostDistance(hits.bound, count * 2) === 0) return;
    const { groups, pattern, seen, signatures, effort } = this;
    effort.begin();
    pattern.set(words, count);
    signatures?.set(words, 0, count);
    const take = (group: number): void => {
      if (seen[group] === round) return;
      seen[group] = round;
      const length = groups.lengthOf(group);
      const longer = Math.max(length, count);
      const most = mostDistance(hits.boundOf(group), longer);
      if (signatures?.isNear(group, length - longer + most, count - longer + most) === false) return;
      effort.distance();
      const distance = pattern.distanceTo(groups.pool, groups.startOf(group), length, most);
      if (distance <= most) hits.found(group, distance);
    };
    const score = (): number => Math.max(hits.bound, surest);
    if (this.partitions !== undefined && this.findParts(this.partitions, shape, score, take)) {
      this.crowded ??= new RareIndex(groups, this.partitions.crowded(), this.crowds);
      this.crowded.search({ shape, hits, effort, score: () => hits.bound, take });
    }
    this.rare.search({ shape, hits, effort, score, take });
  }

  /** From the length of the text outward. `true`: some that are crowded may be near, too. */
  private findParts(
    partitions: PartitionIndex,
    { words, count }: Shape,
    score: () => number,
    take: (group: number) => void,
  ): boolean {
    if (count - mostDistance(surest, count) > longestPartitioned) return false;
    partitions.prepare(words, count);
    let isCrowded = false;
    for (let step = 0; ; step++) {
      const most = mostDistance(score(), count);
      const mostOfLonger = mostDistance(score(), count + step);
      if (step > most && step > mostOfLonger) return isCrowded;
      for (const length of step === 0 ? [count] : [count + step, count - step]) {
        const longer = Math.max(length, count);
        const takeHere = (group: number): number => {
          take(group);
          return mostDistance(score(), longer);
        };
        const distance = mostDistance(score(), longer);
        if (step <= distance && partitions.candidates(count, { length, distance, effort: this.effort }, takeHere))
          isCrowded = true;
      }
    }
  }

  private begin(): number {
    if (this.round === 0x7fff_ffff) {
      this.seen.fill(0);
      this.round = 0;
    }
    return ++this.round;
  }
}
