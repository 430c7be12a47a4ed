import { type Article, pairsOf, type Segment, type Side } from '../../model/article.js';
import { ownText } from '../../model/compact/own-text.js';
import { createLineIndex, type LineIndex, type Range } from '../../model/position.js';
import { hashText } from '../hash.js';
import { unitsOf } from '../languages/units.js';
import { bitsOfUnits, countBits, fewestWords, wordBits } from '../languages/words.js';
import { hasOuterSpace, maskCodes } from '../view.js';
import { startOf } from './excerpts.js';
import { hashTargetKey, isPhrase, type KeyedText, keyedText, keyIn, seedOf, textKey } from './keys.js';
import { isComparable, textLength } from './length-norms.js';
import { longestExcerpt } from './renderings.js';
import { termsOf } from './terms.js';

/** What an article brings to its tree: numbers, and the starts of texts. Plain data, which may come from another thread. */
export interface TreeRows {
  /** The target language; `''` where it is not known. */
  readonly language: string;
  /** The path of the article, as far as it has one. */
  readonly path?: string;
  /** The numbers of each pair: {@link pairColumn}. */
  readonly pairs: Float64Array<ArrayBuffer>;
  /** The starts of the targets of pairs, with line feeds between. */
  readonly starts: string;
  /** The numbers of each text in bold: {@link termColumn}. */
  readonly terms: Float64Array<ArrayBuffer>;
  /** Of each text in bold, its source and its target, which may be cut after {@link longestTerm} code units. */
  readonly termTexts: readonly (readonly [source: string, target: string])[];
}

/** The numbers of a pair. Objects would take longer than all else that is done with them. */
export const pairColumn = {
  /** Hashes of the source and of the target, each with the language. */
  source: 0,
  target: 1,
  /** The hash of what targets that differ in little have in common. */
  rendering: 2,
  /** The words of the source; {@link none} where they are too few. */
  bits: 3,
  /** 1: the source is more than one word. */
  isPhrase: 4,
  line: 5,
  /** Characters of the source, and of the target; {@link none} where they say nothing of usual lengths. */
  sourceLength: 6,
  targetLength: 7,
} as const;
const pairColumns = 8;

/** The numbers of a text in bold: the place of its pair, hash of the source with the language, hash of the target, line. */
export const termColumn = { pair: 0, source: 1, rendering: 2, line: 3 } as const;
const termColumns = 4;

/** Bits of a source with too few words, and the length of a source whose pair says nothing of lengths. */
export const none = -1;
/** No message shows as many UTF-16 code units of a target in bold. */
const longestTerm = 200;

export function countPairs({ pairs }: TreeRows): number {
  return pairs.length / pairColumns;
}

/** A number of the pair with an index. */
export function ofPair({ pairs }: TreeRows, index: number, column: number): number {
  return pairs[index * pairColumns + column] ?? none;
}

export function countTerms({ terms }: TreeRows): number {
  return terms.length / termColumns;
}

/** A number of the text in bold with an index. */
export function ofTerm({ terms }: TreeRows, index: number, column: number): number {
  return terms[index * termColumns + column] ?? none;
}

/** What a rule over a tree found in a pair, by what its article brought to the tree. */
export interface FoundInRows {
  /** The place of the pair in the rows. */
  readonly pair: number;
  readonly side: 'source' | 'target';
  /** The place in the rows of the text in bold that it is about. Not there: it is about the side. */
  readonly term?: number;
  readonly args: readonly string[];
}

/** Where texts stand in an article. */
interface Places {
  /** Default: it is made. */
  readonly lines?: LineIndex;
  /** Called with where each text in bold stands in its target. */
  readonly onTerm?: (range: Range) => void;
}

/** What an article brings to its tree. `inferred`: the language of an article that names none. */
export function rowsOf(article: Article, inferred?: string, { lines: known, onTerm }: Places = {}): TreeRows {
  const language = article.localization.trgLang ?? inferred ?? '';
  const { path } = article;
  const lines = known ?? createLineIndex(article.text);
  const segments = pairsOf(article);
  const pairs = new Float64Array(segments.length * pairColumns);
  const seed = seedOf(language);
  const starts: string[] = [];
  const terms: number[] = [];
  const termTexts: [string, string][] = [];
  segments.forEach((segment, index) => {
    const at = index * pairColumns;
    starts.push(putTexts(segment, seed, pairs, at));
    pairs[at + pairColumn.line] = lines.pointAt(segment.target.range.start).line;
    for (const term of termsOf(segment)) {
      const { line } = lines.pointAt(term.range.start);
      terms.push(index, keyIn(language, term.source), hashText(term.target), line);
      // They wait for the tree, long after the article.
      termTexts.push([ownText(term.source), ownText(term.target.slice(0, longestTerm))]);
      onTerm?.(term.range);
    }
  });
  return {
    language,
    ...(path === undefined ? {} : { path }),
    pairs,
    starts: starts.join('\n'),
    terms: new Float64Array(terms),
    termTexts,
  };
}

/** Puts all numbers of a pair but its line to their places from `at`, and gives the start of its target. */
function putTexts(segment: Segment, seed: number, pairs: Float64Array, at: number): string {
  const { source, target } = segment;
  const sourceUnits = unitsOf(source.text);
  const ofSource = keyedText(sourceUnits, source.text.length, seed);
  const bits = isBare(source) ? bitsOfUnits(source.text, sourceUnits) : wordBits(maskCodes(source.content));
  const targetUnits = unitsOf(target.text);
  const ofTarget = keyedText(targetUnits, target.text.length, seed);
  const sourceLength = lengthOf(source, ofSource);
  const isMeasured = isComparable(segment, sourceLength);
  pairs[at + pairColumn.source] = ofSource.hash;
  pairs[at + pairColumn.target] = ofTarget.hash;
  pairs[at + pairColumn.rendering] = hashTargetKey(target.text, targetUnits);
  pairs[at + pairColumn.bits] = countBits(bits) >= fewestWords ? bits : none;
  pairs[at + pairColumn.isPhrase] = isPhrase(keyOf(source, ofSource)) ? 1 : 0;
  pairs[at + pairColumn.sourceLength] = isMeasured ? sourceLength : none;
  pairs[at + pairColumn.targetLength] = isMeasured ? lengthOf(target, ofTarget) : none;
  return startOf(keyOf(target, ofTarget), longestExcerpt);
}

function keyOf({ text }: Side, { isTidy }: KeyedText): string {
  if (!isTidy) return textKey(text);
  return hasOuterSpace(text) ? text.trim() : text;
}

function lengthOf(side: Side, { visible }: KeyedText): number {
  return isBare(side) ? visible : textLength(side.content);
}

/** Whether a side is a text without codes and character references. */
function isBare({ content }: Side): boolean {
  const [only] = content;
  return content.length === 1 && only?.kind === 'text' && only.markdown === undefined;
}
