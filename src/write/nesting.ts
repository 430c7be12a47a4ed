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
}

/** Nests pairs of codes; those that cross others stay halves, because XML can only nest. */
export function nest(content: Content): readonly Node[] {
  const nested = findNested(content);
  const root: Node[] = [];
  const open: { readonly start: Code; readonly children: Node[] }[] = [];
  for (const inline of content) {
    const children = open.at(-1)?.children ?? root;
    if (inline.kind === 'text' || inline.kind === 'ph') {
      children.push(inline);
    } else if (!nested.has(inline)) {
      children.push({ kind: 'half', code: inline });
    } else if (inline.kind === 'sc') {
      open.push({ start: inline, children: [] });
    } else {
      const element = open.pop();
      const parent = open.at(-1)?.children ?? root;
      if (element !== undefined) parent.push({ kind: 'element', ...element, end: inline });
    }
  }
  return root;
}

/** The halves of pairs that can be elements. */
function findNested(content: Content): ReadonlySet<Code> {
  const nested = new Set<Code>();
  const open: Code[] = [];
  for (const inline of content) {
    if (inline.kind === 'sc' && !inline.isolated) {
      open.push(inline);
    } else if (inline.kind === 'ec' && !inline.isolated) {
      const at = open.findLastIndex(({ id }) => id === inline.id);
      const opener = open[at];
      if (opener === undefined) continue;
      if (at === open.length - 1) nested.add(opener).add(inline);
      open.splice(at, 1);
    }
  }
  return nested;
}
