import type { Article, Segment } from '../model/article.js';
import { isFlowMapping } from '../read/front-matter.js';
import { spellDoubleQuoted, spellLike } from '../write/yaml-scalar.js';

/** A target in the place of another one. */
export interface Replacement {
  readonly segment: Segment;
  /** The Markdown of the new target. */
  readonly markdown: string;
}

/** The text of an article with other targets. Every other byte is the same. */
export function replaceTargets({ text }: Article, replacements: readonly Replacement[]): string {
  let merged = '';
  let done = 0;
  const inOrder = replacements.toSorted((a, b) => a.segment.target.range.start - b.segment.target.range.start);
  for (const { segment, markdown } of inOrder) {
    const { range } = segment.target;
    merged += text.slice(done, range.start) + spellInPlace(text, segment, markdown);
    done = range.end;
  }
  return merged + text.slice(done);
}

function spellInPlace(text: string, { range, target, recovered }: Segment, markdown: string): string {
  if (recovered) return spellLike(text.slice(target.range.start, target.range.end), markdown, isFlowMapping(text));
  return text.slice(range.start, target.range.start).includes('\\"')
    ? spellDoubleQuoted(markdown).slice(1, -1)
    : markdown;
}
