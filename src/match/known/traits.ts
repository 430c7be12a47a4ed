import type { Traits } from '../index/crowds.js';
import type { MatcherSettings } from '../options.js';
import type { Known } from './known.js';
import { compareTranslations, type Translation } from './translation.js';

/** What tells groups apart: see {@link Traits}. */
export interface KnownTraits extends Traits {
  /** Of all translations of a group the one that wins ties. */
  bestOf(group: number): Translation;
}

/** What tells the groups of what is known apart. It is worked out of those that are asked for. */
export function traitsOf(known: Known, { penalties }: Pick<MatcherSettings, 'penalties'>): KnownTraits {
  const found = new Map<number, { readonly best: Translation; readonly penalty: number }>();
  const of = (group: number): { readonly best: Translation; readonly penalty: number } => {
    const before = found.get(group);
    if (before !== undefined) return before;
    let best: Translation | undefined;
    let penalty = Number.POSITIVE_INFINITY;
    for (const source of known.sourcesOf(group)) {
      for (const index of known.translationsOf(source)) {
        const translation = known.at(index);
        penalty = Math.min(penalty, translation.penalty);
        if (best === undefined || compareTranslations(translation, best) < 0) best = translation;
      }
    }
    if (best === undefined) throw new RangeError(`There is no group ${group}.`);
    const own = { best, penalty };
    found.set(group, own);
    return own;
  };
  return {
    codesPenalty: penalties.codes,
    numbersPenalty: penalties.numbers,
    bestOf: (group) => of(group).best,
    penaltyOf: (group) => of(group).penalty,
    compare: (group, other) => compareTranslations(of(group).best, of(other).best),
    eachOf(group, give) {
      for (const source of known.sourcesOf(group)) {
        give(known.features.at(source, 'codes'), known.features.at(source, 'numbers'));
      }
    },
  };
}
