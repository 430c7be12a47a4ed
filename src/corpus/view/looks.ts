import { checkRows } from '../../check/check-rows.js';
import { needsTree } from '../../check/rule-table.js';
import type { TreeContext } from '../../check/tree/tree.js';
import { withSegmentFindings } from '../../view/summary.js';
import { rulesOf } from '../check/rules-of.js';
import { oneByOne } from '../run/one-by-one.js';
import type { Run } from '../run/run.js';
import { collectTreeOf, createTreeCollector } from '../tree/collect.js';
import { createTurns } from '../turns.js';
import { createKeptPages, type KeptPage, type KeptPages } from './kept/kept-pages.js';
import { joinFindings, toTreeFindings, withTreeFindings } from './kept/tree-findings.js';
import type { PlacedRows, ViewedArticle, ViewGiven } from './process.js';
import { viewTask } from './task.js';
import type { ViewedPage } from './viewed-page.js';

/** What may be said of looks at articles. */
export interface LookOptions {
  /** Called with what is shown of an article that is given later: then without what is searched of it. Its bytes are valid until it has returned. */
  readonly announce?: (page: ViewedPage) => Promise<void>;
  /** Bytes that wait for the tree at most. Default: 2 GiB. */
  readonly mostKept?: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Gives what became of each article of a run, in their order: bytes in it are valid until the next is asked for.
 *
 * What rules over the tree find is not known before all articles were looked at. What is shown of an article waits until
 * then; what such rules find is told by what the article brought to the tree, and added to what is shown. What is searched
 * of it is the same in any case, and does not wait. Only what found no room to wait is looked at again. With a document of
 * changes, which is merged into each article once, the tree is collected first.
 */
export async function* viewArticles(
  run: Run,
  given: ViewGiven,
  options: LookOptions = {},
): AsyncGenerator<ViewedArticle, void, undefined> {
  const { srcLang, trgLang, changes, hasPage } = given;
  if (!hasPage || !needsTree(rulesOf(given))) return yield* lookOnce(run, given);
  if (changes !== undefined) {
    const tree = await collectTreeOf(run, { srcLang, ...(trgLang === undefined ? {} : { trgLang }) });
    return yield* lookOnce(run, { ...given, tree });
  }
  const pages = createKeptPages(options.mostKept);
  try {
    yield* lookTwice(run, given, pages, options);
  } finally {
    pages.close();
  }
}

async function* lookOnce(run: Run, given: ViewGiven): AsyncGenerator<ViewedArticle, void, undefined> {
  for await (const results of run.pass(viewTask, given)) {
    for (const viewed of results) {
      yield viewed;
      advance(run, viewed);
    }
  }
}

/** What is known of an article after the first look. */
interface Look extends Omit<ViewedArticle, 'rows' | 'page'> {
  /** Not there where it has no page, or where that found no room. */
  readonly page?: KeptPage;
  /** Its page found no room: then that of none after it did. */
  readonly isLost: boolean;
  readonly rows?: PlacedRows;
}

async function* lookTwice(
  run: Run,
  given: ViewGiven,
  pages: KeptPages,
  { announce, signal }: LookOptions,
): AsyncGenerator<ViewedArticle, void, undefined> {
  const looks: Look[] = [];
  const collector = createTreeCollector(run);
  for await (const results of run.pass(viewTask, { ...given, givesRows: true })) {
    for (const viewed of results) {
      const look = lookOf(viewed, pages);
      if (viewed.page !== undefined && !look.isLost) await announce?.(viewed.page);
      looks.push(look);
      if (viewed.rows !== undefined) collector.add(viewed.rows);
      advance(run, viewed);
    }
  }
  const tree = collector.build();
  const turn = createTurns(signal);
  const again = lookAgain(run, given, looks, tree);
  for (const look of looks) {
    await turn();
    const made = look.isLost ? await again?.() : undefined;
    yield made ?? viewedOf(look, given, tree, pages);
  }
}

/** Looks again at the articles that are lost, one by one. Not there where none is. */
function lookAgain(
  run: Run,
  given: ViewGiven,
  looks: readonly Look[],
  tree: TreeContext,
): (() => Promise<ViewedArticle | undefined>) | undefined {
  if (!looks.some(({ isLost }) => isLost)) return undefined;
  const articles = run.articles.filter((_, index) => looks[index]?.isLost);
  const inferred = looks.flatMap((look) => (look.isLost ? [look.inferred] : []));
  return oneByOne(run.pass(viewTask, { ...given, tree, inferred }, articles));
}

function advance(run: Run, { size, page }: ViewedArticle): void {
  run.advance(size, page?.note.summary.segments ?? 0);
}

/** What is kept of an article: its page is in the file, and the starts of texts are in the tree. */
function lookOf({ page, rows, ...viewed }: ViewedArticle, pages: KeptPages): Look {
  const kept = page && pages.keep(page);
  if (kept === undefined) return { ...viewed, isLost: page !== undefined };
  const look = { ...viewed, page: kept, isLost: false };
  return rows === undefined ? look : { ...look, rows: { ...rows, rows: { ...rows.rows, starts: '' } } };
}

/** An article as it is kept, with what rules over the tree find in it. */
function viewedOf(
  { size, units, diagnostics, page, rows }: Look,
  given: ViewGiven,
  tree: TreeContext,
  pages: KeptPages,
): ViewedArticle {
  if (page === undefined) return { size, units, diagnostics };
  const { note } = page;
  const article = pages.read(page);
  const ofTree = rows === undefined ? [] : checkRows(rows.rows, rows.places, rulesOf(given), tree);
  if (ofTree.length === 0) return { size, units, diagnostics, page: { data: [article], note } };
  const all = joinFindings(diagnostics, ofTree);
  const { data, segments } = withTreeFindings(article, toTreeFindings(all, ofTree), given.mayHaveParts);
  return { size, units, diagnostics: all, page: { data, note: withSegmentFindings(note, segments) } };
}
