import type { Nodes, Parents } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { normalizeLabel } from '../../src/read/inline/constructs/links.js';
import { BlockReader } from '../../src/read/source/blocks/block-reader.js';

/** A block with text, and where that is. */
export type FoundBlock = readonly [kind: string, start: number, end: number];

/** The blocks of a text as mdast-util-from-markdown reads them, with GFM. */
export function blocksOfMdast(text: string): FoundBlock[] {
  const found: FoundBlock[] = [];
  const stack: Nodes[] = [treeOf(text)];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
      const { position } = node;
      const isParagraph = node.type === 'paragraph';
      const start = isParagraph ? position?.start.offset : node.children[0]?.position?.start.offset;
      const end = isParagraph ? position?.end.offset : node.children.at(-1)?.position?.end.offset;
      if (start !== undefined && end !== undefined) found.push([node.type, start, text.slice(0, end).trimEnd().length]);
    } else if ('children' in node) for (const child of (node as Parents).children.toReversed()) stack.push(child);
  }
  return found;
}

/** The labels that a text has definitions for as mdast-util-from-markdown reads it, with GFM: in normal form, each once. */
export function labelsOfMdast(text: string): string[] {
  const labels = new Set<string>();
  const stack: Nodes[] = [treeOf(text)];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === 'definition') labels.add(normalizeLabel(node.label ?? node.identifier));
    if ('children' in node) stack.push(...(node as Parents).children);
  }
  return [...labels];
}

function treeOf(text: string): Nodes {
  return fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

/** The blocks of a text as they are read here, without those of HTML. */
export function blocksOfReader(text: string): FoundBlock[] {
  return new BlockReader(text).read(0).flatMap(({ block, lines }): FoundBlock[] => {
    const start = lines[0]?.start ?? 0;
    const end = text.slice(0, lines.at(-1)?.end ?? start).trimEnd().length;
    if (block === 'html' || start >= end) return [];
    return [[block === 'heading' ? block : block === 'table-cell' ? 'tableCell' : 'paragraph', start, end]];
  });
}
