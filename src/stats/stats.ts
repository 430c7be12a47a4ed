import type { TranslationType } from '../model/article.js';
import { createNumberSet, type NumberSet } from '../model/compact/number-set.js';

/** How long texts are. */
export interface TextCount {
  readonly words: number;
  /** Unicode code points without white space. */
  readonly characters: number;
}

/** Segments, and the words of their sources. */
export interface SegmentCount {
  readonly segments: number;
  readonly words: number;
}

/** What a translator would be paid for, in one language pair. Inline codes count as nothing. */
export interface LanguageStats {
  readonly segments: number;
  readonly source: TextCount;
  readonly target: TextCount;
  /** Segments whose source was there before in the run, for the same target language. */
  readonly repetitions: SegmentCount;
  readonly ht: SegmentCount;
  readonly mt: SegmentCount;
  readonly unknown: SegmentCount;
}

/** By target language. */
export interface Stats {
  readonly languages: Readonly<Record<string, LanguageStats>>;
}

/** What was counted in one article. Plain data, which may come from another thread. */
export interface ArticleCount {
  readonly trgLang: string;
  readonly type: TranslationType | 'unknown';
  readonly source: TextCount;
  readonly target: TextCount;
  /** For each segment the hash of its source, and its words. */
  readonly hashes: Float64Array;
  readonly words: Uint32Array;
}

/** Adds up articles, in their order. */
export interface StatsBuilder {
  add(article: ArticleCount): void;
  build(): Stats;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends object ? Mutable<T[K]> : T[K] };

export function createStats(): StatsBuilder {
  const languages = new Map<string, Mutable<LanguageStats>>();
  const seen = new Map<string, NumberSet>();
  return {
    add({ trgLang, type, source, target, hashes, words }) {
      const stats = languages.get(trgLang) ?? emptyStats();
      const before = seen.get(trgLang) ?? createNumberSet();
      languages.set(trgLang, stats);
      seen.set(trgLang, before);
      stats.segments += hashes.length;
      addText(stats.source, source);
      addText(stats.target, target);
      stats[type].segments += hashes.length;
      stats[type].words += source.words;
      hashes.forEach((hash, index) => {
        if (before.add(hash)) return;
        stats.repetitions.segments++;
        stats.repetitions.words += words[index] ?? 0;
      });
    },
    build: () => ({ languages: Object.fromEntries([...languages].sort(([a], [b]) => (a < b ? -1 : 1))) }),
  };
}

function emptyStats(): Mutable<LanguageStats> {
  const segments = (): Mutable<SegmentCount> => ({ segments: 0, words: 0 });
  const text = (): Mutable<TextCount> => ({ words: 0, characters: 0 });
  return {
    segments: 0,
    source: text(),
    target: text(),
    repetitions: segments(),
    ht: segments(),
    mt: segments(),
    unknown: segments(),
  };
}

function addText(sum: Mutable<TextCount>, { words, characters }: TextCount): void {
  sum.words += words;
  sum.characters += characters;
}
