import { type Article, pairsOf } from '../../model/article.js';
import { ownText } from '../../model/compact/own-text.js';
import { createLineIndex } from '../../model/position.js';
import { hashText } from '../hash.js';
import { countBits, fewestWords, wordBits } from '../languages/words.js';
import { maskCodes } from '../view.js';
import { startOf } from './excerpts.js';
import { isPhrase, keyIn, targetKey, textKey } from './keys.js';
import { lengthsOf } from './length-norms.js';
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
  /** The starts of the targets of pairs, with line feeds between. */
  readonly starts: string;
  /** {@link termColumns} numbers for each text in bold. */
  readonly terms: Float64Array<ArrayBuffer>;
  /** Of each text in bold, its source and its target, which may be cut after {@link longestTerm} code units. */
  readonly termTexts: readonly (readonly [source: string, target: string])[];
}

/** Hashes of the source and of the target, each with the language; hash of the rendering, bits, whether it is a phrase, line, and lengths. */
export const pairColumns = 8;
/** The place of its pair, hash of the source with the language, hash of the rendering, line. */
const termColumns = 4;
/** Bits of a source with too few words, and the length of a source whose pair says nothing of lengths. */
export const none = -1;
/** No message shows as many UTF-16 code units of a target in bold. */
const longestTerm = 200;

/** A pair, as its article brings it to the tree. */
export interface PairRow {
  /** Hashes of the source and of the target, each with the language. */
  readonly source: number;
  readonly target: number;
  /** The hash of what targets that differ in little have in common. */
  readonly rendering: number;
  /** The words of the source; {@link none} where they are too few. */
  readonly bits: number;
  /** Whether the source is more than one word. */
  readonly isPhrase: boolean;
  readonly line: number;
  /** Characters of the source, and of the target; {@link none} where they say nothing of usual lengths. */
  readonly sourceLength: number;
  readonly targetLength: number;
}

/** A text in bold, as its article brings it to the tree. */
export interface TermRow {
  /** The place of its pair. */
  readonly pair: number;
  /** The hash of the source, with the language. */
  readonly source: number;
  readonly rendering: number;
  readonly line: number;
}

/** Calls `each` with all pairs, and their places. */
export function forEachPair({ pairs }: Pick<TreeRows, 'pairs'>, each: (pair: PairRow, index: number) => void): void {
  const count = pairs.length / pairColumns;
  for (let index = 0, at = 0; index < count; index++, at += pairColumns) {
    each(
      {
        source: pairs[at] ?? none,
        target: pairs[at + 1] ?? none,
        rendering: pairs[at + 2] ?? none,
        bits: pairs[at + 3] ?? none,
        isPhrase: pairs[at + 4] === 1,
        line: pairs[at + 5] ?? 1,
        sourceLength: pairs[at + 6] ?? none,
        targetLength: pairs[at + 7] ?? none,
      },
      index,
    );
  }
}

/** Calls `each` with all texts in bold, and their places. */
export function forEachTerm({ terms }: Pick<TreeRows, 'terms'>, each: (term: TermRow, index: number) => void): void {
  const count = terms.length / termColumns;
  for (let index = 0, at = 0; index < count; index++, at += termColumns) {
    each(
      {
        pair: terms[at] ?? none,
        source: terms[at + 1] ?? none,
        rendering: terms[at + 2] ?? none,
        line: terms[at + 3] ?? 1,
      },
      index,
    );
  }
}

/** What an article brings to its tree. `inferred`: the language of an article that names none. */
export function rowsOf(article: Article, inferred?: string): TreeRows {
  const language = article.localization.trgLang ?? inferred ?? '';
  const { path } = article;
  const lines = createLineIndex(article.text);
  const segments = pairsOf(article);
  const pairs = new Float64Array(segments.length * pairColumns);
  const starts: string[] = [];
  const terms: number[] = [];
  const termTexts: [string, string][] = [];
  segments.forEach((segment, index) => {
    const source = textKey(segment.source.text);
    const target = textKey(segment.target.text);
    const bits = wordBits(maskCodes(segment.source.content));
    const lengths = lengthsOf(segment);
    const at = index * pairColumns;
    pairs[at] = keyIn(language, source);
    pairs[at + 1] = keyIn(language, target);
    pairs[at + 2] = hashText(targetKey(segment.target.text));
    pairs[at + 3] = countBits(bits) >= fewestWords ? bits : none;
    pairs[at + 4] = isPhrase(source) ? 1 : 0;
    pairs[at + 5] = lines.pointAt(segment.target.range.start).line;
    pairs[at + 6] = lengths?.source ?? none;
    pairs[at + 7] = lengths?.target ?? none;
    starts.push(startOf(target, longestExcerpt));
    for (const term of termsOf(segment)) {
      const { line } = lines.pointAt(term.range.start);
      terms.push(index, keyIn(language, term.source), hashText(term.target), line);
      // They wait for the tree, long after the article.
      termTexts.push([ownText(term.source), ownText(term.target.slice(0, longestTerm))]);
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
