import { findDefinitions } from '../../read/inline/definitions.js';
import { readInline } from '../../read/inline/inline.js';
import type { ReferenceRules } from '../../read/inline/scanner.js';

/** A part of a block: its Markdown in the article, and what is to stand there. What is none of a segment does not change. */
export interface BlockPart {
  /** The id of its segment. */
  readonly id?: string;
  readonly before: string;
  readonly after: string;
  /** The Markdown of its source, where that is not what stands in the article. */
  readonly source?: string;
}

interface Code {
  readonly at: number;
  readonly data: string;
}

/** The ids of segments in blocks of an article that have other codes, read as one text, than each of their parts has by itself. */
export function readTogether(article: string, blocks: Iterable<readonly BlockPart[]>): ReadonlySet<string> {
  const apart = new Set<string>();
  let definitions: ReturnType<typeof findDefinitions> | undefined;
  const isDefined = (label: string): boolean => {
    definitions ??= findDefinitions(article);
    return definitions.has(label);
  };
  for (const parts of blocks) {
    if (!isReadApart(parts, { isDefined })) continue;
    for (const { id } of parts) if (id !== undefined) apart.add(id);
  }
  return apart;
}

/**
 * Whether the parts of a block, read as one text, have other codes than each read by itself: a backtick in one sentence, and
 * another one in the next, are a code span of both. A block that had such codes before is left alone, and so is one whose
 * sources have some: a formula over two sentences that the article has lost is restored as its sources have it.
 */
function isReadApart(parts: readonly BlockPart[], rules: ReferenceRules): boolean {
  if (parts.length < 2 || parts.every(({ before, after }) => before === after)) return false;
  if (!parts.some(({ after }) => hasStraySign(after, rules))) return false;
  const isShared = (texts: readonly string[], codes: readonly (readonly Code[])[]): boolean =>
    parts.some(
      ({ before, after }, index) =>
        before !== after && !isSame(dataOf(codes[index] ?? []), dataIn(texts[index] ?? '', rules)),
    );
  const texts = parts.map(({ before }) => before);
  const there = codesOfEach(texts, rules);
  if (isShared(texts, there)) return false;
  const sources = parts.map(({ source, before }) => source ?? before);
  if (parts.some(({ source }) => source !== undefined) && isShared(sources, codesOfEach(sources, rules))) return false;
  const expected: string[] = [];
  let last: Code | undefined;
  for (const [index, { before, after }] of parts.entries()) {
    if (before !== after) for (const data of dataIn(after, rules)) expected.push(data);
    else {
      for (const code of there[index] ?? []) {
        if (code !== last) expected.push(code.data);
        last = code;
      }
    }
  }
  return !isSame(expected, dataIn(parts.map(({ after }) => after).join(''), rules));
}

/** A character that might begin or end a code, and does not by itself. */
function hasStraySign(markdown: string, rules: ReferenceRules): boolean {
  if (!sign.test(markdown)) return false;
  return readInline(markdown, rules).some(
    (inline) => inline.kind === 'text' && sign.test((inline.markdown ?? inline.text).replace(/\\./gs, '')),
  );
}

const sign = /[`*_~[\]<>$]/;

/** The codes in each of some texts, where all are read as one; a code that goes over several is in each of them. */
function codesOfEach(texts: readonly string[], rules: ReferenceRules): readonly (readonly Code[])[] {
  const each = texts.map((): Code[] => []);
  let part = 0;
  let end = texts[0]?.length ?? 0;
  const goOn = (): void => {
    part++;
    end += texts[part]?.length ?? 0;
  };
  for (const code of codesIn(texts.join(''), rules)) {
    while (end <= code.at && part < texts.length) goOn();
    each[part]?.push(code);
    while (end < code.at + code.data.length && part < texts.length) {
      goOn();
      each[part]?.push(code);
    }
  }
  return each;
}

function dataIn(markdown: string, rules: ReferenceRules): readonly string[] {
  return dataOf(codesIn(markdown, rules));
}

function dataOf(codes: readonly Code[]): readonly string[] {
  return codes.map(({ data }) => data);
}

function codesIn(markdown: string, rules: ReferenceRules): readonly Code[] {
  const codes: Code[] = [];
  let at = 0;
  for (const inline of readInline(markdown, rules)) {
    if (inline.kind !== 'text') codes.push({ at, data: inline.data });
    at += inline.kind === 'text' ? (inline.markdown ?? inline.text).length : inline.data.length;
  }
  return codes;
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((data, index) => data === other[index]);
}
