import { createHash } from 'node:crypto';
import type { Merged } from '../../merge/merged.js';
import { openSource } from '../../merge/source/merge-source.js';
import type { MergedSource } from '../../merge/source/merged-source.js';
import type { Diagnostic } from '../../model/diagnostics/diagnostic.js';
import { diagnosticForFile } from '../../model/diagnostics/diagnostic-kinds.js';
import { normalizeLanguage } from '../../model/language.js';
import { createLineIndex } from '../../model/position.js';
import { sourceSegmentsOf } from '../../model/source-article.js';
import { diagnosticsOf, rightOf } from '../../read/result.js';
import { readSource, sourceArticleOf } from '../../read/source/read-source.js';
import { toSideBySide } from '../../split/source/side-by-side.js';
import type { DocumentText } from '../../xml/document-text.js';

/** How a document is merged into an article in one language. */
export interface MergePlainOptions {
  readonly inline?: 'codes' | 'text';
  readonly force?: boolean;
  /** Nothing is written where a segment has no target. Default: `false`. */
  readonly requireAll?: boolean;
  /** The side-by-side form is written: targets beside their sources. Default: `false`. */
  readonly sideBySide?: boolean;
  /** The target language, where the document names none. */
  readonly trgLang?: string;
  /** The day of the hand-off, `YYYY-MM-DD`, for the side-by-side form. Default: it is not said. */
  readonly lastHandoff?: string;
}

/** What became of an article in one language. */
export interface MergedPlain {
  /** How many segments it has. */
  readonly segments: number;
  /** The ids of those that stay as they are. */
  readonly untranslated: readonly string[];
  /** Of the side-by-side form: the ids of those whose targets are in it without their sources. */
  readonly unpaired: readonly string[];
}

/** The outcome of a merge. */
interface PlainResult {
  /** Of the article. */
  readonly articleDiagnostics: readonly Diagnostic[];
  /** Of the document. */
  readonly diagnostics: readonly Diagnostic[];
  readonly merged?: Merged;
  readonly plain?: MergedPlain;
}

/** Merges an XLIFF document into an article in one language, which `path` names. `isOfPairs`: the document is of a side-by-side article. */
export function mergePlain(
  path: string,
  text: string,
  document: DocumentText,
  options: MergePlainOptions,
): { readonly result: PlainResult; readonly isOfPairs: boolean } {
  const result = merge(path, text, document, options);
  return { result, isOfPairs: result.diagnostics.some(({ code }) => code === 'merge/side-by-side') };
}

function merge(
  path: string,
  text: string,
  document: DocumentText,
  { sideBySide, trgLang: asked, lastHandoff, ...options }: MergePlainOptions,
): PlainResult {
  const read = readSource(text, { path });
  const articleDiagnostics = diagnosticsOf(read);
  const article = sourceArticleOf(read);
  if (article === undefined) return { articleDiagnostics, diagnostics: [] };
  const result = openSource(document, options)(article);
  const diagnostics = diagnosticsOf(result);
  const found = rightOf(result);
  if (found === undefined) return { articleDiagnostics, diagnostics };
  const written = finishPlain(found, { sideBySide, lastHandoff, trgLang: asked });
  if ('code' in written) return { articleDiagnostics, diagnostics: [...diagnostics, written] };
  const segments = Array.from(sourceSegmentsOf(found.article)).length;
  const { unpaired, ...merged } = written;
  return { articleDiagnostics, diagnostics, merged, plain: { segments, untranslated: found.untranslated, unpaired } };
}

/** What is written of an article in one language that was merged; a diagnostic where its language is not known. */
export function finishPlain(
  found: MergedSource,
  { sideBySide, trgLang: asked, lastHandoff }: FinishOptions,
): (Merged & Pick<MergedPlain, 'unpaired'>) | Diagnostic {
  if (sideBySide !== true) return { ...toMerged(found.text, found), unpaired: [] };
  const trgLang = languageOf(found) ?? asked;
  if (trgLang === undefined) return diagnosticForFile('language/missing', ', nor does the document');
  const { text, unpaired } = toSideBySide(found.article, {
    trgLang,
    sourceHash: createHash('sha1').update(found.article.text).digest('hex'),
    ...(lastHandoff === undefined ? {} : { lastHandoff }),
  });
  return { ...toMerged(text, found), unpaired };
}

/** As for merging. */
type FinishOptions = {
  readonly [Name in 'sideBySide' | 'trgLang' | 'lastHandoff']: MergePlainOptions[Name] | undefined;
};

/** `und` says that there is none. */
function languageOf({ trgLang }: MergedSource): string | undefined {
  const tag = trgLang === undefined ? undefined : normalizeLanguage(trgLang);
  return tag === 'und' ? undefined : tag;
}

/** Targets that are not what the article had are changes. */
function toMerged(text: string, { article }: MergedSource): Merged {
  const lines = createLineIndex(article.text);
  const changes = Array.from(sourceSegmentsOf(article)).flatMap(({ id, range, source, target }) => {
    if (target === undefined || target.text === source.text) return [];
    return [{ ...lines.pointAt(range.start), id, range, before: source.text, after: target.text }];
  });
  const confirmed = Array.from(sourceSegmentsOf(article)).filter(({ state }) => state === 'reviewed');
  return { text, changes, confirmed: confirmed.map(({ id }) => id), isMarked: false };
}
