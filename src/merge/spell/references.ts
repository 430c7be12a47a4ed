import type { CodeEnd, Content, Inline } from '../../model/content.js';
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

/** The end of a reference that has its definition by what it shows: `[Help]` or `[Help][]`. */
export function isReferenceEnd(each: Inline): each is CodeEnd {
  return each.kind === 'ec' && (each.data === ']' || each.data === '][]');
}

/** Whether a reference shows what nothing defines, because it was translated. */
export function hasLostReference(content: Content, { isDefined }: Pick<Place, 'isDefined'>): boolean {
  if (!content.some(isReferenceEnd)) return false;
  const starts = new Map<string, number>();
  let text = '';
  for (const each of content) {
    if (isReferenceEnd(each)) {
      const start = starts.get(each.id) ?? 0;
      const isLabel = text.length - start <= longestLabel;
      if (!isLabel || isDefined?.(normalizeLabel(text.slice(start))) !== true) return true;
    }
    text += each.kind === 'text' ? (each.markdown ?? each.text) : each.data;
    if (each.kind === 'sc') starts.set(each.id, text.length);
  }
  return false;
}

/** A label has fewer characters than a thousand, as CommonMark says. */
const longestLabel = 999;

/** The same of a text that a memory has for the segment of a place. */
export function losesReference(text: string, { markup, source, isDefined }: Place): boolean {
  return text.includes(']') && hasLostReference(markup.readContents(source, text, { isDefined }).target, { isDefined });
}
