import type { MergedSource } from '../../../merge/source/merged-source.js';
import type { Article } from '../../../model/article.js';
import type { Diagnostic } from '../../../model/diagnostics/diagnostic.js';
import { diagnosticForFile } from '../../../model/diagnostics/diagnostic-kinds.js';
import { createLineIndex } from '../../../model/position.js';
import { type SourceSegment, sourceSegmentsOf } from '../../../model/source-article.js';
import { diagnosticsOf, rightOf } from '../../../read/result.js';
import { readSource, sourceArticleOf } from '../../../read/source/read-source.js';
import { translateSource } from '../../../split/source/translate-source.js';
import type { MergeFileOptions } from '../merge.js';
import { finishPlain } from '../merge-plain.js';
import type { MergeChange } from './document-result.js';
import { type DocumentResult, orUnreadable, type PlannedFile, resultOf } from './document-result.js';
import type { DocumentCache } from './documents/document-cache.js';

/** What became of an article in one language. */
export interface MergedPlainArticle {
  readonly results: readonly DocumentResult[];
  /** What keeps the article from being written, with places in it. */
  readonly diagnostics: readonly Diagnostic[];
  readonly changes: readonly MergeChange[];
  /** Not there where nothing is to be written. */
  readonly text?: string | undefined;
}

/**
 * Merges XLIFF documents into an article without pairs; `undefined` where it is none in one language: it is no Markdown, or
 * the first of the documents is of a side-by-side article.
 */
export function mergePlainArticle(
  cache: DocumentCache,
  { carrier, path, text }: Article,
  planned: readonly PlannedFile[],
  names: readonly string[],
  options: Omit<MergeFileOptions, 'carrier'>,
): MergedPlainArticle | undefined {
  if (carrier !== undefined || planned.length === 0) return undefined;
  const article = sourceArticleOf(readSource(text, path === undefined ? {} : { path }));
  if (article === undefined) return undefined;
  const { requireAll = false, inline, force = false, sideBySide, trgLang, lastHandoff } = options;
  const own = { requireAll: requireAll && planned.length === 1, force, ...(inline === undefined ? {} : { inline }) };
  const made = planned.map(({ document, file, original }): { result: DocumentResult; merged?: MergedSource } =>
    orUnreadable<{ result: DocumentResult; merged?: MergedSource }>(document, () =>
      cache.use(document, ({ files, intoSource }) => {
        const asked = files?.[file];
        if (intoSource === undefined || asked?.original !== original) {
          return { result: resultOf(document, [diagnosticForFile('merge/no-article', original)]) };
        }
        const read = intoSource(article, own, asked);
        const result = resultOf(document, diagnosticsOf(read));
        const merged = rightOf(read);
        return merged === undefined ? { result } : { result, merged };
      }),
    ),
  );
  if (made[0]?.result.diagnostics.some(({ code }) => code === 'merge/side-by-side')) return undefined;
  const left = { results: made.map(({ result }) => result), diagnostics: [], changes: [] };
  const all = made.flatMap(({ result, merged }) =>
    merged === undefined ? [] : [{ name: names[result.document] ?? '', merged }],
  );
  const whole = combine(all, requireAll);
  if (whole === undefined) return left;
  if ('code' in whole) return { ...left, diagnostics: [whole] };
  const written = finishPlain(whole, { sideBySide, trgLang, lastHandoff });
  if ('code' in written) return { ...left, diagnostics: [written] };
  const changes = written.changes.map(({ id, line, column, before, after }) => ({ id, line, column, before, after }));
  return { ...left, changes, text: written.text };
}

/** What a document made of the article, and what messages call the document. */
interface NamedMerge {
  readonly name: string;
  readonly merged: MergedSource;
}

/** What several documents made of one article: each target once. Those that are cut otherwise than the first contradict it. */
function combine(
  [first, ...others]: readonly NamedMerge[],
  requireAll: boolean,
): MergedSource | Diagnostic | undefined {
  if (first === undefined || others.length === 0) return first?.merged;
  const { article } = first.merged;
  const from = new Map(Array.from(sourceSegmentsOf(article), (segment) => [segment.id, { segment, name: first.name }]));
  const conflict = (other: string, { id, range }: SourceSegment, name: string): Diagnostic => ({
    ...diagnosticForFile('merge/conflict', name, other, id),
    ...createLineIndex(article.text).pointAt(range.start),
  });
  for (const { name, merged } of others) {
    for (const segment of sourceSegmentsOf(merged.article)) {
      const known = from.get(segment.id);
      const { start, end } = segment.range;
      const isSame = known?.segment.range.start === start && known.segment.range.end === end;
      if (known === undefined || !isSame) return conflict(name, segment, first.name);
      if (segment.target === undefined) continue;
      const before = known.segment.target;
      if (before !== undefined && before.text !== segment.target.text) return conflict(name, segment, known.name);
      if (before === undefined || known.segment.state !== 'reviewed') from.set(segment.id, { segment, name });
    }
  }
  const units = article.units.map((unit) => ({
    ...unit,
    parts: unit.parts.map((part) => (part.kind === 'segment' ? (from.get(part.id)?.segment ?? part) : part)),
  }));
  const filled = { ...article, units };
  const untranslated = Array.from(sourceSegmentsOf(filled)).filter(({ target }) => target === undefined);
  const [missing] = untranslated;
  if (requireAll && missing !== undefined) {
    const diagnostic = diagnosticForFile('merge/untranslated', missing.id);
    return { ...diagnostic, ...createLineIndex(article.text).pointAt(missing.range.start) };
  }
  return {
    ...first.merged,
    article: filled,
    text: translateSource(filled),
    untranslated: untranslated.map(({ id }) => id),
  };
}
