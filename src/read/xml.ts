import { XMLParser } from 'fast-xml-parser';
import { maxDepth, scanXml, type XmlFault } from './well-formed.js';

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
const place = XMLParser.getMetaDataSymbol() as symbol;

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
  maxNestedTags: maxDepth,
} as const;

/**
 * Reads an XML 1.0 document with namespaces. It never throws, never looks outside of the text, and takes time in
 * proportion to its length; what is not well-formed, or deeper than {@link maxDepth}, is refused.
 */
export function readXml(text: string): XmlReading {
  const { fault, hidden } = scanXml(text);
  if (fault !== undefined) return { fault };
  let raws: Raw[];
  try {
    raws = new XMLParser(options).parse(hide(text, hidden)) as Raw[];
  } catch (error) {
    // Names such as `constructor` as an element are refused by fast-xml-parser.
    const reason = error instanceof Error ? error.message : String(error);
    return { fault: { code: 'xml/unreadable', args: [reason], offset: 0 } };
  }
  const raw = raws.find((node) => node[textName] === undefined);
  if (raw === undefined) return { fault: { code: 'xml/unreadable', args: ['no element found'], offset: 0 } };
  const scope: Scope = { names: new Map([['xml', xmlNamespace]]), outer: undefined };
  const root = toElement(raw, scope);
  return 'code' in root ? { fault: root } : { root };
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

const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';
const noNamespaces: ReadonlyMap<string, string> = new Map();

/** The prefixes that an element declares, and those around it. */
interface Scope {
  readonly names: ReadonlyMap<string, string>;
  readonly outer: Scope | undefined;
}

function lookUp(scope: Scope | undefined, prefix: string): string | undefined {
  for (let at = scope; at !== undefined; at = at.outer) {
    const uri = at.names.get(prefix);
    if (uri !== undefined) return uri;
  }
  return prefix === '' ? '' : undefined;
}

function toElement(raw: Raw, outer: Scope): XmlElement | XmlFault {
  const name = Object.keys(raw).find((key) => key !== ':@') ?? '';
  const { startIndex: start = 0, endIndex: end = 0 } = raw[place] as { startIndex?: number; endIndex?: number };
  const attributes = new Map<string, string>();
  const declared = new Map<string, string>();
  for (const [key, value] of Object.entries(raw[':@'] ?? {})) {
    const decoded = decode(value.replace(/[\t\n]/g, ' '));
    attributes.set(key, decoded);
    if (key === 'xmlns') declared.set('', decoded);
    else if (key.startsWith('xmlns:')) declared.set(key.slice(6), decoded);
  }
  for (const [prefix, uri] of declared) {
    const wrong = wrongDeclaration(prefix, uri);
    if (wrong !== undefined)
      return { code: 'xml/syntax', args: [wrong], clause: 'Namespaces in XML 1.0, 3', offset: start };
  }
  const scope = declared.size === 0 ? outer : { names: declared, outer };
  let attributeNamespaces: Map<string, string> | undefined;
  const expanded = new Set<string>();
  for (const key of [name, ...attributes.keys()]) {
    if (!/^[^:]+(?::[^:]+)?$/.test(key)) {
      const clause = 'Namespaces in XML 1.0, 4';
      return { code: 'xml/syntax', args: [`${key} is no qualified name`], clause, offset: start };
    }
    const prefix = prefixOf(key);
    if (prefix === '' || prefix === 'xmlns') continue;
    const uri = lookUp(scope, prefix);
    if (!uri) return { code: 'xml/unbound-prefix', args: [prefix], offset: start };
    if (key === name) continue;
    attributeNamespaces ??= new Map();
    attributeNamespaces.set(key, uri);
    const whole = `{${uri}}${key.slice(prefix.length + 1)}`;
    if (expanded.has(whole)) {
      return { code: 'xml/duplicate-attribute', args: [key], clause: 'Namespaces in XML 1.0, 6.3', offset: start };
    }
    expanded.add(whole);
  }
  const children: (XmlElement | XmlText)[] = [];
  for (const child of raw[name] as Raw[]) {
    if (child[textName] !== undefined) {
      children.push({ kind: 'text', text: decode(String(child[textName])) });
    } else if (child[cdataName] !== undefined) {
      const [section] = child[cdataName] as Raw[];
      children.push({ kind: 'text', text: String(section?.[textName] ?? '') });
    } else {
      const element = toElement(child, scope);
      if ('code' in element) return element;
      children.push(element);
    }
  }
  const prefix = prefixOf(name);
  const local = prefix === '' ? name : name.slice(prefix.length + 1);
  return {
    kind: 'element',
    name,
    local,
    namespace: lookUp(scope, prefix) ?? '',
    attributes,
    attributeNamespaces: attributeNamespaces ?? noNamespaces,
    children,
    start,
    end,
  };
}

/** Why a namespace must not be declared so, if it must not. */
function wrongDeclaration(prefix: string, uri: string): string | undefined {
  if (prefix === 'xmlns' || uri === 'http://www.w3.org/2000/xmlns/') return 'xmlns must not be declared';
  if ((prefix === 'xml') !== (uri === xmlNamespace)) return 'the prefix xml belongs to its namespace, and only it';
  return prefix !== '' && uri === '' ? `the prefix ${prefix} is declared as nothing` : undefined;
}

function prefixOf(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? '' : name.slice(0, colon);
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Replaces the references, which the scan found to be right. */
function decode(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9A-Fa-f]+)|#([0-9]+)|([a-z]+));/g, (whole, hexadecimal, decimal, entity) => {
    if (entity !== undefined) return entities[entity] ?? whole;
    return String.fromCodePoint(hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16));
  });
}

/** The child elements, in order. */
export function elementsIn(element: XmlElement): XmlElement[] {
  return element.children.filter((child) => child.kind === 'element');
}

/** Where an attribute of an element is written; the start of the element where it has none of that name. */
export function attributeOffset(text: string, element: XmlElement, name: string): number {
  const each = /([^\s=<>/"']+)\s*=\s*(?:"[^"]*"|'[^']*')|>/g;
  each.lastIndex = element.start + 1 + element.name.length;
  for (let match = each.exec(text); match?.[1] !== undefined; match = each.exec(text)) {
    if (match[1] === name) return match.index;
  }
  return element.start;
}

/** Where the first text that is not white space starts directly in an element; the start of the element if there is none. */
export function textOffset(text: string, element: XmlElement): number {
  const startTag = /(?:"[^"]*"|'[^']*'|[^"'>])*>/y;
  startTag.lastIndex = element.start;
  startTag.test(text);
  let at = startTag.lastIndex;
  const gap = /(?:[ \t\r\n]+|<!--[\s\S]*?-->|<\?[\s\S]*?\?>)*/y;
  const skip = (from: number): number => {
    gap.lastIndex = from;
    gap.test(text);
    return gap.lastIndex;
  };
  at = skip(at);
  for (const child of elementsIn(element)) {
    if (child.start !== at) return at;
    at = skip(child.end);
  }
  return at < element.end ? at : element.start;
}
