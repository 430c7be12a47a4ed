import type { Entry } from '../../model/article.js';
import type { Edit } from '../../model/edits.js';

/** The key that says who translated an article. */
export const typeKey = 'ms.translationtype';

/**
 * Makes `HT` of the values of this key, in the quotes that they have. A key may stand there twice, and readers take the
 * first or the last: all become `HT`, or none, where one is no word or all are `HT` already.
 */
export function humanTypes(text: string, entries: readonly Pick<Entry, 'value' | 'valueRange'>[]): readonly Edit[] {
  const edits: Edit[] = [];
  for (const { value, valueRange } of entries) {
    if (value === 'HT') continue;
    const spelled = text.slice(valueRange.start, valueRange.end);
    const [, quote] = /^(["']?)[\w.-]*\1$/.exec(spelled) ?? [];
    if (quote === undefined) return [];
    // Right after the colon a word would be no value.
    const space = text.charAt(valueRange.start - 1) === ':' ? ' ' : '';
    edits.push({ range: valueRange, text: `${space}${quote}HT${quote}` });
  }
  return edits;
}

/** The line end of the line that an offset is in; LF where it has none. */
export function lineEndAfter(text: string, offset: number): string {
  const end = /\r\n?|\n/g;
  end.lastIndex = offset;
  return end.exec(text)?.[0] ?? '\n';
}
