import type { Article } from '../../model/article.js';
import { startOf } from './excerpts.js';
import { createLengthBuilder, type LengthNorms } from './length-norms.js';
import { createRenderingsBuilder, longestExcerpt, type Renderings } from './renderings.js';
import { forEachPair, forEachTerm, none, rowsOf, type TreeRows } from './rows.js';

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
    forEachPair(rows, ({ source, target, rendering, bits, line, sourceLength, targetLength }, index) => {
      targets.add(source, rendering, { text: starts[index] ?? '', path, line });
      if (bits !== none) sources.add(target, bits);
      if (sourceLength !== none) lengths.add(language, sourceLength, targetLength);
    });
    forEachTerm(rows, ({ source, rendering, line }, index) => {
      const [, target = ''] = termTexts[index] ?? [];
      terms.add(source, rendering, { text: startOf(target, longestExcerpt), path, line });
    });
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
