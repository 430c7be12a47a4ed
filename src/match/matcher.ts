import type { EntryText } from '../model/memory/entry.js';
import { createAdapter } from './adapt/adapt.js';
import type { MatchContext } from './context.js';
import { Costs } from './costs.js';
import { Known } from './known/known.js';
import { expectedOf, type LeftOut, type MatcherInput, Memories } from './known/memories.js';
import { RankedOthers } from './known/ranked-others.js';
import { rankSame } from './known/same.js';
import { isExact, type Match, toMatches } from './match.js';
import { leastOf, type MatcherOptions, settingsOf } from './options.js';
import { isByCharacters } from './shape/characters.js';
import { ShapeReader } from './shape/reader.js';
import { TextUnits } from './shape/text-units.js';
import { Vocabulary } from './shape/vocabulary.js';

/** What a matcher has of memories. */
export interface MatcherCount {
  /** Translations that were given. */
  readonly translations: number;
  /** Those that are asked: each source with each target once. */
  readonly distinct: number;
  readonly sources: number;
  /** Entries that are not asked, by reason. */
  readonly leftOut: Readonly<LeftOut>;
}

/** Finds what memories have for segments. */
export interface Matcher {
  /**
   * The matches of a segment, the best first: by score, then human before machine translation, the later hand-off, the
   * earlier memory, the first path and id. Where a source is the same, and nothing is taken off, only its translations are
   * given. From 70 on the best match is always found, but for texts of more than 2,000 words (characters, in scripts without
   * spaces), which have no fuzzy ones; below, what is found is a lower bound. `minScore`: the lowest score that is of use this
   * time, up to 100, before an ambiguous match loses its point: that makes it quicker. Default, and least: that of the matcher.
   *
   * @throws {RangeError} `minScore` is no number.
   */
  match(segment: EntryText, context?: MatchContext, minScore?: number): readonly Match[];
  /** Whether there is a translation of the same source, with the same codes: much quicker than its matches. */
  knows(segment: EntryText): boolean;
  /**
   * Whether it may know a segment with this Markdown: where it does not, that is nearly always said. Quicker than to read the
   * codes, and to ask what it {@link Matcher.knows}.
   */
  mayKnow(markdown: string): boolean;
  readonly count: MatcherCount;
}

/**
 * Makes a matcher of memories, which are all kept in memory: their entries as they are, and some 300 bytes for each besides.
 * It runs in a browser. For memories that are larger than that, there is `createStreamMatcher`.
 *
 * **Scores.** The base is 100 less the edit distance over words (a word inserted, deleted, or replaced: Levenshtein) in
 * hundredths of the number of words of the longer text, rounded down; 94 at most where any word differs. From it penalties
 * are taken, each named, and once however often it applies ({@link PenaltyName}). So a **near** match, whose words are all
 * the same, has 95 to 99: a point less for codes, numbers, case, white space, punctuation each. In a **fuzzy** match, whose
 * words differ, codes and numbers are compared in their order; case, white space and punctuation are not, as the words that
 * differ have their own. What has no word, but codes or signs only, has no matches but exact ones.
 *
 * What counts as a word: what `stats` counts, numbers all as the same word, letters without case (`ShapeReader`). Codes are
 * no words. In Japanese, Chinese, Korean, Thai and others without spaces, each character is one.
 *
 * An **exact** match has the same source, with the same codes: 100. With the same source before or after it, or the same
 * place in the same English original, it is a **context** match: 101, if nothing is taken off. Of several different targets
 * at 100, the one with the most context is that: its place, both neighbours, one of them. Where none has more than another,
 * all are **ambiguous**: 99.
 *
 * At 100 and 101 the target is the stored one as it stands. A near match takes numbers and codes from the segment where they
 * can be placed without doubt ({@link createAdapter}), and says so in `adapted`.
 *
 * @throws {RangeError} There is no such option, or its value is none that it takes.
 * @example
 * const read = (text = '') => ({ text, content: parseInline(text) });
 * const target = { ...read('Warten Sie 10 Minuten.'), trgLang: 'de-DE', count: 1, places: [] };
 * const entry = { id: '1', srcLang: 'en-US', source: read('Wait 10 minutes.'), targets: [target] };
 * const matcher = createMatcher([entry], { trgLang: 'de-DE' });
 * const found = ['Wait 10 minutes.', 'Wait 20 minutes.', 'Wait for 20 minutes.'].map((text) => matcher.match(read(text))[0]);
 * found.map((match) => `${match?.score} ${match?.target.text}`) // ['100 Warten Sie 10 Minuten.', '99 Warten Sie 20 Minuten.', '74 Warten Sie 10 Minuten.']
 */
export function createMatcher(input: MatcherInput, options: MatcherOptions): Matcher {
  const settings = settingsOf(options);
  const { srcLang, trgLang, limit } = settings;
  const vocabulary = new Vocabulary();
  const reader = new ShapeReader(srcLang, vocabulary);
  const known = new Known(reader, { capacity: expectedOf(input) });
  const memories = new Memories(settings);
  memories.take(input, (translation, source) => known.add(translation, source));
  known.finish();
  const text = new TextUnits();
  const adapt = createAdapter(srcLang, trgLang);
  const ranked = new RankedOthers(known, {
    settings,
    costs: new Costs(settings),
    vocabulary: vocabulary.size,
    isByCharacters: isByCharacters(srcLang),
  });

  return {
    match(segment, context, minScore) {
      const least = leastOf(minScore, settings);
      text.load(segment.content);
      if (text.isEmpty) return [];
      const source = known.find(text);
      const exact = source < 0 ? [] : rankSame(known, source, context, { limit, minScore: least }).list;
      const others = isExact(exact) ? [] : ranked.rank(reader.read(text, false), source, least).list;
      return toMatches(segment, { exact, others }, settings, adapt);
    },
    knows(segment) {
      text.load(segment.content);
      return !text.isEmpty && known.find(text) >= 0;
    },
    mayKnow: (markdown) => known.mayHave(markdown),
    count: {
      translations: memories.count,
      distinct: known.translationCount,
      sources: known.sourceCount,
      leftOut: memories.leftOut,
    },
  };
}
