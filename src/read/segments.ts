import type { Segment, Side } from '../model/article.js';
import type { Content } from '../model/content.js';
import { finding, type ReadFinding } from '../model/diagnostics/diagnostic.js';
import type { Range } from '../model/position.js';
import { isBlank } from '../xml/escapes.js';
import type { CarrierReader } from './carriers/carrier.js';
import type { Markup } from './carriers/markup.js';
import { reportContents } from './findings/of-contents.js';
import { createIds } from './ids.js';
import { findDefinitions } from './inline/definitions.js';
import type { KnownPair, KnownPairs } from './known-pairs.js';
import type { Pair } from './pairs.js';

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
  const idOf = createIds(report);
  const definitions = findDefinitions(text);
  const isDefined = (label: string): boolean => definitions.has(label);
  const reading: Reading = { markup, isDefined, report, known };
  return (pair) => {
    const { targetId, sourceId, range } = pair;
    const id = idOf(pair);
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

/** Whether both texts are nothing but words; of a pair that was met, that is found out once. */
export function areWords(source: string, target: string, markup: Markup, met: KnownPair | undefined): boolean {
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
  reportContents(pair, contents, { escaped, fromPair: isKnown }, report);
  return {
    source: toSide({ range: pair.source, text: source, content: contents.source }),
    target: toSide({ range: pair.target, text: target, content: contents.target }),
  };
}

function wordSide(range: Range, text: string): Side {
  return { range, text, content: [{ kind: 'text', text }] };
}

/** The content with all codes in one range, for text that is not spelled in the article as it reads. */
export function withRange(content: Content, range: Range): Content {
  return content.map((inline) => (inline.kind === 'text' ? inline : { ...inline, range }));
}

/** Why a pair is of no use, whatever is wanted of it. */
export type UselessPair = 'pair/empty-source' | 'pair/empty-target' | 'pair/id-mismatch';

export function skipReason({ targetId, sourceId }: Pair, source: string, target: string): UselessPair | undefined {
  if (targetId !== sourceId) return 'pair/id-mismatch';
  if (isBlank(source)) return 'pair/empty-source';
  return isBlank(target) ? 'pair/empty-target' : undefined;
}
