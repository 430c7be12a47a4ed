import type { Costs } from '../costs.js';
import { type Hits, scoreOf } from '../index/bounds.js';
import { Search } from '../index/search.js';
import type { ShapeReader } from '../shape/reader.js';
import type { Feature, Features, Shape } from '../shape/shape.js';
import type { TextUnits } from '../shape/text-units.js';
import type { Asked } from './asked.js';
import { noScore, passes, Rankings, type RankingsOptions, type Threshold } from './ranking.js';
import { compareTranslations, type Translation } from './translation.js';

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
          const wants = (bits: number, threshold: Threshold): boolean =>
            passes(costs.scoreOf(base, bits) - translation.penalty, translation, threshold);
          crowd.offer(shape, isNear, wants, (source) => offer(source, base, isNear));
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

/** Of a group with no more sources than these, each is looked at. */
const fewAsked = 64;

function crowdsOf(asked: Asked, rankings: Rankings, least: number): ReadonlyMap<number, AskedCrowd> {
  const crowds = new Map<number, AskedCrowd>();
  for (let group = 0; group < asked.groups.size; group++) {
    const sources: number[] = [];
    for (let source = asked.firstOf(group); source >= 0; source = asked.nextOf(source)) sources.push(source);
    if (sources.length > fewAsked)
      crowds.set(group, new AskedCrowd(sources, { features: asked.features, rankings, least }));
  }
  return crowds;
}

/** What a crowd is made with. `least`: the lowest score. */
interface CrowdOptions {
  readonly features: Features;
  readonly rankings: Rankings;
  readonly least: number;
}

/** Sources that differ in their numbers only: what has other numbers than all of them has one score with each. */
interface Alike {
  readonly sources: readonly number[];
  readonly byNumbers: ReadonlyMap<number, readonly number[]>;
  /** What no source of them takes is none better than. It may be too low. */
  threshold: Threshold;
}

/** The sources of a group that has many. */
class AskedCrowd {
  private readonly features: Features;
  private readonly rankings: Rankings;
  private readonly near: readonly Alike[];
  private readonly fuzzy: readonly Alike[];

  constructor(sources: readonly number[], { features, rankings, least }: CrowdOptions) {
    this.features = features;
    this.rankings = rankings;
    this.near = alikeOf(sources, ['places', 'spelling', 'spaces', 'punctuation'], { features, least });
    this.fuzzy = alikeOf(sources, ['codes'], { features, least });
  }

  /** A lower score is not taken by any of them. */
  get bound(): number {
    const lowest = (all: readonly Alike[]): number =>
      all.reduce((bound, { threshold }) => Math.min(bound, threshold.score), noScore);
    return Math.max(lowest(this.near), lowest(this.fuzzy));
  }

  /** Offers a text to those that may take it. `wants`: whether it is better than a threshold, by how it differs. */
  offer(
    shape: Shape,
    isNear: boolean,
    wants: (bits: number, threshold: Threshold) => boolean,
    give: (source: number) => void,
  ): void {
    const { features, rankings } = this;
    for (const alike of isNear ? this.near : this.fuzzy) {
      const { sources, byNumbers } = alike;
      const own = byNumbers.get(shape.numbers) ?? [];
      for (const source of own) give(source);
      const other = own.length === sources.length ? undefined : otherOf(byNumbers, shape.numbers);
      if (other === undefined || !wants(features.compare(other, shape, isNear), alike.threshold)) continue;
      let weakest: Threshold = { score: noScore };
      for (const source of sources) {
        if (features.at(source, 'numbers') !== shape.numbers) give(source);
        const threshold = rankings.thresholdOf(source);
        if (isWeaker(threshold, weakest)) weakest = threshold;
      }
      alike.threshold = weakest;
    }
  }
}

/** One that has other numbers. */
function otherOf(byNumbers: Alike['byNumbers'], numbers: number): number | undefined {
  for (const [each, [source]] of byNumbers) if (each !== numbers) return source;
  return undefined;
}

function isWeaker(one: Threshold, other: Threshold): boolean {
  if (one.score !== other.score) return one.score < other.score;
  if (other.translation === undefined) return false;
  return one.translation === undefined || compareTranslations(one.translation, other.translation) > 0;
}

/** Sources in groups of those that have the same of these features. Numbers by which they differ are looked up. */
function alikeOf(
  sources: readonly number[],
  same: readonly Feature[],
  { features, least }: Pick<CrowdOptions, 'features' | 'least'>,
): readonly Alike[] {
  const all = new Map<string, { sources: number[]; byNumbers: Map<number, number[]>; threshold: Threshold }>();
  for (const source of sources) {
    const key = same.map((feature) => features.at(source, feature)).join(' ');
    const alike = all.get(key) ?? { sources: [], byNumbers: new Map<number, number[]>(), threshold: { score: least } };
    all.set(key, alike);
    alike.sources.push(source);
    const numbers = features.at(source, 'numbers');
    const own = alike.byNumbers.get(numbers);
    if (own === undefined) alike.byNumbers.set(numbers, [source]);
    else own.push(source);
  }
  return Array.from(all.values());
}
