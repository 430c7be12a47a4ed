import { hasSameSigns } from '../match/adapt/numbers.js';
import type { Match } from '../match/match.js';
import type { EntryText } from '../model/memory/entry.js';
import type { SourceSegment } from '../model/source-article.js';
import { alignContents } from '../read/align/align.js';
import { isAmbiguous } from './ambiguous.js';
import type { LeveragedSegment, LeverageMatch, LeverageSubState } from './leveraged.js';
import type { LeverageSettings } from './options.js';
import { withRecovered } from './recovered.js';

/** So many candidates of a segment are given at most. */
const mostCandidates = 5;

/** A segment with what was found for it. One that has a target keeps that, with its state. */
export function withMatches(
  segment: SourceSegment,
  found: readonly Match[],
  { fill, show }: LeverageSettings,
): LeveragedSegment {
  const matches = found.slice(0, mostCandidates).map((match) => toLeverageMatch(match, found));
  const [match] = matches;
  const candidates = matches
    .filter(({ score }) => score >= show)
    .map((shown) => {
      const recovered = withRecovered(shown.target);
      return recovered === shown.target ? shown : { ...shown, target: recovered };
    });
  const { kind, id, range, source, target, state, subState, score } = segment;
  if (target !== undefined) {
    const more = {
      ...(match === undefined ? {} : { match }),
      ...(subState === undefined ? {} : { subState }),
      ...(score === undefined ? {} : { score }),
    };
    return { kind, id, range, source, candidates, target, state: state ?? 'translated', ...more };
  }
  // These are written out: objects that are spread have hidden classes of their own.
  if (match === undefined) return { kind, id, range, source, candidates, state: 'initial', subState: 'ms:empty' };
  if (match.score < fill || match.name === 'ambiguous' || isInDoubt(match, source)) {
    const [shown] = candidates;
    const open = shown === undefined ? 'ms:empty' : `ms:${shown.name}`;
    return { kind, id, range, source, match, candidates, state: 'initial', subState: open };
  }
  const { text, content } = match.target;
  const filled = { text, content: alignContents(source.content, content).target };
  const open = subStateOf(match);
  return open === undefined
    ? { kind, id, range, source, match, candidates, target: filled, state: 'translated', score: match.score }
    : {
        kind,
        id,
        range,
        source,
        match,
        candidates,
        target: filled,
        state: 'translated',
        subState: open,
        score: match.score,
      };
}

/**
 * Whether a near match has numbers or codes of the stored source still: where they belong was not clear. A number with
 * another sign is another number, and a name with another symbol another name.
 */
function isInDoubt({ name, penalties, adapted, source }: LeverageMatch, own: EntryText): boolean {
  if (name !== 'near') return false;
  if (!hasSameSigns(source.content, own.content)) return true;
  return (['numbers', 'codes'] as const).some(
    (kind) => penalties.some((penalty) => penalty.name === kind) && !adapted.includes(kind),
  );
}

/** Codes of a target that was adapted have the ids of those of the new source. */
function toLeverageMatch(match: Match, all: readonly Match[]): LeverageMatch {
  const { score, kind, band, base, penalties, source, target, adapted, origin } = match;
  const { text, content } = target;
  return {
    score,
    kind,
    band,
    base,
    penalties,
    source,
    adapted,
    origin,
    name: isAmbiguous(match, all) ? 'ambiguous' : kind,
    target: { text, content: alignContents(source.content, content).target },
  };
}

function subStateOf({ name, origin }: LeverageMatch): LeverageSubState | undefined {
  if (name === 'near' || name === 'fuzzy') return `ms:${name}`;
  return origin.translationType === 'mt' ? 'ms:mt' : undefined;
}
