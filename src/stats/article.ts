import { hashText } from '../check/hash.js';
import { type Article, segmentsOf } from '../model/article.js';
import type { ArticleCount } from './stats.js';
import { countCharacters, textOf } from './text.js';
import { createWordCounter, type WordCounter } from './words.js';

/** Counts articles. What it counted it keeps for the next one. */
export type ArticleCounter = (article: Article, trgLang: string) => ArticleCount;

/** A counter for articles with sources in a language. Pairs that no exporter writes are left out, as is a recovered title. */
export function createArticleCounter(srcLang: string): ArticleCounter {
  const counters = new Map<string, WordCounter>();
  const counterOf = (language: string): WordCounter => {
    const known = counters.get(language) ?? createWordCounter(language);
    counters.set(language, known);
    return known;
  };
  return (article, trgLang) => {
    const countSource = counterOf(srcLang);
    const countTarget = counterOf(trgLang);
    const source = { words: 0, characters: 0 };
    const target = { words: 0, characters: 0 };
    const hashes: number[] = [];
    const words: number[] = [];
    for (const segment of segmentsOf(article)) {
      if (segment.recovered || segment.skip !== undefined) continue;
      const sourceText = textOf(segment.source.content);
      const targetText = textOf(segment.target.content);
      const sourceWords = countSource(sourceText);
      source.words += sourceWords;
      source.characters += countCharacters(sourceText);
      target.words += countTarget(targetText);
      target.characters += countCharacters(targetText);
      hashes.push(hashText(segment.source.text.trim()));
      words.push(sourceWords);
    }
    return {
      trgLang,
      type: article.localization.translationType ?? 'unknown',
      source,
      target,
      hashes: Float64Array.from(hashes),
      words: Uint32Array.from(words),
    };
  };
}
