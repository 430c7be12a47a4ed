import type { Content } from '../../model/content.js';
import { readContents } from '../../read/contents.js';
import { readInline } from '../../read/inline/inline.js';
import { encodeText } from '../encode.js';
import type { Atom } from './atoms.js';
import type { Place } from './place.js';

/**
 * The characters that are read as markup; `a code`: none are, but a code, or a text for another reason, is not read as
 * such. `undefined`: all is read as it is meant.
 */
export function findMisread(
  atoms: readonly Atom[],
  { source, isDefined }: Place,
): readonly Atom[] | 'a code' | undefined {
  if (hasGluedCodeSpans(atoms)) return 'a code';
  const markdown = join(atoms);
  const { target } = readContents(source, markdown, { isDefined });
  const starts = new Map<number, Atom>();
  let length = 0;
  for (const atom of atoms) {
    starts.set(length, atom);
    length += atom.spelled.length;
  }
  const misread: Atom[] = [];
  let offset = 0;
  let codes = 0;
  let shown = '';
  for (const inline of target) {
    if (inline.kind === 'text') {
      shown += inline.text;
      offset += (inline.markdown ?? inline.text).length;
      continue;
    }
    const atom = starts.get(offset);
    const { code } = atom ?? {};
    // Without its bracket the `!` of an image is only a character.
    const bracket = atom?.text === '!' ? starts.get(offset + 1) : undefined;
    if (bracket?.text === '[') misread.push(bracket);
    else if (atom !== undefined && code === undefined) misread.push(atom);
    else if (code === undefined || code.kind !== inline.kind || inline.data !== atom?.spelled) {
      return misread.length === 0 ? 'a code' : misread;
    } else codes++;
    offset += inline.data.length;
  }
  if (misread.length > 0) return misread;
  const isWhole = codes === atoms.filter(({ code }) => code !== undefined).length;
  const wanted = atoms.map(({ text }) => text).join('');
  if (!isWhole || encodeText(shown) !== encodeText(wanted)) return 'a code';
  const markup = findMarkup(readInline(markdown, { isDefined }), starts);
  return markup.length === 0 ? undefined : markup;
}

/**
 * The new texts that are markup where no other side says what was meant: what is read with the source may be taken for
 * damage, and is bold for everybody else.
 */
function findMarkup(content: Content, starts: ReadonlyMap<number, Atom>): readonly Atom[] {
  const found: Atom[] = [];
  let offset = 0;
  for (const inline of content) {
    const atom = starts.get(offset);
    if (inline.kind !== 'text' && atom?.code === undefined && atom?.kept === 0) {
      found.push(atom.text === '!' ? (starts.get(offset + 1) ?? atom) : atom);
    }
    offset += inline.kind === 'text' ? (inline.markdown ?? inline.text).length : inline.data.length;
  }
  return found;
}

/** Two code spans side by side, as no tool but a damaged article has them: CommonMark reads `` `a``b` `` as one. */
function hasGluedCodeSpans(atoms: readonly Atom[]): boolean {
  return atoms.some((atom, index) => {
    const next = atoms[index + 1];
    const isKept = atom.kept !== 0 && atom.kept === next?.kept;
    return !isKept && endsInBacktick(atom) && startsWithBacktick(next);
  });
}

export function endsInBacktick(atom: Atom | undefined): boolean {
  return atom?.code !== undefined && atom.spelled.endsWith('`');
}

export function startsWithBacktick(atom: Atom | undefined): boolean {
  return atom?.code !== undefined && atom.spelled.startsWith('`');
}

export function join(atoms: readonly Atom[]): string {
  return atoms.map(({ spelled }) => spelled).join('');
}

/** The Markdown, and for each of its characters the atom that it belongs to. */
export function spelledText(atoms: readonly Atom[]): { readonly text: string; readonly places: readonly Atom[] } {
  const places: Atom[] = [];
  for (const atom of atoms) for (let at = 0; at < atom.spelled.length; at++) places.push(atom);
  return { text: join(atoms), places };
}
