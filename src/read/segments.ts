import type { Segment, Side } from '../model/article.js';
import type { Code, Content, Inline } from '../model/content.js';
import { finding, type ReadFinding } from '../model/diagnostics/diagnostic.js';
import { mostConstructs } from '../model/limits.js';
import type { Range } from '../model/position.js';
import { isBlank } from '../xml/escapes.js';
import type { CarrierReader } from './carriers/carrier.js';
import type { Markup } from './carriers/markup.js';
import { findDefinitions } from './inline/definitions.js';
import type { KnownPair, KnownPairs } from './known-pairs.js';
import type { Pair } from './pairs.js';

const idGrammar = /^[0-9a-f]{5}-p?[0-9]+$/;

type Report = (found: ReadFinding) => void;

/**
 * Makes segments of the pairs of a text: with ids that are unique, their contents read, and the odd ones reported. `known`:
 * pairs that were met elsewhere, whose contents need not be read again.
 */
export function createSegmentReader(
  text: string,
  { textOf, isEscaped }: CarrierReader,
  markup: Markup,
  report: Report,
  known?: KnownPairs,
): (pair: Pair) => Segment {
  const uniqueId = createUniqueIds();
  const definitions = findDefinitions(text);
  const isDefined = (label: string): boolean => definitions.has(label);
  const reading: Reading = { markup, isDefined, report, known };
  return (pair) => {
    const { targetId, sourceId, range } = pair;
    const isId = idGrammar.test(targetId);
    if (!isId) report(finding('pair/invalid-id', range, targetId));
    const plainId = isId ? targetId : toNmtoken(targetId);
    const id = uniqueId(plainId);
    if (id !== plainId) report(finding('pair/duplicate-id', range, targetId, id));
    let source = textOf(pair, pair.source);
    let target = textOf(pair, pair.target);
    const met = known?.meet(source, target);
    if (met !== undefined) ({ source, target } = met);
    const skip = skipReason(pair, source, target);
    if (skip === undefined && areWords(source, target, markup, met)) {
      // Most pairs are words and nothing else.
      return {
        kind: 'segment',
        id,
        range,
        source: wordSide(pair.source, source),
        target: wordSide(pair.target, target),
      };
    }
    if (skip !== undefined) report(finding(skip, range, targetId, sourceId));
    const sides = readSides(pair, source, target, isEscaped(pair), skip !== undefined, reading, met);
    return skip === undefined
      ? { kind: 'segment', id, range, source: sides.source, target: sides.target }
      : { kind: 'segment', id, range, source: sides.source, target: sides.target, skip };
  };
}

/** What reading a pair needs besides it. */
interface Reading {
  readonly markup: Markup;
  readonly isDefined: (label: string) => boolean;
  readonly report: Report;
  readonly known: KnownPairs | undefined;
}

function areWords(source: string, target: string, markup: Markup, met: KnownPair | undefined): boolean {
  if (met?.areWords !== undefined) return met.areWords;
  const are = markup.isWords(source) && markup.isWords(target);
  if (met !== undefined) met.areWords = are;
  return are;
}

function readSides(
  pair: Pair,
  source: string,
  target: string,
  escaped: boolean,
  apart: boolean,
  { markup, isDefined, report, known }: Reading,
  met: KnownPair | undefined,
): { source: Side; target: Side } {
  // What is known of texts is the same wherever they stand.
  const isKnown = known !== undefined && met !== undefined;
  const sourceOffset = isKnown ? 0 : pair.source.start;
  const targetOffset = isKnown ? 0 : pair.target.start;
  const toSide = ({ range, text, content }: Side): Side =>
    escaped && !isKnown ? { range, text, content: withRange(content, range) } : { range, text, content };
  if (apart) {
    const sourceContent = markup.parse(source, { offset: sourceOffset, isDefined });
    const targetContent = markup.parse(target, { offset: targetOffset, isDefined });
    return {
      source: toSide({ range: pair.source, text: source, content: sourceContent }),
      target: toSide({ range: pair.target, text: target, content: targetContent }),
    };
  }
  const contents = isKnown
    ? known.readContents(met, isDefined)
    : markup.readContents(source, target, { sourceOffset, targetOffset, isDefined });
  const placeOf = ({ range }: Code, side: Range): Range => {
    if (escaped) return side;
    return isKnown ? { start: side.start + range.start, end: side.start + range.end } : range;
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
  return {
    source: toSide({ range: pair.source, text: source, content: contents.source }),
    target: toSide({ range: pair.target, text: target, content: contents.target }),
  };
}

function isRecovered(inline: Inline): inline is Code {
  return inline.kind !== 'text' && inline.recovered === true;
}

function wordSide(range: Range, text: string): Side {
  return { range, text, content: [{ kind: 'text', text }] };
}

/** The content with all codes in one range, for text that is not spelled in the article as it reads. */
export function withRange(content: Content, range: Range): Content {
  return content.map((inline) => (inline.kind === 'text' ? inline : { ...inline, range }));
}

interface Unmatched {
  readonly source: readonly Code[];
  readonly target: readonly Code[];
}

function reportUnmatched(place: Range, { source, target }: Unmatched, report: Report): void {
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

/** Why a pair is of no use, whatever is wanted of it. */
type UselessPair = 'pair/empty-source' | 'pair/empty-target' | 'pair/id-mismatch';

function skipReason({ targetId, sourceId }: Pair, source: string, target: string): UselessPair | undefined {
  if (targetId !== sourceId) return 'pair/id-mismatch';
  if (isBlank(source)) return 'pair/empty-source';
  return isBlank(target) ? 'pair/empty-target' : undefined;
}

/** An id that XML accepts as an NMTOKEN; XLIFF 2.0 ids are of that type. */
function toNmtoken(id: string): string {
  return id.replace(/[^A-Za-z0-9._-]/g, '_') || '_';
}

/** Gives each id once; to those that it was asked for before, it adds a number. */
function createUniqueIds(): (id: string) => string {
  const given = new Set<string>();
  const counts = new Map<string, number>();
  return (id) => {
    const known = given.size;
    if (given.add(id).size > known) return id;
    let count = counts.get(id) ?? 0;
    let unique = id;
    while (given.has(unique)) unique = `${id}.${++count + 1}`;
    counts.set(id, count);
    given.add(unique);
    return unique;
  };
}
