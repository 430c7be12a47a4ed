import { type Pieces, textOf } from '../../../correct/edit/pieces.js';
import { createChip, shownOn } from '../../article/chips.js';
import { cutText } from '../../article/cut-text.js';
import { createLooks } from '../../article/looks.js';
import { element, replaceChildren } from '../../dom.js';

/** Gives a caret room where no text is: at the start, at the end, and between two codes. It is no part of the target. */
export const filler = '\u200b';

/** What white space looks like that could be mistaken for another, or for nothing. */
const spaces: Readonly<Record<string, string>> = {
  '\t': 'tab',
  '\n': 'break',
  '\r': 'break',
  '\u00a0': 'no-break',
  '\u202f': 'no-break',
  '\u2007': 'no-break',
  '\u3000': 'wide',
};

/** A stretch of a target. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** So far from the caret white space is marked, and at most a step further, in characters. */
const nearby = 600;
const step = 400;

/**
 * Where white space is marked: each mark is an element, and with very many of them, the browser takes seconds for each key.
 * It goes by steps, and from both ends: a character that is typed moves neither what stands before it nor what stands after.
 */
export function markedAround(caret: number, length: number): Stretch {
  const after = length - caret;
  return { from: caret - (caret % step) - nearby, to: length - (after - (after % step) - nearby) };
}

/** What pieces are shown with. */
export interface Shown {
  /** Whether the source has a code. */
  hasPartner(key: string): boolean;
  /** Where white space is marked. */
  readonly marked: Stretch;
}

/** A node of the field that is to be; the same key makes the same node. */
interface Part {
  readonly key: string;
  /** What it has of the target, with fillers. */
  readonly text: string;
  make(): Node;
}

interface Made {
  readonly key: string;
  readonly text: string;
  readonly node: Node;
}

/** What fields were filled with last. */
const filled = new WeakMap<HTMLElement, readonly Made[]>();

/**
 * Shows pieces in a field that is edited. Nodes that are as they were stay: the browser lays out what is new, and not all of
 * a long target with each key.
 */
export function fill(field: HTMLElement, pieces: Pieces, shown: Shown): void {
  const parts = partsOf(pieces, shown);
  const known = filled.get(field) ?? [];
  // An input method, or an extension of the browser, changes the field by itself.
  const before = isUntouched(field, known) ? known : [];
  const most = Math.min(parts.length, before.length);
  let start = 0;
  while (start < most && parts[start]?.key === before[start]?.key) start++;
  let end = 0;
  while (end < most - start && parts.at(-1 - end)?.key === before.at(-1 - end)?.key) end++;
  const made = parts.slice(start, parts.length - end).map(({ key, text, make }): Made => ({ key, text, node: make() }));
  if (before.length === 0) {
    replaceChildren(
      field,
      made.map(({ node }) => node),
    );
  } else {
    for (const { node } of before.slice(start, before.length - end)) field.removeChild(node);
    const next = before[before.length - end]?.node ?? null;
    for (const { node } of made) field.insertBefore(node, next);
  }
  filled.set(field, [...before.slice(0, start), ...made, ...before.slice(before.length - end)]);
}

function isUntouched(field: HTMLElement, known: readonly Made[]): boolean {
  let node = field.firstChild;
  for (const made of known) {
    if (node !== made.node || node.textContent !== made.text) return false;
    node = node.nextSibling;
  }
  return node === null;
}

function partsOf(pieces: Pieces, { hasPartner, marked }: Shown): readonly Part[] {
  const parts: Part[] = [];
  const all = textOf(pieces).length;
  let length = 0;
  let place = 0;
  let isText = false;
  const looks = createLooks();
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      const near = { from: marked.from - place, to: marked.to - place };
      const look = looks.current();
      for (const part of textParts(piece, near, length === 0, length + piece.length === all)) {
        parts.push(look === '' ? part : withLook(part, look));
      }
      length += piece.length;
      place += piece.length;
      isText = true;
      continue;
    }
    place++;
    looks.pass(piece);
    if (!isText) parts.push(gap);
    parts.push(chipPart(piece, hasPartner(`${piece.kind} ${piece.id}`)));
    isText = false;
  }
  if (!isText) parts.push(gap);
  return parts;
}

const gap: Part = { key: 'gap', text: filler, make: () => element('span', { class: 'gap' }, filler) };

function withLook({ key, text, make }: Part, look: string): Part {
  return { key: `${look} ${key}`, text, make: () => element('span', { class: look }, make()) };
}

function chipPart(code: Exclude<Pieces[number], string>, hasPartner: boolean): Part {
  const make = (): HTMLElement => {
    const chip = createChip(code, hasPartner);
    // What is moved around is to be seen.
    chip.classList.remove('seen');
    chip.setAttribute('contenteditable', 'false');
    chip.setAttribute('draggable', 'true');
    return chip;
  };
  const { kind, id, data, disp = '', type = '' } = code;
  return { key: ['chip', kind, id, data, disp, type, hasPartner].join('\0'), text: shownOn(code), make };
}

/** A text, with a mark at white space that is near: all but a single space between two words. */
function textParts(text: string, near: Stretch, isFirst: boolean, isLast: boolean): readonly Part[] {
  const parts: Part[] = [];
  const from = Math.min(Math.max(near.from, 0), text.length);
  const to = Math.min(Math.max(near.to, from), text.length);
  const start = isFirst ? text.length - text.trimStart().length : 0;
  const stop = isLast ? text.trimEnd().length : text.length;
  let done = 0;
  const plain = (end: number): void => {
    for (const each of cutText(text.slice(done, end))) {
      parts.push({ key: `text ${each}`, text: each, make: () => document.createTextNode(each) });
    }
    done = end;
  };
  for (let at = from; at < to; at++) {
    const character = text.charAt(at);
    const isOuter = at < start || at >= stop;
    const isDouble = text.charAt(at + 1) === ' ' || text.charAt(at - 1) === ' ';
    const kind = spaces[character] ?? (character === ' ' && (isOuter || isDouble) ? 'space' : undefined);
    if (kind === undefined) continue;
    plain(at);
    done = at + 1;
    const name = `white ${kind}`;
    parts.push({
      key: `${name} ${character}`,
      text: character,
      make: () => element('span', { class: name }, character),
    });
  }
  plain(text.length);
  return parts;
}
