import { propertyOf } from './icu-property.js';

/** Why a pattern has no counterpart in JavaScript: the end of a sentence that starts with the pattern. */
export class NotTranslatable extends Error {}

/** Sets in each other that are read. */
const deepest = 50;
/** Characters that stand for something in a set of JavaScript. */
const special = /[()[\]{}/\-\\|&!#$%*+,.:;<=>?@^`~]/;

/** Sets by their names in ICU: what a backslash and a letter stand for. */
const classEscapes: ReadonlyMap<string, string> = new Map([
  ['d', '\\p{Nd}'],
  ['D', '\\P{Nd}'],
  ['s', '[\\t\\n\\v\\f\\r\\x85\\p{Z}]'],
  ['S', '[^\\t\\n\\v\\f\\r\\x85\\p{Z}]'],
  ['w', '[\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}\\u200c\\u200d]'],
  ['W', '[^\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}\\u200c\\u200d]'],
  ['h', '[\\t\\p{Zs}]'],
  ['H', '[^\\t\\p{Zs}]'],
  ['v', '[\\n\\v\\f\\r\\x85\\u2028\\u2029]'],
  ['V', '[^\\n\\v\\f\\r\\x85\\u2028\\u2029]'],
]);

/** Characters by their escapes in ICU. */
const characterEscapes: ReadonlyMap<string, number> = new Map([
  ['a', 7],
  ['e', 0x1b],
  ['f', 12],
  ['n', 10],
  ['r', 13],
  ['t', 9],
]);

/** A part of a pattern in the spelling of JavaScript, and where it ends in the one of ICU. */
export interface Translated {
  readonly pattern: string;
  readonly end: number;
}

/** Translates the escape at a backslash, where it means the same in sets and outside of them. */
export function escapeAt(icu: string, at: number): Translated {
  const [letter = ''] = icu.slice(at + 1, at + 3);
  const named = classEscapes.get(letter);
  const end = at + 1 + letter.length;
  if (named !== undefined) return { pattern: named, end };
  const code = characterEscapes.get(letter);
  if (code !== undefined) return { pattern: spell(code), end };
  if (letter === 'p' || letter === 'P') return propertyAt(icu, at);
  const number =
    /^(?:x\{([0-9a-fA-F]{1,6})\}|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|0([0-7]{1,3}))/.exec(
      icu.slice(at + 1, at + 12),
    );
  if (number !== null) {
    const [whole, braced, two, four, eight, octal] = number;
    const value =
      octal === undefined ? Number.parseInt(braced ?? two ?? four ?? eight ?? '', 16) : Number.parseInt(octal, 8);
    if (value > 0x10ffff) throw new NotTranslatable(`has the escape "\\${whole}", which is no character`);
    return { pattern: spell(value), end: at + 1 + whole.length };
  }
  if (letter === 'c' && /^[@-_a-z]/.test(icu.slice(at + 2))) {
    return { pattern: spell((icu.codePointAt(at + 2) ?? 0) & 0x1f), end: at + 3 };
  }
  if (letter === '') throw new NotTranslatable('ends with a backslash');
  if (/[A-Za-z0-9]/.test(letter)) throw new NotTranslatable(`has the escape "\\${letter}", which JavaScript lacks`);
  return { pattern: spell(letter.codePointAt(0) ?? 0), end };
}

function propertyAt(icu: string, at: number): Translated {
  const match = /^[pP](?:\{(\^?)([^{}]+)\}|([A-Z]))/.exec(icu.slice(at + 1, at + 100));
  if (match === null) throw new NotTranslatable(`has a property that cannot be read: "${icu.slice(at, at + 10)}"`);
  const [whole, not, braced, single] = match;
  const set = propertyOf(braced ?? single ?? '');
  if (set === undefined) throw new NotTranslatable(`has the property "${braced ?? single}", which JavaScript lacks`);
  const isNegated = (icu.charAt(at + 1) === 'P') !== (not === '^');
  return { pattern: isNegated ? `[^${set}]` : `[${set}]`, end: at + 1 + whole.length };
}

/** A character as it can stand anywhere in a pattern. */
export function spell(code: number): string {
  const character = String.fromCodePoint(code);
  if (/^[A-Za-z0-9_]$/.test(character) || code > 0xa0)
    return code >= 0xd800 && code <= 0xdfff ? `\\u${code.toString(16)}` : character;
  return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`;
}

/** Translates the set that starts with the bracket at an offset. */
export function setAt(icu: string, from: number, depth = 0): Translated {
  if (depth > deepest) throw new NotTranslatable(`has sets more than ${deepest} deep in each other`);
  let at = from + 1;
  const isNegated = icu.charAt(at) === '^';
  if (isNegated) at++;
  /** Sets with an operator before each but the first. */
  const operands: string[] = [];
  let union = '';
  let operator = '';
  const close = (next: string): void => {
    if (union === '') throw new NotTranslatable('has a set operator with nothing at one side of it');
    operands.push(`${operator}[${union}]`);
    union = '';
    operator = next;
  };
  for (let isFirst = true; ; isFirst = false) {
    if (at >= icu.length) throw new NotTranslatable('has a set that is not closed');
    const rest = icu.slice(at, at + 2);
    if (rest.startsWith(']') && !isFirst) break;
    if (rest === '&&' || rest === '--') {
      close(rest);
      at += 2;
      continue;
    }
    const posix = /^\[:(\^?)([A-Za-z_ =]+):\]/.exec(icu.slice(at, at + 60));
    if (posix !== null) {
      const set = propertyOf(posix[2] ?? '');
      if (set === undefined) throw new NotTranslatable(`has the property "${posix[2]}", which JavaScript lacks`);
      union += posix[1] === '^' ? `[^${set}]` : `[${set}]`;
      at += posix[0].length;
      continue;
    }
    const item = icu.charAt(at) === '[' ? setAt(icu, at, depth + 1) : memberAt(icu, at);
    union += item.pattern;
    at = item.end;
  }
  if (operands.length > 0) close('');
  const inner = operands.length > 0 ? joined(operands) : union;
  return { pattern: `[${isNegated ? '^' : ''}${inner}]`, end: at + 1 };
}

/** JavaScript takes operators of one kind at a level: sets of the same kind are joined, others get a level. */
function joined(operands: readonly string[]): string {
  let whole = operands[0] ?? '';
  let kind = '';
  for (const operand of operands.slice(1)) {
    const operator = operand.slice(0, 2);
    whole = kind !== '' && kind !== operator ? `[${whole}]${operand}` : whole + operand;
    kind = operator;
  }
  return whole;
}

/** A character, or a range of them. */
function memberAt(icu: string, at: number): Translated {
  const first = characterAt(icu, at);
  const isRange =
    icu.charAt(first.end) === '-' && !/^(?:-|\]|$)/.test(icu.charAt(first.end + 1)) && !isSet(first.pattern);
  if (!isRange || icu.charAt(first.end + 1) === '[') return first;
  const last = characterAt(icu, first.end + 1);
  if (isSet(last.pattern)) throw new NotTranslatable('has a range that ends with a set');
  return { pattern: `${first.pattern}-${last.pattern}`, end: last.end };
}

function isSet(pattern: string): boolean {
  return /^(?:\[|\\[pP]\{)/.test(pattern);
}

function characterAt(icu: string, at: number): Translated {
  if (icu.charAt(at) === '\\') {
    return icu.charAt(at + 1) === 'b' ? { pattern: '\\x08', end: at + 2 } : escapeAt(icu, at);
  }
  const code = icu.codePointAt(at) ?? 0;
  const character = String.fromCodePoint(code);
  return { pattern: special.test(character) ? spell(code) : character, end: at + character.length };
}
