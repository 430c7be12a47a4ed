import { isInHeader, type SourceArticle } from '../../model/source-article.js';
import { findDefinitions } from '../../read/inline/definitions.js';
import { type BlockPart, isReadApart } from './read-together.js';

/** The ids of segments in blocks that have other codes with these translations than each of their segments has. */
export function readApart(
  { text, units }: SourceArticle,
  translations: ReadonlyMap<string, string>,
): ReadonlySet<string> {
  const apart = new Set<string>();
  const definitions = translations.size > 0 ? findDefinitions(text) : undefined;
  const rules = { isDefined: (label: string): boolean => definitions?.has(label) === true };
  for (const unit of units) {
    // In HTML, blocks end with tags.
    if (isInHeader(unit) || unit.block === 'html') continue;
    const segments = unit.parts.filter((part) => part.kind === 'segment');
    if (!segments.some(({ id }) => translations.has(id))) continue;
    const parts: BlockPart[] = [];
    let end = unit.lines[0]?.start ?? 0;
    for (const { id, range } of segments) {
      if (end < range.start) parts.push(kept(text.slice(end, range.start)));
      const before = text.slice(range.start, range.end);
      parts.push({ before, after: translations.get(id) ?? before });
      end = range.end;
    }
    parts.push(kept(text.slice(end, unit.lines.at(-1)?.end ?? end)));
    if (isReadApart(parts, rules)) for (const { id } of segments) apart.add(id);
  }
  return apart;
}

function kept(text: string): BlockPart {
  return { before: text, after: text };
}
