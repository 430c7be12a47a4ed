import {
  type Code,
  type CodeSubType,
  type CodeType,
  type Content,
  type Placeholder,
  toMarkdown,
} from '../model/content.js';
import type { EntryText } from '../model/memory/entry.js';
import { field, keyOf, piece, plain } from '../model/memory/text-key.js';

/** Between the two texts, as {@link field} and {@link piece}: none of them can be in a document of XML. */
const side = '\u0003';
/** First, where a text has one of them itself: what follows is JSON. */
const json = '\u0004';
/** After the packed texts, where there is more: the two texts as a format writes them; nothing where they are written as they are packed. */
const written = '\u0005';

const nowhere = { start: 0, end: 0 };
/** In packed texts that say more than two texts. */
const hasMore = new RegExp(`[${piece}${json}]`);
const separators = new RegExp(`[${piece}${field}${side}${json}${written}]`);

/** Two texts without codes as {@link packPair} has them. */
export function packPlain(source: string, target: string): string {
  if (separators.test(source) || separators.test(target)) return packPair(plain(source), plain(target));
  return `${source}${side}${target}`;
}

/** The two texts of a pair as one string, which {@link unpackPair} reads. */
export function packPair(source: EntryText, target: EntryText): string {
  return `${pack(source)}${side}${pack(target)}`;
}

/** The same as {@link withWritten} of two texts without codes that are written as they are, and so have no separators. */
export function packWritten(source: string, target: string): string {
  return `${source}${side}${target}${written}`;
}

/** Packed texts with the two texts as a format writes them, which are the same for all entries that have them. */
export function withWritten(packed: string, source: string, target: string): string {
  const isSame = packed.length === source.length + 1 + target.length && packed === `${source}${side}${target}`;
  return isSame ? packed + written : `${packed}${written}${source}${side}${target}`;
}

/** The bytes of what {@link withWritten} made, in UTF-8, where packed texts end; their length where there is nothing else. */
export function packedLength(bytes: Uint8Array): number {
  const end = bytes.indexOf(written.charCodeAt(0));
  return end < 0 ? bytes.length : end;
}

/** The two texts as a format writes them, in UTF-8: parts of the bytes of what {@link withWritten} made. */
export interface WrittenTexts {
  readonly source: Uint8Array;
  readonly target: Uint8Array;
}

/** Finds them; `undefined`: they are not there. */
export function writtenIn(bytes: Uint8Array): WrittenTexts | undefined {
  const end = bytes.indexOf(written.charCodeAt(0));
  if (end < 0) return undefined;
  const isSame = end === bytes.length - 1;
  const start = isSame ? 0 : end + 1;
  const until = isSame ? end : bytes.length;
  const middle = bytes.indexOf(side.charCodeAt(0), start);
  return { source: bytes.subarray(start, middle), target: bytes.subarray(middle + 1, until) };
}

/** The two texts. */
export function unpackPair(packed: string): { readonly source: EntryText; readonly target: EntryText } {
  const middle = packed.indexOf(side);
  return { source: unpack(packed.slice(0, middle)), target: unpack(packed.slice(middle + 1)) };
}

/**
 * What packed texts are compared and named by: what tells their pair from others, which stays as it is where ids and types
 * of codes are others, because the pair was written and read again.
 */
export function keyOfPacked(packed: string): string {
  if (!hasMore.test(packed)) return packed;
  const { source, target } = unpackPair(packed);
  return `${keyOf(source)}${side}${keyOf(target)}`;
}

function pack({ text, content }: EntryText): string {
  if (separators.test(text)) return asJson(text, content);
  const [first] = content;
  if (content.length === 1 && first?.kind === 'text' && first.text === text) return text;
  let packed = '';
  /** How far the text is {@link toMarkdown} of the content, which is not put together for that; -1: it is not. */
  let same = 0;
  for (const inline of content) {
    let part: string;
    if (inline.kind === 'text') {
      const { text: read, markdown } = inline;
      part = markdown ?? read;
      // Character references may stand for separators; else all is as it stands in the text.
      if (markdown !== undefined && separators.test(read)) return asJson(text, content);
      packed += markdown === undefined ? `${piece}t${read}` : `${piece}t${read}${field}${markdown}`;
    } else {
      part = inline.data;
      if (inline.kind === 'ph' && separators.test(inline.disp + inline.equiv)) return asJson(text, content);
      packed += packCode(inline);
    }
    if (same >= 0) same = text.startsWith(part, same) ? same + part.length : -1;
  }
  return (same === text.length ? piece : piece + text) + packed;
}

function asJson(text: string, content: Content): string {
  return json + JSON.stringify({ text, content });
}

function packCode(code: Code): string {
  const { id, type, subType = '', data } = code;
  const common = `${id}${field}${type}${field}${subType}${field}${data}`;
  if (code.kind === 'ph') {
    const assoc = code.assoc === undefined ? '' : field + code.assoc;
    return `${piece}p${common}${field}${code.disp}${field}${code.equiv}${assoc}`;
  }
  const letter = code.kind === 'sc' ? 's' : 'e';
  return `${piece}${code.isolated ? letter.toUpperCase() : letter}${common}`;
}

function unpack(packed: string): EntryText {
  if (packed.startsWith(json)) return JSON.parse(packed.slice(1)) as EntryText;
  if (!packed.startsWith(piece)) return plain(packed);
  let end = packed.indexOf(piece, 1);
  const text = packed.slice(1, end < 0 ? packed.length : end);
  const content: Content[number][] = [];
  while (end >= 0) {
    const start = end + 1;
    end = packed.indexOf(piece, start);
    content.push(unpackInline(packed, start, end < 0 ? packed.length : end));
  }
  return { text: text === '' ? toMarkdown(content) : text, content };
}

/** The piece from a letter on: objects are written out, because spreading them takes most of the time. */
function unpackInline(packed: string, start: number, end: number): Content[number] {
  const letter = packed.charAt(start);
  let at = start + 1;
  const next = (): string => {
    const found = packed.indexOf(field, at);
    const until = found < 0 || found > end ? end : found;
    const value = packed.slice(at, until);
    at = Math.min(until + 1, end);
    return value;
  };
  if (letter === 't') {
    const text = next();
    // Where there is no other spelling, the piece ends with the text.
    return packed.charAt(start + 1 + text.length) === field && start + 1 + text.length < end
      ? { kind: 'text', text, markdown: next() }
      : { kind: 'text', text };
  }
  const id = next();
  const type = next() as CodeType;
  const sub = next();
  const data = next();
  const range = nowhere;
  if (letter === 'p') {
    const disp = next();
    const equiv = next();
    const ph: Placeholder =
      sub === ''
        ? { kind: 'ph', id, type, data, range, disp, equiv }
        : { kind: 'ph', id, type, data, range, subType: sub as CodeSubType, disp, equiv };
    return at < end ? { ...ph, assoc: next() as NonNullable<Placeholder['assoc']> } : ph;
  }
  const kind = letter === 's' || letter === 'S' ? 'sc' : 'ec';
  const isolated = letter === 'S' || letter === 'E';
  if (sub === '') {
    return isolated ? { kind, id, type, data, range, isolated } : { kind, id, type, data, range };
  }
  const subType = sub as CodeSubType;
  return isolated ? { kind, id, type, data, range, subType, isolated } : { kind, id, type, data, range, subType };
}
