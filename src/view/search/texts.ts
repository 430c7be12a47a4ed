import { type PageArticle, plainTextOf } from '../page-data.js';
import { fold } from './filter.js';

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

/** The texts of all segments of an article, as they are searched: source, target, the changed one, refused ones, former ones, candidates. */
export function foldedTextsOf({ units }: PageArticle): FoldedTexts {
  let narrow = '';
  let wide = '';
  for (const { segments } of units) {
    for (const { source, target, changed, refused = [], memory, candidates = [] } of segments) {
      const contents = [source, target, changed ?? '', ...refused.map(({ proposed }) => proposed ?? '')];
      if (memory?.former !== undefined) contents.push(memory.former.target);
      for (const candidate of candidates) contents.push(candidate.source, candidate.target);
      const narrowOnes: string[] = [];
      const wideOnes: string[] = [];
      for (const content of contents) {
        const text = content === '' ? '' : fold(plainTextOf(content));
        if (text !== '') (twoBytes.test(text) ? wideOnes : narrowOnes).push(text);
      }
      narrow += narrowOnes.join(between) + lineEnd;
      wide += wideOnes.join(between) + lineEnd;
    }
  }
  return { narrow, wide };
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
