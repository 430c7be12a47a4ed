import { yamlEscapes } from '../../metadata/yaml-scalar.js';
import type { Scalar, ScalarStyle } from './scalars.js';

/** What a scalar stands for, and where in it each character of its spelling is. */
export interface ScalarText {
  readonly text: string;
  /** The offset in the text of an offset in the article that is not within an escape. */
  at(offset: number): number;
}

const hexadecimal = /(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8}))/y;
/** A line break with the white space around it, and those that follow (YAML 1.2, section 6.5). */
const fold = /[ \t]*(?:\r\n?|\n)(?:[ \t]*(?:\r\n?|\n))*[ \t]*/y;
const space = /[ \t]*/y;
const line = /[^\r\n]*(?:\r\n?|\n|$)/y;
/** What stands for itself, by the style of the scalar. */
const plainIn: Readonly<Record<ScalarStyle, RegExp>> = {
  block: line,
  plain: /[^ \t\r\n]+/y,
  single: /[^' \t\r\n]+/y,
  double: /[^\\ \t\r\n]+/y,
};

/** Reads a scalar. Lines of a block scalar lose its indentation; they stay lines, also where YAML folds them. */
export function readScalar(article: string, { start, end, style }: Scalar): ScalarText {
  const inner = style === 'plain' || style === 'block' ? start : start + 1;
  const quote = style === 'double' ? '"' : "'";
  const isClosed = inner !== start && end - start > 1 && article.charAt(end - 1) === quote;
  const raw = article.slice(inner, isClosed ? end - 1 : end);
  const special = style === 'double' ? /[\\\r\n]/ : style === 'single' ? /'|[\r\n]/ : /[\r\n]/;
  if (!special.test(raw)) return { text: raw, at: (offset) => offset - inner };
  const indent = style === 'block' ? indentOf(raw) : 0;
  const stretches: Stretch[] = [];
  let text = '';
  let at = 0;
  const copy = (length: number): void => {
    // What is copied right after a copy belongs to it.
    if (stretches.at(-1)?.isCopy !== true) stretches.push({ start: at, to: text.length, isCopy: true });
    text += raw.slice(at, at + length);
    at += length;
  };
  const replace = (length: number, replacement: string): void => {
    stretches.push({ start: at, to: text.length, isCopy: false });
    text += replacement;
    at += length;
  };
  const plain = plainIn[style];
  while (at < raw.length) {
    if (style === 'block') {
      const spaces = spacesAt(raw, at, indent);
      if (spaces > 0) replace(spaces, '');
      copy(matchAt(line, raw, at));
      continue;
    }
    const length = matchAt(plain, raw, at);
    if (length > 0) {
      copy(length);
      continue;
    }
    const character = raw.charAt(at);
    if (character === '\\') replace(...readEscape(raw, at));
    else if (character === "'") replace(raw.charAt(at + 1) === "'" ? 2 : 1, "'");
    else {
      const breaks = matchAt(fold, raw, at);
      if (breaks > 0) replace(breaks, folded(raw.slice(at, at + breaks)));
      // White space without a line break after it is passed at once, so that no stretch of it is looked at twice.
      else copy(matchAt(space, raw, at));
    }
  }
  return { text, at: (offset) => placeIn(stretches, offset - inner, raw.length, text.length) };
}

/** A part of a scalar, and where in the text it stands: as it is spelled, or as something else. */
interface Stretch {
  readonly start: number;
  readonly to: number;
  readonly isCopy: boolean;
}

function placeIn(stretches: readonly Stretch[], offset: number, length: number, textLength: number): number {
  if (offset >= length) return textLength;
  let low = 0;
  let high = stretches.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((stretches[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const { start, to, isCopy } = stretches[low] ?? { start: 0, to: 0, isCopy: false };
  return isCopy ? to + Math.max(0, offset - start) : to;
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
  const simple = Object.hasOwn(yamlEscapes, next) ? yamlEscapes[next] : undefined;
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
