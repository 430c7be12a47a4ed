import type { Content } from '../model/content.js';
import { countGmxCharacters } from './gmx/characters.js';
import { countGmxWords } from './gmx/words.js';
import type { TextCount } from './stats.js';
import { countCharacters, textOf } from './text.js';
import { createWordCounter } from './words.js';

/** How words are counted. */
export type WordCounting =
  /**
   * As CAT tools do, and as `stats` does: `well-known` is one word, an address is one; in languages without spaces a dictionary
   * tells words apart (`Intl.Segmenter`).
   */
  | 'cat'
  /**
   * As GMX-V 2.0 does: words are those of UAX #29, so `well-known` is two. In Chinese, Japanese, Korean and Thai, characters
   * without punctuation are divided by 2.8, 3.0, 3.3 and 6.0, and rounded for each text. Of Lao, Khmer, Burmese and Tibetan it
   * says nothing: they are counted as by `cat`.
   */
  | 'gmx';

/** All of them. */
export const wordCountings: readonly WordCounting[] = ['cat', 'gmx'];

/** Characters for each word, of GMX-V 2.0; those of Chinese are of all its forms. */
const factors: Readonly<Record<string, number>> = {
  zh: 2.8,
  cmn: 2.8,
  yue: 2.8,
  wuu: 2.8,
  nan: 2.8,
  hak: 2.8,
  ja: 3,
  ko: 3.3,
  th: 6,
};
/** Languages without spaces that have no factor. */
const withoutFactor = /^(?:lo|km|my|bo|dz)\b/i;

/** Counts the words and characters of a content; codes count as nothing. */
export type ContentCounter = (content: Content) => TextCount;

/** A counter for a language. */
export function createContentCounter(language: string, counting: WordCounting): ContentCounter {
  if (counting === 'cat') {
    const countWords = createWordCounter(language);
    return (content) => {
      const text = textOf(content);
      return { words: countWords(text), characters: countCharacters(text) };
    };
  }
  const factor = factors[language.split('-', 1)[0]?.toLowerCase() ?? ''];
  const countWords = withoutFactor.test(language) ? createWordCounter(language) : countGmxWords;
  return (content) => {
    const text = textOf(content);
    const characters = countGmxCharacters(text);
    return { words: factor === undefined ? countWords(text) : Math.round(characters / factor), characters };
  };
}
