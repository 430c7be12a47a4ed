import type { These } from 'fp-ts/lib/These.js';
import type { Diagnostic } from '../../model/diagnostics/diagnostic.js';
import { requireOptions } from '../../model/options.js';
import type { LineIndex } from '../../model/position.js';
import { type SourceArticle, type SourceSegment, sourceSegmentsOf } from '../../model/source-article.js';
import { markdown } from '../../read/carriers/markdown/markdown.js';
import type { EditedDocument } from '../../read/edited/document.js';
import { findDefinitions } from '../../read/inline/definitions.js';
import { toResult } from '../../read/result.js';
import { withTranslations } from '../../read/source/translation-edits.js';
import { type DocumentText, linesOf, textOf } from '../../xml/document-text.js';
import { changedTargets, confirmedIn, eachOnce } from '../changed.js';
import { openEdited } from '../edited.js';
import { type MergeFinding, mergeFinding, toMergeDiagnostics } from '../finding.js';
import { matchDocument } from '../match/match.js';
import { orRefusal } from '../open.js';
import { createPlaces } from '../spell/place.js';
import { spellTarget } from '../spell/spell-target.js';
import { targetsOf } from '../targets.js';
import { asArticle } from './as-article.js';
import { chooseFile } from './choose-file.js';
import { type MergedSource, type MergeSourceOptions, mergeSourceKinds } from './merged-source.js';
import { inOneLine } from './one-line.js';
import { soundTranslations } from './sound.js';

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
  return (article) =>
    orRefusal(
      () => merge(article, edited, options, lines),
      (found) => refuse([found]),
    );
}

function merge(
  whole: SourceArticle,
  document: EditedDocument,
  { inline: asked, force = false, requireAll = false }: MergeSourceOptions,
  lines: LineIndex,
): These<readonly Diagnostic[], MergedSource> {
  const aligned = chooseFile(whole, document);
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
  const findings = [...ofMatching];
  /** Where the document has segments without a target. */
  const missing = new Map<string, number>();
  const report = (found: MergeFinding): void => {
    if (found.code === 'merge/missing-target') missing.set(found.args[0] ?? '', found.offset);
    else findings.push(found);
  };
  const targets = eachOnce(
    units.flatMap((unit) => targetsOf(unit, inline, report)),
    report,
  ).map((target) => ({ ...target, pieces: inOneLine(target.pieces, inline) }));
  const placeOf = createPlaces(form, markdown.markup);
  const changed = new Set(changedTargets(targets, inline));
  const spelled = new Map<string, string>();
  const same = new Set<string>();
  const offsets = new Map<string, number>();
  for (const target of targets) {
    const { segment, written, pieces, offset, rules } = target;
    if (!changed.has(target)) {
      same.add(segment.id);
      continue;
    }
    const place = placeOf(segment, written.block);
    const { markdown: text, findings: found } = spellTarget({ pieces, segment, place, inline, offset, rules }, force);
    for (const each of found) findings.push({ ...each, proposed: pieces });
    if (text === undefined) continue;
    spelled.set(segment.id, text);
    offsets.set(segment.id, offset);
  }
  const sound = soundTranslations(article, spelled);
  for (const [id, text] of spelled) {
    if (sound.has(id)) continue;
    findings.push({ ...mergeFinding('merge/unwritable', offsets.get(id) ?? 0, id), proposed: [text] });
    spelled.delete(id);
  }
  const segments = [...sourceSegmentsOf(article)];
  const untranslated = segments.map(({ id }) => id).filter((id) => !spelled.has(id) && !same.has(id));
  if (requireAll && untranslated.length > 0) {
    const all = untranslated.map((id) => mergeFinding('merge/untranslated', missing.get(id) ?? file.offset, id));
    return refuse([...findings, ...all]);
  }
  const confirmed = new Set(confirmedIn(units));
  const definitions = findDefinitions(article.text);
  const isDefined = (label: string): boolean => definitions.has(label);
  const fill = (segment: SourceSegment): SourceSegment => {
    const { target: _, state: __, subState: ___, ...rest } = segment;
    const text = same.has(segment.id) ? segment.source.text : spelled.get(segment.id);
    if (text === undefined) return rest;
    const { target: content } = markdown.markup.readContents(segment.source.text, text, { isDefined });
    return { ...rest, target: { text, content }, state: confirmed.has(segment.id) ? 'reviewed' : 'translated' };
  };
  const merged: MergedSource = {
    text: withTranslations(article, spelled),
    article: {
      ...article,
      units: article.units.map((unit) => ({
        ...unit,
        parts: unit.parts.map((part) => (part.kind === 'segment' ? fill(part) : part)),
      })),
    },
    ...(file.trgLang === undefined ? {} : { trgLang: file.trgLang }),
    untranslated,
  };
  return toResult(toMergeDiagnostics(findings, lines), merged);
}
