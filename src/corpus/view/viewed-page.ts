import { toArticleJson, toScriptJson } from '../../view/document.js';
import type { PageArticle } from '../../view/page-data.js';
import { withoutCommentEnds } from '../../view/part.js';
import { type ArticleNote, noteOf } from '../../view/summary.js';
import { foldedTextsOf } from '../../view/texts.js';
import type { Arena, Piece } from '../run/arena.js';

/** What stands in a page of an article. */
export interface ViewedPage {
  /** The article as JSON; where the page may be divided, it may stand in a comment. */
  readonly data: readonly Piece[];
  readonly note: ArticleNote;
  /** The same of what is searched of it; only there where the page may be divided. */
  readonly texts: readonly Piece[];
}

/** Makes it. Its bytes are pieces of the arena. */
export function toViewedPage(page: PageArticle, mayHaveParts: boolean, arena: Arena): ViewedPage {
  const article = toViewedArticle(page, mayHaveParts, arena);
  if (!mayHaveParts) return { ...article, texts: [] };
  const texts = withoutCommentEnds(toScriptJson(foldedTextsOf(page)));
  return { ...article, texts: arena.encode([texts]) };
}

/** The same without its texts. */
export function toViewedArticle(page: PageArticle, mayHaveParts: boolean, arena: Arena): Omit<ViewedPage, 'texts'> {
  const json = toArticleJson(page);
  return { data: arena.encode([mayHaveParts ? withoutCommentEnds(json) : json]), note: noteOf(page) };
}
