import { dropIllegal } from '../../../xml/escapes.js';
import type { PageCode } from '../../page-data.js';
import { withoutBlankLines, withoutBreaks } from './line-breaks.js';
import { asPasted } from './pasted.js';
import { codeAt, codesIn, isSame, join, lengthOf, type Pieces, slice } from './pieces.js';
import { type EditRules, isSound, mayDelete } from './rules.js';

/** A target with what of it is selected; where nothing is, both places are the same. */
export interface Draft {
  readonly pieces: Pieces;
  readonly from: number;
  readonly to: number;
}

/** What an edit makes of a draft; `undefined`: the rules do not allow it, or it changes nothing. */
export type Edited = Draft | undefined;

/**
 * Puts a text in the place of what is selected. Codes go with it that may go, as a whole; all others stay, those at the
 * start before the text. A line break in the text is a space.
 */
export function replaceText({ pieces, from, to }: Draft, rules: EditRules, text: string): Edited {
  const typed = dropIllegal(withoutBreaks(text));
  const { first, rest } = staying(slice(pieces, from, to), rules);
  const caret = from + first.length + typed.length;
  return finish(join(slice(pieces, 0, from), first, [typed], rest, slice(pieces, to)), caret, caret, rules, pieces);
}

/** Of what is taken out, the codes that stay: those with which it starts, and all others. */
function staying(removed: Pieces, rules: EditRules): { readonly first: Pieces; readonly rest: Pieces } {
  const codes = codesIn(removed).map(([, code]) => code);
  const stays = (code: PageCode): boolean =>
    !mayDelete(rules, code) ||
    (code.kind !== 'ph' && codes.filter(({ id, kind }) => id === code.id && kind !== 'ph').length < 2);
  const first: PageCode[] = [];
  for (const piece of removed) {
    if (typeof piece === 'string') break;
    if (stays(piece)) first.push(piece);
  }
  return { first, rest: codes.filter(stays).slice(first.length) };
}

/** Whether some code of what would be taken out stays. */
export function codeStaying(removed: Pieces, rules: EditRules): boolean {
  const { first, rest } = staying(removed, rules);
  return first.length + rest.length > 0;
}

/** Takes out a code, with its other half. */
export function deleteCode({ pieces }: Draft, rules: EditRules, place: number): Edited {
  const code = codeAt(pieces, place);
  if (code === undefined || !mayDelete(rules, code)) return undefined;
  const places = codesIn(pieces).flatMap(([at, { id }]) => (id === code.id ? at : []));
  const caret = place - places.filter((at) => at < place).length;
  const left = pieces.filter((piece) => typeof piece === 'string' || piece.id !== code.id);
  return finish(join(left), caret, caret, rules, pieces);
}

/** Moves what is selected to another place, which does not lie in it. */
export function moveTo({ pieces, from, to }: Draft, rules: EditRules, place: number): Edited {
  if (from === to || (place >= from && place <= to)) return undefined;
  const moved = slice(pieces, from, to);
  const size = to - from;
  const start = place < from ? place : place - size;
  const left = join(slice(pieces, 0, from), slice(pieces, to));
  const after = join(slice(left, 0, start), moved, slice(left, start));
  return finish(after, start, start + size, rules, pieces);
}

/** Moves the code at a place to the next place before or after it at which it may stand. `stops`: where a text may be parted. */
export function moveCode(
  { pieces }: Draft,
  rules: EditRules,
  place: number,
  direction: 1 | -1,
  stops: (place: number) => boolean = () => true,
): Edited {
  if (codeAt(pieces, place) === undefined) return undefined;
  const end = lengthOf(pieces);
  for (let at = direction > 0 ? place + 2 : place - 1; at >= 0 && at <= end; at += direction) {
    if (at > 0 && at < end && !stops(at)) continue;
    const moved = moveTo({ pieces, from: place, to: place + 1 }, rules, at);
    if (moved !== undefined) return moved;
  }
  return undefined;
}

/**
 * Puts pieces that were copied or cut in the place of what is selected. A code that is not there any more is there again;
 * of any other, a copy is, where there may be one. Half of a pair is left out.
 */
export function paste(draft: Draft, rules: EditRules, pasted: Pieces): Edited {
  const { pieces, from, to } = draft;
  const { first, rest } = staying(slice(pieces, from, to), rules);
  const before = join(slice(pieces, 0, from), first);
  const after = join(rest, slice(pieces, to));
  const known = [...codesIn(before), ...codesIn(after)].map(([, { id }]) => id);
  const own = asPasted(pasted, rules, new Set(known));
  const caret = lengthOf(before) + lengthOf(own);
  const whole = settle(join(before, own, after), caret, caret, rules);
  return whole === undefined
    ? replaceText(draft, rules, pasted.filter((piece) => typeof piece === 'string').join(''))
    : otherThan(pieces, whole);
}

/** Puts another target in the place of the whole one. Where it lacks a code that must stay, that stays beside it. */
export function replaceAll({ pieces }: Draft, rules: EditRules, target: Pieces): Edited {
  const own = asPasted(target, rules, new Set());
  const end = lengthOf(own);
  const whole = settle(own, end, end, rules);
  if (whole !== undefined) return otherThan(pieces, whole);
  return paste({ pieces, from: 0, to: lengthOf(pieces) }, rules, target);
}

/** Puts a code of the source around what is selected, or a placeholder before it. */
export function addCode({ pieces, from, to }: Draft, rules: EditRules, id: string): Edited {
  const codes = missingCodes(pieces, rules).filter((code) => code.id === id);
  const [start] = codes;
  const end = codes.find(({ kind }) => kind === 'ec');
  if (start === undefined) return undefined;
  const around = end === undefined ? [] : [end];
  const after = join(slice(pieces, 0, from), [start], slice(pieces, from, to), around, slice(pieces, to));
  return finish(after, from + 1, to + 1, rules, pieces);
}

/** The codes of the source that a target lacks, and that can be put into it. */
export function missingCodes(pieces: Pieces, { offered, odd }: EditRules): readonly PageCode[] {
  const known = new Set(codesIn(pieces).map(([, { id }]) => id));
  return offered.filter(({ id }) => !known.has(id) && !odd.has(id));
}

function finish(pieces: Pieces, from: number, to: number, rules: EditRules, before: Pieces): Edited {
  const settled = settle(pieces, from, to, rules);
  return settled && otherThan(before, settled);
}

/** An edit that changes nothing is none. */
function otherThan(before: Pieces, draft: Draft): Edited {
  return isSame(before, draft.pieces) ? undefined : draft;
}

/** What pieces are as a target; `undefined`: they cannot be one. */
function settle(pieces: Pieces, from: number, to: number, rules: EditRules): Edited {
  const mended = withoutBlankLines(withoutHalves(pieces), rules.block, rules.breaks);
  if (!isSound(mended, rules)) return undefined;
  const end = lengthOf(mended);
  const placeOf = (place: number): number => Math.min(lengthOf(withoutHalves(slice(pieces, 0, place))), end);
  return { pieces: mended, from: placeOf(from), to: placeOf(to) };
}

/** Half of a character beyond the basic plane, where one was cut in two: no document holds it. */
function withoutHalves(pieces: Pieces): Pieces {
  return join(pieces.map((piece) => (typeof piece === 'string' ? piece.replace(/\p{Surrogate}/gu, '') : piece)));
}
