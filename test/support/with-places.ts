import type { Article, Side } from '../../src/model/article.js';

/** An article of a reader of versions, with the codes where they stand in it: there, their ranges count from the starts of their texts. */
export function withPlaces(article: Article): Article {
  const units = article.units.map((unit) => ({
    ...unit,
    parts: unit.parts.map((part) => {
      if (part.kind !== 'segment') return part;
      // A title has the place of all of it already.
      return { ...part, source: moved(part.source), target: part.recovered ? part.target : moved(part.target) };
    }),
  }));
  return { ...article, units };
}

function moved({ range, text, content }: Side): Side {
  return {
    range,
    text,
    content: content.map((inline) => {
      if (inline.kind === 'text') return inline;
      const start = range.start + inline.range.start;
      return { ...inline, range: { start, end: range.start + inline.range.end } };
    }),
  };
}
