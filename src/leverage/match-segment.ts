import type { Match } from '../match/match.js';
import type { SourceSegment } from '../model/source-article.js';
import { alignContents } from '../read/align/align.js';
import { isAmbiguous } from './ambiguous.js';
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

function toLeverageMatch(match: Match, all: readonly Match[]): LeverageMatch {
  const { entry: _entry, stored: _stored, ...shown } = match;
  return { ...shown, name: isAmbiguous(match, all) ? 'ambiguous' : match.kind };
}

function subStateOf({ name, origin }: LeverageMatch): LeverageSubState | undefined {
  if (name === 'near' || name === 'fuzzy') return `ms:${name}`;
  return origin.translationType === 'mt' ? 'ms:mt' : undefined;
}
