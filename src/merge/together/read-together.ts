import { parseInline } from '../../read/inline/inline.js';
import type { ReferenceRules } from '../../read/inline/scanner.js';

/** A part of a block: its Markdown in the article, and what is to stand there. What is none of a segment does not change. */
export interface BlockPart {
  readonly before: string;
  readonly after: string;
}

/**
 * Whether the parts of a block, read as one text, have other codes than each read by itself: a backtick in one sentence, and
 * another one in the next, are a code span of both. A block that had such codes before is left alone.
 */
export function isReadApart(parts: readonly BlockPart[], rules: ReferenceRules): boolean {
  if (parts.length < 2 || parts.every(({ before, after }) => before === after)) return false;
  if (!parts.some(({ after }) => hasStraySign(after, rules))) return false;
  const there = codesIn(parts.map(({ before }) => before).join(''), rules);
  const expected: string[] = [];
  let next = 0;
  let end = 0;
  for (const { before, after } of parts) {
    end += before.length;
    const own: string[] = [];
    for (let code = there[next]; code !== undefined && code.at < end; code = there[++next]) own.push(code.data);
    if (before !== after && !isSame(own, dataIn(before, rules))) return false;
    for (const data of before === after ? own : dataIn(after, rules)) expected.push(data);
  }
  return !isSame(expected, dataIn(parts.map(({ after }) => after).join(''), rules));
}

/** A character that might begin or end a code, and does not by itself. */
function hasStraySign(markdown: string, rules: ReferenceRules): boolean {
  if (!sign.test(markdown)) return false;
  return parseInline(markdown, rules).some(
    (inline) => inline.kind === 'text' && sign.test((inline.markdown ?? inline.text).replace(/\\./gs, '')),
  );
}

const sign = /[`*_~[\]<>$]/;

function dataIn(markdown: string, rules: ReferenceRules): readonly string[] {
  return codesIn(markdown, rules).map(({ data }) => data);
}

function codesIn(markdown: string, rules: ReferenceRules): readonly { readonly at: number; readonly data: string }[] {
  const codes: { at: number; data: string }[] = [];
  let at = 0;
  for (const inline of parseInline(markdown, rules)) {
    if (inline.kind !== 'text') codes.push({ at, data: inline.data });
    at += inline.kind === 'text' ? (inline.markdown ?? inline.text).length : inline.data.length;
  }
  return codes;
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((data, index) => data === other[index]);
}
