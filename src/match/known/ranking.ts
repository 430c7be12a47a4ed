import { keyOf } from '../../model/memory/text-key.js';
import { rankOf } from '../context.js';
import { compareTranslations, type Translation } from './translation.js';

/** A translation with its score. */
export interface Ranked {
  /** As it was offered, until what is kept of it takes its place. */
  translation: Translation;
  /** The base less what is taken off. */
  readonly score: number;
  /** What of the context is the same, as bits. */
  context: number;
  /** 100 less the distance. */
  readonly base: number;
  /** Which differences there are besides words, as bits. */
  readonly differences: number;
}

/** A score from which on translations are taken; with one, those of this score that are better than it. */
export interface Threshold {
  readonly score: number;
  readonly translation?: Translation;
}

/** Whether a translation of another source passes a threshold with a score. */
export function passes(score: number, translation: Translation, threshold: Threshold): boolean {
  if (score !== threshold.score) return score > threshold.score;
  return threshold.translation === undefined || compareTranslations(translation, threshold.translation) < 0;
}

/** The best of what is offered, the best first; each source with each target once. */
export class Ranking {
  readonly list: Ranked[] = [];
  private readonly size: number;
  private readonly floor: number;
  private readonly several: number;

  /** `floor`: the lowest score; below `several`, only the best one of all is kept. */
  constructor(size: number, floor: number, several = 0) {
    this.size = size;
    this.floor = floor;
    this.several = several;
  }

  /** A lower score is not taken any more. */
  get bound(): number {
    const { list, size, floor, several } = this;
    const [best] = list;
    if (best === undefined) return floor;
    const full = list.length < size ? floor : Math.max(floor, list[size - 1]?.score ?? 0);
    return Math.max(full, Math.min(best.score, several));
  }

  /** What is taken is better than this. */
  get threshold(): Threshold {
    const { list, size, floor, several } = this;
    const [best] = list;
    if (best === undefined) return { score: floor };
    if (best.score < several) return best;
    const last = list.length < size ? undefined : list[size - 1];
    return last ?? { score: Math.max(floor, several) };
  }

  /** Takes what is good enough; `false`: it is not. `isNew`: no other with its source and target was offered. */
  offer(ranked: Ranked, isNew: boolean): boolean {
    const { list } = this;
    const best = isNew || (ranked.context === 0 && !this.isWanted(ranked)) ? ranked : this.joinSame(ranked);
    if (!this.isWanted(best)) return false;
    let at = list.length;
    while (at > 0 && compareRanked(best, list[at - 1] as Ranked) < 0) at--;
    list.splice(at, 0, best);
    if (list.length > this.size) list.pop();
    while (list.length > 1 && (list.at(-1) as Ranked).score < this.several) list.pop();
    return true;
  }

  private isWanted(ranked: Ranked): boolean {
    if (ranked.score < this.bound) return false;
    const last = ranked.score < this.several ? this.list[0] : this.list[this.size - 1];
    return last === undefined || compareRanked(ranked, last) < 0;
  }

  /** Takes the same pair out of the list, and gives the better one of the two: what is known of both is known of it. */
  private joinSame(ranked: Ranked): Ranked {
    const { list } = this;
    const same = list.findIndex((each) => isSamePair(each.translation, ranked.translation));
    const known = list[same];
    if (known === undefined) return ranked;
    list.splice(same, 1);
    ranked.context = known.context |= ranked.context;
    return compareRanked(known, ranked) <= 0 ? known : ranked;
  }
}

/** What is kept of what is offered. */
export interface RankingsOptions {
  /** How many at most. */
  readonly size: number;
  /** The lowest score. */
  readonly minScore: number;
  /** Below this score, only the best one of all is kept. Default: 0, several of any score. */
  readonly several?: number | undefined;
}

/** Rankings by number, which are made as they are needed. */
export class Rankings {
  private readonly rankings: (Ranking | undefined)[];
  /** Of each, so that most of what is not good enough is told by a number. */
  private readonly bounds: Int32Array;
  private readonly options: RankingsOptions;

  /** `count`: how many there are. */
  constructor(count: number, options: RankingsOptions) {
    this.rankings = new Array<Ranking | undefined>(count).fill(undefined);
    this.bounds = new Int32Array(count).fill(options.minScore);
    this.options = options;
  }

  /** `keep`: what is kept of the translation, where it is among the best. */
  offer(number: number, ranked: Ranked, keep: () => Translation): void {
    let ranking = this.rankings[number];
    if (ranking === undefined) {
      const { size, minScore, several } = this.options;
      ranking = new Ranking(size, minScore, several);
      this.rankings[number] = ranking;
    }
    if (ranking.offer(ranked, false)) ranked.translation = keep();
    // Nothing lowers a bound that was raised.
    if (ranking.bound > this.boundOf(number)) this.bounds[number] = ranking.bound;
  }

  of(number: number): readonly Ranked[] {
    return this.rankings[number]?.list ?? [];
  }

  /** A lower score is not taken any more. */
  boundOf(number: number): number {
    return this.bounds[number] as number;
  }

  /** What is taken is better than this. */
  thresholdOf(number: number): Threshold {
    const bound = this.boundOf(number);
    return bound === noScore ? { score: noScore } : (this.rankings[number]?.threshold ?? { score: bound });
  }

  /** No score is taken any more, and none is kept. */
  close(number: number): void {
    this.bounds[number] = noScore;
    this.rankings[number] = undefined;
  }
}

/** More than any score. */
export const noScore = 101;

/** A translation of the same source. `context`: what of its context is the same, as bits. */
export function sameSource(translation: Translation, context: number): Ranked {
  return { translation, score: 100 - translation.penalty, context, base: 100, differences: 0 };
}

/** Compares by score, then by context, then as translations. */
export function compareRanked(a: Ranked, b: Ranked): number {
  return (
    b.score - a.score || rankOf(b.context) - rankOf(a.context) || compareTranslations(a.translation, b.translation)
  );
}

function isSamePair(a: Translation, b: Translation): boolean {
  return keyOf(a.target) === keyOf(b.target) && keyOf(a.entry.source) === keyOf(b.entry.source);
}
