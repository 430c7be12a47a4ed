import type { Article } from '../../model/article.js';
import { findDefinitions } from '../../read/inline/definitions.js';
import type { PlacedReplacement } from '../spell/spell-change.js';
import { isReadApart } from './read-together.js';

/** The ids of segments in blocks that have other codes with these targets than each of their targets has. */
export function replacedApart(
  { text, units }: Article,
  replacements: readonly PlacedReplacement[],
): ReadonlySet<string> {
  const apart = new Set<string>();
  const targets = new Map(replacements.map(({ segment, markdown }) => [segment, markdown]));
  const definitions = targets.size > 0 ? findDefinitions(text) : undefined;
  const rules = { isDefined: (label: string): boolean => definitions?.has(label) === true };
  for (const { block, parts } of units) {
    if (block === 'title' || block === 'html') continue;
    const segments = parts.filter((part) => part.kind === 'segment');
    if (!segments.some((segment) => targets.has(segment))) continue;
    const texts = parts.map((part) => {
      const before = part.kind === 'segment' ? part.target.text : part.text;
      return { before, after: (part.kind === 'segment' ? targets.get(part) : undefined) ?? before };
    });
    if (isReadApart(texts, rules)) for (const { id } of segments) apart.add(id);
  }
  return apart;
}
