import { checkRows } from '../../check/check-rows.js';
import { needsTree } from '../../check/rule-table.js';
import type { TreeContext } from '../../check/tree/tree.js';
import { oneByOne } from '../run/one-by-one.js';
import type { Run } from '../run/run.js';
import { collectTreeOf, createTreeCollector } from '../tree/collect.js';
import { createTurns } from '../turns.js';
import type { AgainGiven, KnownArticle, MadeAgain } from './kept/again.js';
import { createKeptPages, type KeptPage, type KeptPages } from './kept/kept-pages.js';
import { joinFindings, toTreeFindings } from './kept/tree-findings.js';
import type { PlacedRows, ViewedArticle, ViewGiven } from './process.js';
import { viewAgainTask, viewTask } from './task.js';

/**
 * Gives what became of each article of a run, in their order: bytes in it are valid until the next is asked for.
 *
 * What rules over the tree find is not known before all articles were looked at. What is shown of an article waits until
 * then; what such rules find is told by what the article brought to the tree, and added to what is shown. Only what found no
 * room to wait is looked at again. With a document of changes, which is merged into each article once, the tree is
 * collected first.
 */
export async function* viewArticles(
  run: Run,
  given: ViewGiven,
  signal: AbortSignal | undefined,
): AsyncGenerator<ViewedArticle, void, undefined> {
  const { srcLang, trgLang, rules, changes, hasPage } = given;
  if (!hasPage || !needsTree(rules)) return yield* lookOnce(run, given);
  if (changes !== undefined) {
    const tree = await collectTreeOf(run, { srcLang, ...(trgLang === undefined ? {} : { trgLang }) });
    return yield* lookOnce(run, { ...given, tree });
  }
  const pages = createKeptPages();
  try {
    yield* lookTwice(run, given, pages, signal);
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
  /** Its page found no room. */
  readonly isLost: boolean;
  readonly rows?: PlacedRows;
}

async function* lookTwice(
  run: Run,
  given: ViewGiven,
  pages: KeptPages,
  signal: AbortSignal | undefined,
): AsyncGenerator<ViewedArticle, void, undefined> {
  const looks: Look[] = [];
  const collector = createTreeCollector(run);
  for await (const results of run.pass(viewTask, { ...given, givesRows: true })) {
    for (const viewed of results) {
      looks.push(lookOf(viewed, pages));
      if (viewed.rows !== undefined) collector.add(viewed.rows);
      advance(run, viewed);
    }
  }
  const turn = createTurns(signal);
  const tree = collector.build();
  const some: number[] = [];
  const known: (KnownArticle | undefined)[] = [];
  for (const [index, look] of looks.entries()) {
    await turn();
    const { page, rows, diagnostics } = look;
    const found = rows === undefined ? [] : checkRows(rows.rows, rows.places, given.rules, tree);
    if (found.length === 0 && !look.isLost) continue;
    some.push(index);
    if (page === undefined) known.push(undefined);
    else {
      const all = joinFindings(diagnostics, found);
      looks[index] = { ...look, diagnostics: all };
      known.push({ place: page.place, findings: toTreeFindings(all, found) });
    }
  }
  const articles = some.flatMap((index) => run.articles[index] ?? []);
  const again = oneByOne(run.pass(viewAgainTask, againGiven(given, looks, some, known, tree), articles));
  let next = 0;
  for (const [index, look] of looks.entries()) {
    await turn();
    const made = some[next] === index ? await again() : undefined;
    if (some[next] === index) next++;
    yield made?.viewed ?? viewedOf(look, made?.article, pages);
  }
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

/** Rules over the tree are run again in articles that are lost only. */
function againGiven(
  given: ViewGiven,
  looks: readonly Look[],
  some: readonly number[],
  known: AgainGiven['known'],
  tree: TreeContext,
): AgainGiven {
  if (!known.includes(undefined)) return { ...given, known };
  return { ...given, known, tree, inferred: some.map((index) => looks[index]?.inferred) };
}

/** An article as it is kept, or was made again. */
function viewedOf(
  { size, units, diagnostics, page }: Look,
  made: MadeAgain['article'],
  pages: KeptPages,
): ViewedArticle {
  const viewed = { size, units, diagnostics };
  if (page === undefined) return viewed;
  return { ...viewed, page: made === undefined ? pages.read(page) : { ...made, texts: pages.readTexts(page) } };
}
