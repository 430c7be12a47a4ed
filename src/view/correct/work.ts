import type { Block, TranslationType } from '../../model/article.js';
import { createDigest } from '../../write/digest.js';
import { isBlank } from '../../xml/escapes.js';
import { type PageArticle, type PageContent, type PageSegment, type PageUnit, piecesOf } from '../page-data.js';
import { isSame } from './edit/pieces.js';

/** What a reviewer did with a segment. Plain data: it is kept in the browser, with all that a document needs to know. */
export interface SegmentWork {
  readonly id: string;
  readonly block: Block;
  /** Of a heading. */
  readonly level?: number;
  /** A title that was recovered from the front matter: no pair, so that a memory does not speak of it. */
  readonly recovered?: true;
  /** An entry of a memory: no article has a segment of its id. */
  readonly entry?: true;
  readonly source: PageContent;
  /** The target that the article had. */
  readonly target: PageContent;
  /** The target as it was corrected. Not there: it was not. */
  readonly corrected?: PageContent;
  readonly status?: WorkStatus;
  readonly comment?: string;
}

/** What a reviewer says of a target: it is right, or has to be translated anew. */
export type WorkStatus = 'confirmed' | 'rejected';

/** What is known of an article that work belongs to. */
export interface WorkArticle {
  readonly path: string;
  /** {@link digestOf} its segments. */
  readonly digest: string;
  readonly trgLang?: string;
  readonly type?: TranslationType;
}

/** Work on an article: segments in their order. */
export interface ArticleWork extends WorkArticle {
  readonly segments: readonly SegmentWork[];
}

/** What work knows of an article. */
export function workArticleOf(article: PageArticle): WorkArticle {
  const { path, trgLang, type } = article;
  const known = { path, digest: digestOf(article), ...(trgLang === undefined ? {} : { trgLang }) };
  return type === undefined ? known : { ...known, type };
}

/** A segment on which nothing was done yet. */
export function noWork(
  { block, level }: Pick<PageUnit, 'block' | 'level'>,
  { id, source, target, recovered, memory }: PageSegment,
): SegmentWork {
  return {
    id,
    block,
    ...(level === undefined ? {} : { level }),
    ...(recovered === undefined ? {} : { recovered }),
    ...(memory === undefined ? {} : { entry: true }),
    source,
    target,
  };
}

/** Whether anything was done. */
export function isWork({ corrected, status, comment }: SegmentWork): boolean {
  return corrected !== undefined || status !== undefined || comment !== undefined;
}

/** Work with another target; one that is that of the article is no correction. */
export function withTarget({ corrected: _, ...work }: SegmentWork, target: PageContent): SegmentWork {
  return isSame(target, work.target) ? work : { ...work, corrected: target };
}

/** Work with another comment; a blank one is none. */
export function withComment({ comment: _, ...work }: SegmentWork, comment: string): SegmentWork {
  return isBlank(comment) ? work : { ...work, comment };
}

/** Work with another status. */
export function withStatus({ status: _, ...work }: SegmentWork, status: WorkStatus | undefined): SegmentWork {
  return status === undefined ? work : { ...work, status };
}

/** Work that is confirmed. `changed`: what came back from a translator, which is confirmed as it came. */
export function confirmed(work: SegmentWork, changed: PageContent | undefined): SegmentWork {
  const target = work.corrected ?? changed;
  return withStatus(target === undefined ? work : withTarget(work, target), 'confirmed');
}

/** The digest of all segments of an article: of ids, sources and targets. The same text gives the same digest anywhere. */
export function digestOf({ units }: Pick<PageArticle, 'units'>): string {
  const digest = createDigest();
  for (const { segments } of units) {
    for (const { id, source, target } of segments) {
      digest.segment(id, '');
      for (const content of [source, target]) {
        digest.target('');
        digest.text(JSON.stringify(piecesOf(content)));
      }
    }
  }
  return digest.end();
}
