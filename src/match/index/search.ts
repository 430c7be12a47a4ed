import type { Shape } from '../shape/shape.js';
import { type Hits, mostDistance, mostFuzzyWords, surest } from './bounds.js';
import { Pattern } from './distance.js';
import type { Groups } from './groups.js';
import { longestPartitioned, PartitionIndex } from './partition.js';
import { RareIndex } from './rare.js';
import { Signatures } from './signatures.js';

/** Finds texts by their words. */
export class Search {
  private readonly groups: Groups;
  private readonly partitions: PartitionIndex | undefined;
  private readonly signatures: Signatures | undefined;
  private readonly rare: RareIndex;
  private readonly pattern: Pattern;
  /** The number of the search that saw each group last. */
  private readonly seen: Int32Array;
  private round = 0;

  /** `vocabulary`: all words are smaller than this. Groups that are added later are not found. */
  constructor(groups: Groups, vocabulary: number, isByCharacters: boolean) {
    this.groups = groups;
    this.pattern = new Pattern(vocabulary);
    this.seen = new Int32Array(groups.size);
    const members: number[] = [];
    const shortest = isByCharacters ? 1 : longestPartitioned + 1;
    for (let group = 0; group < groups.size; group++) {
      const length = groups.lengthOf(group);
      if (length >= shortest && length <= mostFuzzyWords) members.push(group);
    }
    this.rare = new RareIndex(groups, members);
    if (isByCharacters) return;
    this.partitions = new PartitionIndex(groups);
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
    const { groups, pattern, seen, signatures } = this;
    pattern.set(words, count);
    signatures?.set(words, 0, count);
    const take = (group: number): void => {
      if (seen[group] === round) return;
      seen[group] = round;
      const length = groups.lengthOf(group);
      const longer = Math.max(length, count);
      const most = mostDistance(hits.boundOf(group), longer);
      if (signatures?.isNear(group, length - longer + most, count - longer + most) === false) return;
      const distance = pattern.distanceTo(groups.pool, groups.startOf(group), length, most);
      if (distance <= most) hits.found(group, distance);
    };
    const score = (): number => Math.max(hits.bound, surest);
    if (this.partitions !== undefined) this.findParts(this.partitions, shape, score, take);
    this.rare.search(words, count, { score, take });
  }

  /** From the length of the text outward. */
  private findParts(
    partitions: PartitionIndex,
    { words, count }: Shape,
    score: () => number,
    take: (group: number) => void,
  ): void {
    if (count - mostDistance(surest, count) > longestPartitioned) return;
    partitions.prepare(words, count);
    for (let step = 0; ; step++) {
      const most = mostDistance(score(), count);
      const mostOfLonger = mostDistance(score(), count + step);
      if (step > most && step > mostOfLonger) return;
      for (const length of step === 0 ? [count] : [count + step, count - step]) {
        const longer = Math.max(length, count);
        const takeHere = (group: number): number => {
          take(group);
          return mostDistance(score(), longer);
        };
        const distance = mostDistance(score(), longer);
        if (step <= distance) partitions.candidates(count, length, distance, takeHere);
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
