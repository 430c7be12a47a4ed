import { isPlain } from '../check/languages/plain.js';

/** Languages that are written without spaces between words: a dictionary tells their words apart. */
const withoutSpaces = /^(?:ja|zh|th|lo|km|my|bo|dz|yue|wuu)\b/i;
/**
 * The last letter or digit of a word, so that each word is counted once, however long: one that no other follows, nor
 * what stands between them inside a word (after UAX #29) and another one: `don't`, `well-known`, `1,000.5`.
 */
const wordEnd = /[\p{L}\p{N}\p{M}_](?!(?:['’.,:·\u05f3\u05f4-]|\u200c|\u200d)?[\p{L}\p{N}\p{M}_])/gu;

/** The same of texts without letters and digits but those of ASCII. */
const plainWordEnd = /[A-Za-z0-9_](?!['’.,:-]?[A-Za-z0-9_])/g;

/** An address is one word, as CAT tools count it. */
const address = /https?:\/\/(?=[^\s<>()\p{Lo}])/gu;
const addressEnd = /[\s<>()\p{Lo}]/gu;

/** Counts the words of texts of a language. */
export type WordCounter = (text: string) => number;

/** More texts than this are not kept: each is counted again. */
const mostKept = 20_000;

/** A counter for a language. `Intl.Segmenter` is slow, and texts repeat: what was counted is kept. */
export function createWordCounter(language: string): WordCounter {
  return countAddresses(withoutSpaces.test(language) ? createSegmentCounter(language) : countSpaced);
}

function countAddresses(countRest: WordCounter): WordCounter {
  return (text) => {
    if (!text.includes('://')) return countRest(text);
    let addresses = 0;
    let rest = '';
    let done = 0;
    // One character at a time: a search of Unicode classes keeps each step that it can go back.
    for (const { index, 0: scheme } of text.matchAll(address)) {
      if (index < done) continue;
      addresses++;
      rest += `${text.slice(done, index)} `;
      addressEnd.lastIndex = index + scheme.length;
      done = addressEnd.exec(text)?.index ?? text.length;
    }
    return addresses + countRest(rest + text.slice(done));
  };
}

function createSegmentCounter(language: string): WordCounter {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  const known = new Map<string, number>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const count = countSegments(segmenter, text);
    if (known.size < mostKept && text.length < 200) known.set(text, count);
    return count;
  };
}

/** `Intl.Segmenter` takes time in proportion to the square of a text; it gets stretches of so many UTF-16 code units. */
const stretch = 2048;

/** Stretches end between two words, some before the end of what is looked at, which may be in the middle of one. */
function countSegments(segmenter: Intl.Segmenter, text: string): number {
  let count = 0;
  for (let start = 0; start < text.length; ) {
    const end = Math.min(start + stretch, text.length);
    let next = end;
    for (const { index, isWordLike } of segmenter.segment(text.slice(start, end))) {
      if (index > stretch - margin && end < text.length) {
        next = start + index;
        break;
      }
      if (isWordLike) count++;
    }
    start = next;
  }
  return count;
}

/** No word is longer, but for one made to be. */
const margin = 128;

const countSpaced: WordCounter = (text) => {
  const end = isPlain(text) ? plainWordEnd : wordEnd;
  let count = 0;
  end.lastIndex = 0;
  while (end.test(text)) count++;
  return count;
};
