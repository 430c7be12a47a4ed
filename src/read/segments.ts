import type { Segment, Side } from '../model/article.js';
import type { Code, Content } from '../model/content.js';
import { finding, type ReadFinding } from '../model/diagnostics/diagnostic.js';
import { mostConstructs } from '../model/limits.js';
import type { Range } from '../model/position.js';
import type { CarrierReader } from './carriers/carrier.js';
import type { Markup } from './carriers/markup.js';
import { findDefinitions } from './inline/definitions.js';
import type { Pair } from './pairs.js';

const idGrammar = /^[0-9a-f]{5}-p?[0-9]+$/;

type Report = (found: ReadFinding) => void;

/** Makes segments of the pairs of a text: with ids that are unique, their contents read, and the odd ones reported. */
export function createSegmentReader(
  text: string,
  { textOf, isEscaped }: CarrierReader,
  markup: Markup,
  report: Report,
): (pair: Pair) => Segment {
  const uniqueId = createUniqueIds();
  const definitions = findDefinitions(text);
  const isDefined = (label: string): boolean => definitions.has(label);
  const reading: Reading = { markup, isDefined, report };
  return (pair) => {
    const { targetId, sourceId, range } = pair;
    const isId = idGrammar.test(targetId);
    if (!isId) report(finding('pair/invalid-id', range, targetId));
    const plainId = isId ? targetId : toNmtoken(targetId);
    const id = uniqueId(plainId);
    if (id !== plainId) report(finding('pair/duplicate-id', range, targetId, id));
    const source = textOf(pair, pair.source);
    const target = textOf(pair, pair.target);
    const skip = skipReason(pair, source, target);
    if (skip === undefined && markup.isWords(source) && markup.isWords(target)) {
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
    const sides = readSides(pair, source, target, isEscaped(pair), skip !== undefined, reading);
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
}

function readSides(
  pair: Pair,
  source: string,
  target: string,
  escaped: boolean,
  apart: boolean,
  { markup, isDefined, report }: Reading,
): { source: Side; target: Side } {
  const sourceOffset = pair.source.start;
  const targetOffset = pair.target.start;
  if (apart) {
    return {
      source: toSide(pair.source, source, markup.parse(source, { offset: sourceOffset, isDefined }), escaped),
      target: toSide(pair.target, target, markup.parse(target, { offset: targetOffset, isDefined }), escaped),
    };
  }
  const contents = markup.readContents(source, target, { sourceOffset, targetOffset, isDefined });
  const sides = {
    source: toSide(pair.source, source, contents.source, escaped),
    target: toSide(pair.target, target, contents.target, escaped),
  };
  if (contents.unmatched.source.length + contents.unmatched.target.length > 0) {
    reportUnmatched(pair, escaped, contents.unmatched, report);
  }
  if (contents.tooMany) report(finding('codes/too-many', pair.range, pair.targetId, String(mostConstructs)));
  if (contents.recovered > 0) {
    const recovered = [...sides.source.content, ...sides.target.content].filter(
      (inline): inline is Code => inline.kind !== 'text' && inline.recovered === true,
    );
    report(finding('codes/recovered', recovered[0]?.range ?? pair.range, describe(recovered)));
  }
  return sides;
}

function wordSide(range: Range, text: string): Side {
  return { range, text, content: [{ kind: 'text', text }] };
}

function toSide(range: Range, text: string, content: Content, escaped: boolean): Side {
  return { range, text, content: escaped ? withRange(content, range) : content };
}

/** The content with all codes in one range, for text that is not spelled in the article as it reads. */
export function withRange(content: Content, range: Range): Content {
  return content.map((inline) => (inline.kind === 'text' ? inline : { ...inline, range }));
}

interface Unmatched {
  readonly source: readonly Code[];
  readonly target: readonly Code[];
}

function reportUnmatched(pair: Pair, escaped: boolean, { source, target }: Unmatched, report: Report): void {
  const [first] = target.length > 0 ? target : source;
  if (first === undefined) return;
  const onlyMath = [...source, ...target].every(({ subType }) => subType === 'md:math');
  const code = onlyMath ? 'codes/unmatched-math' : 'codes/unmatched';
  report(finding(code, escaped ? pair.range : first.range, describe(source), describe(target)));
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

/** Whether a text is nothing but white space. Most texts start with something else. */
function isBlank(text: string): boolean {
  return text.length === 0 || (text.charCodeAt(0) <= 0x20 || text.charCodeAt(0) >= 0x80 ? text.trim() === '' : false);
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
