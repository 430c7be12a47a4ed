import type { Article, Block, Segment } from '../model/article.js';
import { findDefinitions } from '../read/definitions.js';
import type { Place } from './spell.js';

/** Tells where targets of an article stand. */
export function createPlaces(article: Article): (segment: Segment, block: Block) => Place {
  const { text } = article;
  const definitions = findDefinitions(text);
  const isDefined = (label: string): boolean => definitions.has(label);
  return ({ range, source, target, recovered }, block) => {
    const line = Math.max(text.lastIndexOf('\n', range.start - 1), text.lastIndexOf('\r', range.start - 1)) + 1;
    return {
      block,
      source: source.text,
      before: target.content,
      beforeMarkdown: target.text,
      // A title stands in no line of Markdown.
      linePrefix: recovered ? 'title: ' : text.slice(Math.max(line, range.start - 1000), range.start),
      isDefined,
    };
  };
}
