import type { Content } from '../../model/content.js';
import { anything, type OptionKindsOf, requireOptions } from '../../model/options.js';
import { assemble, order } from './assemble.js';
import { nextSpecial } from './characters.js';
import type { Mark } from './marks.js';
import { type ReferenceRules, referenceKinds, Scanner } from './scanner.js';

export interface InlineOptions extends ReferenceRules {
  /** Where the segment begins in its article; it is added to the ranges of the codes. Default: 0. */
  readonly offset?: number | undefined;
}

/**
 * Reads the Markdown of a segment: CommonMark 0.31 with strikethrough, the DocFX forms, math and footnote marks.
 *
 * Codes are numbered from 1 in document order, the two halves of a pair have one number. It takes any string, gives
 * every byte back (`toMarkdown(parseInline(s)) === s`), and takes time linear in its length. What has more than 100,000
 * codes, emphasis markers and brackets is read as text.
 *
 * @throws {RangeError} There is no such option, or its value is none that it takes.
 */
export function parseInline(markdown: string, options: InlineOptions = {}): Content {
  requireOptions(options, inlineOptionKinds);
  return readInline(markdown, options);
}

/** The same with options that are known to be right: it is asked for each segment. */
export function readInline(markdown: string, options: InlineOptions = {}): Content {
  return assemble(markdown, findMarks(markdown, options) ?? NO_MARKS, options.offset ?? 0);
}

const inlineOptionKinds: OptionKindsOf<InlineOptions> = { ...referenceKinds, offset: anything };

const NO_MARKS: readonly Mark[] = [];

/** The codes of a segment in document order; `undefined` when it has not even a character that might begin one. */
export function findMarks(markdown: string, rules: ReferenceRules): Mark[] | undefined {
  const first = nextSpecial(markdown, 0);
  if (first === markdown.length) return undefined;
  const marks = new Scanner(markdown, rules).scan(first);
  if (marks === undefined) return tooManyMarks;
  order(marks);
  return marks;
}

/** In place of the marks of a segment that has too many. */
export const tooManyMarks: Mark[] = [];
