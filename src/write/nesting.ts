import type { Code, Content, Placeholder, Text } from '../model/content.js';

/** A content as a tree, as far as its pairs of codes nest. */
export type Node = Text | Placeholder | Half | Element;

/** A half of a pair that crosses another one, or whose other half is missing. */
export interface Half {
  readonly kind: 'half';
  readonly code: Code;
}

/** A pair of codes with what is between. */
export interface Element {
  readonly kind: 'element';
  readonly start: Code;
  readonly end: Code;
  readonly children: readonly Node[];
  /** The places of its two codes in the content. */
  readonly from: number;
  readonly to: number;
}

/** Nests pairs of codes; those that cross others stay halves, because XML can only nest. */
export function nest(content: Content): readonly Node[] {
  const nested = findNested(content);
  const root: Node[] = [];
  const open: { readonly start: Code; readonly from: number; readonly children: Node[] }[] = [];
  for (const [index, inline] of content.entries()) {
    const children = open.at(-1)?.children ?? root;
    if (inline.kind === 'text' || inline.kind === 'ph') {
      children.push(inline);
    } else if (!nested.has(inline)) {
      children.push({ kind: 'half', code: inline });
    } else if (inline.kind === 'sc') {
      open.push({ start: inline, from: index, children: [] });
    } else {
      const element = open.pop();
      const parent = open.at(-1)?.children ?? root;
      if (element !== undefined) parent.push({ kind: 'element', ...element, end: inline, to: index });
    }
  }
  return root;
}

/** The halves of pairs that can be elements. */
function findNested(content: Content): ReadonlySet<Code> {
  const nested = new Set<Code>();
  const open: Code[] = [];
  /** Those of `open` that were closed while others stood within. */
  const closed = new Set<Code>();
  const openById = new Map<string, Code[]>();
  for (const inline of content) {
    if (inline.kind === 'text' || inline.kind === 'ph' || inline.isolated) continue;
    if (inline.kind === 'sc') {
      open.push(inline);
      const same = openById.get(inline.id);
      if (same === undefined) openById.set(inline.id, [inline]);
      else same.push(inline);
      continue;
    }
    const opener = openById.get(inline.id)?.pop();
    if (opener === undefined) continue;
    for (let last = open.at(-1); last !== undefined && closed.has(last); last = open.at(-1)) open.pop();
    if (open.at(-1) === opener) {
      open.pop();
      nested.add(opener).add(inline);
    } else closed.add(opener);
  }
  return nested;
}
