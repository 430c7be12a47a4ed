import { isInHeader, type SourceArticle, type SourceUnit } from '../../model/source-article.js';
import { type BlockPart, readTogether } from './read-together.js';

/** The ids of segments in blocks that have other codes with these translations than each of their segments has. */
export function readApart(
  { text, units }: SourceArticle,
  translations: ReadonlyMap<string, string>,
): ReadonlySet<string> {
  if (translations.size === 0) return new Set();
  // In HTML, blocks end with tags.
  const blocks = units.filter((unit) => !isInHeader(unit) && unit.block !== 'html');
  const kept = (start: number, end: number): BlockPart => {
    const before = text.slice(start, end);
    return { before, after: before };
  };
  const partsOf = ({ lines, parts }: SourceUnit): readonly BlockPart[] => {
    const all: BlockPart[] = [];
    let end = lines[0]?.start ?? 0;
    for (const part of parts) {
      if (part.kind !== 'segment') continue;
      const { id, range } = part;
      if (end < range.start) all.push(kept(end, range.start));
      const before = text.slice(range.start, range.end);
      all.push({ id, before, after: translations.get(id) ?? before });
      end = range.end;
    }
    all.push(kept(end, lines.at(-1)?.end ?? end));
    return all;
  };
  return readTogether(text, blocks.map(partsOf));
}
