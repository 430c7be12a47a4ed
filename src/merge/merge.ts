import type { These } from 'fp-ts/lib/These.js';
import type { Article } from '../model/article.js';
import type { Diagnostic } from '../model/diagnostics/diagnostic.js';
import { languageOf } from '../model/language.js';
import { requireOptions } from '../model/options.js';
import { createLineIndex, type LineIndex } from '../model/position.js';
import type { Carrier } from '../read/carriers/carrier.js';
import { carrierOf } from '../read/carriers/carriers.js';
import type { EditedFile } from '../read/edited/document.js';
import { toResult } from '../read/result.js';
import type { InlineMode } from '../write/export-options.js';
import { type DocumentText, linesOf, textOf } from '../xml/document-text.js';
import { changedTargets, confirmedIn, eachOnce } from './changed.js';
import { openEdited } from './edited.js';
import { firstSegmentOf } from './files/first-id.js';
import { type MergeFinding, mergeFinding, toMergeDiagnostics, unknownCarrier } from './finding.js';
import { isAllHuman, withHumanType } from './human.js';
import { matchDocument } from './match/match.js';
import { type Merged, type MergeInto, type MergeOptions, mergeOptionKinds, type TargetChange } from './merged.js';
import { orRefusal } from './open.js';
import { type Replacement, replaceTargets } from './replace/replace.js';
import { soundReplacements } from './replace/sound.js';
import { mergeEdited } from './source/merge-source.js';
import { createPlaces } from './spell/place.js';
import type { PlacedReplacement } from './spell/spell-change.js';
import type { WantedTarget } from './spell/spell-target.js';
import { type EditedTarget, targetsOf } from './targets.js';
import { spellChanges } from './together/spell-changes.js';
import { isUntouched } from './untouched.js';

/**
 * Puts the targets of an XLIFF document (2.0 with a unit for each block or pair, or 1.2), as a CAT tool gives it back,
 * into the article that it was exported from.
 *
 * Only targets that changed are written. Their codes become Markdown by the original data, and where the document has
 * none, by the article; characters that would be misread are escaped. `Left`: the document is refused as a whole,
 * because it cannot be read, or nothing of it is in the article. `Both`: some targets were refused, or their sources
 * are not those of the article any more; each has a diagnostic. Places of diagnostics are those of the document, not of the article. Throws by no document: only a `RangeError`, where an option has a value that it does not take.
 *
 * @example
 * const target = '<span data-ttu-id="1a2b3-101">**Hallo**</span>';
 * const source = '<span class="sxs-lookup"><span data-stu-id="1a2b3-101">**Hello**</span></span>';
 * const article = articleOf(parseArticle(target + source, { path: 'a.md' }));
 * const edited = exportToString(article ? [article] : [], 'xliff', { trgLang: 'de-DE' }).replace('Hallo', 'Guten Tag');
 * article && mergedOf(mergeXliff(article, edited))?.changes[0]?.after // '**Guten Tag**'
 * article && diagnosticsOf(mergeXliff(article, edited.replace('Hello', 'Bye')))[0]?.code // 'merge/source-differs'
 */
export function mergeXliff(
  article: Article,
  document: string,
  options: MergeOptions = {},
): These<readonly Diagnostic[], Merged> {
  return openXliff(textOf(document), options, { only: article })(article);
}

/**
 * Reads an XLIFF document once, for any number of articles: what {@link mergeXliff} does for one.
 *
 * `byPath`: targets go into the article whose path a file names, and into no other that has the same sources. `only`: the
 * only article that it is read for.
 */
export function openXliff(
  text: DocumentText,
  options: MergeOptions = {},
  { byPath = false, only }: { readonly byPath?: boolean; readonly only?: Article } = {},
): MergeInto {
  requireOptions(options, mergeOptionKinds);
  const lines = linesOf(text);
  const refuse = (found: readonly MergeFinding[]): These<readonly Diagnostic[], Merged> =>
    toResult<Diagnostic, Merged>(toMergeDiagnostics(found, lines), undefined);
  const edited = openEdited(text, only);
  if ('code' in edited) return () => refuse([edited]);
  const merge: MergeInto = (article, file) => {
    const carrier = options.carrier ?? carrierOf(article);
    if (carrier === undefined) return refuse([unknownCarrier(article)]);
    const { format, files } = edited;
    const only = file ?? (files.length === 1 && !byPath ? files[0] : undefined);
    if (format === 'xliff' && only !== undefined && isUntouched(article, only, options.inline)) {
      return toResult<Diagnostic, Merged>([], toMerged({ article, carrier, confirmed: [] }, [], false));
    }
    const within = { format, files: file === undefined ? files : [file] };
    const matching = matchDocument(within, article, options.inline, file === undefined && byPath);
    const { inline, units } = matching;
    if (units.length === 0) return refuse(oneLanguageOf(article, within.files) ?? matching.findings);
    const findings = [...matching.findings];
    const report = (found: MergeFinding): void => {
      findings.push(found);
    };
    const targets = eachOnce(
      units.flatMap((unit) => targetsOf(unit, inline, report)),
      report,
    );
    const confirmed = confirmedIn(units);
    const changed = changedTargets(targets, inline);
    const other = changed.length === 0 ? undefined : otherLanguage(article, only === undefined ? within.files : [only]);
    if (other !== undefined && options.force !== true) return refuse([other]);
    if (other !== undefined) findings.push({ ...other, forced: true });
    return mergeTargets({ article, carrier, confirmed }, changed, inline, options, findings, lines);
  };
  const locate = (found: readonly MergeFinding[]): readonly Diagnostic[] => toMergeDiagnostics(found, lines);
  const mergeInto: MergeInto = (article, file) =>
    orRefusal(
      () => merge(article, file),
      (found) => refuse([found]),
    );
  const intoSource: MergeInto['intoSource'] = (article, own, file) => mergeEdited(article, edited, own, lines, file);
  return Object.assign(mergeInto, { files: edited.files, locate, intoSource });
}

/** The document was made of an article in one language: that says more than that nothing of it is there. */
function oneLanguageOf({ units }: Article, [file]: readonly EditedFile[]): readonly MergeFinding[] | undefined {
  const first = file && firstSegmentOf(file);
  if (!first?.isNumber || units.some(({ id }) => id === first.id)) return undefined;
  return [mergeFinding('merge/one-language', first.offset, first.id)];
}

/** Files say that their targets are in another language than the article; tools change regions and scripts of tags. */
function otherLanguage(
  { localization: { trgLang: own } }: Article,
  files: readonly EditedFile[],
): MergeFinding | undefined {
  if (own === undefined) return undefined;
  const file = files.find(({ trgLang }) => trgLang !== undefined);
  if (file?.trgLang === undefined || languageOf(file.trgLang) === languageOf(own)) return undefined;
  return mergeFinding('merge/other-language', file.offset, file.trgLang, own);
}

function mergeTargets(
  whole: CarriedArticle,
  targets: readonly EditedTarget[],
  inline: InlineMode,
  { force = false, markHuman = false }: MergeOptions,
  findings: MergeFinding[],
  lines: LineIndex,
): These<readonly Diagnostic[], Merged> {
  const placeOf = createPlaces(whole.article, whole.carrier.markup);
  const wanted = targets.map(
    ({ segment, written, pieces, offset, rules }): WantedTarget => ({
      pieces,
      segment,
      place: placeOf(segment, written.block),
      inline,
      offset,
      rules,
    }),
  );
  const replacements: PlacedReplacement[] = [];
  const left = new Set<string>();
  for (const [{ segment }, change] of spellChanges(whole.article, wanted, force)) {
    left.add(segment.id);
    for (const found of change.findings) findings.push(found);
    if (change.replacement !== undefined) replacements.push(change.replacement);
  }
  for (const { args } of findings) for (const id of args[0]?.split(', ') ?? []) left.add(id);
  const confirmed = whole.confirmed?.filter((id) => !left.has(id)) ?? [];
  return finish({ ...whole, confirmed }, replacements, findings, lines, markHuman);
}

/** An article, and what it is in. */
export interface CarriedArticle {
  readonly article: Article;
  readonly carrier: Carrier;
  /** Segments whose targets are approved in an XLIFF document; not there where it is none. */
  readonly confirmed?: readonly string[];
}

/** Writes what can be written, and reports the rest. */
export function finish(
  whole: CarriedArticle,
  replacements: readonly PlacedReplacement[],
  findings: readonly MergeFinding[],
  lines: LineIndex,
  markHuman: boolean,
): These<readonly Diagnostic[], Merged> {
  const sound = soundReplacements(whole.article, replacements, whole.carrier);
  const written = new Set(sound);
  const unsound = replacements.filter((replacement) => !written.has(replacement));
  const all = [
    ...findings,
    ...unsound.map(({ segment, offset, markdown }) => ({
      ...mergeFinding('merge/unwritable', offset, segment.id),
      proposed: [markdown],
    })),
  ];
  return toResult(toMergeDiagnostics(all, lines), toMerged(whole, sound, markHuman));
}

/** The article with replacements that are sound. */
export function toMerged(
  { article, carrier, confirmed }: CarriedArticle,
  sound: readonly Replacement[],
  markHuman: boolean,
): Merged {
  const text = replaceTargets(article, sound, carrier);
  const changes = toChanges(article, sound);
  const looked = (): ReadonlySet<string> => new Set([...(confirmed ?? []), ...changes.map(({ id }) => id)]);
  const marked =
    markHuman && isAllHuman(article, looked(), confirmed !== undefined)
      ? withHumanType(article.path, text, carrier)
      : undefined;
  return { text: marked ?? text, changes, confirmed: confirmed ?? [], isMarked: marked !== undefined };
}

function toChanges({ text }: Article, replacements: readonly Replacement[]): readonly TargetChange[] {
  if (replacements.length === 0) return [];
  const lines = createLineIndex(text);
  return replacements
    .map(({ segment: { id, target }, markdown }) => ({
      ...lines.pointAt(target.range.start),
      id,
      range: target.range,
      before: target.text,
      after: markdown,
    }))
    .sort((a, b) => a.offset - b.offset);
}
