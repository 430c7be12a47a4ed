import type { Range } from '../../../model/position.js';
import { linePrefixAt } from '../../blocks/block-starts.js';
import { type BlockOfPairs, blockOf, joins } from '../../blocks/blocks.js';
import { decodeDoubleQuoted } from '../../metadata/yaml.js';
import type { Pair } from '../../pairs.js';
import { type Carrier, type CarrierReader, type CarrierSyntax, carrierFrom } from '../carrier.js';
import { writeInPlace } from '../markdown/markdown.js';
import { markdownMarkup } from '../markdown/markup.js';
import { readYamlMetadata, withHumanType, withoutYamlKeys } from './metadata.js';
import { findScalars, type Scalar } from './scalars.js';
import { readScalar, type ScalarText } from './text.js';
import { writeInScalars } from './write.js';

/** YAML whose values hold pairs, such as the modules of Microsoft Learn; the values are Markdown. */
export const syntax: CarrierSyntax<'yaml'> = {
  name: 'yaml',
  title: 'YAML',
  extensions: ['.yml', '.yaml'],
  pairsOnly: true,
  markup: markdownMarkup,
  recognizes: (text) => /^\ufeff?### YamlMime:/.test(text),
  readMetadata: readYamlMetadata,
  open: openYaml,
};

/** The same, with its writing. */
export const yaml: Carrier<'yaml'> = /* @__PURE__ */ carrierFrom(syntax, {
  write: (article, changes) => writeInScalars(article, changes, writeInPlace),
  withoutLocalization: withoutYamlKeys,
  withHumanType,
  sharesQuotes: true,
  yamlOf: ({ text }) => text,
});

/** A pair in its scalar. */
interface Place {
  readonly scalar: Scalar;
  readonly read: ScalarText;
}

function openYaml(text: string): CarrierReader {
  const scalars = findScalars(text);
  let last: Place | undefined;
  /** The scalar that a stretch is in as a whole. */
  const placeOf = (range: Range): Place | undefined => {
    const scalar = scalarAt(scalars, range);
    if (scalar !== undefined && last?.scalar !== scalar) last = { scalar, read: readScalar(text, scalar) };
    return scalar === undefined ? undefined : last;
  };
  const textOf = ({ escaped, range }: Pick<Pair, 'escaped' | 'range'>, { start, end }: Range): string => {
    const read = placeOf(range)?.read;
    if (read !== undefined) return read.text.slice(read.at(start), read.at(end));
    const raw = text.slice(start, end);
    return escaped ? decodeDoubleQuoted(raw) : raw;
  };
  const isSpelled = (pair: Pair, range: Range): boolean => textOf(pair, range) === text.slice(range.start, range.end);
  return {
    textOf,
    textBetween: (range) => textOf({ range, escaped: false }, range),
    isEscaped: (pair) => !isSpelled(pair, pair.source) || !isSpelled(pair, pair.target),
    group: (pairs) => groupInScalars(pairs, ({ range }) => placeOf(range)),
  };
}

/** Pairs of one scalar are in one block as far as its value, which is Markdown, leaves them there. */
function groupInScalars(pairs: readonly Pair[], placeOf: (pair: Pair) => Place | undefined): BlockOfPairs[] {
  const blocks: { -readonly [K in keyof BlockOfPairs]: BlockOfPairs[K] }[] = [];
  let before: Scalar | undefined;
  let from = 0;
  let line = 0;
  for (const [index, pair] of pairs.entries()) {
    const { start, end } = pair.range;
    const place = placeOf(pair);
    const value = place?.read.text ?? '';
    const at = place?.read.at(start) ?? 0;
    const gap = value.slice(from, at);
    const open = blocks.at(-1);
    const isOneLine = place?.scalar.style !== 'block' || open?.block === 'heading' || open?.block === 'table-cell';
    const isOpen = place !== undefined && place.scalar === before && open !== undefined;
    if (isOpen && !(isOneLine && /[\r\n]/.test(gap)) && joins(gap, () => linePrefixAt(value, line), false)) {
      open.last = index;
    } else {
      line = lineStart(value, at);
      const prefix = value.slice(Math.max(line, at - longestPrefix), at);
      const after = place?.read.at(end) ?? 0;
      blocks.push({ ...blockOf(prefix, value.slice(after, after + 200), () => false), first: index, last: index });
    }
    before = place?.scalar;
    from = place?.read.at(end) ?? 0;
  }
  return blocks;
}

/** So much before a pair in its line says what block it is in. */
const longestPrefix = 1000;

function lineStart(value: string, at: number): number {
  const before = value.slice(Math.max(0, at - longestPrefix), at);
  return at - before.length + Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
}

function scalarAt(scalars: readonly Scalar[], { start, end }: Range): Scalar | undefined {
  let low = 0;
  let high = scalars.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((scalars[middle] as Scalar).end <= start) low = middle + 1;
    else high = middle;
  }
  const scalar = scalars[low];
  return scalar !== undefined && scalar.start <= start && end <= scalar.end ? scalar : undefined;
}
