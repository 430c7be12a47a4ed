import { createWrittenXliff } from '../../src/corpus/export/kept/written-xliff.js';
import {
  createGrains,
  diagnosticsOf,
  type ExportOptions,
  type MergeSourceOptions,
  mergedSourceOf,
  mergeSource,
  readSource,
  type SourceArticle,
  type SourceOptions,
  type SourceSegment,
  sourceArticleOf,
  sourceSegmentsOf,
  sourcesToString,
} from '../../src/index.js';

/** The article of a text that is to be translated. */
export function sourceOf(text: string, options?: SourceOptions): SourceArticle {
  const article = sourceArticleOf(readSource(text, options));
  if (article === undefined) throw new Error('The text cannot be read.');
  return article;
}

/** The texts of its segments. */
export function textsOf(text: string, options?: SourceOptions): string[] {
  return Array.from(sourceSegmentsOf(sourceOf(text, options)), ({ source }) => source.text);
}

/** The texts of all grains of its units. */
export function grainsIn(text: string): string[] {
  const article = sourceOf(text);
  const grains = createGrains(article);
  return article.units.flatMap((unit) => Array.from(grains.of(unit), ({ text: read }) => read));
}

/** The XLIFF of an article, with targets for the sources that are given as they stand in it. */
export function documentOf(
  article: SourceArticle,
  targets: Readonly<Record<string, string>> = {},
  format: 'xliff' | 'xliff1.2' = 'xliff',
  options: ExportOptions = {},
): string {
  let document = sourcesToString([article], format, { trgLang: 'de-DE', ...options });
  for (const [source, target] of Object.entries(targets)) {
    const element = `<source>${source}</source>`;
    if (!document.includes(element)) throw new Error(`No ${element} in\n${document}`);
    document = document.replaceAll(element, () => `${element}<target>${target}</target>`);
  }
  return document;
}

/** What a merge gives, in short. */
export function mergedInto(
  article: SourceArticle,
  document: string,
  options?: MergeSourceOptions,
): { readonly text: string | undefined; readonly found: readonly string[]; readonly untranslated: readonly string[] } {
  const result = mergeSource(article, document, options);
  const merged = mergedSourceOf(result);
  return {
    text: merged?.text,
    found: diagnosticsOf(result).map(({ code, message }) =>
      `${code} ${/\b[0-9]{3}(?:\.[0-9])?\b/.exec(message)?.[0] ?? ''}`.trim(),
    ),
    untranslated: merged?.untranslated ?? [],
  };
}

/** An article, its segments with what is given for each. */
export function withEach(
  article: SourceArticle,
  more: (segment: SourceSegment) => Partial<SourceSegment>,
): SourceArticle {
  const units = article.units.map((unit) => ({
    ...unit,
    parts: unit.parts.map((part) => (part.kind === 'segment' ? { ...part, ...more(part) } : part)),
  }));
  return { ...article, units };
}

/** Whether an XLIFF is known to be as it was written. */
export function isAsWritten(document: string): boolean {
  const reader = createWrittenXliff();
  try {
    reader.write(document);
    reader.end();
    return true;
  } catch {
    return false;
  }
}
