/** Where a sentence may end: before white space that a text goes on after. */
export interface SentenceEnd {
  /** The offset after its last character. */
  readonly at: number;
  /** Nothing speaks against it. */
  readonly isSure: boolean;
}

/** Rules for sentences. */
export interface SentenceRules {
  /**
   * Finds where sentences may end in a text, in ascending order. In the text, the halves of paired codes (`**`, `](url)`)
   * are left out, other codes are some letters `X` or a space, and line breaks are line feeds.
   */
  ends(text: string): Iterable<SentenceEnd>;
  /** Sentences end within emphasis, too, and within no link, image or formula. Default: `false`. */
  readonly inCodes?: true;
}

/**
 * A mark that ends sentences, with the quotes and brackets that close after it; only before white space, but for those of
 * Chinese and Japanese.
 */
const endMark = /(?<![.?!…:])([.?!…:]+)(["'”’»›)\]]*)(?=\s)|([。！？｡]+)([」』）］】〉》”’"')\]]*)/g;

const abbreviations: ReadonlySet<string> = /* @__PURE__ */ new Set(
  /* @__PURE__ */ 'al approx cf co corp dept dr e.g eds eg est etc excl fig figs i.e ie incl inc jan feb mar apr jun jul aug sep sept oct nov dec jr sr ltd max min misc mr mrs ms nos ph.d pp prof resp sec st u.k u.n u.s ver vol vs'.split(
    ' ',
  ),
);
/** Abbreviations only before a number. */
const beforeNumbers: ReadonlySet<string> = new Set(['no', 'p', 'art', 'ch', 'eq', 'step']);

/**
 * The built-in rules, for English, and for the marks of Chinese and Japanese: as side-by-side articles were cut, which is less than by the rules of Unicode (UAX #29).
 *
 * @example
 * Array.from(englishSentences.ends('See e.g. this. And that.'), ({ at, isSure }) => `${at} ${isSure}`) // ['8 false', '14 true']
 */
export const englishSentences: SentenceRules = {
  *ends(text: string): Generator<SentenceEnd, void, undefined> {
    for (const { index, 0: whole, 1: marks, 2: closers = '', 4: wideClosers } of text.matchAll(endMark)) {
      const at = index + whole.length;
      const next = nextWord(text, at);
      if (next === '') return;
      yield { at, isSure: marks === undefined ? wideClosers === '' : isSure(text, index, marks, closers, next) };
    }
  },
};

/** The start of what follows white space. */
function nextWord(text: string, from: number): string {
  word.lastIndex = from;
  return word.exec(text)?.[0] ?? '';
}

const word = /\S{1,20}/g;

function isSure(text: string, index: number, marks: string, closers: string, next: string): boolean {
  // A sentence in brackets goes on with the one around it.
  if (/[)\]]/.test(closers) || /^[.,;:)\]]/.test(next)) return false;
  const isLower = /^\p{Ll}/u.test(next);
  switch (marks.at(-1)) {
    case ':':
      return false;
    case '?':
      return !isLower || closers !== '';
    case '.':
      return marks === '.' || marks === '..'
        ? isFullStop(text, index, closers, next)
        : marks === '...' && /^\P{L}*\p{Lu}/u.test(next);
    default:
      return true;
  }
}

function isFullStop(text: string, index: number, closers: string, next: string): boolean {
  // In quotes it is named: the "." key.
  if (closers !== '') return !/["“']/.test(text.charAt(index - 1));
  const before = /\S*$/.exec(text.slice(Math.max(0, index - 20), index))?.[0] ?? '';
  const last = before.replace(/^[^\p{L}\p{N}]+/u, '');
  const lower = last.toLowerCase();
  if (abbreviations.has(lower)) return false;
  if (beforeNumbers.has(lower)) return !/^[0-9]/.test(next);
  if (/^\p{Lu}$/u.test(last)) return false;
  // The number of an item in a list that is none in Markdown.
  return !(/^[0-9]{1,3}$/.test(last) && isLineStart(text, index - last.length));
}

function isLineStart(text: string, at: number): boolean {
  return at === 0 || text.charCodeAt(at - 1) === 0x0a;
}
