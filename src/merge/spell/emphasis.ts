import {
  NEIGHBOUR_PUNCTUATION,
  NEIGHBOUR_SPACE,
  neighbourAfter,
  neighbourBefore,
} from '../../read/inline/characters.js';
import type { Atom } from './atoms.js';

const elements: Readonly<Record<string, string>> = { 'xlf:b': 'strong', 'xlf:i': 'em', 'md:s': 'del' };
/** What stands beside a target in the published article; empty at the ends of a text. */
export interface Around {
  readonly before: string;
  readonly after: string;
}

/** Which emphasis is written anew, where its markers would not be seen: `elements` writes all of it as elements. */
export type Emphasis = 'changed' | 'all' | 'elements';

const marker = /^(?:\*{1,3}|_{1,3}|~~)$/;

/**
 * Writes emphasis that CommonMark would not take for emphasis as HTML elements: `<strong>設定:</strong>を`.
 *
 * A marker beside punctuation must have white space or punctuation on its other side, too (CommonMark 0.31, 6.2),
 * which text without spaces does not have. Elements always work, and change no character of the text. Emphasis that
 * stands with its neighbours as it stood in the article is left alone, unless `all` or `elements` is asked for. Returns
 * how many were rewritten.
 */
export function makeEmphasisRender(atoms: readonly Atom[], emphasis: Emphasis, around: Around): number {
  let rewritten = 0;
  for (const [start, end] of pairsOf(atoms)) {
    const opener = atoms[start];
    const closer = atoms[end];
    if (opener?.code === undefined || closer?.code === undefined) continue;
    if (emphasis === 'changed' && isUntouched(atoms, start) && isUntouched(atoms, end)) continue;
    // Marks of a damaged emphasis without content have their meaning from the other side only: they stay as they are.
    if (emphasis === 'changed' && end === start + 1 && opener.code.whole !== undefined) continue;
    const name = elements[opener.code.code?.subType ?? ''];
    if (name === undefined || (!marker.test(opener.spelled) && opener.code.whole === undefined)) continue;
    for (const [first, last] of [
      [opener.spelled, closer.spelled],
      [opener.code.whole ?? opener.spelled, closer.code.whole ?? closer.spelled],
    ] as const) {
      opener.spelled = first;
      closer.spelled = last;
      if (
        emphasis !== 'elements' &&
        marker.test(first) &&
        first === last &&
        end > start + 1 &&
        opens(atoms, start, around) &&
        closes(atoms, end, around)
      )
        break;
      opener.spelled = `<${name}>`;
      closer.spelled = `</${name}>`;
    }
    if (opener.spelled.startsWith('<')) rewritten++;
  }
  return rewritten;
}

/** Where codes start, and where they end. */
export function pairsOf(atoms: readonly Atom[]): readonly (readonly [start: number, end: number])[] {
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
function opens(atoms: readonly Atom[], at: number, around: Around): boolean {
  const { before, after, underscore, isGlued } = neighbours(atoms, at, around);
  if (isGlued || (underscore && before === 0)) return false;
  return (after & NEIGHBOUR_SPACE) === 0 && ((after & NEIGHBOUR_PUNCTUATION) === 0 || before !== 0);
}

function closes(atoms: readonly Atom[], at: number, around: Around): boolean {
  const { before, after, underscore, isGlued } = neighbours(atoms, at, around);
  if (isGlued || (underscore && after === 0)) return false;
  return (before & NEIGHBOUR_SPACE) === 0 && ((before & NEIGHBOUR_PUNCTUATION) === 0 || after !== 0);
}

/** Markers that may stand side by side: more are written as elements. */
const longestRun = 32;

/** White space or punctuation around the run of markers that an atom is in; 0 for anything else. */
function neighbours(
  atoms: readonly Atom[],
  at: number,
  around: Around,
): { readonly before: number; readonly after: number; readonly underscore: boolean; readonly isGlued: boolean } {
  const own = atoms[at]?.spelled ?? '';
  const isInRun = (atom: Atom | undefined): boolean => atom?.code !== undefined && /^[*_~]+$/.test(atom.spelled);
  let first = at;
  const belongs = (atom: Atom | undefined): boolean => isInRun(atom) && atom?.spelled.charAt(0) === own.charAt(0);
  while (belongs(atoms[first - 1]) && at - first < longestRun) first--;
  let last = at;
  while (belongs(atoms[last + 1]) && last - at < longestRun) last++;
  const spelledIn = (from: number, to: number): string =>
    atoms
      .slice(Math.max(0, from), to)
      .map(({ spelled }) => spelled)
      .join('');
  const left = first === 0 ? around.before : spelledIn(first - 4, first);
  const right = last === atoms.length - 1 ? around.after : spelledIn(last + 1, last + 5);
  const kind = atoms[at]?.code?.kind;
  return {
    // Some readers take symbols beyond the basic plane for punctuation, others do not: nothing may hang on them.
    before: kind === 'sc' && /[\ud800-\udfff]$/.test(left) ? 0 : neighbourBefore(left, left.length) & either,
    after: kind === 'ec' && /^[\ud800-\udfff]/.test(right) ? 0 : neighbourAfter(right, 0) & either,
    underscore: own.startsWith('_'),
    // No two readers agree on a longer run. The end of one pair and the start of the next are one run, which is read in another way: `**a****b**`.
    isGlued: last - first >= longestRun || atoms.slice(first, last + 1).some(({ code }) => code?.kind !== kind),
  };
}

const either = NEIGHBOUR_SPACE | NEIGHBOUR_PUNCTUATION;

/**
 * Typed markers within emphasis of the same marker that can only open, or only close, by the letter of CommonMark: they
 * would end or start it, also where the amended rules of this library see that they can do both, and so do neither.
 */
export function straySigns(atoms: readonly Atom[]): readonly Atom[] {
  const stray: Atom[] = [];
  const open = new Map<string, number>();
  for (let at = 0; at < atoms.length; at++) {
    const { code, spelled = '', text } = atoms[at] ?? {};
    const sign = spelled.charAt(0);
    if (code !== undefined && marker.test(spelled)) {
      open.set(sign, (open.get(sign) ?? 0) + (code.kind === 'sc' ? 1 : -1));
    }
    if (text !== sign || spelled !== sign || (open.get(sign) ?? 0) <= 0) continue;
    const first = at;
    while (atoms[at + 1]?.spelled === sign && atoms[at + 1]?.text === sign) at++;
    const left = atoms[first - 1]?.spelled ?? '';
    const before = neighbourBefore(left, left.length) & either;
    const after = neighbourAfter(atoms[at + 1]?.spelled ?? '', 0) & either;
    const isLeft = (after & NEIGHBOUR_SPACE) === 0 && (after === 0 || before !== 0);
    const isRight = (before & NEIGHBOUR_SPACE) === 0 && (before === 0 || after !== 0);
    if (isLeft === isRight) continue;
    for (const atom of atoms.slice(first, at + 1)) if (atom.kept === 0) stray.push(atom);
  }
  return stray;
}
