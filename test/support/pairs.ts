import { isLeft } from 'fp-ts/lib/These.js';
import { type Article, type Diagnostic, parseArticle, type Segment, segmentsOf } from '../../src/index.js';

/** A pair as the localization system writes it. */
export function pair(id: string, target: string, source: string): string {
  return `<span data-ttu-id="${id}">${target}</span><span class="sxs-lookup"><span data-stu-id="${id}">${source}</span></span>`;
}

/** The article of a text that can be read. */
export function articleOf(text: string, path?: string): Article {
  const read = parseArticle(text, path === undefined ? {} : { path });
  if (isLeft(read)) throw new Error(read.left.map(({ message }) => message).join('\n'));
  return read.right;
}

export function diagnosticsOf(text: string): readonly Diagnostic[] {
  const read = parseArticle(text);
  return read._tag === 'Right' ? [] : read.left;
}

export function codesOfDiagnostics(text: string): string[] {
  return diagnosticsOf(text).map(({ code }) => code);
}

/** The pairs of an article: all segments but a recovered title. */
export function pairsOf(article: Article): Segment[] {
  return [...segmentsOf(article)].filter(({ recovered }) => recovered === undefined);
}
