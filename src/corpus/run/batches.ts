import type { FoundArticle } from '../find/find.js';

/** Articles that go to a thread at once: enough that messages cost nothing, few enough that memory stays small. */
const batchLength = 24;
/** So many versions of one article go to one thread, which knows most of their pairs after the first. */
const mostVersions = 96;

/** `start` to `end`, exclusive. */
export interface IndexRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Divides articles into batches, in their order; `length`: of so many. Versions of one article follow each other, and stay
 * together.
 */
export function batchesOf(
  articles: readonly Pick<FoundArticle, 'path' | 'version'>[],
  length: number = batchLength,
): readonly IndexRange[] {
  const batches: IndexRange[] = [];
  for (let start = 0; start < articles.length; ) {
    let end = Math.min(start + length, articles.length);
    for (; end < articles.length && end < start + mostVersions; end++) {
      const next = articles[end];
      if (next?.version === undefined || next.path !== articles[end - 1]?.path) break;
    }
    batches.push({ start, end });
    start = end;
  }
  return batches;
}
