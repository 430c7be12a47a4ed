import { type PageContent, type PagePiece, piecesOf } from '../page-data.js';
import { type Edit, editsOf } from './edits.js';
import { type Token, tokensOf } from './tokens.js';

/** A stretch of a content that is the same in the other one, or is not. */
export interface Stretch {
  readonly isChanged: boolean;
  readonly pieces: readonly PagePiece[];
}

/** What differs between two contents. */
export interface ContentDiff {
  /** All of the one, in stretches. */
  readonly before: readonly Stretch[];
  /** All of the other one. */
  readonly after: readonly Stretch[];
  /** Both in one: what is the same once, and what was removed before what was added. */
  readonly joined: readonly (Stretch & { readonly kind: 'same' | 'removed' | 'added' })[];
}

/**
 * What differs between two contents, word by word; in scripts without spaces, character by character. Inline codes are the
 * same, or they are not; they are never cut. Where hardly anything is the same, all of it is one change.
 */
export function diffContents(before: PageContent, after: PageContent): ContentDiff {
  if (lengthOf(before) + lengthOf(after) > longestTexts) return replaced(piecesOf(before), piecesOf(after));
  const [old, fresh] = [tokensOf(before), tokensOf(after)];
  const numbers = new Map<string, number>();
  const numbered = (tokens: readonly Token[]): number[] =>
    tokens.map(({ key }) => {
      const known = numbers.get(key) ?? numbers.size;
      numbers.set(key, known);
      return known;
    });
  const edits = withoutIslands(editsOf(numbered(old), numbered(fresh)), old);
  const stretch = (tokens: readonly Token[], [start, end]: Edit['before'], isChanged: boolean): Stretch => ({
    isChanged,
    pieces: piecesIn(tokens, start, end),
  });
  const sides = { before: [] as Stretch[], after: [] as Stretch[], joined: [] as ContentDiff['joined'][number][] };
  for (const { isSame, before: range, after: other } of edits) {
    const [removed, added] = [stretch(old, range, !isSame), stretch(fresh, other, !isSame)];
    if (removed.pieces.length > 0) sides.before.push(removed);
    if (added.pieces.length > 0) sides.after.push(added);
    if (isSame) sides.joined.push({ ...added, kind: 'same' });
    else {
      if (removed.pieces.length > 0) sides.joined.push({ ...removed, kind: 'removed' });
      if (added.pieces.length > 0) sides.joined.push({ ...added, kind: 'added' });
    }
  }
  return sides;
}

/** Characters of both contents; of more, one takes the place of the other. */
const longestTexts = 1_000_000;

function lengthOf(content: PageContent): number {
  let length = 0;
  for (const piece of piecesOf(content)) length += typeof piece === 'string' ? piece.length : 1;
  return length;
}

function replaced(before: readonly PagePiece[], after: readonly PagePiece[]): ContentDiff {
  const [removed, added] = [before, after].map((pieces): Stretch[] =>
    pieces.length === 0 ? [] : [{ isChanged: true, pieces }],
  );
  const joined = [
    ...(removed ?? []).map((stretch) => ({ ...stretch, kind: 'removed' as const })),
    ...(added ?? []).map((stretch) => ({ ...stretch, kind: 'added' as const })),
  ];
  return { before: removed ?? [], after: added ?? [], joined };
}

/** Neighbouring texts as one. */
function piecesIn(tokens: readonly Token[], start: number, end: number): readonly PagePiece[] {
  const pieces: PagePiece[] = [];
  let text = '';
  for (let at = start; at < end; at++) {
    const piece = tokens[at]?.piece ?? '';
    if (typeof piece === 'string') {
      text += piece;
      continue;
    }
    if (text !== '') pieces.push(text);
    text = '';
    pieces.push(piece);
  }
  if (text !== '') pieces.push(text);
  return pieces;
}

/**
 * Joins changes that only white space or a single sign parts, or that have more to them than what is the same between them:
 * nobody reads a text of which every other word is marked.
 */
function withoutIslands(edits: readonly Edit[], old: readonly Token[]): readonly Edit[] {
  const joined: Edit[] = [];
  for (const edit of edits) {
    const island = joined.at(-1);
    const change = joined.at(-2);
    if (edit.isSame || island?.isSame !== true || change === undefined || !isIsland(island, change, edit, old)) {
      joined.push(edit);
      continue;
    }
    joined.splice(-2, 2, {
      isSame: false,
      before: [change.before[0], edit.before[1]],
      after: [change.after[0], edit.after[1]],
    });
  }
  return joined;
}

function isIsland({ before: [start, end] }: Edit, one: Edit, other: Edit, old: readonly Token[]): boolean {
  let length = 0;
  let hasWord = false;
  for (let at = start; at < end; at++) {
    const piece = old[at]?.piece ?? '';
    if (typeof piece !== 'string') return false;
    length += piece.length;
    hasWord ||= /[\p{L}\p{N}]/u.test(piece);
    if (length > longestIsland) return false;
  }
  return !hasWord || (end - start < sizeOf(one) && end - start < sizeOf(other) && length <= shortWord);
}

/** What is the same in more characters than that is never part of a change. */
const longestIsland = 12;
/** Words that say little where all around them is new. */
const shortWord = 3;

function sizeOf({ before, after }: Edit): number {
  return Math.max(before[1] - before[0], after[1] - after[0]);
}
