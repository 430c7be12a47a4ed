import type { Block } from '../../../model/article.js';
import type { Range } from '../../../model/position.js';
import type { Container } from './containers.js';
import { definitionsEnd } from './definitions.js';
import type { HtmlBlock } from './html-starts.js';
import { textsOfHtml } from './html-text.js';
import { createCutter, stretchOf } from './lines.js';
import { cellsOf } from './tables.js';

/** The text of a leaf block: what inline markup can be in. */
export interface TextBlock {
  readonly block: Block;
  readonly level?: number;
  /** The stretches of the article that it is made of. There is at least one. */
  readonly lines: readonly Range[];
}

/** A leaf block that more lines may belong to. */
export type Leaf =
  | {
      readonly kind: 'paragraph';
      readonly lines: Range[];
      /** It is the first block of a list item. */
      readonly isFirst: boolean;
    }
  | { readonly kind: 'fence'; readonly mark: string }
  | { readonly kind: 'html'; readonly html: HtmlBlock; readonly lines: Range[] }
  | { readonly kind: 'table' };

/** The texts in a leaf block that is complete. */
export function* textsOfLeaf(
  text: string,
  leaf: Leaf,
  containers: readonly Container[],
): Generator<TextBlock, void, undefined> {
  if (leaf.kind === 'paragraph') {
    const lines = withoutDefinitions(text, leaf.lines);
    if (lines.length > 0) yield { block: blockOfParagraph(leaf.isFirst, containers), lines };
  } else if (leaf.kind === 'html' && leaf.html.hasText) {
    for (const lines of textsOfHtml(text, leaf.lines)) yield { block: 'html', lines };
  }
}

function blockOfParagraph(isFirst: boolean, containers: readonly Container[]): Block {
  if (isFirst) return 'list-item';
  return containers.some(({ kind }) => kind === 'quote') ? 'quote' : 'paragraph';
}

/** The texts in a row of a table. */
export function* textsOfRow(text: string, { start, end }: Range): Generator<TextBlock, void, undefined> {
  for (const cell of cellsOf(text, start, end)) if (cell.start < cell.end) yield { block: 'table-cell', lines: [cell] };
}

/** The lines of a paragraph after the definitions of links that it starts with. */
export function withoutDefinitions(text: string, lines: readonly Range[]): readonly Range[] {
  const [first] = lines;
  if (first === undefined || text.charCodeAt(first.start) !== 0x5b) return lines;
  const stretch = stretchOf(text, lines);
  const start = definitionsEnd(stretch.text);
  return start === 0 ? lines : createCutter(lines)({ start, end: stretch.text.length });
}

/** A line of a paragraph. One space at its end is nothing; two are a line break. */
export function textLine(text: string, start: number, end: number): Range {
  const isSpace = (at: number): boolean => text.charCodeAt(at) === 0x20 || text.charCodeAt(at) === 0x09;
  return { start, end: end - 1 > start && isSpace(end - 1) && !isSpace(end - 2) ? end - 1 : end };
}
