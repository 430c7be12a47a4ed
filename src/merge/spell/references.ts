import { normalizeLabel } from '../../read/inline/constructs/links.js';
import type { Atom } from './atoms.js';
import { pairsOf } from './emphasis.js';
import { join } from './misread.js';
import type { Place } from './place.js';

/**
 * Gives references their labels where these were translated: `[Help]` and `[Help][]` have the definition of what they
 * show, and would be none with another text. `[Hilfe][Help]` is the same link. A text that is defined itself stays.
 */
export function nameReferences(atoms: readonly Atom[], { isDefined }: Place): void {
  const isLink = (label: string): boolean => isDefined?.(label) === true;
  for (const [start, end] of pairsOf(atoms)) {
    const closer = atoms[end];
    const label = closer?.code?.label;
    if (closer === undefined || label === undefined) continue;
    const shown = normalizeLabel(join(atoms.slice(start + 1, end)));
    if (isLink(normalizeLabel(label)) && !isLink(shown)) closer.spelled = `][${label}]`;
  }
}
