import { applyEdits, type Edit } from '../model/edits.js';
import type { SourceArticle, SourceSegment, SourceUnit } from '../model/source-article.js';
import { isFlowMapping } from '../read/metadata/front-matter.js';
import { spellLike } from '../read/metadata/yaml-scalar.js';

/**
 * The article with translations in place of its segments: `targetOf` gives the Markdown of each, or `undefined` where the
 * segment stays as it is. All else is byte for byte what it was; values of the front matter are quoted where they have to be.
 *
 * @example
 * const article = sourceArticleOf(readSource('---\ntitle: One\n---\n- One\n- Two'));
 * article && translateSource(article, ({ source }) => (source.text === 'One' ? 'A: 1' : undefined)) // '---\ntitle: "A: 1"\n---\n- A: 1\n- Two'
 */
export function translateSource(
  article: SourceArticle,
  targetOf: (segment: SourceSegment) => string | undefined,
): string {
  const edits: Edit[] = [];
  for (const unit of article.units) {
    const ofUnit: Edit[] = [];
    for (const part of unit.parts) {
      const target = part.kind === 'segment' ? targetOf(part) : undefined;
      if (target !== undefined) ofUnit.push({ range: part.range, text: target });
    }
    if (ofUnit.length === 0) continue;
    const isHeader = unit.block === 'title' || unit.block === 'front-matter';
    for (const edit of isHeader ? headerEdits(article, unit, ofUnit) : ofUnit) edits.push(edit);
  }
  return applyEdits(article.text, edits);
}

/** A value of the front matter is written as a whole. */
function headerEdits({ text, frontMatter }: SourceArticle, { lines }: SourceUnit, edits: readonly Edit[]): Edit[] {
  const [inner] = lines;
  const entry = frontMatter?.entries.find(
    ({ valueRange }) => inner !== undefined && valueRange.start <= inner.start && inner.end <= valueRange.end,
  );
  if (inner === undefined || entry === undefined) return [];
  const { start, end } = entry.valueRange;
  const moved = edits.map(({ range, text: by }): Edit => {
    const line = by.replace(/\s*[\r\n]\s*/g, ' ');
    return { range: { start: range.start - inner.start, end: range.end - inner.start }, text: line };
  });
  const value = applyEdits(text.slice(inner.start, inner.end), moved);
  return [{ range: { start, end }, text: spellLike(text.slice(start, end), value, isFlowMapping(text)) }];
}
