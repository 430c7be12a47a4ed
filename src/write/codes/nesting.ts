import type { Code, Content, Inline, Placeholder, Text } from '../../model/content.js';

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
  const [first] = content;
  // Most contents are a text and nothing else.
  if (first?.kind === 'text' && content.length === 1) return [first];
  const nested = findNested(content);
  const root: Node[] = [];
  const open: { readonly start: Code; readonly from: number; readonly children: Node[] }[] = [];
  for (let index = 0; index < content.length; index++) {
    const inline = content[index] as Inline;
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
  // Nearly no codes cross: what is for those is made for the first one.
  let crossing: Crossing | undefined;
  for (const inline of content) {
    if (inline.kind === 'text' || inline.kind === 'ph' || inline.isolated) continue;
    if (inline.kind === 'sc') {
      open.push(inline);
      crossing?.add(inline);
      continue;
    }
    while (crossing?.isClosed(open.at(-1)) === true) open.pop();
    const last = open.at(-1);
    if (last?.id === inline.id) {
      open.pop();
      crossing?.take(inline.id);
      nested.add(last).add(inline);
    } else {
      crossing ??= createCrossing(open);
      crossing.close(inline.id);
    }
  }
  return nested;
}

/** The codes that are open, by their ids, and those of them that were closed while others stood within. */
interface Crossing {
  add(code: Code): void;
  /** Takes out the last one of an id. */
  take(id: string): Code | undefined;
  /** Closes the last one of an id, where there is one. */
  close(id: string): void;
  isClosed(code: Code | undefined): boolean;
}

function createCrossing(open: readonly Code[]): Crossing {
  const openById = new Map<string, Code[]>();
  const closed = new Set<Code | undefined>();
  const crossing: Crossing = {
    add(code) {
      const same = openById.get(code.id);
      if (same === undefined) openById.set(code.id, [code]);
      else same.push(code);
    },
    take: (id) => openById.get(id)?.pop(),
    close(id) {
      const opener = crossing.take(id);
      if (opener !== undefined) closed.add(opener);
    },
    isClosed: (code) => closed.has(code),
  };
  for (const code of open) crossing.add(code);
  return crossing;
}
