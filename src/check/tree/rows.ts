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
  let at = 0;
  let line = 1;
  return (offset) => {
    if (offset < at) {
      at = 0;
      line = 1;
    }
    for (; at < offset; at++) {
      const code = text.charCodeAt(at);
      if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) line++;
    }
    return line;
  };
}
