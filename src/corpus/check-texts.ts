import { type Article, type Segment, segmentsOf } from '../model/article.js';
import type { FileFinding } from './check.js';

/** Characters of a side that a finding has at most: a pair of megabytes may have thousands of findings. */
const longestText = 10_000;

/** Adds to findings the texts of the pairs that they are about. */
export function withTexts(findings: readonly FileFinding[], article: Article): readonly FileFinding[] {
  if (!findings.some(({ segment }) => segment !== undefined)) return findings;
  const segments = segmentsById(article);
  return findings.map((found) => {
    const segment = found.segment === undefined ? undefined : segments.get(found.segment);
    if (segment === undefined) return found;
    return { ...found, source: shortened(segment.source.text), target: shortened(segment.target.text) };
  });
}

/** The pairs of an article by their ids. */
export function segmentsById(article: Article): ReadonlyMap<string, Segment> {
  const segments = new Map<string, Segment>();
  for (const segment of segmentsOf(article)) if (!segment.recovered) segments.set(segment.id, segment);
  return segments;
}

function shortened(text: string): string {
  return text.length > longestText ? `${text.slice(0, longestText).toWellFormed()}…` : text;
}
