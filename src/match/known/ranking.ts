import { keyOf } from '../../memory/pairs/texts.js';
import { rankOf } from '../context.js';
import { compareTranslations, type Translation } from './translation.js';

/** A translation with its score. */
export interface Ranked {
  readonly translation: Translation;
  /** The base less what is taken off. */
  readonly score: number;
  /** What of the context is the same, as bits. */
  context: number;
  /** 100 less the distance. */
  readonly base: number;
  /** Which differences there are besides words, as bits. */
  readonly differences: number;
}

/** The best of what is offered, the best first; each source with each target once. */
export class Ranking {
  readonly list: Ranked[] = [];
  private readonly size: number;
  private readonly floor: number;

  /** `floor`: the lowest score. */
  constructor(size: number, floor: number) {
    this.size = size;
    this.floor = floor;
  }

  /** A lower score is not taken any more. */
  get bound(): number {
    const { list, size } = this;
    return list.length < size ? this.floor : Math.max(this.floor, list[size - 1]?.score ?? 0);
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
    return true;
  }

  private isWanted(ranked: Ranked): boolean {
    if (ranked.score < this.bound) return false;
    const last = this.list[this.size - 1];
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

/** Rankings by number, which are made as they are needed. */
export class Rankings {
  private readonly rankings: (Ranking | undefined)[];
  /** Of each, so that most of what is not good enough is told by a number. */
  private readonly bounds: Int32Array;
  private readonly size: number;
  private readonly floor: number;

  /** `count`: how many there are. */
  constructor(count: number, size: number, floor: number) {
    this.rankings = new Array<Ranking | undefined>(count).fill(undefined);
    this.bounds = new Int32Array(count).fill(floor);
    this.size = size;
    this.floor = floor;
  }

  offer(number: number, ranked: Ranked): void {
    let ranking = this.rankings[number];
    if (ranking === undefined) {
      ranking = new Ranking(this.size, this.floor);
      this.rankings[number] = ranking;
    }
    ranking.offer(ranked, false);
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
