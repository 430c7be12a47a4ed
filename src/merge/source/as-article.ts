import type { Article, Unit } from '../../model/article.js';
import { isInHeader, type SourceArticle, type SourceUnit } from '../../model/source-article.js';

/**
 * An article to be translated in the form that merging takes: the target of each segment is its source, which stands in
 * its place as long as there is no other.
 */
export function asArticle({ path, text, frontMatter, units }: SourceArticle): Article {
  return {
    kind: 'article',
    ...(path === undefined ? {} : { path }),
    text,
    ...(frontMatter === undefined ? {} : { frontMatter }),
    localization: {},
    units: units.map(toUnit),
  };
}

function toUnit(unit: SourceUnit): Unit {
  return {
    kind: 'unit',
    id: unit.id,
    // What stands in a front matter is shown as it is spelled.
    block: isInHeader(unit) ? 'title' : unit.block,
    ...(unit.level === undefined ? {} : { level: unit.level }),
    parts: unit.parts.map((part) => {
      if (part.kind === 'ignorable') return part;
      const { id, range, source } = part;
      return { kind: 'segment', id, range, source, target: source };
    }),
  };
}
