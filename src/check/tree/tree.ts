import type { Article } from '../../model/article.js';
import { startOf } from './excerpts.js';
import { createLengthBuilder, type LengthNorms } from './length-norms.js';
import { createRenderingsBuilder, longestExcerpt, type Renderings } from './renderings.js';
import { countPairs, countTerms, none, ofPair, ofTerm, pairColumn, rowsOf, type TreeRows, termColumn } from './rows.js';

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
  /** The same of an article that was read in another thread. */
  addRows(rows: TreeRows): void;
  build(): TreeContext;
}

/** An empty tree. Memory grows with the number of different pairs, by some hundred bytes for each. */
export function createTreeBuilder(): TreeBuilder {
  const targets = createRenderingsBuilder();
  const sources = createRenderingsBuilder();
  const terms = createRenderingsBuilder();
  const lengths = createLengthBuilder();
  const addRows = (rows: TreeRows): void => {
    const { language, path, termTexts } = rows;
    const starts = rows.starts.split('\n');
    for (let index = 0; index < countPairs(rows); index++) {
      const text = starts[index] ?? '';
      const line = ofPair(rows, index, pairColumn.line);
      targets.add(ofPair(rows, index, pairColumn.source), ofPair(rows, index, pairColumn.rendering), {
        text,
        path,
        line,
      });
      const bits = ofPair(rows, index, pairColumn.bits);
      if (bits !== none) sources.add(ofPair(rows, index, pairColumn.target), bits);
      const length = ofPair(rows, index, pairColumn.sourceLength);
      if (length !== none) lengths.add(language, length, ofPair(rows, index, pairColumn.targetLength));
    }
    for (let index = 0; index < countTerms(rows); index++) {
      const text = startOf(termTexts[index]?.[1] ?? '', longestExcerpt);
      const line = ofTerm(rows, index, termColumn.line);
      terms.add(ofTerm(rows, index, termColumn.source), ofTerm(rows, index, termColumn.rendering), {
        text,
        path,
        line,
      });
    }
  };
  return {
    add: (article, inferred) => addRows(rowsOf(article, inferred)),
    addRows,
    build: () => ({
      targets: targets.build(),
      sources: sources.build(),
      terms: terms.build(),
      lengths: lengths.build(),
    }),
  };
}

/** The tree of articles that are at hand. */
export function collectTree(articles: Iterable<Article>): TreeContext {
  const builder = createTreeBuilder();
  for (const article of articles) builder.add(article);
  return builder.build();
}
