import type { Content } from '../../model/content.js';
import type { Markup } from '../../read/carriers/markup.js';
import { withLineFeeds } from '../../read/line-ends.js';
import { dropIllegal } from '../../xml/escapes.js';
import type { Wanted, WantedCode } from './codes.js';

/** The smallest piece of a target that is being spelled as Markdown: a character, or a code. */
export interface Atom {
  /** What a reader sees; empty for a code. */
  readonly text: string;
  /** How it is spelled as far as that was found out. */
  spelled: string;
  readonly code?: WantedCode;
  /** Stands as it stood in the article: 1 in the unchanged start of the target, 2 in its unchanged end, else 0. */
  kept: 0 | 1 | 2;
  /** How often its spelling was changed so that Markdown does not misread it. */
  escapes: number;
}

/** The target that the article has. */
interface Before {
  readonly before: Content;
  /** How lines end there. */
  readonly eol: string;
  readonly markup: Markup;
}

/** A wanted target as atoms. Those at both ends that were there before are spelled as they were. */
export function toAtoms(wanted: readonly Wanted[], { before, eol, markup }: Before): Atom[] {
  const atoms = wanted.flatMap((piece): Atom[] =>
    typeof piece === 'string'
      ? Array.from(withLineFeeds(piece), (character) => textAtom(character, character))
      : [codeAtom(withLineEnds(piece, eol))],
  );
  const old = atomsOf(before, markup);
  let start = 0;
  while (start < atoms.length && start < old.length && keep(atoms[start], old[start], 1)) start++;
  let end = 1;
  while (end <= atoms.length - start && end <= old.length - start && keep(atoms.at(-end), old.at(-end), 2)) end++;
  for (const atom of atoms) if (atom.kept === 0 && atom.text === '\n') atom.spelled = eol;
  return atoms;
}

/** Markup that came from elsewhere has the line ends of the article, too. */
function withLineEnds(code: WantedCode, eol: string): WantedCode {
  if (code.data === code.code?.data || !/[\r\n]/.test(code.data)) return code;
  return { ...code, data: code.data.replace(/\r\n?|\n/g, eol) };
}

function codeAtom(code: WantedCode): Atom {
  return { text: '', spelled: code.data, code, kept: 0, escapes: 0 };
}

function textAtom(text: string, spelled: string): Atom {
  return { text, spelled, kept: 0, escapes: 0 };
}

function keep(atom: Atom | undefined, old: Atom | undefined, place: 1 | 2): boolean {
  if (atom === undefined || old === undefined || !isSame(atom, old)) return false;
  atom.spelled = old.spelled;
  atom.kept = place;
  return true;
}

function isSame({ text, code }: Atom, old: Atom): boolean {
  if (code === undefined || old.code === undefined) return code === old.code && text === old.text;
  return code.kind === old.code.kind && code.id === old.code.id && code.data === old.code.data;
}

/**
 * The atoms of a content that the article has. Line ends are one atom, whatever they are; a character that XML cannot
 * hold, and that so did not come back, belongs to the spelling of the one beside it.
 */
function atomsOf(content: Content, markup: Markup): Atom[] {
  const atoms: Atom[] = [];
  let lost = '';
  for (const inline of content) {
    if (inline.kind !== 'text') {
      const { kind, id, data } = inline;
      atoms.push({ text: '', spelled: data, code: { kind, id, data }, kept: 0, escapes: 0 });
      continue;
    }
    for (const [text, spelled] of markup.spellingsOf(inline)) {
      const last = atoms.at(-1);
      if (dropIllegal(text) !== '') {
        atoms.push(textAtom(text === '\r\n' || text === '\r' ? '\n' : text, lost + spelled));
        lost = '';
      } else if (last !== undefined && last.code === undefined) last.spelled += spelled;
      else lost += spelled;
    }
  }
  return atoms;
}
