import { placedRowsOf, type RowPlaces } from '../../check/check-rows.js';
import type { TreeContext } from '../../check/tree/tree.js';
import { createLineIndex } from '../../model/position.js';
import { toPageArticle } from '../../view/view-model.js';
import type { GivenRules } from '../check/rules-of.js';
import { createLanguageInference, type Inference } from '../language/inference.js';
import type { Arena } from '../run/arena.js';
import type { Processor, Work } from '../run/task.js';
import type { ArticleRows } from '../tree/rows.js';
import type { Changes } from './changes.js';
import { createItemReader, type ReportedFinding } from './view-item.js';
import { toViewedPage, type ViewedPage } from './viewed-page.js';

/** What is the same for all articles of a page. Plain data, but for changes: with those, no other thread works. */
export interface ViewGiven extends Pick<GivenRules, 'rules' | 'glossary'> {
  /** The page; links to articles start there. */
  readonly output: string;
  readonly srcLang: string;
  /** The language of articles that name none. */
  readonly trgLang?: string;
  /** What rules over the whole tree know, where they are asked for. */
  readonly tree?: TreeContext;
  /** Whether the tree is not known yet: then it is said what each article brings to it. Default: `false`. */
  readonly givesRows?: boolean;
  /** What a look at the articles before the tree was known inferred of their languages, in their order. */
  readonly inferred?: readonly (Inference | undefined)[];
  readonly changes?: Changes;
  /** Whether there is a page: else articles are only read. */
  readonly hasPage: boolean;
  /** Whether the page may be divided into parts: then what is searched stands in parts of its own. */
  readonly mayHaveParts: boolean;
}

/** What became of an article. Plain data, and bytes. */
export interface ViewedArticle {
  /** Of the file, in bytes. */
  readonly size: number;
  readonly units: number;
  readonly diagnostics: readonly ReportedFinding[];
  /** Only there where the article stands in a page: it has a pair, or something is odd in it. */
  readonly page?: ViewedPage;
  /** What it brings to its tree; only there where that is asked for, and it has pairs. */
  readonly rows?: PlacedRows;
  readonly inferred?: Inference;
}

/** What an article brings to its tree, and where that stands. */
export interface PlacedRows extends ArticleRows {
  readonly places: RowPlaces;
}

/** Makes ready for reading articles with all that is found in them. */
export async function start(
  { articles, trees, stdin, given: { hasPage, mayHaveParts, givesRows = false, ...given } }: Work<ViewGiven>,
  arena: Arena,
): Promise<Processor<ViewedArticle>> {
  const inference = createLanguageInference({ articles, trees, srcLang: given.srcLang });
  const read = createItemReader(articles, { ...given, inference, stdin });
  return (index, most) => {
    const { size, diagnostics, item, inferred } = read(index, most);
    const units = item?.article.units.length ?? 0;
    if (item === undefined || !hasPage) return { size, units, diagnostics };
    const { article } = item;
    const lines = createLineIndex(article.text);
    const page = toPageArticle(item, lines);
    const viewed = { size, units, diagnostics, page: toViewedPage(page, mayHaveParts, arena) };
    if (!givesRows || units === 0) return viewed;
    const hasLanguage = article.localization.trgLang !== undefined;
    const rows = { ...placedRowsOf(article, lines), hasLanguage };
    return { ...viewed, rows, ...(inferred === undefined ? {} : { inferred }) };
  };
}
