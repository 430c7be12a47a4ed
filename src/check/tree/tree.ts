import { type Article, segmentsOf } from '../../model/article.js';
import { hashText } from '../hash.js';
import { countBits, fewestWords, wordBits } from '../languages/words.js';
import { maskCodes } from '../view.js';
import { createLengthBuilder, type LengthNorms } from './length-norms.js';
import { createRenderingsBuilder, type Renderings } from './renderings.js';
import { termsOf } from './terms.js';

/**
 * What rules know of the tree that an article stands in: hashes, counts, and the starts of texts that messages name.
 * Plain data with maps, which may go to another thread.
 */
export interface TreeContext {
  /** The targets of each source that has several. */
  readonly targets: Renderings;
  /** The sources of each target that has several which have little in common. */
  readonly sources: Renderings;
  /** The same for texts in bold. */
  readonly terms: Renderings;
  /** How long targets are beside their sources, by target language. */
  readonly lengths: LengthNorms;
}

/** Collects what rules need to know of a tree. */
export interface TreeBuilder {
  /** `trgLang`: the language of an article that names none. */
  add(article: Article, trgLang?: string): void;
  build(): TreeContext;
}

/** An empty tree. Memory grows with the number of different pairs, by some hundred bytes for each. */
export function createTreeBuilder(): TreeBuilder {
  const targets = createRenderingsBuilder();
  const sources = createRenderingsBuilder();
  const terms = createRenderingsBuilder();
  const lengths = createLengthBuilder();
  return {
    add(article, inferred) {
      const language = article.localization.trgLang ?? inferred ?? '';
      const { path } = article;
      const lineAt = createLineCounter(article.text);
      for (const segment of segmentsOf(article)) {
        if (segment.recovered || segment.skip !== undefined) continue;
        const source = textKey(segment.source.text);
        const target = textKey(segment.target.text);
        const { text, range } = segment.target;
        const occurrence = { text: target, path, line: () => lineAt(range.start) };
        targets.add(keyIn(language, source), hashText(targetKey(text)), occurrence);
        const bits = wordBits(maskCodes(segment.source.content));
        if (countBits(bits) >= fewestWords) sources.add(keyIn(language, target), bits);
        for (const term of termsOf(segment)) {
          const place = { text: term.target, path, line: () => lineAt(term.range.start) };
          terms.add(keyIn(language, term.source), hashText(term.target), place);
        }
        lengths.add(language, segment);
      }
    },
    build: () => ({
      targets: targets.build(),
      sources: sources.build(),
      terms: terms.build(),
      lengths: lengths.build(),
    }),
  };
}

/** Counts the lines before offsets that mostly grow: all together is one way through the text. */
function createLineCounter(text: string): (offset: number) => number {
  let at = 0;
  let line = 1;
  return (offset) => {
    if (offset < at) {
      at = 0;
      line = 1;
    }
    for (; at < offset; at++) {
      const code = text.charCodeAt(at);
      if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) line++;
    }
    return line;
  };
}

/** The tree of articles that are at hand. */
export function collectTree(articles: Iterable<Article>): TreeContext {
  const builder = createTreeBuilder();
  for (const article of articles) builder.add(article);
  return builder.build();
}

/** What is the same for texts that differ in white space only. */
export function textKey(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

/** What is the same for targets that differ in white space, case, punctuation and markup only. */
export function targetKey(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}\p{M}]+/gu, '');
}

/** The hash of a text of a language pair. */
export function keyIn(language: string, text: string): number {
  return hashText(text, hashText(language) >>> 0);
}
