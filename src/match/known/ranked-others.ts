import type { Costs } from '../costs.js';
import { type Hits, scoreOf } from '../index/bounds.js';
import { Search } from '../index/search.js';
import type { MatcherSettings } from '../options.js';
import type { Shape } from '../shape/shape.js';
import { AlikeSources } from './alike.js';
import { fewSources, type Known } from './known.js';
import { Ranking } from './ranking.js';
import { traitsOf } from './traits.js';
import { compareTranslations } from './translation.js';

/** Of texts that are like each other so many are looked at without a reason. */
const crowd = 256;

/** What others are compared by. */
export interface RankedOthersOptions {
  readonly settings: MatcherSettings;
  readonly costs: Costs;
  /** How many words are known. */
  readonly vocabulary: number;
  readonly isByCharacters: boolean;
}

/** Ranks the translations of other sources than that of a text, among all that is known. */
export class RankedOthers {
  private readonly known: Known;
  private readonly options: RankedOthersOptions;
  private readonly search: Search;
  private readonly traits: ReturnType<typeof traitsOf>;
  /** Groups that have many sources, for texts with the same words, and for others. */
  private readonly alike = { near: new Map<number, AlikeSources>(), fuzzy: new Map<number, AlikeSources>() };

  constructor(known: Known, options: RankedOthersOptions) {
    this.known = known;
    this.options = options;
    this.traits = traitsOf(known, options.settings);
    const { vocabulary, isByCharacters } = options;
    this.search = new Search(known.groups, vocabulary, isByCharacters, { crowd, traits: this.traits });
  }

  /** `same`: the source of the text, where it is known; else -1. */
  rank(shape: Shape, same: number, minScore: number): Ranking {
    const { known, traits } = this;
    const { limit } = this.options.settings;
    const others = new Ranking(limit, minScore);
    const hits: Hits = {
      get bound() {
        return others.bound;
      },
      boundOf: () => others.bound,
      found: (group, distance) => {
        const base = scoreOf(distance, Math.max(shape.count, known.groups.lengthOf(group)));
        this.offerGroup(others, group, { shape, same, base, isNear: distance === 0 });
      },
      wins(group) {
        const worst = others.list[limit - 1];
        return worst === undefined || compareTranslations(traits.bestOf(group), worst.translation) < 0;
      },
    };
    this.search.find(shape, hits);
    return others;
  }

  private offerGroup(
    others: Ranking,
    group: number,
    {
      shape,
      same,
      base,
      isNear,
    }: { readonly shape: Shape; readonly same: number; readonly base: number; readonly isNear: boolean },
  ): void {
    const { known } = this;
    const { costs, settings } = this.options;
    const sources = known.sourcesOf(group);
    const offer = (source: number, score: number, bits: number): void => {
      if (source === same) return;
      for (const index of known.translationsOf(source)) {
        const translation = known.at(index);
        const ranked = { translation, score: score - translation.penalty, context: 0, base, differences: bits };
        if (!others.offer(ranked, true)) return;
      }
    };
    if (sources.length > fewSources) {
      // One of them may be the text itself.
      const query = { shape, base, limit: settings.limit + 1, bound: () => others.bound };
      this.alikeOf(group, sources, isNear).find(query, costs, offer);
      return;
    }
    for (const source of sources) {
      const bits = known.features.compare(source, shape, isNear);
      const score = costs.scoreOf(base, bits);
      if (score >= others.bound) offer(source, score, bits);
    }
  }

  private alikeOf(group: number, sources: readonly number[], isNear: boolean): AlikeSources {
    const all = this.alike[isNear ? 'near' : 'fuzzy'];
    const known = all.get(group);
    if (known !== undefined) return known;
    const made = new AlikeSources(this.known.features, sources, isNear);
    all.set(group, made);
    return made;
  }
}
