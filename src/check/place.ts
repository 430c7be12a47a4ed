import { type Article, segmentsOf } from '../model/article.js';

/** Adds to findings in an article the segments that they stand in. They are in the order of the text. */
export function inSegments<T extends { readonly offset: number }>(
  findings: readonly T[],
  article: Article,
): (T & { readonly segment?: string })[] {
  if (findings.length === 0) return [];
  const segments = [...segmentsOf(article)].filter(({ recovered }) => !recovered);
  let next = 0;
  return findings.map((found) => {
    while (next < segments.length && (segments[next]?.range.end ?? 0) <= found.offset) next++;
    const segment = segments[next];
    return segment === undefined || segment.range.start > found.offset ? found : { ...found, segment: segment.id };
  });
}
