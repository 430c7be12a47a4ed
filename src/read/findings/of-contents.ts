import type { Code, Inline } from '../../model/content.js';
import { finding, type ReadFinding } from '../../model/diagnostics/diagnostic.js';
import { mostConstructs } from '../../model/limits.js';
import type { Range } from '../../model/position.js';
import type { Contents } from '../contents.js';
import type { Pair } from '../pairs.js';

/** How the ranges of contents are meant. */
interface Places {
  /** The pair is not spelled as it reads: what is found in it has its place. */
  readonly escaped: boolean;
  /** Ranges count from the starts of their texts, and not from that of the article. */
  readonly fromPair: boolean;
}

/** Reports what is odd in the contents of a pair: codes without a partner, those that were recovered, and too many. */
export function reportContents(
  pair: Pair,
  contents: Contents,
  { escaped, fromPair }: Places,
  report: (found: ReadFinding) => void,
): void {
  const placeOf = ({ range }: Code, side: Range): Range => {
    if (escaped) return side;
    return fromPair ? { start: side.start + range.start, end: side.start + range.end } : range;
  };
  const { unmatched } = contents;
  const [lonely] = unmatched.target.length > 0 ? unmatched.target : unmatched.source;
  if (lonely !== undefined) {
    const side = unmatched.target.length > 0 ? pair.target : pair.source;
    reportUnmatched(escaped ? pair.range : placeOf(lonely, side), unmatched, report);
  }
  if (contents.tooMany) report(finding('codes/too-many', pair.range, pair.targetId, String(mostConstructs)));
  if (contents.recovered > 0) {
    const ofSource = contents.source.filter(isRecovered);
    const recovered = [...ofSource, ...contents.target.filter(isRecovered)];
    const [first] = recovered;
    const place = first === undefined ? pair.range : placeOf(first, ofSource.length > 0 ? pair.source : pair.target);
    report(finding('codes/recovered', place, describe(recovered)));
  }
}

/** Whether there is nothing that {@link reportContents} would report. */
export function isQuiet({ unmatched, tooMany, recovered }: Contents): boolean {
  return unmatched.source.length === 0 && unmatched.target.length === 0 && !tooMany && recovered === 0;
}

function isRecovered(inline: Inline): inline is Code {
  return inline.kind !== 'text' && inline.recovered === true;
}

interface Unmatched {
  readonly source: readonly Code[];
  readonly target: readonly Code[];
}

function reportUnmatched(place: Range, { source, target }: Unmatched, report: (found: ReadFinding) => void): void {
  const onlyMath = [...source, ...target].every(({ subType }) => subType === 'md:math');
  const code = onlyMath ? 'codes/unmatched-math' : 'codes/unmatched';
  report(finding(code, place, describe(source), describe(target)));
}

const mostDescribed = 5;

/** The codes as the article spells them, both halves of a pair as one. */
function describe(codes: readonly Code[]): string {
  const starts = new Set<string>();
  const ends = new Map<string, string>();
  for (const { kind, id, data } of codes) {
    if (kind === 'sc') starts.add(id);
    else if (kind === 'ec') ends.set(id, data);
  }
  const named = codes.filter(({ kind, id }) => kind !== 'ec' || !starts.has(id));
  if (named.length === 0) return 'none';
  const names = named
    .slice(0, mostDescribed)
    .map(({ kind, id, data }) => (kind === 'sc' && ends.has(id) ? `${data}…${ends.get(id)}` : data));
  const more = named.length > mostDescribed ? ` and ${named.length - mostDescribed} more` : '';
  return names.join(', ') + more;
}
