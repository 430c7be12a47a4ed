import { XMLParser } from 'fast-xml-parser';
import { deepestXml, longestXml, longestXmlText, mostXmlMarkup } from '../model/limits.js';
import { textOf } from './document-text.js';
import { outermost, prefixOf, readNames, type Scope } from './names.js';
import { createXmlScanner } from './scan/well-formed.js';
import { decodeAttribute, decodeReferences, tooLarge, type XmlFault } from './syntax.js';

/** An element of an XML document, with its place. */
export interface XmlElement {
  readonly kind: 'element';
  /** As it is written, with its prefix. */
  readonly name: string;
  /** The name without its prefix. */
  readonly local: string;
  /** The URI of its namespace; empty where it has none. */
  readonly namespace: string;
  /** Values by names as written (`xml:lang`), references decoded, in order. */
  readonly attributes: ReadonlyMap<string, string>;
  /** The URIs of the namespaces of those attributes whose names have a prefix, by names as written. */
  readonly attributeNamespaces: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | XmlText)[];
  /** Where its start tag starts: 0-based UTF-16 code units of the document. */
  readonly start: number;
  /** Where its end tag ends, exclusive. */
  readonly end: number;
}

/** A stretch of text between tags, references decoded; CDATA sections are stretches of their own. */
export interface XmlText {
  readonly kind: 'text';
  readonly text: string;
}

/** What reading gives: the root element, or why there is none. */
export type XmlReading =
  | { readonly root: XmlElement; readonly fault?: undefined }
  | { readonly root?: undefined; readonly fault: XmlFault };

type Raw = Record<string | symbol, unknown> & { readonly ':@'?: Readonly<Record<string, string>> };

const textName = '#text';
const cdataName = '#cdata';
// The declared type, `Symbol`, is the wrapper; the value is a primitive.
const place = /* @__PURE__ */ XMLParser.getMetaDataSymbol() as symbol;

/** Names that fast-xml-parser refuses wherever they stand, though XML has them like any other. */
const reserved: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
/** Stands before them while they are read: no document has it. */
const reservedMark = '\0';

function markReserved(name: string): string {
  return reserved.has(name) ? reservedMark + name : name;
}

function withoutMark(name: string): string {
  return name.startsWith(reservedMark) ? name.slice(reservedMark.length) : name;
}

/** Entities stay off: a document that declares one is refused before, and the five of XML are decoded here. */
const options = {
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  textNodeName: textName,
  cdataPropName: cdataName,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  captureMetaData: true,
  jPath: false,
  // An attribute may be called `toString`; what is read of it is an own property.
  onDangerousProperty: (name: string): string => name,
  transformTagName: markReserved,
  transformAttributeName: markReserved,
  maxNestedTags: deepestXml,
} as const;

/**
 * Reads an XML 1.0 document with namespaces. It never throws, never looks outside of the text, and takes time in
 * proportion to its length; what is not well-formed, deeper than {@link deepestXml}, or larger than the limits, is refused.
 */
export function readXml(text: string): XmlReading {
  if (text.length > longestXml) return { fault: tooLarge(0, `more than ${longestXml} characters`) };
  return readMoved(text, 0, mostXmlMarkup);
}

/** How many tags and attributes a text has at most. */
export function countMarkup(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    // The end tag of an element is counted with it.
    if ((code === 0x3c && text.charCodeAt(at + 1) !== 0x2f) || code === 0x3d) count++;
  }
  return count;
}

/** `shift`: what all offsets are moved by. `most`: tags and attributes that are read; a scan alone takes no memory. */
function readMoved(text: string, shift: number, most: number = Number.POSITIVE_INFINITY): XmlReading {
  const { fault, hidden } = scanXml(text, most);
  if (fault !== undefined) return { fault: { ...fault, offset: fault.offset + shift } };
  if (countMarkup(text) > most) return { fault: tooLarge(shift, `more than ${most} tags and attributes`) };
  let raws: Raw[];
  try {
    raws = new XMLParser(options).parse(hide(text, hidden)) as Raw[];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { fault: { code: 'xml/unreadable', args: [reason], offset: shift } };
  }
  const raw = raws.find((node) => node[textName] === undefined);
  if (raw === undefined) return { fault: { code: 'xml/unreadable', args: ['no element found'], offset: shift } };
  const root = toElement(raw, outermost, shift);
  return 'code' in root ? { fault: root } : { root };
}

/** What a scan finds: the first fault, or the places of what the parser must not see. */
interface XmlScan {
  readonly fault?: XmlFault;
  /** Document types, declarations and processing instructions, in order. */
  readonly hidden: readonly (readonly [start: number, end: number])[];
}

/** Looks for what makes a whole text no well-formed document, or one that is not read. */
function scanXml(text: string, most: number): XmlScan {
  const hidden: [number, number][] = [];
  let tooLong: XmlFault | undefined;
  let from = 0;
  let length = 0;
  const restart = (at: number): void => {
    from = at;
    length = 0;
  };
  const scanner = createXmlScanner({
    hidden(start, end) {
      // More are refused.
      if (hidden.length <= most) hidden.push([start, end]);
    },
    open({ end }) {
      restart(end);
      return tooLong;
    },
    close: restart,
    text(piece) {
      length += piece.length;
      if (length > longestXmlText) tooLong ??= tooLarge(from, `a text of more than ${longestXmlText} characters`);
    },
  });
  let fault: XmlFault | undefined;
  // In pieces: the limits of tags hold before they are read.
  for (const piece of textOf(text).pieces()) {
    fault = scanner.write(piece);
    if (fault !== undefined) break;
  }
  fault ??= scanner.end() ?? tooLong;
  return fault === undefined ? { hidden } : { fault, hidden };
}

/**
 * Reads an element, written in any way, that was cut out of a document at `offset`; its places are those of the document. `declarations`: what
 * was declared around it, as attributes are written, with a space before each.
 */
export function readAnyElement(text: string, offset: number, declarations: string): XmlReading {
  const tag = `<_${declarations}>`;
  const shift = offset - tag.length;
  const { root, fault } = readMoved(`${tag}${text}</_>`, shift);
  if (fault !== undefined) return { fault: { ...fault, offset: Math.max(offset, fault.offset) } };
  const element = elementsIn(root)[0];
  return element === undefined
    ? { fault: { code: 'xml/unreadable', args: ['no element found'], offset } }
    : { root: element };
}

/**
 * The text with comments of the same length for what fast-xml-parser misreads: quotes in processing instructions, and
 * document types. An instruction too short for that is too short to hold quotes.
 */
function hide(text: string, hidden: readonly (readonly [number, number])[]): string {
  let shown = '';
  let from = 0;
  for (const [start, end] of hidden) {
    if (end - start < 7) continue;
    shown += `${text.slice(from, start)}<!--${' '.repeat(end - start - 7)}-->`;
    from = end;
  }
  return shown + text.slice(from);
}

/** Of all elements without any: an empty map for each would take more memory than the rest of it. */
const none: ReadonlyMap<string, string> = new Map();

function attributesOf(raw: Raw): ReadonlyMap<string, string> {
  const written = Object.entries(raw[':@'] ?? {});
  return written.length === 0
    ? none
    : new Map(written.map(([key, value]) => [withoutMark(key), decodeAttribute(value)]));
}

function toElement(raw: Raw, outer: Scope, shift: number): XmlElement | XmlFault {
  const key = Object.keys(raw).find((each) => each !== ':@') ?? '';
  const name = withoutMark(key);
  const { startIndex = 0, endIndex = 0 } = raw[place] as { startIndex?: number; endIndex?: number };
  const start = startIndex + shift;
  const attributes = attributesOf(raw);
  const names = readNames(name, [...attributes.keys()], (each) => attributes.get(each) ?? '', outer, start);
  if ('code' in names) return names;
  const children: (XmlElement | XmlText)[] = [];
  for (const child of raw[key] as Raw[]) {
    if (child[textName] !== undefined) {
      children.push({ kind: 'text', text: decodeReferences(String(child[textName])) });
    } else if (child[cdataName] !== undefined) {
      const [section] = child[cdataName] as Raw[];
      children.push({ kind: 'text', text: String(section?.[textName] ?? '') });
    } else {
      const element = toElement(child, names.scope, shift);
      if ('code' in element) return element;
      children.push(element);
    }
  }
  const prefix = prefixOf(name);
  return {
    kind: 'element',
    name,
    local: prefix === '' ? name : name.slice(prefix.length + 1),
    namespace: names.namespace,
    attributes,
    attributeNamespaces: names.attributes ?? none,
    children,
    start,
    end: endIndex + shift,
  };
}

/** The child elements, in order. */
export function elementsIn(element: XmlElement): XmlElement[] {
  return element.children.filter((child) => child.kind === 'element');
}

/** All elements in an element, at any depth, in document order. */
export function elementsBelow(parent: XmlElement): XmlElement[] {
  const found: XmlElement[] = [];
  const walk = (element: XmlElement): void => {
    for (const child of elementsIn(element)) {
      found.push(child);
      walk(child);
    }
  };
  walk(parent);
  return found;
}

/** Where an attribute of an element is written; the start of the element where it has none of that name. */
export function attributeOffset(text: string, element: XmlElement, name: string): number {
  const each = /(?<![^\s=<>/"'])([^\s=<>/"']+)\s*=\s*(?:"[^"]*"|'[^']*')|>/g;
  each.lastIndex = element.start + 1 + element.name.length;
  for (let match = each.exec(text); match?.[1] !== undefined; match = each.exec(text)) {
    if (match[1] === name) return match.index;
  }
  return element.start;
}

/** Where the first text that is not white space starts directly in an element; the start of the element if there is none. */
export function textOffset(text: string, element: XmlElement): number {
  const part = /"[^"]*"|'[^']*'|[^"'>]+/y;
  let at = element.start;
  for (part.lastIndex = at; part.test(text); ) at = part.lastIndex;
  at++;
  const gap = /[ \t\r\n]+|<!--[\s\S]*?-->|<\?[\s\S]*?\?>/y;
  const skip = (from: number): number => {
    let end = from;
    for (gap.lastIndex = from; gap.test(text); ) end = gap.lastIndex;
    return end;
  };
  at = skip(at);
  for (const child of elementsIn(element)) {
    if (child.start !== at) return at;
    at = skip(child.end);
  }
  return at < element.end ? at : element.start;
}
