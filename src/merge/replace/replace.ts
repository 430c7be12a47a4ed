import type { Article, Segment } from '../../model/article.js';
import { applyEdits, type Edit } from '../../model/edits.js';
import type { Carrier, Change } from '../../read/carriers/carrier.js';
import { isFlowMapping } from '../../read/metadata/front-matter.js';
import { spellLike } from '../../read/metadata/yaml-scalar.js';

/** A target in the place of another one. */
export interface Replacement {
  readonly segment: Segment;
  /** The Markdown of the new target. */
  readonly markdown: string;
}

/** The text of an article with other targets. Beside what their quotes need, every other byte is the same. */
export function replaceTargets(article: Article, replacements: readonly Replacement[], carrier: Carrier): string {
  const { text } = article;
  const edits: Edit[] = [];
  const changes: Change[] = [];
  for (const { segment, markdown } of replacements) {
    const { range } = segment.target;
    if (!segment.recovered) changes.push({ range, by: markdown });
    else {
      const spelled = text.slice(range.start, range.end);
      edits.push({ range, text: spellLike(spelled, markdown, isFlowMapping(text)) });
    }
  }
  for (const edit of carrier.write(article, changes)) edits.push(edit);
  return applyEdits(text, edits);
}
