import { language, type OptionKindsOf, object, requireOptions } from '../model/options.js';
import { defaultSrcLang } from '../write/export-options.js';
import { differences } from './shape/shape.js';

/** What is taken off a score, by name. */
export type PenaltyName =
  /** A machine translated it. Default: 0. */
  | 'mt'
  /** There are several targets at 100, and no context that decides. Default: 1. */
  | 'ambiguous'
  /** It is of a memory that has no penalty of its own. Default: 0. */
  | 'memory'
  /** Codes were added, lost, changed or moved. Default: 1, as of all that follow. */
  | 'codes'
  /** Numbers are others. */
  | 'numbers'
  /** The same words are spelled otherwise: in case, width, or composed characters. */
  | 'case'
  /** White space is different. */
  | 'space'
  /** Punctuation or symbols are. */
  | 'punctuation';

/** All of them, in the order in which a match lists them. */
export const penaltyNames: readonly PenaltyName[] = ['mt', 'ambiguous', 'memory', ...differences];

/** How matches are found. */
export interface MatcherOptions {
  /** The language of the sources: a BCP 47 tag. Default: `en-US`. Entries of another are left out. */
  readonly srcLang?: string;
  /** The language of the targets. Those of another are left out; a tag without a region is of all its regions. */
  readonly trgLang: string;
  /** How many matches of a segment are given at most. Default: 5. */
  readonly limit?: number;
  /** The lowest score of a match, 1 to 100. Default: 50. Below 70 not all that there are may be found. */
  readonly minScore?: number;
  /** Points that are taken off scores: whole numbers from 0 to 100. */
  readonly penalties?: Partial<Readonly<Record<PenaltyName, number>>>;
}

/** The same, complete. */
export interface MatcherSettings {
  readonly srcLang: string;
  readonly trgLang: string;
  readonly limit: number;
  readonly minScore: number;
  readonly penalties: Readonly<Record<PenaltyName, number>>;
}

const defaults: Readonly<Record<PenaltyName, number>> = {
  mt: 0,
  ambiguous: 1,
  memory: 0,
  codes: 1,
  numbers: 1,
  case: 1,
  space: 1,
  punctuation: 1,
};

/** What a matcher can be told. */
export const matcherOptions: OptionKindsOf<MatcherOptions> = {
  srcLang: language,
  trgLang: language,
  limit: { kind: 'count', most: 1000 },
  minScore: { kind: 'count', most: 100 },
  penalties: object,
};

/** @throws {RangeError} There is no such option, or its value is none that it takes. */
export function settingsOf(options: Partial<MatcherOptions> = {}): MatcherSettings {
  requireOptions(options, matcherOptions);
  const { srcLang = defaultSrcLang, trgLang, limit = 5, minScore = 50, penalties = {} } = options;
  if (trgLang === undefined) throw new RangeError('trgLang: name the language of the targets, such as de-DE.');
  return { srcLang, trgLang, limit, minScore, penalties: penaltiesOf(penalties) };
}

/**
 * The lowest score of the matches that are asked for this time.
 *
 * @throws {RangeError} It is no number.
 */
export function leastOf(minScore: number | undefined, settings: Pick<MatcherSettings, 'minScore'>): number {
  if (minScore === undefined) return settings.minScore;
  if (typeof minScore !== 'number' || Number.isNaN(minScore)) {
    throw new RangeError(`minScore: ${String(minScore)} is no score.`);
  }
  return Math.max(settings.minScore, Math.min(minScore, 100));
}

/**
 * Penalties, complete.
 *
 * @throws {RangeError} There is no such penalty, or its points are none.
 */
export function penaltiesOf(given: NonNullable<MatcherOptions['penalties']>): MatcherSettings['penalties'] {
  const complete = { ...defaults };
  for (const [name, points] of Object.entries(given)) {
    if (!Object.hasOwn(defaults, name)) {
      throw new RangeError(`penalties: there is no "${name}"; give one of ${penaltyNames.join(', ')}.`);
    }
    if (points === undefined) continue;
    requirePoints(`penalties: ${name}`, points);
    complete[name as PenaltyName] = points;
  }
  return complete;
}

/** @throws {RangeError} These are no points of a penalty. */
export function requirePoints(name: string, points: unknown): void {
  if (Number.isInteger(points) && Number(points) >= 0 && Number(points) <= 100) return;
  throw new RangeError(`${name}: ${String(points)} is no whole number from 0 to 100.`);
}
