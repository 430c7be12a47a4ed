import { keyOf } from '../../model/memory/text-key.js';
import { noScore, passes, type Rankings, type Threshold } from '../known/ranking.js';
import { compareOfSource, compareTranslations, type Translation } from '../known/translation.js';
import type { Feature, Features, Shape } from '../shape/shape.js';
import type { Asked } from './asked.js';

/** Of a group with no more sources than these, each is looked at. */
const fewAsked = 64;

/** The groups that have many sources. `least`: the lowest score. */
export function crowdsOf(asked: Asked, rankings: Rankings, least: number): ReadonlyMap<number, AskedCrowd> {
  const crowds = new Map<number, AskedCrowd>();
  for (let group = 0; group < asked.groups.size; group++) {
    const sources: number[] = [];
    for (let source = asked.firstOf(group); source >= 0; source = asked.nextOf(source)) sources.push(source);
    if (sources.length > fewAsked)
      crowds.set(group, new AskedCrowd(sources, { features: asked.features, rankings, least }));
  }
  return crowds;
}

/** What a crowd is made with. */
interface CrowdOptions {
  readonly features: Features;
  readonly rankings: Rankings;
  readonly least: number;
}

/** A value of a feature that more sources than these have is one by which they are put together. */
const fewEqual = 8;

/** Sources of which all that are not looked up have one score with a text. */
interface Alike {
  readonly sources: readonly number[];
  /** Features that hardly any two of them have in common: sources by their values. */
  readonly varying: readonly (readonly [feature: Feature, byValue: ReadonlyMap<number, readonly number[]>])[];
  /** What no source of them takes is none better than. It may be too low. */
  threshold: Threshold;
  /** The best of each pair that all of them were offered: another one of it is nothing new. */
  readonly offered: Map<string, Translation>;
}

/** A translation that is offered, and the shape of its source. */
interface Offered {
  readonly translation: Translation;
  readonly keep: () => Translation;
  readonly shape: Shape;
  readonly isNear: boolean;
}

/** The sources of a group that has many. */
export class AskedCrowd {
  private readonly features: Features;
  private readonly rankings: Rankings;
  private readonly near: readonly Alike[];
  private readonly fuzzy: readonly Alike[];

  constructor(sources: readonly number[], { features, rankings, least }: CrowdOptions) {
    this.features = features;
    this.rankings = rankings;
    const alike = (same: readonly Feature[], varying: readonly Feature[]): readonly Alike[] =>
      alikeOf(sources, same, varying, { features, least });
    this.near = alike(['spelling', 'spaces', 'punctuation'], ['numbers', 'places']);
    this.fuzzy = alike([], ['numbers', 'codes']);
  }

  /** A lower score is not taken by any of them. */
  get bound(): number {
    const lowest = (all: readonly Alike[]): number =>
      all.reduce((bound, { threshold }) => Math.min(bound, threshold.score), noScore);
    return Math.max(lowest(this.near), lowest(this.fuzzy));
  }

  /** Offers a translation to those that may take it. `scoreOf`: its score, by how it differs. `keep`: what is kept of it. */
  offer(
    { translation, keep, shape, isNear }: Offered,
    scoreOf: (bits: number) => number,
    give: (source: number) => void,
  ): void {
    const { features, rankings } = this;
    for (const alike of isNear ? this.near : this.fuzzy) {
      const { sources, varying, offered } = alike;
      const own = new Set<number>();
      for (const [feature, byValue] of varying) for (const source of byValue.get(shape[feature]) ?? []) own.add(source);
      for (const source of own) give(source);
      const other = own.size === sources.length ? undefined : sources.find((source) => !own.has(source));
      if (other === undefined) continue;
      if (!passes(scoreOf(features.compare(other, shape, isNear)), translation, alike.threshold)) continue;
      const pair = `${keyOf(translation.entry.source)}${pairSign}${keyOf(translation.target)}`;
      const before = offered.get(pair);
      if (before !== undefined && compareOfSource(before, translation) <= 0) continue;
      offered.set(pair, keep());
      let weakest: Threshold = { score: noScore };
      for (const source of sources) {
        if (!own.has(source)) give(source);
        const threshold = rankings.thresholdOf(source);
        if (isWeaker(threshold, weakest)) weakest = threshold;
      }
      alike.threshold = weakest;
    }
  }
}

/** Stands in no text. */
const pairSign = '\u0003';

function isWeaker(one: Threshold, other: Threshold): boolean {
  if (one.score !== other.score) return one.score < other.score;
  if (other.translation === undefined) return false;
  return one.translation === undefined || compareTranslations(one.translation, other.translation) > 0;
}

/** Sources in groups of those that have the `same` features, and that of those which are `varying` have what many have. */
function alikeOf(
  sources: readonly number[],
  same: readonly Feature[],
  varying: readonly Feature[],
  { features, least }: Pick<CrowdOptions, 'features' | 'least'>,
): readonly Alike[] {
  const values = varying.map((feature) => byValueOf(sources, feature, features));
  const groups = new Map<string, number[]>();
  for (const source of sources) {
    const own = same.map((feature) => `${features.at(source, feature)}`);
    for (const [at, feature] of varying.entries()) {
      const value = features.at(source, feature);
      own.push((values[at]?.get(value)?.length ?? 0) > fewEqual ? `${value}` : '');
    }
    const key = own.join(' ');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [source]);
    else group.push(source);
  }
  return Array.from(groups, ([key, group]) => {
    const isVarying = key.split(' ').slice(same.length);
    return {
      sources: group,
      varying: varying.flatMap((feature, at) =>
        isVarying[at] === '' ? [[feature, byValueOf(group, feature, features)] as const] : [],
      ),
      threshold: { score: least },
      offered: new Map<string, Translation>(),
    };
  });
}

function byValueOf(sources: readonly number[], feature: Feature, features: Features): Map<number, number[]> {
  const byValue = new Map<number, number[]>();
  for (const source of sources) {
    const value = features.at(source, feature);
    const equal = byValue.get(value);
    if (equal === undefined) byValue.set(value, [source]);
    else equal.push(source);
  }
  return byValue;
}
