import type { Costs } from '../costs.js';
import { type Hits, scoreOf } from '../index/bounds.js';
import { Search } from '../index/search.js';
import { noScore, Rankings, type RankingsOptions } from '../known/ranking.js';
import type { Translation } from '../known/translation.js';
import type { ShapeReader } from '../shape/reader.js';
import type { TextUnits } from '../shape/text-units.js';
import type { Asked } from './asked.js';
import { type AskedCrowd, crowdsOf } from './crowds.js';

/** What translations that stream past are compared by. */
export interface OthersOptions extends RankingsOptions {
  readonly reader: ShapeReader;
  readonly costs: Costs;
  /** How many words are known. */
  readonly vocabulary: number;
  readonly isByCharacters: boolean;
}

/** The best translations of other sources, for each source that is asked for: those that were asked for when this is made. */
export class Others {
  private readonly asked: Asked;
  private readonly options: OthersOptions;
  private readonly search: Search;
  private readonly rankings: Rankings;
  /** Of groups with many sources: what is the same for most of them. */
  private readonly crowds: ReadonlyMap<number, AskedCrowd>;

  constructor(asked: Asked, options: OthersOptions) {
    this.asked = asked;
    this.options = options;
    this.search = new Search(asked.groups, options.vocabulary, options.isByCharacters);
    this.rankings = new Rankings(asked.sourceCount, options);
    this.crowds = crowdsOf(asked, this.rankings, options.minScore);
  }

  /** Offers a translation of a source to all but the one that is the `same`. `keep`: what is kept of it, where it is. */
  add(
    translation: Translation,
    source: TextUnits,
    { same, keep }: { readonly same: number; readonly keep: (translation: Translation) => Translation },
  ): void {
    const { asked, rankings } = this;
    const { reader, costs, minScore } = this.options;
    const shape = reader.read(source, false);
    let kept: Translation | undefined;
    const keepOnce = (): Translation => (kept ??= keep(translation));
    const offer = (source: number, base: number, isNear: boolean): void => {
      if (source === same) return;
      const bits = asked.features.compare(source, shape, isNear);
      const score = costs.scoreOf(base, bits) - translation.penalty;
      if (score < rankings.boundOf(source)) return;
      rankings.offer(source, { translation, score, context: 0, base, differences: bits }, keepOnce);
    };
    const hits: Hits = {
      bound: minScore,
      wins: () => true,
      boundOf: (group) => this.boundOf(group),
      found: (group, distance) => {
        const base = scoreOf(distance, Math.max(shape.count, asked.groups.lengthOf(group)));
        const isNear = distance === 0;
        const crowd = this.crowds.get(group);
        if (crowd === undefined) {
          for (let source = asked.firstOf(group); source >= 0; source = asked.nextOf(source))
            offer(source, base, isNear);
        } else {
          const scoreAt = (bits: number): number => costs.scoreOf(base, bits) - translation.penalty;
          crowd.offer({ translation, keep: keepOnce, shape, isNear }, scoreAt, (source) => offer(source, base, isNear));
        }
      },
    };
    this.search.find(shape, hits);
  }

  /** A lower score is not taken by any source of a group. */
  private boundOf(group: number): number {
    const crowd = this.crowds.get(group);
    if (crowd !== undefined) return crowd.bound;
    const { asked, rankings } = this;
    let bound = noScore;
    for (let source = asked.firstOf(group); source >= 0; source = asked.nextOf(source)) {
      bound = Math.min(bound, rankings.boundOf(source));
    }
    return bound;
  }

  of(source: number): ReturnType<Rankings['of']> {
    return this.rankings.of(source);
  }

  /** What others are worth does not matter any more to a source. */
  close(source: number): void {
    this.rankings.close(source);
  }
}
