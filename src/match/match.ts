import type { TranslationType } from '../model/article.js';
import type { EntryTarget, EntryText, MemoryEntry } from '../model/memory/entry.js';
import type { Adapted, Adapter } from './adapt/adapt.js';
import { rankOf } from './context.js';
import { compareRanked, type Ranked } from './known/ranking.js';
import type { MatcherSettings, PenaltyName } from './options.js';
import { differences, differs } from './shape/shape.js';

/** What a match is. */
export type MatchKind =
  /** The source is the same, codes included, and so is a segment beside it, or its place in the English original. */
  | 'context'
  /** The source is the same, codes included. */
  | 'exact'
  /** Its words are the same: codes, numbers, case, white space or punctuation differ. */
  | 'near'
  /** Words differ. */
  | 'fuzzy';

/** What a score is counted as: 101, 100, 95 to 99, 85 to 94, 75 to 84, 50 to 74, less. */
export type Band = 'context' | 'exact' | 'near' | '85' | '75' | '50' | 'new';

/** What was taken off a score. */
export interface Penalty {
  readonly name: PenaltyName;
  /** 0 where a difference costs nothing. */
  readonly points: number;
}

/** Where a match comes from. */
export interface MatchOrigin {
  /** Who translated it; not there where nothing says so. */
  readonly translationType?: TranslationType;
  /** The name of its memory; empty where it has none. */
  readonly memory: string;
  /** The path of the article where it was seen first, and the id of its pair there. */
  readonly path?: string;
  readonly id?: string;
  /** The last hand-off that had it: YYYY-MM-DD. */
  readonly date?: string;
}

/** A translation that a memory has for a segment. Plain data. */
export interface Match {
  /** 0 to 101: {@link Match.base} less all penalties; 101 where nothing is taken off and a context is the same. */
  readonly score: number;
  readonly kind: MatchKind;
  readonly band: Band;
  /**
   * 100 less the share of words that differ: the edit distance over words, of the longer text, rounded down; 94 at most where
   * any differs.
   */
  readonly base: number;
  /** What was taken off, in the order of their names. */
  readonly penalties: readonly Penalty[];
  readonly source: EntryText;
  /** The stored target; of a near match, with the numbers and codes of the segment where {@link Match.adapted} says so. */
  readonly target: EntryText;
  readonly adapted: readonly Adapted[];
  readonly origin: MatchOrigin;
  /** The entry, and its target as it stands in the memory. */
  readonly entry: MemoryEntry;
  readonly stored: EntryTarget;
}

/** The band of a score. */
export function bandOf(score: number): Band {
  if (score > 100) return 'context';
  if (score === 100) return 'exact';
  if (score >= 95) return 'near';
  if (score >= 85) return '85';
  if (score >= 75) return '75';
  return score >= 50 ? '50' : 'new';
}

/** What is put together to matches. */
export interface Ranks {
  /** Translations of the same source, the best first: one more than is asked for, at least two. */
  readonly exact: readonly Ranked[];
  /** Those of others. */
  readonly others: readonly Ranked[];
}

/** Whether there is a translation of the same source that nothing is taken off: all others are worse then. */
export function isExact(exact: readonly Ranked[]): boolean {
  return exact[0]?.score === 100;
}

/** The matches of a segment, the best first. */
export function toMatches(
  segment: EntryText,
  { exact, others }: Ranks,
  settings: MatcherSettings,
  adapt: Adapter,
): readonly Match[] {
  const { limit } = settings;
  const [first, second] = exact;
  if (first === undefined || !isExact(exact)) {
    const kind = (ranked: Ranked): MatchKind =>
      ranked.base < 100 ? 'fuzzy' : ranked.differences === 0 ? 'exact' : 'near';
    const all = [...exact, ...others].sort(compareRanked).slice(0, limit);
    return all.map((ranked) => toMatch(ranked, kind(ranked), [], { segment, settings, adapt }));
  }
  const isAmbiguous = second?.score === 100 && rankOf(second.context) === rankOf(first.context);
  const ambiguous: Penalty[] = [{ name: 'ambiguous', points: settings.penalties.ambiguous }];
  return exact.slice(0, limit).map((ranked) => {
    const kind = ranked === first && first.context > 0 && !isAmbiguous ? 'context' : 'exact';
    const more = isAmbiguous && ranked.score === 100 ? ambiguous : [];
    return toMatch(ranked, kind, more, { segment, settings, adapt });
  });
}

function toMatch(
  { translation, score: ranked, base, differences: bits }: Ranked,
  kind: MatchKind,
  more: readonly Penalty[],
  { segment, settings, adapt }: { segment: EntryText; settings: MatcherSettings; adapt: Adapter },
): Match {
  const { entry, target: stored, memory } = translation;
  const { penalties } = settings;
  const isMachine = stored.translationType === 'mt' && penalties.mt > 0;
  const listed: Penalty[] = isMachine ? [{ name: 'mt', points: penalties.mt }] : [];
  for (const penalty of more) listed.push(penalty);
  if (memory.penalty > 0) listed.push({ name: 'memory', points: memory.penalty });
  for (const name of differences) if ((bits & differs[name]) !== 0) listed.push({ name, points: penalties[name] });
  const score = more.reduce((sum, { points }) => sum - points, ranked) + (kind === 'context' ? 1 : 0);
  const isAdaptable = kind === 'near' && (bits & (differs.codes | differs.numbers)) !== 0;
  const { target, adapted } = isAdaptable
    ? adapt({ source: entry.source, target: stored, newSource: segment })
    : { target: stored, adapted: [] };
  return {
    score,
    kind,
    band: bandOf(score),
    base,
    penalties: listed,
    source: entry.source,
    target,
    adapted,
    origin: originOf(stored, memory.name),
    entry,
    stored,
  };
}

function originOf({ translationType, lastHandoff, places: [place] }: EntryTarget, memory: string): MatchOrigin {
  const origin: { -readonly [Name in keyof MatchOrigin]: MatchOrigin[Name] } = { memory };
  if (translationType !== undefined) origin.translationType = translationType;
  if (place !== undefined) {
    origin.path = place.path;
    origin.id = place.id;
  }
  if (lastHandoff !== undefined) origin.date = lastHandoff;
  return origin;
}
