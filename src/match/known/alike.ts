import type { Costs } from '../costs.js';
import { Buckets } from '../index/buckets.js';
import { comparedFeatures, differs, type Feature, type Features, type Shape } from '../shape/shape.js';
import { mix } from '../shape/word-hash.js';

/** A text that sources are compared with. */
export interface AlikeQuery {
  readonly shape: Shape;
  /** The score before differences cost anything. */
  readonly base: number;
  /** What is given of each set of differences at most. */
  readonly limit: number;
  /** The lowest score that is still wanted. */
  readonly bound: () => number;
}

/**
 * Many sources with the same words, by what they have besides these, so that of thousands only those are looked at that have
 * the best scores.
 */
export class AlikeSources {
  private readonly features: Features;
  private readonly sources: readonly number[];
  private readonly isNear: boolean;
  /** What is different among the sources, and what all of them have. */
  private readonly varying: (readonly [Feature, number])[] = [];
  private readonly constant: (readonly [Feature, number])[] = [];
  /** By the features that a text has in common with them: sources, the best ones first. */
  private readonly buckets: Buckets;

  /** `sources`: the best ones first. `isNear`: they are compared with texts that have their words. */
  constructor(features: Features, sources: readonly number[], isNear: boolean) {
    this.features = features;
    this.sources = sources;
    this.isNear = isNear;
    const first = sources[0] ?? 0;
    for (const compared of comparedFeatures[isNear ? 'near' : 'fuzzy']) {
      const value = features.at(first, compared[0]);
      const isConstant = sources.every((source) => features.at(source, compared[0]) === value);
      (isConstant ? this.constant : this.varying).push(compared);
    }
    const sets = 1 << this.varying.length;
    const keys = new Int32Array(sources.length * sets);
    const items = new Int32Array(keys.length);
    let count = 0;
    for (const source of sources) {
      const own = (feature: Feature): number => features.at(source, feature);
      for (let set = 0; set < sets; set++) {
        keys[count] = this.keyOf(set, own);
        items[count++] = source;
      }
    }
    this.buckets = new Buckets(keys, items, { count, load: 2, keepsHashes: true });
  }

  /** Gives those that may have a score, with it and their differences: of each set of differences the best ones. */
  find(
    { shape, base, limit, bound }: AlikeQuery,
    costs: Costs,
    give: (source: number, score: number, bits: number) => void,
  ): void {
    const { buckets, features, isNear } = this;
    for (const { set, bits, score } of this.setsOf(shape, base, costs)) {
      if (score < bound()) return;
      const key = this.keyOf(set, (feature) => shape[feature]);
      if (!buckets.mayHave(key)) continue;
      const end = buckets.endOf(key);
      let given = 0;
      for (let at = buckets.startOf(key); at < end && given < limit; at++) {
        if (buckets.hashes?.[at] !== key) continue;
        const source = buckets.items[at] as number;
        // Those that have more in common came before.
        if (features.compare(source, shape, isNear) !== bits) continue;
        given++;
        give(source, score, bits);
      }
    }
  }

  /** All that a text may have in common with sources, with the differences that are left, those of the best score first. */
  private setsOf(shape: Shape, base: number, costs: Costs): readonly { set: number; bits: number; score: number }[] {
    const first = this.sources[0] ?? 0;
    let always = 0;
    for (const [feature, bit] of this.constant) if (this.features.at(first, feature) !== shape[feature]) always |= bit;
    const sets = [];
    for (let set = 0; set < 1 << this.varying.length; set++) {
      let bits = always;
      for (const [at, [, bit]] of this.varying.entries()) if ((set & (1 << at)) === 0) bits |= bit;
      if (bits === 0 && this.isNear) bits = shape.codes === 0 ? differs.space : differs.codes;
      sets.push({ set, bits, score: costs.scoreOf(base, bits) });
    }
    return sets.sort((a, b) => b.score - a.score || b.set - a.set);
  }

  private keyOf(set: number, valueIn: (feature: Feature) => number): number {
    let key = set;
    for (const [at, [feature]] of this.varying.entries()) {
      if ((set & (1 << at)) !== 0) key = mix(key, at + 1, valueIn(feature));
    }
    return mix(key, 0, 0);
  }
}
