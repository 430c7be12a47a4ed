import { NEIGHBOUR_PUNCTUATION, NEIGHBOUR_SPACE, neighbourAfter, neighbourBefore } from '../read/inline/characters.js';
import type { Atom } from './atoms.js';

const elements: Readonly<Record<string, string>> = { 'xlf:b': 'strong', 'xlf:i': 'em', 'md:s': 'del' };
const marker = /^(?:\*{1,3}|_{1,3}|~~)$/;

/**
 * Writes emphasis that CommonMark would not take for emphasis as HTML elements: `<strong>設定:</strong>を`.
 *
 * A marker beside punctuation must have white space or punctuation on its other side, too (CommonMark 0.31, 6.2),
 * which text without spaces does not have. Elements always work, and change no character of the text. Emphasis that
 * stands with its neighbours as it stood in the article is left alone, unless `all` is asked for. Returns how many were
 * rewritten.
 */
export function makeEmphasisRender(atoms: readonly Atom[], all: boolean): number {
  let rewritten = 0;
  for (const [start, end] of pairsOf(atoms)) {
    const opener = atoms[start];
    const closer = atoms[end];
    if (opener?.code === undefined || closer?.code === undefined) continue;
    if (!all && isUntouched(atoms, start) && isUntouched(atoms, end)) continue;
    const name = elements[opener.code.code?.subType ?? ''];
    if (name === undefined || (!marker.test(opener.spelled) && opener.code.whole === undefined)) continue;
    for (const [first, last] of [
      [opener.spelled, closer.spelled],
      [opener.code.whole ?? opener.spelled, closer.code.whole ?? closer.spelled],
    ] as const) {
      opener.spelled = first;
      closer.spelled = last;
      if (marker.test(first) && first === last && opens(atoms, start) && closes(atoms, end)) break;
      opener.spelled = `<${name}>`;
      closer.spelled = `</${name}>`;
    }
    if (opener.spelled.startsWith('<')) rewritten++;
  }
  return rewritten;
}

function pairsOf(atoms: readonly Atom[]): [number, number][] {
  const open = new Map<string, number>();
  const pairs: [number, number][] = [];
  for (const [index, { code }] of atoms.entries()) {
    if (code?.kind === 'sc') open.set(code.id, index);
    const start = code?.kind === 'ec' ? open.get(code.id) : undefined;
    if (start !== undefined) pairs.push([start, index]);
  }
  return pairs;
}

function isUntouched(atoms: readonly Atom[], at: number): boolean {
  const kept = atoms[at]?.kept ?? 0;
  return kept !== 0 && (atoms[at - 1]?.kept ?? kept) === kept && (atoms[at + 1]?.kept ?? kept) === kept;
}

/** Left-flanking by the letter of CommonMark, which knows no amendments for text without spaces. */
function opens(atoms: readonly Atom[], at: number): boolean {
  const { before, after, underscore } = neighbours(atoms, at);
  if (underscore && before === 0) return false;
  return (after & NEIGHBOUR_SPACE) === 0 && ((after & NEIGHBOUR_PUNCTUATION) === 0 || before !== 0);
}

function closes(atoms: readonly Atom[], at: number): boolean {
  const { before, after, underscore } = neighbours(atoms, at);
  if (underscore && after === 0) return false;
  return (before & NEIGHBOUR_SPACE) === 0 && ((before & NEIGHBOUR_PUNCTUATION) === 0 || after !== 0);
}

/** White space or punctuation around the run of markers that an atom is in; 0 for anything else. */
function neighbours(
  atoms: readonly Atom[],
  at: number,
): { readonly before: number; readonly after: number; readonly underscore: boolean } {
  const own = atoms[at]?.spelled ?? '';
  const isInRun = (atom: Atom | undefined): boolean => atom?.code !== undefined && /^[*_~]+$/.test(atom.spelled);
  let first = at;
  while (isInRun(atoms[first - 1]) && atoms[first - 1]?.spelled.charAt(0) === own.charAt(0)) first--;
  let last = at;
  while (isInRun(atoms[last + 1]) && atoms[last + 1]?.spelled.charAt(0) === own.charAt(0)) last++;
  const left = atoms
    .slice(Math.max(0, first - 4), first)
    .map(({ spelled }) => spelled)
    .join('');
  const right = atoms
    .slice(last + 1, last + 5)
    .map(({ spelled }) => spelled)
    .join('');
  const either = NEIGHBOUR_SPACE | NEIGHBOUR_PUNCTUATION;
  return {
    before: neighbourBefore(left, left.length) & either,
    after: neighbourAfter(right, 0) & either,
    underscore: own.startsWith('_'),
  };
}
