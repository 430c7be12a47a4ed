import { both, left, right, type These } from 'fp-ts/lib/These.js';
import type { Article, Segment } from '../model/article.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { createLineIndex } from '../model/position.js';
import { readContents } from '../read/contents.js';
import type { EditedDocument } from '../read/edited/document.js';
import { readEditedXliff2 } from '../read/edited/xliff2.js';
import { readEditedXliff12 } from '../read/edited/xliff12.js';
import type { XmlElement } from '../read/xml.js';
import type { InlineMode } from '../write/exporter.js';
import { checkCodes, resolveCodes, type Wanted } from './codes.js';
import { encodePieces, encodeSide } from './encode.js';
import { type MergeFinding, mergeFinding, toMergeDiagnostics } from './finding.js';
import { matchDocument } from './match.js';
import type { Merged, MergeInto, MergeOptions, TargetChange } from './merged.js';
import { readRoot } from './open.js';
import { createPlaces, type Place } from './place.js';
import { type Replacement, replaceTargets } from './replace.js';
import { soundReplacements } from './sound.js';
import { spell } from './spell.js';
import { type EditedTarget, targetsOf } from './targets.js';

/**
 * Puts the targets of an XLIFF document (2.0 with a unit for each block or pair, or 1.2), as a CAT tool gives it back,
 * into the article that it was exported from.
 *
 * Only targets that changed are written. Their codes become Markdown by the original data, and where the document has
 * none, by the article; characters that would be misread are escaped. `Left`: the document is refused as a whole,
 * because it cannot be read, or its sources are not those of the article. `Both`: some targets were refused, each with
 * a diagnostic. Places of diagnostics are those of the document, not of the article. Never throws.
 *
 * @example
 * const target = '<span data-ttu-id="1a2b3-101">**Hallo**</span>';
 * const source = '<span class="sxs-lookup"><span data-stu-id="1a2b3-101">**Hello**</span></span>';
 * const { right: article } = parseArticle(target + source, { path: 'a.md' });
 * const edited = exportToString([article], 'xliff', { trgLang: 'de-DE' }).replace('Hallo', 'Guten Tag');
 * mergeXliff(article, edited).right.changes[0].after // '**Guten Tag**'
 * mergeXliff(article, edited.replace('Hello', 'Bye')).left[0].code // 'merge/source-differs'
 */
export function mergeXliff(
  article: Article,
  document: string,
  options: MergeOptions = {},
): These<readonly Diagnostic[], Merged> {
  return openXliff(document, options)(article);
}

/**
 * Reads an XLIFF document once, for any number of articles: what {@link mergeXliff} does for one.
 *
 * `byPath`: targets go into the article whose path a file names, and into no other that has the same sources.
 */
export function openXliff(document: string, options: MergeOptions = {}, byPath = false): MergeInto {
  const refuse = (...found: readonly MergeFinding[]): These<readonly Diagnostic[], Merged> =>
    left(toMergeDiagnostics(found, document));
  const opened = readRoot(document);
  if ('code' in opened) return () => refuse(opened);
  const edited = readEdited(opened);
  if (edited === undefined) return () => refuse(mergeFinding('merge/unreadable', 0, `<${opened.name}> is no XLIFF`));
  return (article) => {
    const { inline, units, refusals } = matchDocument(edited, article, options.inline, byPath);
    if (refusals.length > 0) return refuse(...refusals);
    const findings: MergeFinding[] = [];
    const report = (found: MergeFinding): void => {
      findings.push(found);
    };
    const targets = eachOnce(
      units.flatMap((unit) => targetsOf(unit, inline, report)),
      report,
    );
    return mergeTargets(article, changedTargets(targets, inline), inline, options, findings, document);
  };
}

const namespace = /^urn:oasis:names:tc:xliff:document:2\.[0-9]$/;

function readEdited(root: XmlElement): EditedDocument | undefined {
  if (root.local !== 'xliff') return undefined;
  return namespace.test(root.namespace) ? readEditedXliff2(root) : readEditedXliff12(root);
}

/** Of a segment that came back more than once, all targets must be the same. */
function eachOnce(targets: readonly EditedTarget[], report: (found: MergeFinding) => void): readonly EditedTarget[] {
  const first = new Map<string, EditedTarget>();
  const doubtful = new Set<string>();
  for (const target of targets) {
    const { segment, pieces, offset } = target;
    const other = first.get(segment.id);
    if (other === undefined) first.set(segment.id, target);
    else if (!doubtful.has(segment.id) && encodePieces(other.pieces) !== encodePieces(pieces)) {
      doubtful.add(segment.id);
      report(mergeFinding('merge/duplicate-segment', offset, segment.id));
    }
  }
  return [...first.values()].filter(({ segment }) => !doubtful.has(segment.id));
}

/** A target in which a code has other data is a changed one, too. */
function changedTargets(targets: readonly EditedTarget[], inline: InlineMode): readonly EditedTarget[] {
  return targets.filter(({ segment, pieces }) => {
    if (encodePieces(pieces) !== encodeSide(segment.target, inline, '')) return true;
    return resolveCodes(pieces, segment).some(
      (piece) => typeof piece !== 'string' && piece.code !== undefined && piece.data !== piece.code.data,
    );
  });
}

function mergeTargets(
  article: Article,
  targets: readonly EditedTarget[],
  inline: InlineMode,
  { force = false }: MergeOptions,
  findings: MergeFinding[],
  document: string,
): These<readonly Diagnostic[], Merged> {
  const placeOf = createPlaces(article);
  const replacements: (Replacement & { readonly offset: number })[] = [];
  for (const target of targets) {
    const { segment, offset } = target;
    const spelled = spellTarget(target, placeOf(segment, target.written.block), inline);
    findings.push(...spelled.findings.map((found) => (force ? { ...found, forced: true as const } : found)));
    if (spelled.findings.length > 0 && !force) continue;
    replacements.push({ segment, markdown: spelled.markdown, offset });
    if (spelled.rewritten > 0) findings.push(mergeFinding('merge/emphasis-rewritten', offset, segment.id));
  }
  return finish(article, replacements, findings, document);
}

/** Writes what can be written, and tells of the rest. */
export function finish(
  article: Article,
  replacements: readonly (Replacement & { readonly offset: number })[],
  findings: readonly MergeFinding[],
  document: string,
): These<readonly Diagnostic[], Merged> {
  const sound = soundReplacements(article, replacements);
  const written = new Set(sound);
  const unsound = replacements.filter((replacement) => !written.has(replacement));
  const all = [
    ...findings,
    ...unsound.map(({ segment, offset }) => mergeFinding('merge/unwritable', offset, segment.id)),
  ];
  const merged: Merged = { text: replaceTargets(article, sound), changes: toChanges(article, sound) };
  return all.length === 0 ? right(merged) : both(toMergeDiagnostics(all, document), merged);
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

interface SpelledTarget {
  readonly markdown: string;
  readonly findings: readonly MergeFinding[];
  readonly rewritten: number;
}

function spellTarget({ segment, pieces, offset }: EditedTarget, place: Place, inline: InlineMode): SpelledTarget {
  const wanted = resolveCodes(pieces, segment);
  const isEmpty = wanted.every((piece) => typeof piece === 'string' && piece.trim() === '');
  const empty = isEmpty ? [mergeFinding('merge/empty-target', offset, segment.id)] : [];
  const broken = lineBreakIn(wanted, place) ? [mergeFinding('merge/line-break', offset, segment.id)] : [];
  if (inline === 'text') {
    const markdown = spellText(wanted, place);
    const lost = isEmpty ? [] : lostInText(markdown, segment, place, offset);
    return { markdown, findings: [...empty, ...broken, ...lost], rewritten: 0 };
  }
  const codes = checkCodes(pieces, segment, offset);
  const { markdown, isSound, rewritten } = spell(wanted, place);
  const unsound = isSound || codes.length > 0 ? [] : [mergeFinding('merge/unwritable-code', offset, segment.id)];
  return { markdown, findings: [...empty, ...broken, ...codes, ...unsound], rewritten };
}

/** Where Markdown is literal text, the translator has spelled it. */
function spellText(wanted: readonly Wanted[], { eol }: Place): string {
  const text = wanted.map((piece) => (typeof piece === 'string' ? piece : piece.data)).join('');
  return text.replace(/\r\n?|\n/g, eol);
}

/** Codes that the Markdown of a translator does not have any more; what he added is his to answer for. */
function lostInText(markdown: string, segment: Segment, { source, isDefined }: Place, offset: number): MergeFinding[] {
  const { target } = readContents(source, markdown, { isDefined });
  const pieces = target.map((inline) => (inline.kind === 'text' ? inline.text : inline));
  return checkCodes(pieces, segment, offset).filter(({ code }) => code === 'merge/lost-code');
}

/** A heading and a table cell end with their line; and a blank line ends any block. */
function lineBreakIn(wanted: readonly Wanted[], { block, before, source }: Place): boolean {
  const oneLine = block === 'heading' || block === 'table-cell' || block === 'title';
  const lineBreak = oneLine ? /[\r\n]/ : /(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)/;
  const was = before.map((inline) => (inline.kind === 'text' ? inline.text : inline.data)).join('');
  if (lineBreak.test(was) || lineBreak.test(source)) return false;
  return lineBreak.test(wanted.map((piece) => (typeof piece === 'string' ? piece : piece.data)).join(''));
}
