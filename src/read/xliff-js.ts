import { type Article, type Segment, segmentsOf } from '../model/article.js';
import type { Code, Content, Inline } from '../model/content.js';
import type { XliffJs, XliffJsContent, XliffJsNode, XliffJsUnits } from '../model/xliff-js.js';

/** A unit that was read back, in the terms of its article. */
export interface ReturnedSegment {
  /** The id of the segment in the article. */
  readonly id: string;
  readonly source: Content;
  readonly target: Content;
}

/** What a document in JavaScript form says of an article. */
export interface ReturnedSegments {
  /** In the order of the document. */
  readonly segments: readonly ReturnedSegment[];
  /** Ids of units that the article does not have. */
  readonly unknownUnits: readonly string[];
  /** Codes that the segment of the article does not have on that side, as `UNIT CODE`; they are left out. */
  readonly unknownCodes: readonly string[];
}

/**
 * Reads the JavaScript form of the package `xliff` back: what {@link toXliffJs} made of the article, or what the
 * package's `xliff2js` reads from an XLIFF 2.0 with a unit for each pair.
 *
 * Data, types and ranges of codes are those of the article, found by id; a code that only the other side of the
 * segment has is taken from there. The text is as it is in the document, and may have been changed. Never throws.
 */
export function fromXliffJs(document: XliffJs, article: Article): ReturnedSegments {
  const known = new Map(Array.from(segmentsOf(article), (segment) => [segment.id, segment]));
  const segments: ReturnedSegment[] = [];
  const unknownUnits: string[] = [];
  const unknownCodes: string[] = [];
  for (const [id, { source = '', target = '' }] of unitsOf(Object.values(document.resources))) {
    const segment = known.get(id);
    if (segment === undefined) {
      unknownUnits.push(id);
      continue;
    }
    const read = (content: XliffJsContent, side: 'source' | 'target'): Content => {
      const codes = codesOf(segment, side);
      return joinText(
        readNodes(
          content,
          (key) => codes.get(key),
          (key) => unknownCodes.push(`${id} ${key}`),
        ),
      );
    };
    segments.push({ id, source: read(source, 'source'), target: read(target, 'target') });
  }
  return { segments, unknownUnits, unknownCodes };
}

function* unitsOf(files: readonly XliffJsUnits[]): Generator<[string, XliffJsUnits[string]], void, undefined> {
  for (const units of files) {
    for (const [id, unit] of Object.entries(units)) {
      if (unit.groupUnits === undefined) yield [id, unit];
      else yield* unitsOf([unit.groupUnits]);
    }
  }
}

/** The codes of a side by kind and id, and behind them those of the other side. */
function codesOf(segment: Segment, side: 'source' | 'target'): ReadonlyMap<string, Code> {
  const other = side === 'source' ? segment.target : segment.source;
  const codes = new Map<string, Code>();
  for (const inline of [...other.content, ...segment[side].content]) {
    if (inline.kind !== 'text') codes.set(`${inline.kind} ${inline.id}`, inline);
  }
  return codes;
}

type Find = (key: string) => Code | undefined;

function readNodes(content: XliffJsContent, find: Find, miss: (key: string) => void): Inline[] {
  if (typeof content === 'string') return content === '' ? [] : [{ kind: 'text', text: content }];
  if (Array.isArray(content)) return content.flatMap((part) => readNodes(part, find, miss));
  const [[element, code] = ['', {}]] = Object.entries(content as Exclude<XliffJsNode, string>);
  const take = (kind: Code['kind'], id: string | undefined): Inline[] => {
    const key = `${kind} ${id}`;
    const found = find(key);
    if (found === undefined) miss(key);
    return found === undefined ? [] : [found];
  };
  switch (element) {
    case 'Standalone':
      return take(...standalone(code.id));
    case 'SpanStart':
    case 'GenericSpanStart':
      return take('sc', code.id);
    case 'SpanEnd':
    case 'GenericSpanEnd':
      return take('ec', endOf(code['startRef'] ?? code['rid'] ?? code.id));
    default: {
      const inner = code.contents === undefined ? [] : readNodes(code.contents, find, miss);
      return [...take('sc', code.id), ...inner, ...take('ec', code.id)];
    }
  }
}

/** XLIFF 1.2 writes a lone half as what stands for itself. */
function standalone(id: string | undefined): [kind: Code['kind'], id: string | undefined] {
  const [, own, which] = /^([0-9]+)-(start|end)$/.exec(id ?? '') ?? [];
  return own === undefined ? ['ph', id] : [which === 'start' ? 'sc' : 'ec', own];
}

/** The id of the pair that an end belongs to. */
function endOf(reference: unknown): string | undefined {
  return typeof reference === 'string' ? reference.replace(/-end$/, '') : undefined;
}

function joinText(content: readonly Inline[]): Content {
  const joined: Inline[] = [];
  for (const inline of content) {
    const last = joined.at(-1);
    if (inline.kind === 'text' && last?.kind === 'text') {
      joined[joined.length - 1] = { kind: 'text', text: last.text + inline.text };
    } else {
      joined.push(inline);
    }
  }
  return joined;
}
