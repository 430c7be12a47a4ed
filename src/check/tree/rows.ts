import { type Article, segmentsOf } from '../../model/article.js';
import { hashText } from '../hash.js';
import { countBits, fewestWords, wordBits } from '../languages/words.js';
import { maskCodes } from '../view.js';
import { startOf } from './excerpts.js';
import { keyIn, targetKey, textKey } from './keys.js';
import { binOf, lengthClass, lengthsOf } from './length-norms.js';
import { longestExcerpt } from './renderings.js';
import { termsOf } from './terms.js';

/** What an article brings to its tree: numbers, and the starts of texts. Plain data, which may come from another thread. */
export interface TreeRows {
  /** The target language; `''` where it is not known. */
  readonly language: string;
  /** The path of the article, as far as it has one. */
  readonly path?: string;
  /** {@link pairColumns} numbers for each pair. */
  readonly pairs: Float64Array<ArrayBuffer>;
  /** {@link termColumns} numbers for each text in bold. */
  readonly terms: Float64Array<ArrayBuffer>;
  /** The starts of the targets of pairs, then those of terms; with line feeds between. */
  readonly texts: string;
}

/** Hash of the source and of the target in the language, hash of the rendering, bits of words, line, class and bin of lengths. */
export const pairColumns = 7;
/** Hash of the source in the language, hash of the rendering, line. */
export const termColumns = 3;
/** Bits of a source with too few words, and the class of a pair whose lengths say nothing. */
export const none = -1;

/** A pair, as its article brings it to the tree. */
export interface PairRow {
  /** Hashes of the source and of the target, each with the language. */
  readonly source: number;
  readonly target: number;
  /** The hash of what targets that differ in little have in common. */
  readonly rendering: number;
  /** The words of the source; {@link none} where they are too few. */
  readonly bits: number;
  readonly line: number;
  /** The class of its length and the bin of the ratio of lengths; {@link none} where they say nothing. */
  readonly ofLength: number;
  readonly bin: number;
}

/** The pair with an index. */
export function pairRowAt({ pairs }: Pick<TreeRows, 'pairs'>, index: number): PairRow {
  const at = index * pairColumns;
  const number = (column: number): number => pairs[at + column] ?? none;
  return {
    source: number(0),
    target: number(1),
    rendering: number(2),
    bits: number(3),
    line: number(4),
    ofLength: number(5),
    bin: number(6),
  };
}

/** Whether a pair is so. */
export function somePair(rows: TreeRows, test: (pair: PairRow) => boolean): boolean {
  const count = rows.pairs.length / pairColumns;
  for (let index = 0; index < count; index++) if (test(pairRowAt(rows, index))) return true;
  return false;
}

/** Whether a text in bold is so, by its source and its rendering. */
export function someTerm({ terms }: TreeRows, test: (source: number, rendering: number) => boolean): boolean {
  for (let at = 0; at < terms.length; at += termColumns)
    if (test(terms[at] ?? none, terms[at + 1] ?? none)) return true;
  return false;
}

/** What an article brings to its tree. `inferred`: the language of an article that names none. */
export function rowsOf(article: Article, inferred?: string): TreeRows {
  const language = article.localization.trgLang ?? inferred ?? '';
  const { path } = article;
  const lineAt = createLineCounter(article.text);
  const pairs: number[] = [];
  const terms: number[] = [];
  const ofPairs: string[] = [];
  const ofTerms: string[] = [];
  for (const segment of segmentsOf(article)) {
    if (segment.recovered || segment.skip !== undefined) continue;
    const source = textKey(segment.source.text);
    const target = textKey(segment.target.text);
    const { text, range } = segment.target;
    const bits = wordBits(maskCodes(segment.source.content));
    const hasWords = countBits(bits) >= fewestWords;
    const lengths = lengthsOf(segment);
    const [ofLength, bin] = lengths === undefined ? [none, 0] : [lengthClass(lengths.source), binOf(lengths.ratio)];
    const rendering = hashText(targetKey(text));
    const sourceKey = keyIn(language, source);
    pairs.push(
      sourceKey,
      keyIn(language, target),
      rendering,
      hasWords ? bits : none,
      lineAt(range.start),
      ofLength,
      bin,
    );
    ofPairs.push(startOf(target, longestExcerpt));
    for (const term of termsOf(segment)) {
      terms.push(keyIn(language, term.source), hashText(term.target), lineAt(term.range.start));
      ofTerms.push(startOf(term.target, longestExcerpt));
    }
  }
  return {
    language,
    ...(path === undefined ? {} : { path }),
    pairs: Float64Array.from(pairs),
    terms: Float64Array.from(terms),
    texts: ofPairs.concat(ofTerms).join('\n'),
  };
}

/** Counts the lines before offsets that mostly grow: all together is one way through the text. */
function createLineCounter(text: string): (offset: number) => number {
  // A CR that no LF follows ends a line, too; hardly any text has one.
  const ends = /\r(?!\n)/.test(text) ? text.replace(/\r(?!\n)/g, '\n') : text;
  let next = ends.indexOf('\n');
  let line = 1;
  let last = 0;
  return (offset) => {
    if (offset < last) {
      next = ends.indexOf('\n');
      line = 1;
    }
    last = offset;
    for (; next >= 0 && next < offset; line++) next = ends.indexOf('\n', next + 1);
    return line;
  };
}
