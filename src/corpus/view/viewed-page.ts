import { toScriptJson } from '../../view/document.js';
import type { PageArticle, PageSegment } from '../../view/page-data.js';
import { withoutCommentEnds } from '../../view/part.js';
import { type FoldedTexts, foldedTextsOf } from '../../view/search/texts.js';
import { type ArticleNote, noteOf } from '../../view/summary.js';
import type { Arena, Piece } from '../run/arena.js';

/** What stands in a page of an article. */
export interface ViewedPage {
  /** The article as JSON; where the page may be divided, it may stand in a comment. */
  readonly data: readonly Piece[];
  readonly note: ArticleNote;
  /** The same of what is searched of it. Not there where the page may not be divided, and where it has that already. */
  readonly texts?: readonly Piece[];
}

/** Makes it. Its bytes are pieces of the arena. */
export function toViewedPage(page: PageArticle, mayHaveParts: boolean, arena: Arena): ViewedPage {
  const article = { data: arena.encode([toPageJson(page, mayHaveParts)]), note: noteOf(page) };
  return mayHaveParts ? { ...article, texts: arena.encode([toPageJson(foldedTextsOf(page), true)]) } : article;
}

/** The JSON of an article, or of a part of it, as it stands in a page. */
export function toPageJson(value: PageArticle | PageSegment | FoldedTexts, mayHaveParts: boolean): string {
  const json = toScriptJson(value);
  return mayHaveParts ? withoutCommentEnds(json) : json;
}
