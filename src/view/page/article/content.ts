import type { ContentDiff, Stretch } from '../../diff/content-diff.js';
import { displayOf, type PageContent, type PagePiece, piecesOf, plainTextOf } from '../../page-data.js';
import type { Match } from '../../search/query.js';
import { element } from '../dom.js';
import { codeKeys, createChip, keyOf } from './chips.js';
import { cutText } from './cut-text.js';
import { createLooks, type Looks } from './looks.js';

/** Finds what is marked in a text. */
export type Marker = (text: string) => readonly Match[];

const nothing: Marker = () => [];

/** A part of a text: what is no part of a change has no name. */
export interface NamedPart {
  readonly name?: 'ins' | 'del' | undefined;
  readonly pieces: readonly PagePiece[];
}

/** A text with its codes as chips, and what was searched for marked. `other` is the text in the other language. */
export function renderContent(content: PageContent, other: PageContent, marker: Marker = nothing): DocumentFragment {
  return renderParts([{ pieces: piecesOf(content) }], other, marker(plainTextOf(content)));
}

/** The same for one side of a diff, with what changed as insertions or deletions. */
export function renderStretches(
  stretches: readonly Stretch[],
  name: 'ins' | 'del',
  other: PageContent,
  marker: Marker = nothing,
): DocumentFragment {
  const parts = stretches.map(({ isChanged, pieces }): NamedPart => ({ pieces, name: isChanged ? name : undefined }));
  const matches = marker(plainTextOf(stretches.flatMap(({ pieces }) => pieces)));
  return renderParts(parts, other, matches);
}

/** Both sides of a diff in one text: deletions before insertions. */
export function renderJoined(joined: ContentDiff['joined'], other: PageContent): DocumentFragment {
  const names = { same: undefined, removed: 'del', added: 'ins' } as const;
  const parts = joined.map(({ kind, pieces }): NamedPart => ({ pieces, name: names[kind] }));
  return renderParts(parts, other, []);
}

function renderParts(parts: readonly NamedPart[], other: PageContent, matches: readonly Match[]): DocumentFragment {
  const fragment = document.createDocumentFragment();
  const partners = codeKeys(other);
  const looks = createLooks();
  let at = 0;
  for (const { name, pieces } of parts) {
    const parent = name === undefined ? fragment : element(name);
    at = renderPieces(pieces, parent, { at, partners, matches, looks });
    if (parent !== fragment) fragment.append(parent);
  }
  return fragment;
}

interface Rendering {
  /** Where the pieces start in the text. */
  readonly at: number;
  readonly partners: ReadonlySet<string>;
  readonly matches: readonly Match[];
  /** What the text stands in, as it stands after the pieces. */
  readonly looks: Looks;
}

/** Gives where the pieces end in the text. */
function renderPieces(
  pieces: readonly PagePiece[],
  parent: DocumentFragment | HTMLElement,
  { at: start, partners, matches, looks }: Rendering,
): number {
  let at = start;
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      const marked = markMatches(piece, at, matches);
      const look = looks.current();
      if (look === '') for (const each of marked) parent.append(each);
      else parent.append(element('span', { class: look }, marked));
      at += piece.length;
      continue;
    }
    parent.append(createChip(piece, partners.has(keyOf(piece))));
    looks.pass(piece);
    if (piece.kind === 'ph') at += displayOf(piece).length;
  }
  return at;
}

/** A piece of a text that starts `at` a place of it, in parts: those in a match are marked. */
function markMatches(text: string, at: number, matches: readonly Match[]): (Node | string)[] {
  const parts: (Node | string)[] = [];
  let done = 0;
  for (const { start, end } of matches) {
    const from = Math.max(start - at, done);
    const to = Math.min(end - at, text.length);
    if (from >= to) continue;
    if (from > done) addText(parts, text.slice(done, from));
    parts.push(element('mark', {}, text.slice(from, to)));
    done = to;
  }
  if (done < text.length) addText(parts, text.slice(done));
  return parts;
}

/** A text is one node, so that terms in it are whole; one that is longer is several: browsers take long for a very long one. */
const longestNode = 5000;

function addText(parts: (Node | string)[], text: string): void {
  if (text.length <= longestNode) parts.push(text);
  else for (const part of cutText(text)) parts.push(part);
}
