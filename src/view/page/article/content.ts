import { displayOf, type PageContent, piecesOf, plainTextOf } from '../../page-data.js';
import { type Match, matchesIn } from '../../search/filter.js';
import { element } from '../dom.js';
import { codeKeys, createChip, keyOf } from './chips.js';

/** What text between two halves of a code looks like. */
const looks: Readonly<Record<string, string>> = { 'xlf:b': 'bold', 'xlf:i': 'italic', 'md:s': 'struck' };

/** A text with its codes as chips, and what was searched for marked. `other` is the text in the other language. */
export function renderContent(content: PageContent, other: PageContent, searched: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  const partners = codeKeys(other);
  const matches = matchesIn(plainTextOf(content), searched);
  const open: { readonly id: string; readonly look: string }[] = [];
  let at = 0;
  for (const piece of piecesOf(content)) {
    if (typeof piece === 'string') {
      const marked = markMatches(piece, at, matches);
      if (open.length === 0) for (const each of marked) fragment.append(each);
      else fragment.append(element('span', { class: open.map(({ look }) => look).join(' ') }, marked));
      at += piece.length;
      continue;
    }
    fragment.append(createChip(piece, partners.has(keyOf(piece))));
    const look = looks[piece.type ?? ''];
    if (piece.kind === 'ph') at += displayOf(piece).length;
    else if (piece.kind === 'sc' && look !== undefined) open.push({ id: piece.id, look });
    else if (piece.kind === 'ec') {
      const index = open.findLastIndex(({ id }) => id === piece.id);
      if (index >= 0) open.splice(index, 1);
    }
  }
  return fragment;
}

/** A piece of a text that starts `at` a place of it, in parts: those in a match are marked. */
function markMatches(text: string, at: number, matches: readonly Match[]): (Node | string)[] {
  const parts: (Node | string)[] = [];
  let done = 0;
  for (const { start, end } of matches) {
    const from = Math.max(start - at, done);
    const to = Math.min(end - at, text.length);
    if (from >= to) continue;
    if (from > done) parts.push(text.slice(done, from));
    parts.push(element('mark', {}, text.slice(from, to)));
    done = to;
  }
  if (done < text.length) parts.push(text.slice(done));
  return parts;
}
