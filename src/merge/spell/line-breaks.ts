import type { Wanted } from './codes.js';
import type { Place } from './place.js';

/**
 * Whether a target has a line break that ends its block: any, in a heading, a table cell or a title; a blank line, in
 * any other block. As many as the target that was there, or the source, has are none. What the line ends are does not
 * matter.
 */
export function breaksBlock(wanted: readonly Wanted[], { block, beforeMarkdown, source, around }: Place): boolean {
  const isOneLine = block === 'heading' || block === 'table-cell' || block === 'title';
  const markdown = wanted.map((piece) => (typeof piece === 'string' ? piece : piece.data)).join('');
  const count = (text: string): number => {
    if (isOneLine) return text.match(/\r\n?|\n/g)?.length ?? 0;
    // What stands beside it may make a blank line with it.
    const whole = `${/[\r\n][ \t]*$/.test(around.before) ? '\n' : ''}${text}${/^[ \t]*[\r\n]/.test(around.after) ? '\n' : ''}`;
    return whole.replace(/\r\n?/g, '\n').match(/\n[ \t]*(?=\n)/g)?.length ?? 0;
  };
  return count(markdown) > Math.max(count(beforeMarkdown), count(source));
}
