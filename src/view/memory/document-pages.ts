import type { Block } from '../../model/article.js';
import type { Glossary } from '../../model/terms/glossary.js';
import { type GlossaryTerms, termsFor } from '../../model/terms/glossary-terms.js';
import { directionOf } from '../direction.js';
import type { PageArticle, PageCandidate, PageCode, PageContent, PageSegment, PageUnit } from '../page-data.js';
import { termsOfSegment } from '../terms/segment-terms.js';

/** A text of a document: its pieces, and codes with what they stand for, as far as that is known. */
export type DocumentText = readonly (string | (Pick<PageCode, 'kind' | 'id'> & { readonly data?: string }))[];

/** A file of a document that is translated, or is to be. */
export interface ViewedDocument {
  readonly path: string;
  readonly trgLang: string;
  readonly units: readonly { readonly name?: string; readonly segments: readonly ViewedSegment[] }[];
}

/** A segment of it, with what memories have for it. */
export interface ViewedSegment {
  readonly id: string;
  readonly state?: string;
  readonly source: DocumentText;
  readonly target?: DocumentText;
  readonly candidates: readonly ViewedCandidate[];
}

/** A candidate of a segment. */
export interface ViewedCandidate extends Omit<PageCandidate, 'source' | 'target'> {
  readonly source: DocumentText;
  readonly target: DocumentText;
}

const blocks: ReadonlySet<string> = new Set<Block>([
  'title',
  'front-matter',
  'heading',
  'paragraph',
  'list-item',
  'quote',
  'table-cell',
  'html',
]);

/** A file of a document as a review page shows it. */
export function toDocumentPage({ path, trgLang, units }: ViewedDocument, glossary?: Glossary): PageArticle {
  const terms = glossary === undefined ? undefined : termsFor(glossary, trgLang);
  return {
    path,
    trgLang,
    ...(directionOf(trgLang) === 'rtl' ? { dir: 'rtl' as const } : {}),
    units: units.map(
      ({ name = '', segments }): PageUnit => ({
        block: blocks.has(name) ? (name as Block) : 'paragraph',
        ...(name === 'heading' ? { level: 2 } : {}),
        segments: segments.map((segment) => toSegment(segment, terms)),
      }),
    ),
  };
}

function toSegment(
  { id, state, source, target = [], candidates }: ViewedSegment,
  terms: GlossaryTerms | undefined,
): PageSegment {
  const [from, to] = [toContent(source), toContent(target)];
  return {
    id,
    line: 0,
    source: from,
    target: to,
    ...(terms === undefined ? {} : termsOfSegment(from, to, terms)),
    ...(state === undefined ? {} : { state }),
    ...(candidates.length === 0
      ? {}
      : {
          candidates: candidates.map((candidate) => ({
            ...candidate,
            source: toContent(candidate.source),
            target: toContent(candidate.target),
          })),
        }),
  };
}

function toContent(text: DocumentText): PageContent {
  const pieces = text.map((piece) => (typeof piece === 'string' ? piece : { ...codeOf(piece) }));
  const [only = '', ...others] = pieces;
  return others.length === 0 && typeof only === 'string' ? only : pieces;
}

function codeOf({ kind, id, data }: Exclude<DocumentText[number], string>): PageCode {
  return { kind, id, data: data ?? `{${id}}` };
}
