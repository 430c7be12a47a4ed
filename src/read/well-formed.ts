/** The rules of XML that a text can break, by the names that validation knows them by. */
export type XmlFaultCode =
  | 'xml/syntax'
  | 'xml/mismatched-tag'
  | 'xml/duplicate-attribute'
  | 'xml/illegal-character'
  | 'xml/undefined-entity'
  | 'xml/entity-declaration'
  | 'xml/unbound-prefix'
  | 'xml/too-deep'
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

/** What a scan finds: the first fault, or the places of what the parser must not see. */
export interface XmlScan {
  readonly fault?: XmlFault;
  /** Document types, declarations and processing instructions, in order. */
  readonly hidden: readonly (readonly [start: number, end: number])[];
}

/** Elements may stand this deep in each other; more is taken for an attack. XLIFF and TMX need a dozen. */
export const maxDepth = 250;

const nameStart =
  ':A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}';
const name = `[${nameStart}][${nameStart}\\-.0-9\\u00B7\\u0300-\\u036F\\u203F\\u2040]*`;
const space = '[ \\t\\r\\n]';
const declaration = new RegExp(
  `<\\?xml${space}+version${space}*=${space}*(["'])1\\.[0-9]+\\1(?:${space}+encoding${space}*=${space}*(["'])[A-Za-z][A-Za-z0-9._-]*\\2)?(?:${space}+standalone${space}*=${space}*(["'])(?:yes|no)\\3)?${space}*\\?>`,
  'y',
);
const startTag = new RegExp(`<(${name})`, 'uy');
const attribute = new RegExp(`(${space}*)(${name})${space}*=${space}*("[^"]*"|'[^']*')`, 'uy');
const tagEnd = new RegExp(`${space}*(/?)>`, 'y');
const endTag = new RegExp(`</(${name})${space}*>`, 'uy');
const instruction = new RegExp(`<\\?(${name})(?=${space}|\\?>)`, 'uy');
const reference = new RegExp(`&(?:#([0-9]+)|#x([0-9A-Fa-f]+)|(${name}));`, 'uy');
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that it is about.
const illegal = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/u;
const predefined: ReadonlySet<string> = new Set(['amp', 'lt', 'gt', 'quot', 'apos']);

/**
 * Looks for what makes a text no well-formed XML 1.0 document. One pass; it stops at the first fault.
 *
 * fast-xml-parser accepts nearly everything, and fast-xml-validator 1.4 lets pass undefined entities, `<` in attributes,
 * references to illegal characters, `]]>` in text, a second root and lone surrogates; hence this one. Entities of a
 * document type are refused, and nothing outside of the text is ever read.
 */
export function scanXml(text: string): XmlScan {
  const hidden: [number, number][] = [];
  const fault = scan(text, hidden);
  const at = text.search(illegal);
  if (at >= 0 && (fault === undefined || at <= fault.offset)) {
    return { fault: { code: 'xml/illegal-character', args: [nameOf(text.charCodeAt(at))], offset: at }, hidden };
  }
  return fault === undefined ? { hidden } : { fault, hidden };
}

function scan(text: string, hidden: [number, number][]): XmlFault | undefined {
  const open: { readonly name: string; readonly offset: number }[] = [];
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  let root = false;
  let documentType = false;
  if (/^<\?xml[ \t\r\n?]/.test(text.slice(at, at + 6))) {
    declaration.lastIndex = at;
    const match = declaration.exec(text);
    if (match === null) return syntax(at, 'the XML declaration is not of the form <?xml version="1.0" …?>', '2.8');
    hidden.push([at, declaration.lastIndex]);
    at = declaration.lastIndex;
  }
  while (at < text.length) {
    const next = text.indexOf('<', at);
    const end = next < 0 ? text.length : next;
    const fault = open.length > 0 ? faultInText(text, at, end) : faultOutside(text, at, end, root);
    if (fault !== undefined) return fault;
    if (next < 0) break;
    at = next;
    if (text.startsWith('<!--', at)) {
      const close = text.indexOf('--', at + 4);
      if (close < 0) return syntax(at, 'the comment is not closed', '2.5');
      if (text[close + 2] !== '>') return syntax(close, 'a comment must not hold --', '2.5');
      at = close + 3;
    } else if (text.startsWith('<![CDATA[', at)) {
      if (open.length === 0) return syntax(at, 'a CDATA section stands outside of the root element', '2.7');
      const close = text.indexOf(']]>', at);
      if (close < 0) return syntax(at, 'the CDATA section is not closed', '2.7');
      at = close + 3;
    } else if (text.startsWith('<?', at)) {
      const close = endOfInstruction(text, at);
      if (typeof close !== 'number') return close;
      hidden.push([at, close]);
      at = close;
    } else if (text.startsWith('<!DOCTYPE', at)) {
      if (root || documentType) return syntax(at, 'a document type declaration stands at the wrong place', '2.8');
      const close = endOfDocumentType(text, at);
      if (typeof close !== 'number') return close;
      documentType = true;
      hidden.push([at, close]);
      at = close;
    } else if (text.startsWith('</', at)) {
      endTag.lastIndex = at;
      const match = endTag.exec(text);
      if (match === null) return syntax(at, 'the closing tag is damaged', '3.1');
      const started = open.pop();
      if (started?.name !== match[1]) {
        return { code: 'xml/mismatched-tag', args: [`</${match[1]}>`, started?.name ?? ''], offset: at };
      }
      at = endTag.lastIndex;
    } else {
      if (open.length === 0 && root) return syntax(at, 'a second root element starts', '2.1');
      const tag = readStartTag(text, at);
      if ('code' in tag) return tag;
      root = true;
      if (!tag.empty) open.push({ name: tag.name, offset: at });
      if (open.length > maxDepth) return { code: 'xml/too-deep', args: [String(maxDepth)], offset: at };
      at = tag.end;
    }
  }
  const unclosed = open.at(-1);
  if (unclosed !== undefined) return syntax(unclosed.offset, `the element ${unclosed.name} is not closed`, '3.1');
  return root ? undefined : syntax(0, 'there is no root element', '2.1');
}

function readStartTag(
  text: string,
  start: number,
): XmlFault | { readonly name: string; readonly end: number; readonly empty: boolean } {
  startTag.lastIndex = start;
  const match = startTag.exec(text);
  if (match === null) return syntax(start, 'a tag is damaged, or a < is not written as &lt;', '3.1');
  const names = new Set<string>();
  let at = startTag.lastIndex;
  for (;;) {
    tagEnd.lastIndex = at;
    const end = tagEnd.exec(text);
    if (end !== null) return { name: match[1] ?? '', end: tagEnd.lastIndex, empty: end[1] === '/' };
    attribute.lastIndex = at;
    const found = attribute.exec(text);
    const [whole = '', gap = '', attributeName = '', value = ''] = found ?? [];
    if (found === null || gap === '') return syntax(at, `the tag of ${match[1]} is damaged`, '3.1');
    at += gap.length;
    if (names.has(attributeName)) return { code: 'xml/duplicate-attribute', args: [attributeName], offset: at };
    names.add(attributeName);
    const valueEnd = at - gap.length + whole.length;
    const valueStart = valueEnd - value.length;
    const less = value.indexOf('<');
    if (less >= 0) return syntax(valueStart + less, 'an attribute holds a < that is not written as &lt;', '3.1');
    const fault = faultInReferences(text, valueStart, valueEnd);
    if (fault !== undefined) return fault;
    at = valueEnd;
  }
}

function endOfInstruction(text: string, start: number): number | XmlFault {
  instruction.lastIndex = start;
  const target = instruction.exec(text)?.[1];
  if (target === undefined) return syntax(start, 'the processing instruction is damaged', '2.6');
  if (target.toLowerCase() === 'xml') return syntax(start, 'an XML declaration stands at the wrong place', '2.8');
  const close = text.indexOf('?>', instruction.lastIndex);
  return close < 0 ? syntax(start, 'the processing instruction is not closed', '2.6') : close + 2;
}

/** The end of a document type. Its declarations are skipped, but for those of entities, which are refused. */
function endOfDocumentType(text: string, start: number): number | XmlFault {
  const token = /"|'|<!--|<\?|<!ENTITY|<!|>/g;
  token.lastIndex = start + '<!DOCTYPE'.length;
  let depth = 1;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const [found] = match;
    if (found === '<!ENTITY') return { code: 'xml/entity-declaration', args: [], offset: match.index };
    if (found === '<!') depth++;
    else if (found === '>') {
      if (--depth === 0) return token.lastIndex;
    } else {
      const close = found === '<!--' ? '-->' : found === '<?' ? '?>' : found;
      const at = text.indexOf(close, token.lastIndex);
      if (at < 0) break;
      token.lastIndex = at + close.length;
    }
  }
  return syntax(start, 'the document type declaration is not closed', '2.8');
}

function faultOutside(text: string, start: number, end: number, afterRoot: boolean): XmlFault | undefined {
  const at = text.slice(start, end).search(/[^ \t\r\n]/);
  if (at < 0) return undefined;
  return syntax(start + at, `text stands ${afterRoot ? 'behind' : 'before'} the root element`, '2.1');
}

function faultInText(text: string, start: number, end: number): XmlFault | undefined {
  const close = text.slice(start, end).indexOf(']]>');
  if (close >= 0) return syntax(start + close, 'a text holds ]]>, which must be written as ]]&gt;', '2.4');
  return faultInReferences(text, start, end);
}

function faultInReferences(text: string, start: number, end: number): XmlFault | undefined {
  const slice = text.slice(start, end);
  for (let at = slice.indexOf('&'); at >= 0; at = slice.indexOf('&', at + 1)) {
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
        return { code: 'xml/illegal-character', args: [nameOf(point)], clause: 'XML 1.0, 4.1', offset };
      }
    }
  }
  return undefined;
}

/** Whether XML 1.0 (section 2.2) allows a code point. */
export function isXmlCharacter(point: number): boolean {
  if (point < 0x20) return point === 0x9 || point === 0xa || point === 0xd;
  return point <= 0xd7ff || (point >= 0xe000 && point <= 0xfffd) || (point >= 0x10000 && point <= 0x10ffff);
}

function nameOf(point: number): string {
  return `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
}

function syntax(offset: number, what: string, section: string): XmlFault {
  return { code: 'xml/syntax', args: [what], clause: `XML 1.0, ${section}`, offset };
}
