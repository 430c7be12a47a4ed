import { type PageArticle, plainTextOf } from './page-data.js';
import { withSpaces } from './search.js';

/**
 * What is searched of some articles: a line for each segment, in two texts. What fits in one byte a character stands in
 * `narrow`, all else in `wide`: half of it takes half of the memory.
 */
export interface FoldedTexts {
  readonly narrow: string;
  readonly wide: string;
}

/** Ends the line of a segment. */
const lineEnd = '\n';
/** Between texts of a segment. */
const between = '\t';
const twoBytes = /[^\0-\xff]/;

/** The letters that take two bytes, and one in lower case: `Ÿ`, `ẞ`, and the signs of kelvin and ångström. */
const narrowInLower = /[\u0178\u1e9e\u212a\u212b]/;

/** The texts of all segments of an article, as they are searched: source, target, the changed one, refused ones. */
export function foldedTextsOf({ units }: PageArticle): FoldedTexts {
  let narrow = '';
  let wide = '';
  // What stands between texts is no part of words, so that all of them are put into lower case at once.
  for (const { segments } of units) {
    for (const { source, target, changed, refused = [] } of segments) {
      const contents = [source, target, changed ?? '', ...refused.map(({ proposed }) => proposed ?? '')];
      const narrowOnes: string[] = [];
      const wideOnes: string[] = [];
      for (const content of contents) {
        const text = content === '' ? '' : withSpaces(plainTextOf(content));
        if (text !== '') (isWide(text) ? wideOnes : narrowOnes).push(text);
      }
      narrow += narrowOnes.join(between) + lineEnd;
      wide += wideOnes.join(between) + lineEnd;
    }
  }
  return { narrow: narrow.toLowerCase(), wide: wide.toLowerCase() };
}

/** Whether a text takes two bytes a character in lower case. */
function isWide(text: string): boolean {
  if (!twoBytes.test(text)) return false;
  return !narrowInLower.test(text) || twoBytes.test(text.toLowerCase());
}

/** Texts of segments that are ready to be searched. */
export interface SearchedTexts {
  /** Calls `onHit` with the place of each segment that has a folded text, in their order. */
  find(folded: string, onHit: (segment: number) => void): void;
}

/** Makes texts ready to be searched. */
export function createSearchedTexts({ narrow, wide }: FoldedTexts): SearchedTexts {
  const texts = [createLines(narrow), createLines(wide)];
  return {
    find(folded, onHit) {
      if (folded === '' || folded.includes(lineEnd) || folded.includes(between)) return;
      const [some = [], others = []] = texts.map((lines) => lines.find(folded));
      let at = 0;
      for (const hit of some) {
        for (; (others[at] ?? hit) < hit; at++) onHit(others[at] ?? hit);
        if (others[at] === hit) at++;
        onHit(hit);
      }
      for (; at < others.length; at++) onHit(others[at] ?? 0);
    },
  };
}

function createLines(text: string): { find(folded: string): readonly number[] } {
  let ends: readonly number[] | undefined;
  return {
    find(folded) {
      const hits: number[] = [];
      let line = 0;
      for (let at = text.indexOf(folded); at >= 0; ) {
        ends ??= endsOf(text);
        while ((ends[line] ?? text.length) < at) line++;
        hits.push(line);
        at = text.indexOf(folded, ends[line] ?? text.length);
      }
      return hits;
    },
  };
}

function endsOf(text: string): readonly number[] {
  const ends: number[] = [];
  for (let at = text.indexOf(lineEnd); at >= 0; at = text.indexOf(lineEnd, at + 1)) ends.push(at);
  return ends;
}
