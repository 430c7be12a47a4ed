import { readAnyTag, type XmlFault, type XmlTag } from '../syntax.js';

/** Of ASCII: 1: may stand in a name; 2: may start one, too. */
const nameCharacters: Uint8Array = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  return /[:A-Z_a-z]/.test(character) ? 2 : /[-.0-9]/.test(character) ? 1 : 0;
});

/** With more attributes, a tag is none of XLIFF or TMX. */
const mostAttributes = 24;

/** Reads a start tag; a fault where it is damaged, or does not end in the text. */
export function readStartTag(text: string, start: number): XmlFault | XmlTag {
  return readPlainTag(text, start) ?? readAnyTag(text, start);
}

/**
 * Reads a start tag that is written as tools write them: names in ASCII, values in double quotes and without references,
 * nothing at `=`. `undefined`: it may be right all the same, or not; what reads any tag says it.
 */
export function readPlainTag(text: string, start: number): XmlTag | undefined {
  const first = text.charCodeAt(start + 1);
  // Also after the end of the text, where it is no number.
  if (!(first < 128) || nameCharacters[first] !== 2) return undefined;
  let at = nameEnd(text, start + 2);
  const name = text.slice(start + 1, at);
  const attributes: string[] = [];
  let isPlain: true | undefined = name.includes(':') ? undefined : true;
  for (;;) {
    const gap = at;
    while (isSpace(text.charCodeAt(at))) at++;
    const code = text.charCodeAt(at);
    if (code === 0x3e) return { name, attributes, isEmpty: false, start, end: at + 1, isPlain };
    if (code === 0x2f) {
      return text.charCodeAt(at + 1) === 0x3e
        ? { name, attributes, isEmpty: true, start, end: at + 2, isPlain }
        : undefined;
    }
    if (at === gap || !(code < 128) || nameCharacters[code] !== 2) return undefined;
    const end = nameEnd(text, at + 1);
    if (text.charCodeAt(end) !== 0x3d || text.charCodeAt(end + 1) !== 0x22) return undefined;
    const close = text.indexOf('"', end + 2);
    if (close < 0) return undefined;
    const key = text.slice(at, end);
    const value = text.slice(end + 2, close);
    if (value.includes('<') || value.includes('&')) return undefined;
    for (let index = 0; index < attributes.length; index += 2) if (attributes[index] === key) return undefined;
    if (attributes.length === 2 * mostAttributes) return undefined;
    attributes.push(key, value);
    if (isPlain && !isPlainKey(key)) isPlain = undefined;
    at = close + 1;
  }
}

function isPlainKey(key: string): boolean {
  return key === 'xml:lang' || key === 'xml:space' || (key !== 'xmlns' && !key.includes(':'));
}

function nameEnd(text: string, from: number): number {
  let end = from;
  for (let code = text.charCodeAt(end); code < 128 && nameCharacters[code] !== 0; code = text.charCodeAt(++end));
  return end;
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}
