import type { Article } from '../../../model/article.js';
import type { Edit } from '../../../model/edits.js';
import {
  isPlain,
  isPlainInFlow,
  isUnprintable,
  spellDoubleQuoted,
  spellSingleQuoted,
} from '../../metadata/yaml-scalar.js';
import type { Change } from '../carrier.js';
import { findScalars, type Scalar } from './scalars.js';
import { indentOf, readScalar } from './text.js';

/**
 * Writes changes into the scalars that they stand in, so that each still is one scalar with the wanted value: in the style
 * that it has, or in quotes where that style cannot hold the value. A stretch in no scalar, as in damaged YAML, is left to
 * `otherwise`.
 */
export function writeInScalars(
  article: Article,
  changes: readonly Change[],
  otherwise: (article: Article, changes: readonly Change[]) => readonly Edit[],
): readonly Edit[] {
  const { text } = article;
  const sorted = changes.toSorted((a, b) => a.range.start - b.range.start);
  const edits: Edit[] = [];
  const loose: Change[] = [];
  let next = 0;
  for (const scalar of findScalars(text)) {
    const own: Change[] = [];
    for (; next < sorted.length; next++) {
      const change = sorted[next] as Change;
      if (change.range.start >= scalar.end) break;
      if (change.range.start >= scalar.start && change.range.end <= scalar.end) own.push(change);
      else loose.push(change);
    }
    if (own.length === 0) continue;
    const { start, end } = scalar;
    edits.push({
      range: { start, end },
      text: scalar.style === 'block' ? inBlock(text, scalar, own) : inFlow(text, scalar, own),
    });
  }
  for (; next < sorted.length; next++) loose.push(sorted[next] as Change);
  if (loose.length > 0) for (const edit of otherwise(article, loose)) edits.push(edit);
  return edits;
}

/** A scalar in one of the flow styles (YAML 1.2, section 7.3), with changes. */
function inFlow(text: string, scalar: Scalar, changes: readonly Change[]): string {
  const read = readScalar(text, scalar);
  let raw = '';
  let value = '';
  let from = scalar.start;
  let fromValue = 0;
  let isExact = true;
  for (const { range, by } of changes) {
    raw += text.slice(from, range.start);
    value += read.text.slice(fromValue, read.at(range.start));
    if (typeof by === 'string') {
      value += by;
      const escaped = escapeFor(scalar, by);
      raw += escaped ?? '';
      isExact &&= escaped !== undefined;
    } else {
      value += read.text.slice(read.at(by.start), read.at(by.end));
      raw += text.slice(by.start, by.end);
    }
    from = range.end;
    fromValue = read.at(range.end);
  }
  raw += text.slice(from, scalar.end);
  value += read.text.slice(fromValue);
  if (isExact) {
    if (scalar.style !== 'plain') {
      if (isSpelled(raw, scalar, value)) return raw;
    } else if (isPlainIn(scalar, value)) {
      if (isSpelled(raw, scalar, value)) return raw;
    } else {
      // In quotes, lines are folded as they are without.
      for (const quoted of quote(raw))
        if (isSpelled(quoted, { ...scalar, style: styleOf(quoted) }, value)) return quoted;
    }
  }
  return spellValue(scalar, value);
}

/** The spelling of a text in the middle of a scalar; `undefined` where its style has none. */
function escapeFor({ style }: Scalar, value: string): string | undefined {
  if (style === 'double') return spellDoubleQuoted(value).slice(1, -1);
  if (/[\r\n]/.test(value)) return undefined;
  return style === 'single' ? value.replaceAll("'", "''") : value;
}

function isPlainIn({ isInFlow }: Scalar, value: string): boolean {
  return isInFlow ? isPlainInFlow(value) : isPlain(value);
}

/** The spelling of a plain scalar in quotes: single ones first where it holds double ones. */
function quote(raw: string): readonly string[] {
  const single = spellSingleQuoted(raw);
  const double = `"${raw.replace(/["\\]/g, '\\$&')}"`;
  return raw.includes('"') || raw.includes('\\') ? [single, double] : [double, single];
}

function styleOf(quoted: string): Scalar['style'] {
  return quoted.startsWith('"') ? 'double' : 'single';
}

/** Whether a spelling reads as a value, and holds nothing that YAML must not have as it is. */
function isSpelled(raw: string, scalar: Scalar, value: string): boolean {
  if (isUnprintable(raw.replace(/[\t\r\n]/g, ''))) return false;
  return readScalar(raw, { ...scalar, start: 0, end: raw.length }).text === value;
}

function spellValue(scalar: Scalar, value: string): string {
  if (isUnprintable(value)) return spellDoubleQuoted(value);
  if (scalar.style === 'plain' && isPlainIn(scalar, value)) return value;
  const isSingle = scalar.style === 'single' || (scalar.style === 'plain' && /["\\]/.test(value));
  return isSingle ? spellSingleQuoted(value) : spellDoubleQuoted(value);
}

/** The lines of a block scalar with changes: each line of a text is indented as the scalar is. */
function inBlock(text: string, { start, end }: Scalar, changes: readonly Change[]): string {
  const indent = ' '.repeat(indentOf(text.slice(start, end)));
  let raw = '';
  let from = start;
  for (const { range, by } of changes) {
    raw += text.slice(from, range.start);
    raw +=
      typeof by === 'string' ? by.replace(/(?:\r\n?|\n)(?![\r\n]|$)/g, `$&${indent}`) : text.slice(by.start, by.end);
    from = range.end;
  }
  return raw + text.slice(from, end);
}
