/** How a text is searched: all its words in any order, the text as it is, or what a regular expression matches. */
export const ways = ['words', 'exact', 'regex'] as const;
export type Way = (typeof ways)[number];

/** The language that is searched. */
export const sides = ['both', 'source', 'target'] as const;
export type Side = (typeof sides)[number];

/** What somebody is looking for, as it was typed. */
export interface Query {
  readonly text: string;
  readonly way: Way;
  readonly side: Side;
}

/** What a query means. */
export type Wanted =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'regex'; readonly source: string }
  | { readonly kind: 'wrong'; readonly reason: string };

/** A stretch of a text, its end exclusive. */
export interface Match {
  readonly start: number;
  readonly end: number;
}

/** An address may ask for any expression; those that anyone types have some dozens of characters. */
const longestRegex = 1000;

/** In any case; characters are code points, so that `.` is one of any script. */
const flags = 'giu';

/** Reads a query; one without a word is the wish for everything. */
export function readQuery({ text, way }: Query): Wanted {
  if (text.trim() === '') return { kind: 'words', words: [] };
  if (way === 'words') return { kind: 'words', words: wordsOf(fold(text)) };
  if (way === 'exact') return { kind: 'words', words: [fold(text.trim())] };
  if (text.length > longestRegex) return { kind: 'wrong', reason: `It has more than ${longestRegex} characters.` };
  try {
    new RegExp(text, flags);
    return { kind: 'regex', source: text };
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const before = `Invalid regular expression: /${text}/${flags}: `;
    return { kind: 'wrong', reason: said.startsWith(before) ? said.slice(before.length) : said };
  }
}

/** The words of a text, each once; what stands between quotation marks is one, with its spaces. */
function wordsOf(text: string): readonly string[] {
  const words = Array.from(text.matchAll(/"([^"]*)"?|\S+/g), ([word, quoted]) => quoted?.trim() ?? word);
  return [...new Set(words)].filter((word) => word !== '');
}

/** Finds where a text has what is wanted: stretches in their order, none over another. */
export function createMarker(wanted: Wanted): (text: string) => readonly Match[] {
  if (wanted.kind === 'wrong' || (wanted.kind === 'words' && wanted.words.length === 0)) return () => [];
  return (text) => {
    const folded = fold(text);
    // Places would be off.
    if (folded.length !== text.length) return [];
    return wanted.kind === 'regex' ? regexMatches(folded, wanted.source) : joined(wordMatches(folded, wanted.words));
  };
}

function wordMatches(text: string, words: readonly string[]): Match[] {
  const matches: Match[] = [];
  for (const word of words) {
    for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + word.length)) {
      matches.push({ start, end: start + word.length });
    }
  }
  return matches;
}

function regexMatches(text: string, source: string): readonly Match[] {
  return Array.from(text.matchAll(new RegExp(source, flags)), ({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  })).filter(({ start, end }) => start < end);
}

/** Stretches in their order, those that overlap as one. */
function joined(matches: readonly Match[]): readonly Match[] {
  const result: Match[] = [];
  for (const match of matches.toSorted((one, other) => one.start - other.start)) {
    const last = result.at(-1);
    if (last === undefined || match.start >= last.end) result.push(match);
    else if (match.end > last.end) result[result.length - 1] = { start: last.start, end: match.end };
  }
  return result;
}

const otherSpace = /[\t\n\r]/;
const otherSpaces = /[\t\n\r]/g;

/** A text as it is searched: in lower case, and white space is a space. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  return otherSpace.test(lower) ? lower.replaceAll(otherSpaces, ' ') : lower;
}
