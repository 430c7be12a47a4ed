import { readTag, type Tag } from '../../html.js';
import {
  APOSTROPHE,
  AT,
  asciiClass,
  BACKTICK,
  BANG,
  COLON,
  DIGIT,
  EQUALS,
  GREATER,
  HYPHEN,
  isAlphanumeric,
  isBlank,
  LESS,
  LETTER,
  QUESTION,
  QUOTE,
  SLASH,
  skipBlank,
  UNDERSCORE,
} from '../characters.js';
import { AUTOLINK, BREAK, COMMENT, formOfTag, half, type Mark, placeholder, XREF } from '../marks.js';
import { xrefName } from './xref.js';

/** What was searched for in vain: there is none at or after these offsets, and no need to look again. */
export interface AngleMemory {
  comment: number;
  instruction: number;
  section: number;
  declaration: number;
}

/** The tags that have no inside (HTML, 13.1.2 "void elements"). */
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

/** The code that the `<` at `from` begins, and for a tag its name; `undefined` when it is a character. */
export function angle(text: string, from: number, memory: AngleMemory): { mark: Mark; tag?: string } | undefined {
  const code = text.charCodeAt(from + 1);
  if ((asciiClass(code) & LETTER) !== 0) return autolink(text, from) ?? openTag(text, from);
  if (code === BANG) return notTag(text, from, code, memory);
  // An address may begin with these, too (`<?a@b>`), and is read first.
  const address = isAddressPart(code) ? autolink(text, from) : undefined;
  if (address !== undefined) return address;
  if (code === SLASH) return closeTag(text, from);
  return code === QUESTION ? notTag(text, from, code, memory) : undefined;
}

/** `<xref:uid>`, `<scheme:rest>` and `<name@example.org>` (CommonMark 6.5). */
function autolink(text: string, from: number): { mark: Mark } | undefined {
  schemePart.lastIndex = from + 1;
  let at = schemePart.test(text) ? schemePart.lastIndex : from + 1;
  const scheme = at - from - 1;
  if (text.charCodeAt(at) === COLON && (asciiClass(text.charCodeAt(from + 1)) & LETTER) !== 0) {
    const isXref =
      scheme === 4 && (text.startsWith('xref', from + 1) || text.slice(from + 1, at).toLowerCase() === 'xref');
    if (scheme < 2 || scheme > 32) return undefined;
    const start = at + 1;
    // DocFX takes spaces inside an xref; an address has none.
    const rest = isXref ? xrefRest : addressRest;
    rest.lastIndex = start;
    if (!rest.test(text)) return undefined;
    at = rest.lastIndex - 1;
    if (isXref && skipBlank(text, start) >= at) return undefined;
    if (!isXref) {
      const url = text.slice(from + 1, at);
      return { mark: placeholder(AUTOLINK, from, at + 1, url, url) };
    }
    const name = xrefName(uidOf(text.slice(start, at)));
    return { mark: placeholder(XREF, from, at + 1, name, name) };
  }
  while (isAddressPart(text.charCodeAt(at))) at++;
  if (text.charCodeAt(at) !== AT || at === from + 1) return undefined;
  const end = domainEnd(text, at + 1);
  if (end < 0 || text.charCodeAt(end) !== GREATER) return undefined;
  const address = text.slice(from + 1, end);
  return { mark: placeholder(AUTOLINK, from, end + 1, address, address) };
}

const schemePart = /[A-Za-z0-9+.-]+/y;
const xrefRest = /[^<>\n\r]*>/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: no control character may be in an address.
const addressRest = /[^<>\u0000-\u0020\u007f]*>/y;

/** DocFX lets spaces and quotes stand around the identifier. */
function uidOf(reference: string): string {
  const uid = reference.trim();
  const quote = uid.charCodeAt(0);
  return (quote === QUOTE || quote === APOSTROPHE) && uid.length > 2 && uid.charCodeAt(uid.length - 1) === quote
    ? uid.slice(1, -1)
    : uid;
}

function isSchemePart(code: number): boolean {
  return code === 43 || code === HYPHEN || code === 46;
}

/** The characters before the `@` of an address in an autolink. */
function isAddressPart(code: number): boolean {
  return isAlphanumeric(code) || (code < 128 && ".!#$%&'*+/=?^_`{|}~-".includes(String.fromCharCode(code)));
}

/** The end of a domain: labels of letters, digits and inner hyphens, at most 63 long, with dots between. */
function domainEnd(text: string, from: number): number {
  let at = from;
  for (;;) {
    const start = at;
    while (isAlphanumeric(text.charCodeAt(at)) || text.charCodeAt(at) === HYPHEN) at++;
    const isLabel =
      at > start && at - start <= 63 && text.charCodeAt(start) !== HYPHEN && text.charCodeAt(at - 1) !== HYPHEN;
    if (!isLabel) return -1;
    if (text.charCodeAt(at) !== 46) return at;
    at++;
  }
}

function tagNameEnd(text: string, from: number): number {
  let at = from;
  if ((asciiClass(text.charCodeAt(at)) & LETTER) === 0) return -1;
  while (isAlphanumeric(text.charCodeAt(at)) || text.charCodeAt(at) === HYPHEN) at++;
  return at;
}

function closeTag(text: string, from: number): { mark: Mark; tag: string } | undefined {
  const nameEnd = tagNameEnd(text, from + 2);
  if (nameEnd < 0) return undefined;
  const end = skipBlank(text, nameEnd);
  if (text.charCodeAt(end) !== GREATER) return undefined;
  const name = text.slice(from + 2, nameEnd).toLowerCase();
  // HTML makes a break of `</br>`, and ignores the closing tag of any other element without an inside.
  if (VOID.has(name)) return { mark: voidMark(name, undefined, text, from, end + 1), tag: '' };
  return { mark: half('ec', formOfTag(name), from, end + 1), tag: name };
}

function openTag(text: string, from: number): { mark: Mark; tag: string } | undefined {
  const nameEnd = tagNameEnd(text, from + 1);
  const end = attributesEnd(text, nameEnd);
  if (end < 0) return undefined;
  // A tag without attributes reads the same in CommonMark and HTML: a name that only `>` or `/>` follows.
  const bare = isBare(text, nameEnd, end);
  const tag = bare ? undefined : readTag(text.slice(from, end));
  if (!bare && tag === undefined) return undefined;
  const name = tag?.name ?? text.slice(from + 1, nameEnd).toLowerCase();
  const isAlone = VOID.has(name) || text.charCodeAt(end - 2) === SLASH;
  if (isAlone) return { mark: voidMark(name, tag, text, from, end), tag: '' };
  return { mark: half('sc', formOfTag(name), from, end), tag: name };
}

function isBare(text: string, nameEnd: number, end: number): boolean {
  let at = nameEnd;
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  return at === end - 1 || (at === end - 2 && text.charCodeAt(at) === SLASH);
}

function voidMark(name: string, tag: Tag | undefined, text: string, start: number, end: number): Mark {
  const form = formOfTag(name);
  if (form === BREAK) return placeholder(form, start, end, '↵', '\n');
  const alt = tag?.attributes.get('alt') ?? '';
  return placeholder(form, start, end, alt === '' ? text.slice(start, end) : alt, alt);
}

/** A tag may have so many attributes. The HTML tokenizer compares each with all before it. */
const mostAttributes = 1000;

/** The offset after the `>` of an opening tag whose name ends at `from` (CommonMark 6.6), or -1. */
function attributesEnd(text: string, from: number): number {
  let at = from;
  for (let count = 0; count <= mostAttributes; count++) {
    const next = skipBlank(text, at);
    const code = text.charCodeAt(next);
    if (code === GREATER) return next + 1;
    if (code === SLASH) return text.charCodeAt(next + 1) === GREATER ? next + 2 : -1;
    if (next === at || ((asciiClass(code) & LETTER) === 0 && code !== UNDERSCORE && code !== COLON)) return -1;
    at = next + 1;
    while (isAttributeNamePart(text.charCodeAt(at))) at++;
    const equals = skipBlank(text, at);
    if (text.charCodeAt(equals) === EQUALS) {
      at = valueEnd(text, skipBlank(text, equals + 1));
      if (at < 0) return -1;
    }
  }
  return -1;
}

function isAttributeNamePart(code: number): boolean {
  return (
    (asciiClass(code) & (LETTER | DIGIT)) !== 0 ||
    code === UNDERSCORE ||
    code === COLON ||
    (isSchemePart(code) && code !== 43)
  );
}

function valueEnd(text: string, from: number): number {
  const quote = text.charCodeAt(from);
  if (quote === QUOTE || quote === APOSTROPHE) return text.indexOf(text.charAt(from), from + 1) + 1 || -1;
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isBlank(code) || code === GREATER) break;
    if (code === QUOTE || code === APOSTROPHE || code === EQUALS || code === LESS || code === BACKTICK) return -1;
  }
  return at > from ? at : -1;
}

/** Comments, processing instructions, declarations and CDATA sections (CommonMark 6.6). */
function notTag(text: string, from: number, code: number, memory: AngleMemory): { mark: Mark } | undefined {
  let end = -1;
  if (code === QUESTION) {
    end = find(text, '?>', from + 2, memory, 'instruction');
  } else if (text.startsWith('--', from + 2)) {
    if (text.charCodeAt(from + 4) === GREATER) end = from + 5;
    else if (text.startsWith('->', from + 4)) end = from + 6;
    else end = find(text, '-->', from + 4, memory, 'comment');
  } else if (text.startsWith('[CDATA[', from + 2)) {
    end = find(text, ']]>', from + 9, memory, 'section');
  } else if ((asciiClass(text.charCodeAt(from + 2)) & LETTER) !== 0) {
    end = find(text, '>', from + 3, memory, 'declaration');
  }
  return end < 0 ? undefined : { mark: placeholder(COMMENT, from, end, '', '') };
}

function find(text: string, what: string, from: number, memory: AngleMemory, kind: keyof AngleMemory): number {
  if (from >= memory[kind]) return -1;
  const at = text.indexOf(what, from);
  if (at >= 0) return at + what.length;
  memory[kind] = from;
  return -1;
}
