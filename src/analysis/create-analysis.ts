import { InnerMatcher } from '../match/inner.js';
import { bandOf } from '../match/match.js';
import { type MatcherOptions, penaltiesOf } from '../match/options.js';
import { HashTable } from '../memory/store/columns.js';
import { createTextHash, randomKey } from '../memory/store/hash.js';
import type { EntryText } from '../model/memory/entry.js';
import { keyOf } from '../model/memory/text-key.js';
import { language, nameOf, type OptionKindsOf, object, requireOptions } from '../model/options.js';
import { createContentCounter, type WordCounting, wordCountings } from '../stats/counting.js';
import { defaultSrcLang } from '../write/export-options.js';
import { type Analysis, type AnalysisBand, addTally, addToTally, emptyTally, type Tally } from './analysis.js';

/** A segment that is counted. */
export interface AnalysisSegment {
  readonly source: EntryText;
  /** The score of its best match in the memories. Default: it has none. */
  readonly score?: number | undefined;
}

/** An article that is counted. */
export interface AnalysisArticle {
  /** Default: an empty one. */
  readonly path?: string | undefined;
  /** In the order of the article. */
  readonly segments: Iterable<AnalysisSegment>;
}

/** How segments are counted. */
export interface AnalysisOptions extends Pick<MatcherOptions, 'srcLang' | 'penalties'> {
  /** How words are counted. Default: `cat`. */
  readonly words?: WordCounting;
}

/** Adds up articles, in their order. */
export interface AnalysisBuilder {
  add(article: AnalysisArticle): void;
  /** What was added so far. More may be added later. */
  build(): Analysis;
}

/** A segment that may have a better match among those before it. */
interface Open {
  readonly tally: Tally;
  readonly source: number;
  readonly score: number;
  readonly words: number;
  readonly characters: number;
}

const kinds: OptionKindsOf<AnalysisOptions> = { srcLang: language, penalties: object, words: nameOf(wordCountings) };

/** From here on, matches among the segments are counted. */
const least = 50;
const always = (): boolean => true;
const innerBands: Readonly<Record<string, AnalysisBand>> = {
  near: 'inner-near',
  85: 'inner-85',
  75: 'inner-75',
  50: 'inner-50',
};

/**
 * Makes what counts segments and words by how near they are to what is known: the table that translations are quoted from.
 * Give it each article, in their order, with the score of the best match of each segment ({@link Matcher.match}).
 *
 * Each segment counts once:
 * 1. as `context` or `exact`, where it has a match of 101 or 100;
 * 2. else as `repetition`, where its source, with its codes, stood before in the run;
 * 3. else as `inner-…`, where the best match among the sources before it has a higher score than that of the memories: by the
 *    same scores and penalties. Only sources that have no context or exact match are looked at: others are in the memories;
 * 4. else by the band of its match, and as `new` below 50.
 *
 * From 70 on, the best match is always found; below, it may be missed: `50` and `inner-50` are lower bounds, `new` is an upper
 * one. Where many sources before a segment differ from it in the same number of words, not all of these are compared for
 * what differs besides (codes, numbers, case): its inner score may be a point or two too low then.
 *
 * @throws {RangeError} There is no such option, or its value is none that it takes.
 * @example
 * const analysis = createAnalysis({ srcLang: 'en-US', words: 'gmx' });
 * const texts = ['Open a well-known file.', 'Open a well-known file.', 'Open a well-known folder.'];
 * analysis.add({ path: 'a.md', segments: texts.map((text) => ({ source: { text, content: parseInline(text) } })) });
 * const { total, bands } = analysis.build().all;
 * [total.words, bands.new.words, bands.repetition.words, bands['inner-75'].words] // [15, 5, 5, 5]
 */
export function createAnalysis(options: AnalysisOptions = {}): AnalysisBuilder {
  requireOptions(options, kinds);
  const { srcLang = defaultSrcLang, words: counting = 'cat', penalties = {} } = options;
  const count = createContentCounter(srcLang, counting);
  const inner = new InnerMatcher(srcLang, { penalties: penaltiesOf(penalties) });
  const hash = createTextHash(randomKey());
  const sources = new HashTable();
  const articles: { readonly path: string; readonly tally: Tally }[] = [];
  const open: Open[] = [];

  /** Whether a source stood before. */
  const isRepeated = (source: EntryText): boolean => {
    const key = keyOf(source);
    if (key === '') return false;
    hash.of(key, 0);
    if (sources.find(hash.low, hash.high, always) >= 0) return true;
    sources.add(hash.low, hash.high);
    return false;
  };

  const addSegment = (tally: Tally, { source, score = 0 }: AnalysisSegment): void => {
    const { words, characters } = count(source.content);
    const repeated = isRepeated(source);
    if (score >= 100) addToTally(tally, bandOf(score), words, characters);
    else if (repeated) addToTally(tally, 'repetition', words, characters);
    else open.push({ tally, source: inner.add(source), score, words, characters });
  };

  return {
    add({ path = '', segments }) {
      const tally = emptyTally();
      articles.push({ path, tally });
      for (const segment of segments) addSegment(tally, segment);
    },
    build() {
      const built = new Map(articles.map(({ tally }) => [tally, addTally(emptyTally(), tally)]));
      const scores = inner.scores(least);
      for (const { tally, source, score, words, characters } of open) {
        const innerScore = scores[source] ?? 0;
        const band = innerScore > score ? (innerBands[bandOf(innerScore)] ?? 'new') : bandOf(score);
        addToTally(built.get(tally) ?? tally, band, words, characters);
      }
      const all = emptyTally();
      for (const tally of built.values()) addTally(all, tally);
      return {
        srcLang,
        words: counting,
        articles: articles.map(({ path, tally }) => ({ path, ...(built.get(tally) ?? tally) })),
        all,
      };
    },
  };
}
