import { type PageArticle, type PageContent, plainTextOf } from '../page-data.js';
import { fold, type Side } from './query.js';

/**
 * What is searched of some articles: a line for each segment, in two texts. What fits in one byte a character stands in
 * `narrow`, all else in `wide`: half of it takes half of the memory. The source stands before the first tab of a line,
 * targets after it.
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
      const from = foldedOf(source);
      const isWide = twoBytes.test(from);
      let narrowLine = isWide ? '' : from;
      let wideLine = isWide ? from : '';
      const others = [target, changed ?? '', ...refused.map(({ proposed }) => proposed ?? '')];
      if (memory?.former !== undefined) others.push(memory.former.target);
      for (const candidate of candidates) others.push(candidate.source, candidate.target);
      for (const content of others) {
        const text = foldedOf(content);
        if (text === '') continue;
        if (twoBytes.test(text)) wideLine += between + text;
        else narrowLine += between + text;
      }
      narrow += narrowLine + lineEnd;
      wide += wideLine + lineEnd;
    }
  }
  return { narrow, wide };
}

function foldedOf(content: PageContent): string {
  return content === '' ? '' : fold(plainTextOf(content));
}

/** Texts of segments that are ready to be searched. */
export interface SearchedTexts {
  readonly folded: FoldedTexts;
  /** Calls `onHit` with the place of each segment that has all of some folded words, in their order. */
  find(words: readonly string[], side: Side, onHit: (segment: number) => void): void;
  /** Calls `onHit` with the place of each segment with a folded source, and its folded targets. */
  findSource(source: string, onHit: (segment: number, targets: string) => void): void;
}

/** Makes texts ready to be searched. */
export function createSearchedTexts(folded: FoldedTexts): SearchedTexts {
  const narrow = createLines(folded.narrow);
  const wide = createLines(folded.wide);
  return {
    folded,
    find(words, side, onHit) {
      // The longest one is most often the rarest.
      const [first, ...others] = words.toSorted((one, other) => other.length - one.length);
      if (first === undefined || words.some((word) => word.includes(lineEnd) || word.includes(between))) return;
      const has = (line: number, word: string): boolean => narrow.has(line, word, side) || wide.has(line, word, side);
      const add = (line: number): void => {
        if (others.every((word) => has(line, word))) onHit(line);
      };
      mergeInOrder(narrow.find(first, side), wide.find(first, side), add);
    },
    findSource(source, onHit) {
      const lines = twoBytes.test(source) ? wide : narrow;
      for (const line of lines.find(source, 'source')) {
        if (lines.read(line, 'source') !== source) continue;
        onHit(
          line,
          [narrow, wide]
            .map((text) => text.read(line, 'target'))
            .join(between)
            .trim(),
        );
      }
    },
  };
}

function mergeInOrder(some: readonly number[], others: readonly number[], onEach: (line: number) => void): void {
  let at = 0;
  for (const each of some) {
    for (; (others[at] ?? each) < each; at++) onEach(others[at] ?? each);
    if (others[at] === each) at++;
    onEach(each);
  }
  for (; at < others.length; at++) onEach(others[at] ?? 0);
}

interface Lines {
  /** The lines that have a text, in their order. */
  find(folded: string, side: Side): readonly number[];
  has(line: number, word: string, side: Side): boolean;
  read(line: number, side: Side): string;
}

function createLines(text: string): Lines {
  let known: LinePlaces | undefined;
  const places = (): LinePlaces => {
    known ??= placesIn(text);
    return known;
  };
  const read = (line: number, side: Side): string => {
    const { ends, tabs } = places();
    const start = line === 0 ? 0 : (ends[line - 1] ?? 0) + 1;
    const end = ends[line] ?? text.length;
    const tab = tabs[line] ?? end;
    return text.slice(side === 'target' ? tab + 1 : start, side === 'source' ? tab : end);
  };
  return {
    find(folded, side) {
      const hits: number[] = [];
      let line = 0;
      for (let at = text.indexOf(folded); at >= 0; ) {
        const { ends, tabs } = places();
        while ((ends[line] ?? text.length) < at) line++;
        const end = ends[line] ?? text.length;
        const tab = tabs[line] ?? end;
        const isBefore = side === 'target' && at < tab;
        if (!isBefore && (side !== 'source' || at < tab)) hits.push(line);
        at = text.indexOf(folded, isBefore ? tab : end);
      }
      return hits;
    },
    has: (line, word, side) => read(line, side).includes(word),
    read,
  };
}

/** Where each line ends, and where its source does. */
interface LinePlaces {
  readonly ends: readonly number[];
  readonly tabs: readonly number[];
}

function placesIn(text: string): LinePlaces {
  const ends: number[] = [];
  const tabs: number[] = [];
  let tab = text.indexOf(between);
  for (let start = 0, end = text.indexOf(lineEnd); end >= 0; start = end + 1, end = text.indexOf(lineEnd, start)) {
    if (tab >= 0 && tab < start) tab = text.indexOf(between, start);
    ends.push(end);
    tabs.push(tab < 0 || tab > end ? end : tab);
  }
  return { ends, tabs };
}
