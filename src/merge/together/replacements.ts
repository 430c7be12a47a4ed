import type { Article } from '../../model/article.js';
import type { PlacedReplacement } from '../spell/spell-change.js';
import { type BlockPart, readTogether } from './read-together.js';

/** The ids of segments in blocks that have other codes with these targets than each of their targets has. */
export function replacedApart(
  { text, units }: Article,
  replacements: readonly PlacedReplacement[],
): ReadonlySet<string> {
  if (replacements.length === 0) return new Set();
  const targets = new Map(replacements.map(({ segment, markdown }) => [segment, markdown]));
  const blocks = units.filter(({ block }) => block !== 'title' && block !== 'html');
  const partsOf = ({ parts }: Article['units'][number]): readonly BlockPart[] =>
    parts.map((part) => {
      if (part.kind !== 'segment') return { before: part.text, after: part.text };
      const { id, source, target } = part;
      return { id, before: target.text, after: targets.get(part) ?? target.text, source: source.text };
    });
  return readTogether(text, blocks.map(partsOf));
}
