import type { Inline, Placeholder, Side } from '../../src/index.js';
import type { Seen } from './screen.js';

/** The text of a side in one line, without its codes but for what is shown of them. */
function plain({ content }: Pick<Side, 'content'>, show: (placeholder: Placeholder) => string): string {
  const write = (inline: Inline): string => {
    if (inline.kind === 'text') return inline.text;
    return inline.kind === 'ph' ? show(inline) : '';
  };
  return bare(content.map(write).join(''));
}

export function bare(text: string): string {
  return text.replaceAll(/[\s\ufffc]+/g, ' ').trim();
}

/** Source and target of segments in one line, without codes but for what is shown of them; nothing where there is no target. */
export function textsOf(
  segments: readonly { readonly source: Pick<Side, 'content'>; readonly target?: Pick<Side, 'content'> }[],
  show: (placeholder: Placeholder) => string,
): string[][] {
  return segments.map(({ source, target }) => [plain(source, show), target === undefined ? '' : plain(target, show)]);
}

/** The pairs that no row shows, and the rows that show no pair. Long texts are cut in a cell, and so are further lines. */
export function differences(
  rows: readonly string[][],
  pairs: readonly string[][],
): { missing: string[][]; extra: string[][] } {
  const extra = [...rows];
  const missing = pairs.filter((texts) => {
    const row = extra.findIndex((cells) => texts.every((text, column) => isStart(cells[column] ?? '', text)));
    if (row >= 0) extra.splice(row, 1);
    return row < 0;
  });
  return { missing, extra };
}

function isStart(cell: string, text: string): boolean {
  return cell === text || (cell.length >= 8 && text.startsWith(cell));
}

/** Sources and targets in Poedit: its table has a mark, the source and the target in a row. */
export function poeditRows({ cells }: Seen): string[][] {
  return Array.from({ length: Math.floor(cells.length / 3) }, (_, row) => cells.slice(row * 3 + 1, row * 3 + 3));
}

/**
 * The text of a cell without tags: what a code looks like is up to Poedit. The last one of a text that is cut may be cut,
 * too.
 */
export function withoutTags(cell: string): string {
  return bare(cell.replaceAll(/<\/?(?:g|x|ph|pc)\b[^<>]*(?:>|$)|<\/?[a-z]?$/g, ''));
}

/** Numbers, sources and targets in Lokalize: a row has these, and six more columns. */
export function lokalizeRows({ cells }: Seen, count: number): string[][] {
  const first = cells.findIndex((cell, index) => cell === '1' && cells[index + 9] === '2');
  return Array.from({ length: count }, (_, row) => cells.slice(first + row * 9, first + row * 9 + 3));
}
