import { applyEdits, type Edit } from '../../model/edits.js';
import { isInHeader, type SourceArticle, type SourceUnit, sourceSegmentsOf } from '../../model/source-article.js';
import { normalizeLabel } from '../inline/constructs/links.js';
import { definitionMark, findDefinitions } from '../inline/definitions.js';
import { isFlowMapping } from '../metadata/front-matter.js';
import { spellLike } from '../metadata/yaml-scalar.js';

/** The Markdown of translations by the ids of their segments. */
export type Translations = ReadonlyMap<string, string>;

/** The article with translations in place of its segments. */
export function withTranslations(article: SourceArticle, translations: Translations): string {
  return applyEdits(article.text, translationEdits(article, translations));
}

/**
 * The edits that make the article of its translations, in the order of the text: each stands in place of its segment, and
 * a reference whose label it was (`[Help][]`, `[Help]`) is given that label: `[Hilfe][Help]`.
 */
export function translationEdits(article: SourceArticle, translations: Translations): readonly Edit[] {
  const { text } = article;
  const edits = segmentEdits(article, translations);
  if (!text.includes(definitionMark)) return edits;
  const definitions = findDefinitions(text);
  if (definitions.size === 0) return edits;
  const labels = new Map<number, string>();
  for (const { range, source } of sourceSegmentsOf(article)) labels.set(range.start, source.text);
  return edits.flatMap((edit) => {
    const label = labels.get(edit.range.start);
    const end = label === undefined ? undefined : referenceEnd(text, edit, label, definitions);
    return end === undefined ? [edit] : [edit, end];
  });
}

/**
 * The end of the reference that a segment is all of, if the new text is not defined, too. Its label is the text of the
 * segment, in one line: in the article, marks of quotes may stand between its lines.
 */
function referenceEnd(
  text: string,
  { range: { start, end }, text: by }: Edit,
  label: string,
  definitions: ReadonlySet<string>,
): Edit | undefined {
  const after = text.slice(end, end + 3);
  if (text.charAt(start - 1) !== '[' || !/^\](?:\[\]|(?![[(:]))/.test(after)) return undefined;
  if (!definitions.has(normalizeLabel(label)) || definitions.has(normalizeLabel(by))) return undefined;
  const length = after === '][]' ? 3 : 1;
  return { range: { start: end, end: end + length }, text: `][${label}]` };
}

/** The edits that put translations in place of segments, in the order of the text. A value of a front matter is one edit. */
export function segmentEdits(article: SourceArticle, translations: Translations): readonly Edit[] {
  const edits: Edit[] = [];
  for (const unit of article.units) {
    const ofUnit: Edit[] = [];
    for (const part of unit.parts) {
      const target = part.kind === 'segment' ? translations.get(part.id) : undefined;
      if (target !== undefined) ofUnit.push({ range: part.range, text: target });
    }
    if (ofUnit.length === 0) continue;
    for (const edit of isInHeader(unit) ? headerEdits(article, unit, ofUnit) : ofUnit) edits.push(edit);
  }
  return edits;
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
