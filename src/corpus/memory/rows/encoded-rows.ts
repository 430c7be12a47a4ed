import { column, type RowList, type Rows, width } from '../../../memory/pairs/row-list.js';
import type { Shared } from '../../../memory/pairs/rows.js';
import { Column } from '../../../memory/store/columns.js';
import type { Arena, Piece } from '../../run/arena.js';
import type { Spool } from '../texts/spool.js';

/** The pairs of an article on their way to another thread: numbers, and bytes. */
export interface EncodedRows {
  readonly count: number;
  readonly numbers: Int32Array;
  /** What ids begin with. */
  readonly prefixes: readonly string[];
  /** The thread that they come from: it sends each text once, and numbers them. */
  readonly sender: number;
  /** The number of the first text that is new, which the others follow, and how many bytes each has. */
  readonly firstNew: number;
  readonly lengths: Int32Array;
  /** These texts, one after the other; none is divided between pieces. */
  readonly texts: readonly Piece[];
  readonly findings: readonly (readonly string[])[] | undefined;
  readonly shared: Shared;
}

/** Texts that were not sent before, and the number of the first of them. */
export interface NewTexts {
  readonly first: number;
  readonly texts: readonly string[];
}

/** Encodes pairs of one article, whose texts have the numbers of their sender. */
export function encodeRows(
  { count, numbers, prefixes, findings }: RowList,
  { first: firstNew, texts }: NewTexts,
  shared: Shared,
  sender: number,
  arena: Arena,
): EncodedRows {
  const lengths = new Int32Array(texts.length);
  let at = 0;
  const pieces = arena.encode(texts, (bytes) => {
    lengths[at++] = bytes;
  });
  return {
    count,
    numbers: numbers.slice(0, count * width),
    prefixes,
    sender,
    firstNew,
    lengths,
    texts: pieces,
    findings,
    shared,
  };
}

/** Reads the pairs of articles, and adds their texts to others. Those of one thread are to come in its order. */
export function createRowDecoder(texts: Pick<Spool, 'addEncoded'>): (encoded: EncodedRows) => Rows {
  /** By thread: the numbers that its texts have here. */
  const known = new Map<number, Column>();
  return ({ count, numbers, prefixes, findings, sender, firstNew, lengths, texts: pieces }) => {
    const places = known.get(sender) ?? new Column();
    known.set(sender, places);
    const first = texts.addEncoded(pieces, lengths);
    for (let at = 0; at < lengths.length; at++) places.set(firstNew + at, first + at);
    const knownText = (row: number): number => places.at(numbers[row * width + column.text] ?? 0);
    return { count, numbers, prefixes, findings, textIn: (_, row) => knownText(row), knownText };
  };
}
