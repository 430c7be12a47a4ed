import { isXmlCharacter } from '../../../xml/character.js';
import { longestTag } from './markup.js';

const name = '[A-Za-z_:\\u0080-\\uffff][\\w:.\\-\\u0080-\\uffff]*';
const reference = '&(?:#[0-9]{1,8}|#x[0-9A-Fa-f]{1,8}|amp|lt|gt|quot|apos);';
const spaces = '[ \\t\\r\\n]';
const value = (quote: string): string => `${quote}[^${quote}<&]*(?:${reference}[^${quote}<&]*)*${quote}`;
const attribute = `${spaces}+(${name})${spaces}*=${spaces}*(?:${value('"')}|${value("'")})`;
const text = new RegExp(`[^<&]+|${reference}`, 'y');
/** What ends in its own way; nothing in it is read. */
const hidden =
  /<!--([\s\S]*?)-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?(?!xml[ \t\r\n?])[a-z_][\w.-]*(?:[ \t\r\n][\s\S]*?)?\?>/iy;
const tag = new RegExp(
  `^(?:<(${name})((?:${attribute.replace(`(${name})`, name)})*)${spaces}*(/?)>|</(${name})${spaces}*>)`,
);
const eachAttribute = new RegExp(attribute, 'g');

/**
 * Whether a text can be the content of an element (XML 1.0, production 43): then it may take the place of another such
 * text in any well-formed document. Takes linear time.
 */
export function isXmlContent(content: string): boolean {
  const open: string[] = [];
  for (let at = 0; at < content.length; ) {
    const passed = passText(content, at) ?? passHidden(content, at);
    if (passed === false) return false;
    if (passed !== undefined) {
      at = passed;
      continue;
    }
    const match = tag.exec(content.slice(at, at + longestTag));
    if (match === null) return false;
    const [whole, started, attributes = '', empty, ended] = match;
    if (ended !== undefined && open.pop() !== ended) return false;
    const names = Array.from(attributes.matchAll(eachAttribute), ([, each]) => each);
    if (new Set(names).size < names.length) return false;
    if (started !== undefined && empty === '') open.push(started);
    at += whole.length;
  }
  return open.length === 0 && hasXmlCharactersOnly(content);
}

/** The end of a text or a reference; `false`: it is none that XML has. */
function passText(content: string, at: number): number | false | undefined {
  if (content.charAt(at) === '<') return undefined;
  text.lastIndex = at;
  const [found] = text.exec(content) ?? [];
  return found === undefined || found.includes(']]>') ? false : at + found.length;
}

/** The end of a comment, a section or an instruction. */
function passHidden(content: string, at: number): number | false | undefined {
  if (!/[!?]/.test(content.charAt(at + 1))) return undefined;
  hidden.lastIndex = at;
  const [found, comment = ''] = hidden.exec(content) ?? [];
  return found === undefined || comment.includes('--') || comment.endsWith('-') ? false : at + found.length;
}

function hasXmlCharactersOnly(text: string): boolean {
  for (const [, hexadecimal, decimal] of text.matchAll(/&#(?:x([0-9A-Fa-f]+)|([0-9]+));/g)) {
    const point = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
    if (!isXmlCharacter(point)) return false;
  }
  for (const character of text) if (!isXmlCharacter(character.codePointAt(0) ?? 0)) return false;
  return true;
}
