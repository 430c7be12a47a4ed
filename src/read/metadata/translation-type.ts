import type { Entry } from '../../model/article.js';
import type { Edit } from '../../model/edits.js';

/** The key that says who translated an article. */
export const typeKey = 'ms.translationtype';

/** Makes `HT` of its value, in the quotes that it has; nothing where that is no word. */
export function humanType(text: string, { valueRange }: Pick<Entry, 'valueRange'>): readonly Edit[] {
  const spelled = text.slice(valueRange.start, valueRange.end);
  const [, quote] = /^(["']?)[\w.-]*\1$/.exec(spelled) ?? [];
  if (quote === undefined) return [];
  // Right after the colon a word would be no value.
  const space = text.charAt(valueRange.start - 1) === ':' ? ' ' : '';
  return [{ range: valueRange, text: `${space}${quote}HT${quote}` }];
}

/** The line end of the line that an offset is in; LF where it has none. */
export function lineEndAfter(text: string, offset: number): string {
  const end = /\r\n?|\n/g;
  end.lastIndex = offset;
  return end.exec(text)?.[0] ?? '\n';
}
