import { type Article, type Segment, segmentsOf } from '../../model/article.js';
import type { FileFinding } from './file-finding.js';

/** Characters of a side that a finding has at most. */
const longestText = 10_000;
/** So many findings of a pair have its whole texts; more share as much text, so that all of it grows as the article does. */
const fullTexts = 20;
/** Characters that each of them has nevertheless. */
const leastText = 100;

/** Adds to findings the texts of the pairs that they are about. */
export function withTexts(findings: readonly FileFinding[], article: Article): readonly FileFinding[] {
  const counts = new Map<string, number>();
  for (const { segment } of findings) if (segment !== undefined) counts.set(segment, (counts.get(segment) ?? 0) + 1);
  if (counts.size === 0) return findings;
  const texts = new Map<string, { readonly source: string; readonly target: string }>();
  for (const [id, { source, target }] of segmentsById(article)) {
    const count = counts.get(id);
    if (count === undefined) continue;
    texts.set(id, { source: shortened(source.text, count), target: shortened(target.text, count) });
  }
  return findings.map((found) => ({ ...found, ...(found.segment === undefined ? {} : texts.get(found.segment)) }));
}

/** The pairs of an article by their ids. */
export function segmentsById(article: Article): ReadonlyMap<string, Segment> {
  const segments = new Map<string, Segment>();
  for (const segment of segmentsOf(article)) if (!segment.recovered) segments.set(segment.id, segment);
  return segments;
}

function shortened(text: string, findings: number): string {
  const share = findings <= fullTexts ? longestText : Math.ceil((text.length * fullTexts) / findings);
  const length = Math.min(longestText, Math.max(leastText, share));
  return text.length > length ? `${text.slice(0, length).toWellFormed()}…` : text;
}
