import { refusedBy } from '../../../merge/finding.js';
import type { TargetChange } from '../../../merge/merged.js';
import type { Diagnostic } from '../../../model/diagnostics/diagnostic.js';
import { diagnosticForFile } from '../../../model/diagnostics/diagnostic-kinds.js';
import { reasonOf } from '../../error.js';
import { orLost } from './documents/open-document.js';

/** A file of a document. */
export interface PlannedFile {
  readonly document: number;
  /** Its place among the files of the document. */
  readonly file: number;
  readonly original: string;
}

/** What a document made of an article. Plain data. */
export interface DocumentResult {
  readonly document: number;
  /** It has something of the article. */
  readonly isOfArticle: boolean;
  readonly diagnostics: readonly Diagnostic[];
  /** Segments whose targets are not written. */
  readonly refused: number;
  /** Segments that are not those of the article, or not any more. */
  readonly stale: number;
}

/** Nothing to say. */
export const noDiagnostics: readonly Diagnostic[] = [];

/** Of a document that has said nothing yet. */
export const noResult: Omit<DocumentResult, 'document' | 'isOfArticle'> = {
  diagnostics: noDiagnostics,
  refused: 0,
  stale: 0,
};

const stale: readonly string[] = ['merge/source-differs', 'merge/unknown-segment'];
/** What a document made of an article, by what was reported. */
export function resultOf(document: number, diagnostics: readonly Diagnostic[]): DocumentResult {
  const counts = { refused: 0, stale: 0 };
  for (const diagnostic of diagnostics) {
    const segments = refusedBy(diagnostic)?.segments.length ?? 0;
    counts[stale.includes(diagnostic.code) ? 'stale' : 'refused'] += segments;
  }
  return { document, isOfArticle: true, diagnostics, ...counts };
}

/** A document that was there, and is not any more, or is another one. */
export function orUnreadable<Made>(document: number, work: () => Made): Made | { readonly result: DocumentResult } {
  return orLost<Made | { readonly result: DocumentResult }>(work, (error) => {
    const diagnostics = [diagnosticForFile('input/unreadable', reasonOf(error))];
    return { result: { ...noResult, document, isOfArticle: true, diagnostics } };
  });
}

/** A target that changed. Plain data. */
export type MergeChange = Pick<TargetChange, 'id' | 'line' | 'column' | 'before' | 'after'>;
