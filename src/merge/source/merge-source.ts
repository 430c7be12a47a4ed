import type { These } from 'fp-ts/lib/These.js';
import type { Diagnostic } from '../../model/diagnostics/diagnostic.js';
import { requireOptions } from '../../model/options.js';
import type { LineIndex } from '../../model/position.js';
import { type SourceArticle, sourceSegmentsOf } from '../../model/source-article.js';
import type { EditedDocument, EditedFile } from '../../read/edited/document.js';
import { toResult } from '../../read/result.js';
import { withTranslations } from '../../read/source/translation-edits.js';
import { type DocumentText, linesOf, textOf } from '../../xml/document-text.js';
import { confirmedIn } from '../changed.js';
import { openEdited } from '../edited.js';
import { type MergeFinding, mergeFinding, toMergeDiagnostics } from '../finding.js';
import { matchDocument } from '../match/match.js';
import { orRefusal } from '../open.js';
import { asArticle } from './as-article.js';
import { chooseFile } from './choose-file.js';
import { type MergedSource, type MergeSourceOptions, mergeSourceKinds } from './merged-source.js';
import { spellTargets } from './spell-targets.js';
import { withTargets } from './with-targets.js';

/**
 * Puts the targets of an XLIFF document (2.0 or 1.2), as a CAT tool gives it back, into the article that it was made of: an
 * article in one language, with no pairs. It becomes the article in the target language.
 *
 * The document may be cut otherwise than the article is when it is read: its segments are found by their sources. Those
 * without a target stay as they are. What is wrong with a target is reported as by `mergeXliff`, with places in the
 * document; `Left`: the document is refused as a whole. Throws by no document: only a `RangeError`, where an option has a
 * value that it does not take.
 *
 * @example
 * const article = sourceArticleOf(readSource('# Hello\n\nSee **this**.', { path: 'a.md' }));
 * const empty = article ? sourcesToString([article], 'xliff', { trgLang: 'de-DE' }) : '';
 * const done = empty.replace('<source>Hello</source>', '<source>Hello</source><target>Hallo</target>');
 * article && mergedSourceOf(mergeSource(article, done))?.text // '# Hallo\n\nSee **this**.'
 * article && mergedSourceOf(mergeSource(article, empty))?.untranslated // ['101', '102']
 */
export function mergeSource(
  article: SourceArticle,
  document: string,
  options: MergeSourceOptions = {},
): These<readonly Diagnostic[], MergedSource> {
  return openSource(textOf(document), options)(article);
}

/** Merges a document that was read already; `Left` where it is refused. */
export type MergeIntoSource = (article: SourceArticle) => These<readonly Diagnostic[], MergedSource>;

/** Reads an XLIFF document once, for any number of articles: what {@link mergeSource} does for one. */
export function openSource(text: DocumentText, options: MergeSourceOptions = {}): MergeIntoSource {
  requireOptions(options, mergeSourceKinds);
  const lines = linesOf(text);
  const refuse = (found: readonly MergeFinding[]): These<readonly Diagnostic[], MergedSource> =>
    toResult<Diagnostic, MergedSource>(toMergeDiagnostics(found, lines), undefined);
  const edited = openEdited(text);
  if ('code' in edited) return () => refuse([edited]);
  return (article) => mergeEdited(article, edited, options, lines);
}

/** Merges a document that was read already. `only`: the file of it that is of the article. */
export function mergeEdited(
  article: SourceArticle,
  document: EditedDocument,
  options: MergeSourceOptions,
  lines: LineIndex,
  only?: EditedFile,
): These<readonly Diagnostic[], MergedSource> {
  return orRefusal(
    () => merge(article, { document, only }, options, lines),
    (found) => toResult<Diagnostic, MergedSource>(toMergeDiagnostics([found], lines), undefined),
  );
}

function merge(
  whole: SourceArticle,
  { document, only }: { readonly document: EditedDocument; readonly only: EditedFile | undefined },
  { inline: asked, force = false, requireAll = false }: MergeSourceOptions,
  lines: LineIndex,
): These<readonly Diagnostic[], MergedSource> {
  const aligned = chooseFile(whole, document, only);
  const refuse = (found: readonly MergeFinding[]): These<readonly Diagnostic[], MergedSource> =>
    toResult<Diagnostic, MergedSource>(toMergeDiagnostics(found, lines), undefined);
  if ('code' in aligned) return refuse([aligned]);
  const { article, file } = aligned;
  const form = asArticle(article);
  const {
    inline,
    units,
    findings: ofMatching,
  } = matchDocument({ format: document.format, files: [file] }, form, asked);
  if (units.length === 0) return refuse(ofMatching);
  const { spelled, same, missing, findings: ofTargets } = spellTargets(article, units, { inline, force });
  const findings = [...ofMatching, ...ofTargets];
  const ids = Array.from(sourceSegmentsOf(article), ({ id }) => id);
  const untranslated = ids.filter((id) => !spelled.has(id) && !same.has(id));
  if (requireAll && untranslated.length > 0) {
    const all = untranslated.map((id) => mergeFinding('merge/untranslated', missing.get(id) ?? file.offset, id));
    return refuse([...findings, ...all]);
  }
  const merged: MergedSource = {
    text: withTranslations(article, spelled),
    article: withTargets(article, { spelled, same, confirmed: new Set(confirmedIn(units)) }),
    ...(file.trgLang === undefined ? {} : { trgLang: file.trgLang }),
    untranslated,
  };
  return toResult(toMergeDiagnostics(findings, lines), merged);
}
