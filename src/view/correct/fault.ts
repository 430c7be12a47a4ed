import { isBlank } from '../../xml/escapes.js';
import { type PageCode, type PageContent, type PagePiece, piecesOf } from '../page-data.js';
import { differenceOf } from './edit/difference.js';
import { codesIn, lengthOf, textOf } from './edit/pieces.js';
import { isFixedCode } from './edit/rules.js';
import type { SegmentWork } from './work.js';

/** Why a target cannot be handed over: an article could not hold it. */
export type Fault = 'empty' | 'lost-code' | 'empty-code' | 'code-spans' | 'touching-code' | 'typed-marks';

/** What a reviewer reads of it. */
export const faultTexts: Readonly<Record<Fault, string>> = {
  empty: 'An empty target cannot be written into the article.',
  'lost-code': 'A link, an image or a reference of the source is missing: put it there.',
  'empty-code': 'Damaged marks of bold or italics cannot stand around nothing: put a text between them.',
  'code-spans': 'Two code spans side by side cannot be written: put a text between them.',
  'touching-code': 'A formula, a reference or a directive cannot stand right beside a letter: put a space there.',
  'typed-marks': 'These characters would be read as a code that the target lacks: put the code of the source there.',
};

/** What `merge` would refuse of a corrected target: an edit may lead there on its way. */
export function faultOf({ source, target, corrected }: SegmentWork): Fault | undefined {
  if (corrected === undefined) return undefined;
  if (isEmpty(corrected)) return 'empty';
  if (isEmpty(target) && isCodeLost(source, corrected)) return 'lost-code';
  if (emptyDamage(corrected) > emptyDamage(target)) return 'empty-code';
  if (hasGluedSpans(corrected, target)) return 'code-spans';
  const most = Math.max(touchingCodes(target), touchingCodes(source));
  if (touchingCodes(corrected) > most || hasStrayDollars(corrected, target)) return 'touching-code';
  return isMarkTyped(source, target, corrected) ? 'typed-marks' : undefined;
}

/** What a reviewer reads where a target cannot be confirmed: it cannot be handed over, or there is none. `undefined`: it can. */
export function confirmRefusal(work: SegmentWork): string | undefined {
  const fault = work.corrected === undefined && isEmpty(work.target) ? 'empty' : faultOf(work);
  return fault && `It cannot be confirmed yet. ${faultTexts[fault]}`;
}

function isEmpty(content: PageContent): boolean {
  return piecesOf(content).every((piece) => typeof piece === 'string' && isBlank(piece));
}

/** Where there was no target yet, it has to have all codes that must be there once. */
function isCodeLost(source: PageContent, corrected: PageContent): boolean {
  const known = idsIn(corrected);
  return codesIn(piecesOf(source)).some(([, code]) => isFixedCode(code) && !known.has(code.id));
}

/** Whether a text could be read as a code of the source that the target lacks: as its damage. */
function isMarkTyped(source: PageContent, target: PageContent, corrected: PageContent): boolean {
  const known = idsIn(corrected);
  const knownBefore = idsIn(target);
  const text = textOf(piecesOf(corrected));
  const before = textOf(piecesOf(target));
  return codesIn(piecesOf(source)).some(([, code]) => {
    if (known.has(code.id)) return false;
    const mark = markOf(code);
    return countOf(text, mark) > (knownBefore.has(code.id) ? 0 : countOf(before, mark));
  });
}

function idsIn(content: PageContent): ReadonlySet<string> {
  return new Set(codesIn(piecesOf(content)).map(([, { id }]) => id));
}

/** What a reader of damaged markup takes for a code: of emphasis and code spans a character, of others all of it. */
function markOf({ data }: PageCode): RegExp | string {
  if (/^[*_~]/.test(data)) return /[*_~]/g;
  return data.startsWith('`') ? '`' : data;
}

function countOf(text: string, mark: RegExp | string): number {
  return mark === '' ? 0 : text.split(mark).length - 1;
}

/**
 * Code spans with nothing between, unless they stand in what was not touched. Those can only be told apart by the codes of
 * the source: where others come or go, they cannot any more.
 */
function hasGluedSpans(corrected: PageContent, target: PageContent): boolean {
  const pieces = piecesOf(corrected);
  const hasSameCodes = namesIn(pieces) === namesIn(piecesOf(target));
  const { from, to } = differenceOf(piecesOf(target), pieces);
  const end = lengthOf(pieces) - (lengthOf(piecesOf(target)) - to);
  const codes = codesIn(pieces);
  return codes.some(([place, { data }], index) => {
    const [next = -1, other] = codes[index + 1] ?? [];
    const isGlued = next === place + 1 && data.endsWith('`') && other?.data.startsWith('`') === true;
    return isGlued && (!hasSameCodes || (next >= from && place < end));
  });
}

function namesIn(pieces: readonly PagePiece[]): string {
  return codesIn(pieces)
    .map(([, { kind, id }]) => `${kind} ${id}`)
    .join('\n');
}

/** Pairs of damaged marks (`\\*\\*`) around nothing: only what they stand around shows that they are marks. */
function emptyDamage(content: PageContent): number {
  const codes = codesIn(piecesOf(content));
  return codes.filter(([place, { kind, id, data }], index) => {
    const [next, other] = codes[index + 1] ?? [];
    return kind === 'sc' && data.startsWith('\\') && next === place + 1 && other?.kind === 'ec' && other.id === id;
  }).length;
}

/**
 * A formula begins or ends at a sign of a text, where formulas do not stand as they stood: neither among themselves, nor
 * among the signs that were there.
 */
function hasStrayDollars(corrected: PageContent, target: PageContent): boolean {
  if (!textOf(piecesOf(corrected)).includes('$')) return false;
  const hasSigns = textOf(piecesOf(target)).includes('$');
  return formulasIn(corrected, hasSigns) !== formulasIn(target, hasSigns);
}

/** The ids of formulas, in their order; with the signs of texts between them, where these are wanted. */
function formulasIn(content: PageContent, withSigns: boolean): string {
  return piecesOf(content)
    .flatMap((piece) => {
      if (typeof piece !== 'string') return piece.type === 'md:math' ? piece.id : [];
      return withSigns ? piece.replace(/[^$]/g, '') : [];
    })
    .join(' ');
}

/** Codes that are none beside a letter, or, where they take a line, beside anything. */
function touchingCodes(content: PageContent): number {
  const pieces = piecesOf(content);
  return pieces.filter((piece, index) => {
    if (typeof piece === 'string' || !/^md:(?:math|xref|include|footnote)$/.test(piece.type ?? '')) return false;
    const before = textIn(pieces[index - 1]).slice(-1);
    const after = textIn(pieces[index + 1]).slice(0, 1);
    const isWrong = piece.data.startsWith(':::') ? /[^\r\n]/ : /[A-Za-z0-9_$@\\]/;
    return isWrong.test(before) || isWrong.test(after);
  }).length;
}

function textIn(piece: PagePiece | undefined): string {
  return typeof piece === 'string' ? piece : (piece?.data ?? '');
}
