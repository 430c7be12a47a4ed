import { mayFindInTree, needsTree } from '../../check/rule-table.js';
import type { TreeRows } from '../../check/tree/rows.js';
import type { Inference } from '../language/inference.js';
import { oneByOne } from '../run/one-by-one.js';
import type { Run } from '../run/run.js';
import { collectTreeOf, createTreeCollector } from '../tree/collect.js';
import { createTurns } from '../turns.js';
import { createKeptPages, type KeptPage, type KeptPages } from './kept-pages.js';
import type { ViewedArticle, ViewGiven } from './process.js';
import { viewTask } from './task.js';

/**
 * Gives what became of each article of a run, in their order: bytes in it are valid until the next is asked for.
 *
 * What rules over the tree find is not known before all articles were looked at. What is shown of an article waits until
 * then, and only those are looked at again that such a rule may find something in. With a document of changes, which is
 * merged into each article once, the tree is collected first.
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
  readonly needsLook: boolean;
  readonly rows?: TreeRows;
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
  const tree = collector.build();
  const some: number[] = [];
  const inferred: (Inference | undefined)[] = [];
  looks.forEach((look, index) => {
    if (!look.needsLook && (look.rows === undefined || !mayFindInTree(given.rules, look.rows, tree))) return;
    some.push(index);
    inferred.push(look.inferred);
  });
  const articles = some.flatMap((index) => run.articles[index] ?? []);
  const again = oneByOne(run.pass(viewTask, { ...given, tree, inferred }, articles));
  const turn = createTurns(signal);
  let next = 0;
  for (const [index, { size, units, diagnostics, page }] of looks.entries()) {
    await turn();
    const isAgain = some[next] === index;
    if (isAgain) next++;
    const viewed = isAgain ? await again() : { size, units, diagnostics, ...pageOf(page, pages) };
    if (viewed === undefined) throw new RangeError(`Nothing became of the article ${index}.`);
    yield viewed;
  }
}

/** What is kept of an article: its page is in the file, and the starts of texts are in the tree. */
function lookOf({ page, rows, ...viewed }: ViewedArticle, pages: KeptPages): Look {
  if (page === undefined) return { ...viewed, needsLook: false };
  const kept = pages.keep(page);
  if (kept === undefined) return { ...viewed, needsLook: true };
  return {
    ...viewed,
    page: kept,
    needsLook: false,
    ...(rows === undefined ? {} : { rows: { ...rows.rows, texts: '' } }),
  };
}

function pageOf(kept: KeptPage | undefined, pages: KeptPages): Pick<ViewedArticle, 'page'> {
  return kept === undefined ? {} : { page: pages.read(kept) };
}

function advance(run: Run, { size, page }: ViewedArticle): void {
  run.advance(size, page?.note.summary.segments ?? 0);
}
