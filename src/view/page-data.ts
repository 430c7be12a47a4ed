import type { Block, TranslationType } from '../model/article.js';
import type { CodeSubType } from '../model/content.js';
import type { Diagnostic } from '../model/diagnostics/diagnostic.js';
import type { TermStatus } from '../model/terms/glossary.js';

/** What a review page shows. It stands in the page as JSON; what is usual, or nothing, is left out of it. */
export interface PageData {
  /** What the page is called. */
  readonly title: string;
  readonly srcLang: string;
  /** The name of the document with changed targets, where there is one. */
  readonly changes?: string;
  readonly articles: readonly PageArticle[];
}

/** An article with its findings. */
export interface PageArticle {
  readonly path: string;
  /** The way from the page to the file of the article, as a relative URL. Not there where it has no file. */
  readonly href?: string;
  /** The target language, where it is known. */
  readonly trgLang?: string;
  /** Default: left to right. */
  readonly dir?: 'rtl';
  readonly type?: TranslationType;
  /** ISO date. */
  readonly handoff?: string;
  /** The title, or the first heading, in both languages. */
  readonly title?: { readonly source: string; readonly target: string };
  readonly units: readonly PageUnit[];
  /** Those that are about no segment. */
  readonly findings?: readonly PageFinding[];
  /** What of the document with changes is not taken, and belongs to no segment of the article. */
  readonly refused?: readonly PageRefusal[];
}

/** A block with its segments. */
export interface PageUnit {
  readonly block: Block;
  /** Of a heading. */
  readonly level?: number;
  /** Of a list item: what stands before it, `1.` or `•`. */
  readonly marker?: string;
  /** Of a list item: how deep it stands in other lists. Default: 0. */
  readonly depth?: number;
  readonly segments: readonly PageSegment[];
}

/** A pair of texts. */
export interface PageSegment {
  readonly id: string;
  /** The line of its pair in the article, 1-based; 0: it is not known. */
  readonly line: number;
  /** What stands between it and the segment before it in the block, where that is more than white space. */
  readonly before?: string;
  readonly source: PageContent;
  readonly target: PageContent;
  /** The target of the document with changes, where it is another one. */
  readonly changed?: PageContent;
  /** Why a target of the document with changes is not taken. */
  readonly refused?: readonly PageRefusal[];
  readonly recovered?: true;
  /** Of an entry of a memory. */
  readonly memory?: PageMemory;
  /** Of a segment of a document: `initial`, `translated`, `reviewed`, `final`. */
  readonly state?: string;
  /** The same: what memories have for it. */
  readonly candidates?: readonly PageCandidate[];
  /** What a glossary has for its texts; the target is the one that is shown, with changes. */
  readonly terms?: { readonly source: readonly PageTerm[]; readonly target?: readonly PageTerm[] };
  readonly findings?: readonly PageFinding[];
}

/** A text with inline codes; a text without any is a string. */
export type PageContent = string | readonly PagePiece[];
export type PagePiece = string | PageCode;

/** An inline code: half of a pair, or a placeholder. */
export interface PageCode {
  readonly kind: 'ph' | 'sc' | 'ec';
  /** The same as that of its partner in the other language, and of its other half. */
  readonly id: string;
  /** The markup as the article spells it. */
  readonly data: string;
  /** What a person should see of a placeholder. Default: its markup. */
  readonly disp?: string;
  readonly type?: CodeSubType;
}

/** What a memory knows of a translation. */
export interface PageMemory {
  /** In how many places it was seen. */
  readonly count: number;
  /** The first and the last hand-off: ISO dates. */
  readonly first?: string;
  readonly last?: string;
  /** The pair of its first place, where the line of that is not known. */
  readonly pair?: string;
  /** Some of the places: path, line, and id of the pair. */
  readonly places?: readonly string[];
  readonly service?: string;
  readonly topic?: string;
  /** Codes of what was found at the first place. */
  readonly findings?: readonly string[];
  /** The translation that it replaced. */
  readonly former?: { readonly target: PageContent; readonly type?: TranslationType; readonly date?: string };
}

/** What a memory has for a segment (XLIFF 2.0, section 5.1). */
export interface PageCandidate {
  /** 0 to 100. */
  readonly score?: number;
  /** `icm`, `tm`, `mt`… */
  readonly type?: string;
  readonly origin?: string;
  /** What was taken off the score. */
  readonly penalties?: readonly (readonly [name: string, points: string])[];
  /** What of the target was taken from the segment. */
  readonly adapted?: string;
  /** ISO date. */
  readonly date?: string;
  readonly source: PageContent;
  readonly target: PageContent;
}

/** A term of a glossary in a text. */
export interface PageTerm {
  /** Where it stands, its end exclusive: in the text of the content, where a placeholder is one character. */
  readonly start: number;
  readonly end: number;
  /** Of a target: whether it should be used. */
  readonly status?: TermStatus;
  /** The term in the source language. */
  readonly of: string;
  /** What it is called in the target language. */
  readonly names: readonly (readonly [status: TermStatus, text: string])[];
  readonly definition?: string;
}

/** Something odd; `side`: where it is about one language of the segment. */
export type PageFinding = Pick<Diagnostic<string>, 'code' | 'severity' | 'message' | 'line' | 'side'>;

/** A target of the document with changes that is not taken, with the reason. */
export interface PageRefusal {
  readonly code: string;
  readonly message: string;
  /** The line in the document with changes, 1-based. */
  readonly line: number;
  /** The target, as far as it is known. */
  readonly proposed?: PageContent;
  /** The source in the document, where it is not that of the article. */
  readonly source?: PageContent;
}

/** The pieces of a content. */
export function piecesOf(content: PageContent): readonly PagePiece[] {
  return typeof content === 'string' ? (content === '' ? [] : [content]) : content;
}

/** What a person sees of a code that stands for itself. */
export function displayOf({ disp, data }: PageCode): string {
  return disp ?? data;
}

/** The content as it is searched: its text, and what its placeholders show. */
export function plainTextOf(content: PageContent): string {
  if (typeof content === 'string') return content;
  let text = '';
  for (const piece of content) {
    if (typeof piece === 'string') text += piece;
    else if (piece.kind === 'ph') text += displayOf(piece);
  }
  return text;
}
