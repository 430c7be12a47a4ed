import { mostXmlAttributes } from '../model/limits.js';
import { isXmlCharacter } from './character.js';

/** The rules of XML that a text can break, by the names that validation knows them by. */
export type XmlFaultCode =
  | 'xml/syntax'
  | 'xml/mismatched-tag'
  | 'xml/duplicate-attribute'
  | 'xml/illegal-character'
  | 'xml/undefined-entity'
  | 'xml/entity-declaration'
  | 'xml/unbound-prefix'
  | 'xml/encoding'
  | 'xml/too-deep'
  | 'xml/too-large'
  | 'xml/unreadable';

/** Why a text is no well-formed XML, and where. */
export interface XmlFault {
  readonly code: XmlFaultCode;
  /** What the message says of it. */
  readonly args: readonly string[];
  /** The part of the specification that is broken, where it is closer than that of the code. */
  readonly clause?: string;
  /** 0-based UTF-16 code units. */
  readonly offset: number;
}

/** A start tag, or the tag of an empty element, as it is written. */
export interface XmlTag {
  readonly name: string;
  /** Names and values in turn; references in values are as they are written. */
  readonly attributes: readonly string[];
  readonly isEmpty: boolean;
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  /** Nothing is declared in it, and no name has a prefix, but for `xml:lang` and `xml:space`. `undefined`: it may be so. */
  readonly isPlain?: true | undefined;
}

const nameStart =
  ':A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}';
const name = `[${nameStart}][${nameStart}\\-.0-9\\u00B7\\u0300-\\u036F\\u203F\\u2040]*`;
const space = '[ \\t\\r\\n]';
export const declaration: RegExp = new RegExp(
  `<\\?xml${space}+version${space}*=${space}*(["'])1\\.[0-9]+\\1(?:${space}+encoding${space}*=${space}*(["'])[A-Za-z][A-Za-z0-9._-]*\\2)?(?:${space}+standalone${space}*=${space}*(["'])(?:yes|no)\\3)?${space}*\\?>`,
  'y',
);
export const endTag: RegExp = new RegExp(`</(${name})${space}*>`, 'uy');
export const instruction: RegExp = new RegExp(`<\\?(${name})(?=${space}|\\?>)`, 'uy');
const startTag = new RegExp(`<(${name})`, 'uy');
const attribute = new RegExp(`(${space}*)(${name})${space}*=${space}*("[^"]*"|'[^']*')`, 'uy');
const tagEnd = new RegExp(`${space}*(/?)>`, 'y');
const reference = new RegExp(`&(?:#([0-9]+)|#x([0-9A-Fa-f]+)|(${name}));`, 'uy');
const predefined: ReadonlySet<string> = new Set(['amp', 'lt', 'gt', 'quot', 'apos']);

/** Reads a start tag, written in any way; a fault where it is damaged, or does not end in the text. */
export function readAnyTag(text: string, start: number): XmlFault | XmlTag {
  startTag.lastIndex = start;
  const match = startTag.exec(text);
  if (match === null) return syntax(start, 'a tag is damaged, or a < is not written as &lt;', '3.1');
  const attributes: string[] = [];
  let names: Set<string> | undefined;
  let at = startTag.lastIndex;
  for (;;) {
    tagEnd.lastIndex = at;
    const closed = tagEnd.exec(text);
    if (closed !== null) {
      return { name: match[1] ?? '', attributes, isEmpty: closed[1] === '/', start, end: tagEnd.lastIndex };
    }
    attribute.lastIndex = at;
    const found = attribute.exec(text);
    const [whole = '', gap = '', attributeName = '', value = ''] = found ?? [];
    if (found === null || gap === '') return syntax(at, `the tag of ${match[1]} is damaged`, '3.1');
    at += gap.length;
    names ??= new Set();
    if (names.has(attributeName)) return { code: 'xml/duplicate-attribute', args: [attributeName], offset: at };
    names.add(attributeName);
    if (names.size > mostXmlAttributes)
      return tooLarge(start, `an element of more than ${mostXmlAttributes} attributes`);
    const valueEnd = at - gap.length + whole.length;
    const valueStart = valueEnd - value.length;
    const less = value.indexOf('<');
    if (less >= 0) return syntax(valueStart + less, 'an attribute holds a < that is not written as &lt;', '3.1');
    const fault = faultInReferences(text, valueStart, valueEnd);
    if (fault !== undefined) return fault;
    attributes.push(attributeName, value.slice(1, -1));
    at = valueEnd;
  }
}

/** Whether the tag that starts there has its end in the text. */
export function endsTag(text: string, start: number): boolean {
  const mark = /["'>]/g;
  mark.lastIndex = start;
  for (let match = mark.exec(text); match !== null; match = mark.exec(text)) {
    if (match[0] === '>') return true;
    const close = text.indexOf(match[0], match.index + 1);
    if (close < 0) return false;
    mark.lastIndex = close + 1;
  }
  return false;
}

export function faultOutside(text: string, start: number, end: number, afterRoot: boolean): XmlFault | undefined {
  const at = text.slice(start, end).search(/[^ \t\r\n]/);
  if (at < 0) return undefined;
  return syntax(start + at, `text stands ${afterRoot ? 'after' : 'before'} the root element`, '2.1');
}

/** `slice`: the stretch, where it is there. */
export function faultInText(
  text: string,
  start: number,
  end: number,
  slice: string = text.slice(start, end),
): XmlFault | undefined {
  // One character is found far sooner than three.
  const close = slice.includes(']') ? slice.indexOf(']]>') : -1;
  if (close < 0 && !slice.includes('&')) return undefined;
  const fault = faultInReferences(text, start, close < 0 ? end : start + close);
  if (fault !== undefined || close < 0) return fault;
  return syntax(start + close, 'a text holds ]]>, which must be written as ]]&gt;', '2.4');
}

function faultInReferences(text: string, start: number, end: number): XmlFault | undefined {
  const slice: string = text.slice(start, end);
  for (let at = slice.indexOf('&'); at >= 0; at = slice.indexOf('&', at + 1)) {
    if (isUsualReference(slice, at)) continue;
    const offset = start + at;
    reference.lastIndex = at;
    const match = reference.exec(slice);
    if (match === null) return syntax(offset, 'an & is not written as &amp;', '4.1');
    const [, decimal, hexadecimal, entity] = match;
    if (entity !== undefined) {
      if (!predefined.has(entity)) return { code: 'xml/undefined-entity', args: [entity], offset };
    } else {
      const point = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number.parseInt(decimal, 10);
      if (!isXmlCharacter(point)) {
        return { code: 'xml/illegal-character', args: [nameOfCharacter(point)], clause: 'XML 1.0, 4.1', offset };
      }
    }
  }
  return undefined;
}

function isUsualReference(text: string, at: number): boolean {
  return text.startsWith('lt;', at + 1) || text.startsWith('gt;', at + 1) || text.startsWith('amp;', at + 1);
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Replaces the references of a text that was found to be right. */
export function decodeReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9A-Fa-f]+)|#([0-9]+)|([a-z]+));/g, (whole, hexadecimal, decimal, entity) => {
    if (entity !== undefined) return entities[entity] ?? whole;
    return String.fromCodePoint(hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16));
  });
}

/** The value of an attribute that is written so (XML 1.0, section 3.3.3; line ends by 2.11). */
export function decodeAttribute(value: string): string {
  return decodeReferences(value.replace(/[\t\n]/g, ' '));
}

export function nameOfCharacter(point: number): string {
  return `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
}

export function syntax(offset: number, what: string, section: string): XmlFault {
  return { code: 'xml/syntax', args: [what], clause: `XML 1.0, ${section}`, offset };
}

export function tooLarge(offset: number, what: string): XmlFault {
  return { code: 'xml/too-large', args: [what], offset };
}
