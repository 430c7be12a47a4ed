import type { BlockOfPairs } from '../../blocks/blocks.js';
import { lengthOf } from '../../line-ends.js';
import type { Pair } from '../../pairs.js';
import { type Carrier, type CarrierSyntax, carrierFrom } from '../carrier.js';
import { xmlMarkup } from './markup.js';
import { isXmlContent } from './whole.js';

/** Elements that stand within a line of text; the tag of any other one ends the block. */
const otherTag =
  /<\/?(?!(?:a|b|br|c|em|i|languageKeyword|paramref|see|small|strong|sub|sup|tt|typeparamref|u)\b)[A-Za-z_:][^<]*>/;
const pairMarkup = /data-[ts]tu-id/;
/** A longer gap is no text between two sentences. */
const longestGap = 1000;

/** XML whose elements hold pairs, such as the documentation of .NET (ECMA XML). */
export const syntax: CarrierSyntax<'xml'> = {
  name: 'xml',
  title: 'XML',
  extensions: ['.xml'],
  pairsOnly: true,
  markup: xmlMarkup,
  recognizes: (text) => /^\ufeff?<\?xml[ \t\r\n]/.test(text),
  readMetadata: () => ({ localization: {}, findings: [] }),
  hasMetadata: () => true,
  open: (text) => ({
    group: (pairs) => groupInElements(text, pairs),
    textOf: (_, { start, end }) => text.slice(start, end),
    isEscaped: () => false,
  }),
};

/** The same, with its writing. */
export const xml: Carrier<'xml'> = /* @__PURE__ */ carrierFrom(syntax, {
  write: ({ text }, changes) =>
    changes.map(({ range, by }) => ({ range, text: typeof by === 'string' ? by : text.slice(by.start, by.end) })),
  isWhole: isXmlContent,
});

/** Pairs of one element, with nothing but text and inline elements between them, are in one block. */
function groupInElements(text: string, pairs: readonly Pair[]): BlockOfPairs[] {
  const blocks: { block: 'paragraph'; first: number; last: number }[] = [];
  let from = 0;
  for (const [index, { range }] of pairs.entries()) {
    const open = blocks.at(-1);
    if (open !== undefined && joins(text.slice(from, range.start))) open.last = index;
    else blocks.push({ block: 'paragraph', first: index, last: index });
    from = range.end;
  }
  return blocks;
}

function joins(gap: string): boolean {
  return !((gap.length > longestGap && lengthOf(gap) > longestGap) || pairMarkup.test(gap) || otherTag.test(gap));
}
