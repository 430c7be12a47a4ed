import type { Scalar } from './scalars.js';

/** What a scalar stands for, and where in it each character of its spelling is. */
export interface ScalarText {
  readonly text: string;
  /** The offset in the text of an offset in the article that is not within an escape. */
  at(offset: number): number;
}

/** Escapes of one character in double quotes (YAML 1.2, section 5.7). */
const escapes: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
};
const hexadecimal = /(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8}))/y;
/** A line break with the white space around it, and those that follow (YAML 1.2, section 6.5). */
const fold = /[ \t]*(?:\r\n?|\n)(?:[ \t]*(?:\r\n?|\n))*[ \t]*/y;
const space = /[ \t]*/y;

/** Reads a scalar. Lines of a block scalar lose its indentation; they stay lines, also where YAML folds them. */
export function readScalar(article: string, { start, end, style }: Scalar): ScalarText {
  const inner = style === 'plain' || style === 'block' ? start : start + 1;
  const quote = style === 'double' ? '"' : "'";
  const isClosed = inner !== start && end - start > 1 && article.charAt(end - 1) === quote;
  const raw = article.slice(inner, isClosed ? end - 1 : end);
  const special = style === 'double' ? /[\\\r\n]/ : style === 'single' ? /'|[\r\n]/ : /[\r\n]/;
  if (!special.test(raw)) return { text: raw, at: (offset) => offset - inner };
  const indent = style === 'block' ? indentOf(raw) : 0;
  const places = new Int32Array(raw.length + 1);
  let text = '';
  let at = 0;
  const take = (length: number, replacement: string): void => {
    places.fill(text.length, at, at + length);
    text += replacement;
    at += length;
  };
  while (at < raw.length) {
    const character = raw.charAt(at);
    if (style === 'block') {
      take(at === 0 || /[\r\n]/.test(raw.charAt(at - 1)) ? spacesAt(raw, at, indent) : 0, '');
      if (at < raw.length) take(1, raw.charAt(at));
    } else if (style === 'double' && character === '\\') {
      const [length, meant] = readEscape(raw, at);
      take(length, meant);
    } else if (style === 'single' && character === "'") take(raw.charAt(at + 1) === "'" ? 2 : 1, "'");
    else {
      const length = /[ \t\r\n]/.test(character) ? matchAt(fold, raw, at) : 0;
      if (length > 0) take(length, folded(raw.slice(at, at + length)));
      // White space without a line break after it is passed at once, so that no stretch of it is looked at twice.
      else {
        const run = Math.max(1, matchAt(space, raw, at));
        for (let index = 0; index < run; index++) take(1, raw.charAt(at));
      }
    }
  }
  places[raw.length] = text.length;
  return { text, at: (offset) => places[Math.min(Math.max(0, offset - inner), raw.length)] ?? 0 };
}

/** The indentation of a block scalar: that of its first line that is not blank (YAML 1.2, section 8.1.1.1). */
export function indentOf(raw: string): number {
  return /^(?:[ \t]*(?:\r\n?|\n))*([ ]*)/.exec(raw)?.[1]?.length ?? 0;
}

function spacesAt(raw: string, at: number, most: number): number {
  let end = at;
  while (end - at < most && raw.charCodeAt(end) === 0x20) end++;
  return end - at;
}

/** One line break is a space; of several, all but the first stay. */
function folded(breaks: string): string {
  const count = breaks.match(/\r\n?|\n/g)?.length ?? 0;
  return count === 1 ? ' ' : '\n'.repeat(count - 1);
}

/** The length of an escape, and what it stands for; what is none stands for itself. */
function readEscape(raw: string, at: number): readonly [length: number, meant: string] {
  const next = raw.charAt(at + 1);
  const simple = Object.hasOwn(escapes, next) ? escapes[next] : undefined;
  if (simple !== undefined) return [2, simple];
  if (next === '\n' || next === '\r') {
    const lineEnd = next === '\r' && raw.charAt(at + 2) === '\n' ? 2 : 1;
    return [1 + lineEnd + matchAt(space, raw, at + 1 + lineEnd), ''];
  }
  hexadecimal.lastIndex = at + 1;
  const match = hexadecimal.exec(raw);
  const point = Number.parseInt(match?.[1] ?? match?.[2] ?? match?.[3] ?? '', 16);
  return match === null || point > 0x10ffff ? [1, '\\'] : [1 + match[0].length, String.fromCodePoint(point)];
}

function matchAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex - at : 0;
}
