import type { Arena } from '../../run/arena.js';
import type { Processor, Work } from '../../run/task.js';
import { start as startLook, type ViewedArticle, type ViewGiven } from '../process.js';
import { toViewedArticle, type ViewedPage } from '../viewed-page.js';
import { type KeptPlace, readKeptArticle } from './kept-pages.js';
import { type TreeFindings, withTreeFindings } from './tree-findings.js';

/** How articles are made that the tree says more of than was known. Plain data. */
export interface AgainGiven extends ViewGiven {
  /** In the order of the articles; not there for one that is not kept, and has to be looked at again. */
  readonly known: readonly (KnownArticle | undefined)[];
}

/** An article that is kept, and what there is to add. */
export interface KnownArticle {
  readonly place: KeptPlace;
  readonly findings: TreeFindings;
}

/** What became of such an article. */
export interface MadeAgain {
  /** Of one that was kept. Its texts are as they were. */
  readonly article?: Omit<ViewedPage, 'texts'>;
  /** Of one that was looked at again. */
  readonly viewed?: ViewedArticle;
}

/** Makes ready for adding findings to articles that are kept, and for looking at others. */
export async function start(work: Work<AgainGiven>, arena: Arena): Promise<Processor<MadeAgain>> {
  const { known, mayHaveParts } = work.given;
  const look = await startLook(work, arena);
  return (index, most) => {
    const article = known[index];
    if (article === undefined) return { viewed: look(index, most) };
    const page = withTreeFindings(readKeptArticle(article.place), article.findings);
    return { article: toViewedArticle(page, mayHaveParts, arena) };
  };
}
