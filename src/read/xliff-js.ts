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
  // An own stack: groups may stand in groups, however deep.
  const levels = [files.flatMap((units) => Object.entries(units)).values()];
  for (let level = levels.at(-1); level !== undefined; level = levels.at(-1)) {
    const { value, done } = level.next();
    if (done) levels.pop();
    else if (value[1].groupUnits === undefined) yield value;
    else levels.push(Object.entries(value[1].groupUnits).values());
  }
}

/** The codes of a side by kind and id, and after them those of the other side. */
function codesOf(segment: Segment, side: 'source' | 'target'): ReadonlyMap<string, Code> {
  const other = side === 'source' ? segment.target : segment.source;
  const codes = new Map<string, Code>();
  for (const content of [other.content, segment[side].content]) {
    for (const inline of content) if (inline.kind !== 'text') codes.set(`${inline.kind} ${inline.id}`, inline);
  }
  return codes;
}

type Find = (key: string) => Code | undefined;

function readNodes(content: XliffJsContent, find: Find, miss: (key: string) => void): Inline[] {
  const read: Inline[] = [];
  const take = (kind: Code['kind'], id: string | undefined): void => {
    const key = `${kind} ${id}`;
    const found = find(key);
    if (found === undefined) miss(key);
    else read.push(found);
  };
  // An own stack: spans may stand in spans, however deep.
  const levels: Level[] = [levelOf(content)];
  for (let level = levels.at(-1); level !== undefined; level = levels.at(-1)) {
    const node = level.nodes[level.next++];
    if (node === undefined) {
      levels.pop();
      if (level.isSpan) take('ec', level.id);
    } else if (typeof node === 'string') {
      if (node !== '') read.push({ kind: 'text', text: node });
    } else if (Array.isArray(node)) levels.push(levelOf(node));
    else {
      const [[element, code] = ['', {}]] = Object.entries(node as Exclude<XliffJsNode, string>);
      if (element === 'Standalone') take(...standalone(code.id));
      else if (element === 'SpanStart' || element === 'GenericSpanStart') take('sc', code.id);
      else if (element === 'SpanEnd' || element === 'GenericSpanEnd') {
        take('ec', endOf(code['startRef'] ?? code['rid'] ?? code.id));
      } else {
        take('sc', code.id);
        levels.push({ ...levelOf(code.contents ?? []), isSpan: true, id: code.id });
      }
    }
  }
  return read;
}

/** The nodes of a span, or of a list, as far as they were read. */
interface Level {
  readonly nodes: readonly XliffJsContent[];
  next: number;
  readonly isSpan?: true;
  readonly id?: string | undefined;
}

function levelOf(content: XliffJsContent): Level {
  return { nodes: Array.isArray(content) ? content : [content], next: 0 };
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
