import type { Pieces } from '../../../correct/edit/pieces.js';
import { filler } from './fill.js';

/** A stretch of the field: a text, or a code. */
interface Leaf {
  readonly node: Text | HTMLElement;
  readonly size: number;
}

function leavesOf(field: HTMLElement): readonly Leaf[] {
  const leaves: Leaf[] = [];
  const visit = (parent: Node): void => {
    for (const node of Array.from(parent.childNodes)) {
      if (node instanceof Text) leaves.push({ node, size: textIn(node).length });
      else if (node instanceof HTMLElement && isChip(node)) leaves.push({ node, size: 1 });
      else visit(node);
    }
  };
  visit(field);
  return leaves;
}

function isChip(node: Element): boolean {
  return node.classList.contains('chip');
}

/** The text of a node that is of the target: what was typed into a gap stands beside its filler. */
function textIn(node: Text): string {
  return node.parentElement?.classList.contains('gap') === true ? node.data.replace(filler, '') : node.data;
}

/** The place in the target of a place in the field. Each node is passed once: a target may have very many. */
export function placeIn(field: HTMLElement, container: Node, offset: number): number {
  let place = 0;
  /** Whether the place is in a node, or right after it; else the place is behind. */
  const visit = (parent: Node): boolean => {
    let index = 0;
    for (let node = parent.firstChild; node !== null; node = node.nextSibling, index++) {
      if (parent === container && index === offset) return true;
      if (node instanceof Text) {
        const size = textIn(node).length;
        if (node === container) {
          const before = node.data.slice(0, offset);
          place += Math.min(size, (size === node.data.length ? before : before.replace(filler, '')).length);
          return true;
        }
        place += size;
      } else if (node instanceof HTMLElement && isChip(node)) {
        if (node.contains(container)) return true;
        place++;
      } else if (visit(node)) return true;
    }
    return parent === container;
  };
  visit(field);
  return place;
}

/** Selects a stretch of the target. */
export function selectIn(field: HTMLElement, from: number, to: number): void {
  const selection = getSelection();
  const start = pointIn(field, from);
  const end = from === to ? start : pointIn(field, to);
  if (start !== undefined && end !== undefined) selection?.setBaseAndExtent(...start, ...end);
}

function pointIn(field: HTMLElement, wanted: number): readonly [Node, number] | undefined {
  let place = 0;
  let last: readonly [Node, number] | undefined;
  for (const { node, size } of leavesOf(field)) {
    if (node instanceof Text) {
      const isGap = size !== node.data.length;
      if (wanted <= place + size) return [node, wanted - place + (isGap ? 1 : 0)];
      last = [node, node.data.length];
    }
    place += size;
  }
  return last;
}

/** What a browser made of the field by itself: its texts, and the codes that are left, by their places among all of before. */
export function readField(field: HTMLElement, before: Pieces): Pieces {
  const codes = before.filter((piece) => typeof piece !== 'string');
  const chips = Array.from(field.querySelectorAll('.chip'));
  const keys = codes.map(({ kind, id }) => `${kind} ${id}`);
  return leavesOf(field).flatMap(({ node }): Pieces => {
    if (node instanceof Text) return textIn(node) === '' ? [] : [textIn(node)];
    const key = `${node.dataset['kind']} ${node.dataset['id']}`;
    const code = codes[chips.length === codes.length ? chips.indexOf(node) : keys.indexOf(key)];
    return code === undefined ? [] : [code];
  });
}

/** The code that alone is selected, as its place among all codes of the field. */
export function markPicked(field: HTMLElement, picked: number | undefined): void {
  for (const [index, chip] of Array.from(field.querySelectorAll('.chip')).entries()) {
    chip.classList.toggle('picked', index === picked);
  }
}
