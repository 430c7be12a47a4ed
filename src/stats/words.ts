/** Languages that are written without spaces between words: a dictionary tells their words apart. */
const withoutSpaces = /^(?:ja|zh|th|lo|km|my|bo|dz|yue|wuu)\b/i;
/** Letters and digits, and what stands between them inside a word (after UAX #29): `don't`, `well-known`, `1,000.5`. */
const word = /[\p{L}\p{N}\p{M}_]+(?:(?:['’.,:·\u05f3\u05f4-]|\u200c|\u200d)[\p{L}\p{N}\p{M}_]+)*/gu;

/** An address is one word, as CAT tools count it. */
const address = /https?:\/\/[^\s<>()\p{Lo}]+/gu;

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
    const rest = text.replace(address, () => {
      addresses++;
      return ' ';
    });
    return addresses + countRest(rest);
  };
}

function createSegmentCounter(language: string): WordCounter {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  const known = new Map<string, number>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    let count = 0;
    for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) count++;
    if (known.size < mostKept && text.length < 200) known.set(text, count);
    return count;
  };
}

const countSpaced: WordCounter = (text) => text.match(word)?.length ?? 0;
