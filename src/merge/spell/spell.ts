import { readInline } from '../../read/inline/inline.js';
import { textPiece } from '../../read/inline/text.js';
import { type Atom, toAtoms } from './atoms.js';
import { startsOfBlocks } from './block-starts.js';
import type { Wanted } from './codes.js';
import { type Emphasis, makeEmphasisRender, straySigns } from './emphasis.js';
import { endsInBacktick, findMisread, join, spelledText, startsWithBacktick } from './misread.js';
import type { Place } from './place.js';
import { nameReferences } from './references.js';

/** A target as Markdown. */
export interface Spelled {
  readonly markdown: string;
  /** All its texts and codes are read as what they are meant to be. */
  readonly isSound: boolean;
  /** Emphasis that had to be written as HTML elements. */
  readonly rewritten: number;
}

/**
 * Each turn reads the whole target. So many turns escape one character that was misread, because what it meant may change
 * the meaning of those after it; then each turn escapes twice as many as the one before. Only a text made to be misread
 * wants more. Of a long target, in UTF-16 code units, single ones are fewer.
 */
const mostSingle = 32;
const mostReadForSingle = 500_000;
const mostTurns = 24;

/**
 * Spells a target as Markdown. What stood in the article keeps its spelling; of the rest, a character is escaped only
 * where the reader of this library takes it for markup otherwise. Where that does not lead to the wanted codes, all new
 * characters that may be markup are escaped, then all emphasis is written anew, and then as elements: two bolds side by
 * side where the source has one look like damage. Last, what stood there gives way, too: `[[a]` of which the second
 * bracket is now that of a link.
 */
export function spell(wanted: readonly Wanted[], place: Place): Spelled {
  // A title is shown as it stands there: nobody would take an escape in it for one.
  if (place.block === 'title') {
    return { markdown: join(toAtoms(wanted, place)), isSound: true, rewritten: 0 };
  }
  const { escape: spellOf } = place.markup;
  if (spellOf !== undefined) return { markdown: spellByRule(wanted, place, spellOf), isSound: true, rewritten: 0 };
  const first = place.isReadApart ? undefined : attempt(wanted, place, 'misread', 'changed');
  if (first?.isSound && isPlain(first.markdown, wanted, place)) return first;
  const second = attempt(wanted, place, 'typed', 'changed');
  if (second.isSound && (first?.isSound !== true || isPlain(second.markdown, wanted, place))) return second;
  if (first?.isSound) return first;
  for (const [escaped, emphasis] of [
    ['typed', 'all'],
    ['typed', 'elements'],
    ['all', 'changed'],
    ['all', 'elements'],
  ] as const) {
    const next = attempt(wanted, place, escaped, emphasis);
    if (next.isSound) return next;
  }
  return second;
}

/** Whether each code is one also where no source says what was meant: `[a ] b](c)` is taken for a damaged link beside one. */
function isPlain(markdown: string, wanted: readonly Wanted[], { isDefined }: Place): boolean {
  const codes = readInline(markdown, { isDefined }).filter(({ kind }) => kind !== 'text');
  return codes.length >= wanted.filter((piece) => typeof piece !== 'string').length;
}

/** Where each character has a spelling of its own, only what stood in the article keeps another. */
function spellByRule(wanted: readonly Wanted[], place: Place, spellOf: (character: string) => string): string {
  const atoms = toAtoms(wanted, place);
  const isNew = ({ code, kept, text, spelled }: Atom): boolean => code === undefined && kept === 0 && spelled === text;
  for (const atom of atoms) if (isNew(atom)) atom.spelled = spellOf(atom.text);
  return join(atoms);
}

/** Which characters are escaped: those that are misread, all new ones that may be markup, or those that stood there, too. */
type Escaped = 'misread' | 'typed' | 'all';

function attempt(wanted: readonly Wanted[], place: Place, escaped: Escaped, emphasis: Emphasis): Spelled {
  const atoms = toAtoms(wanted, place);
  const rewritten = makeEmphasisRender(atoms, emphasis, place.around);
  nameReferences(atoms, place);
  if (escaped === 'all') forgetPlaces(atoms);
  escapeAhead(atoms, place);
  if (escaped !== 'misread')
    for (const atom of atoms) if (isSpecial(atom) && atom.escapes === 0) escapeAtom(atom, place);
  let misread = findWrong(atoms, place);
  const single = Math.min(mostSingle, Math.floor(mostReadForSingle / atoms.length));
  for (let turn = 0; turn < single + mostTurns && misread !== undefined; turn++) {
    const most = turn < single ? 1 : 2 ** (turn - single + 1);
    if (misread === 'a code' || !escapeFirst(misread, most, place)) break;
    misread = findWrong(atoms, place);
  }
  return { markdown: join(atoms), isSound: misread === undefined, rewritten };
}

/** What is misread, and brackets that lost their partner to an escape. */
function findWrong(atoms: readonly Atom[], place: Place): ReturnType<typeof findMisread> {
  const misread = findMisread(atoms, place);
  if (misread !== undefined || !place.isLabel) return misread;
  const unbalanced = unbalancedBrackets(atoms);
  return unbalanced.length === 0 ? undefined : unbalanced;
}

/** Characters are as if they were new: those that stand for themselves, and begin no block. */
function forgetPlaces(atoms: readonly Atom[]): void {
  let isStart = true;
  for (const atom of atoms) {
    const { code, text, spelled } = atom;
    isStart = code === undefined && (text === '\n' || (isStart && /[^\p{L}[\]<\\]/u.test(text)));
    if (!isStart && code === undefined && spelled === text) atom.kept = 0;
  }
}

/** Escapes the first of what was misread; whether there was any that can be escaped. */
function escapeFirst(misread: readonly Atom[], most: number, place: Place): boolean {
  let escaped = 0;
  for (const atom of misread.slice(0, most)) if (escapeAtom(atom, place)) escaped++;
  return escaped > 0;
}

function isSpecial({ text, code, kept }: Atom): boolean {
  return code === undefined && kept === 0 && /[\\`*_~[\]<>$@!&]/.test(text);
}

/**
 * A backslash where Markdown knows one, else a character reference; in a second attempt always the latter. In blocks of
 * HTML a backslash is only a character.
 */
function escapeAtom(atom: Atom, { block }: Place): boolean {
  if (atom.code !== undefined || atom.text.length !== 1 || atom.escapes > 1) return false;
  const reference = `&#${atom.text.charCodeAt(0)};`;
  const mayHaveBackslash = atom.escapes === 0 && block !== 'html' && /[!-%'-/:-@[-`{-~]/.test(atom.text);
  atom.spelled = mayHaveBackslash ? `\\${atom.text}` : reference;
  if (atom.text === '&' && atom.escapes === 0) atom.spelled = '&amp;';
  atom.escapes++;
  return true;
}

const reference = /&(?:#[0-9]{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{0,31});/gi;
/** One may begin where another ends: `data-ttu-idata-ttu-id`. */
const pairMarkup = /data(?=-[ts]tu-id)/g;
/** What can be known without reading: escapes and references that are meant as they stand, and starts of blocks. */
function escapeAhead(atoms: readonly Atom[], place: Place): void {
  const { block, around } = place;
  const besideCodeSpans = backticksBesideCodeSpans(atoms);
  atoms.forEach((atom, index) => {
    if (atom.code !== undefined || atom.spelled !== atom.text) return;
    const next = atoms[index + 1]?.spelled ?? around.after;
    if (atom.text === '\\' && /^[!-/:-@[-`{-~\r\n]/.test(next)) escapeAtom(atom, place);
    if (atom.text === '|' && block === 'table-cell' && atom.kept === 0) escapeAtom(atom, place);
    // In HTML, a tag or a comment goes on to its end, wherever that is: `a<b` takes the text after it with it.
    if (atom.text === '<' && block === 'html' && atom.kept === 0 && /^[a-z/!?]/i.test(next)) escapeAtom(atom, place);
    // A code span would begin or end with it.
    if (besideCodeSpans.has(index) && atom.kept === 0) escapeAtom(atom, place);
  });
  for (const atom of straySigns(atoms)) escapeAtom(atom, place);
  if (place.isLabel) for (const atom of unbalancedBrackets(atoms)) escapeAtom(atom, place);
  const { text, places } = spelledText(atoms);
  for (const { index, 0: found } of text.matchAll(reference)) {
    const atom = places[index];
    if (textPiece(found).text !== found && atom?.spelled === '&') escapeAtom(atom, place);
  }
  // Whatever it means in Markdown, it would be a pair.
  for (const { index } of text.matchAll(pairMarkup)) {
    const atom = places[index + 4];
    if (atom?.spelled === '-') atom.spelled = '&#45;';
  }
  for (const atom of startsOfBlocks(text, places, place)) escapeAtom(atom, place);
}

/** Where backticks of texts stand whose run has a code span beside it. */
function backticksBesideCodeSpans(atoms: readonly Atom[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (let first = 0; first < atoms.length; first++) {
    if (atoms[first]?.text !== '`') continue;
    let end = first + 1;
    while (atoms[end]?.text === '`') end++;
    const isBeside = endsInBacktick(atoms[first - 1]) || startsWithBacktick(atoms[end]);
    for (let at = first; isBeside && at < end; at++) found.add(at);
    first = end;
  }
  return found;
}

/** Brackets of texts without a partner: within the label of a link, they would be those of the label. */
function unbalancedBrackets(atoms: readonly Atom[]): readonly Atom[] {
  const open: Atom[] = [];
  const closed: Atom[] = [];
  for (const atom of atoms) {
    if (atom.code !== undefined || atom.spelled !== atom.text) continue;
    if (atom.text === '[') open.push(atom);
    else if (atom.text === ']' && open.pop() === undefined) closed.push(atom);
  }
  return [...open, ...closed];
}
