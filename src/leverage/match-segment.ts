import type { Match } from '../match/match.js';
import type { SourceSegment } from '../model/source-article.js';
import { alignContents } from '../read/align/align.js';
import type { LeveragedSegment, LeverageMatch, LeverageSubState } from './leveraged.js';
import type { LeverageSettings } from './options.js';

/** So many candidates of a segment are given at most. */
const mostCandidates = 5;

/** A segment with what was found for it. */
export function withMatches(
  { kind, id, range, source }: SourceSegment,
  found: readonly Match[],
  { fill, show }: LeverageSettings,
): LeveragedSegment {
  const matches = found.slice(0, mostCandidates).map((match) => toLeverageMatch(match, found));
  const [match] = matches;
  const candidates = matches.filter(({ score }) => score >= show);
  const segment = { kind, id, range, source };
  if (match === undefined) return { ...segment, state: 'initial', subState: 'ms:empty', candidates };
  if (match.score < fill || match.name === 'ambiguous') {
    const subState = candidates.length === 0 ? 'ms:empty' : (`ms:${match.name}` as const);
    return { ...segment, match, state: 'initial', subState, candidates };
  }
  const { text, content } = match.target;
  const target = { text, content: alignContents(source.content, content).target };
  const subState = subStateOf(match);
  return {
    ...segment,
    match,
    target,
    state: 'translated',
    ...(subState === undefined ? {} : { subState }),
    candidates,
  };
}

function toLeverageMatch({ entry: _entry, stored: _stored, ...match }: Match, all: readonly Match[]): LeverageMatch {
  const isAmbiguous = match.penalties.some(({ name }) => name === 'ambiguous') || isTied(match, all);
  return { ...match, name: isAmbiguous ? 'ambiguous' : match.kind };
}

/** Whether another target of the same source has the same score, less the same penalties. */
function isTied({ score, kind, target }: Omit<Match, 'entry' | 'stored'>, all: readonly Match[]): boolean {
  if (kind !== 'exact') return false;
  return all.some((other) => other.kind === 'exact' && other.score === score && other.target !== target);
}

function subStateOf({ name, origin }: LeverageMatch): LeverageSubState | undefined {
  if (name === 'near' || name === 'fuzzy') return `ms:${name}`;
  return origin.translationType === 'mt' ? 'ms:mt' : undefined;
}
