import type { ExportOptions } from '../export-options.js';
import type { Exporter, Languages, OutputFile } from '../exporter.js';
import { toLine } from '../rows/line.js';
import type { PairRow } from '../rows/row.js';
import { rowsOfArticle, rowsOfEntry } from '../rows/rows.js';

type Side = 'source' | 'target';

/**
 * Moses, for machine translation: two files of lines, one for each language; the n-th line of one is the translation of
 * the n-th line of the other. White space that holds a line break or a tab is one space; a pair with a text of nothing but
 * white space, or of codes without data, has no lines.
 */
export const moses: Exporter<'moses'> = {
  name: 'moses',
  title: 'Moses: aligned lines',
  scope: 'language',
  takesParts: true,
  ...fileOf('source'),
  beside: [fileOf('target')],
};

function fileOf(side: Side): OutputFile {
  return {
    extension: (languages) => `.${nameOf(side, languages)}`,
    begin: () => '',
    *article(item, options) {
      yield* linesOf(rowsOfArticle(item, withoutCodes(options)), side);
    },
    *entry(entry, options) {
      yield* linesOf(rowsOfEntry(entry, withoutCodes(options)), side);
    },
    end: () => '',
  };
}

/** There are no codes in it: where there are any elsewhere, Markdown stands here. */
function withoutCodes(options: ExportOptions): ExportOptions {
  return options.inline === 'strip' ? options : { ...options, inline: 'text' };
}

function* linesOf(rows: Iterable<PairRow>, side: Side): Generator<string, void, undefined> {
  for (const row of rows) {
    const lines = { source: toLine(row.source), target: toLine(row.target) };
    if (lines.source !== '' && lines.target !== '') yield `${lines[side]}\n`;
  }
}

/** `en` and `ja`; the whole tags where the languages would have one name. */
function nameOf(side: Side, { srcLang, trgLang }: Languages): string {
  const short = { source: shortOf(srcLang), target: shortOf(trgLang) };
  if (short.source !== short.target) return short[side];
  if (srcLang.toLowerCase() !== trgLang.toLowerCase()) return side === 'source' ? srcLang : trgLang;
  return side === 'source' ? srcLang : `${trgLang}.target`;
}

/** The primary language; the whole tag where that is none (`x-klingon`). */
function shortOf(tag: string): string {
  const [primary = tag] = tag.toLowerCase().split('-');
  return primary.length < 2 ? tag.toLowerCase() : primary;
}
