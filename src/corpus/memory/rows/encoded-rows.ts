import type { Origin } from '../../../memory/facts.js';
import { column, type RowList, type Rows, width } from '../../../memory/pairs/row-list.js';
import type { Shared } from '../../../memory/pairs/rows.js';
import { Column } from '../../../memory/store/columns.js';
import type { Texts } from '../../../memory/store/texts.js';
import type { Arena, Piece } from '../../run/arena.js';

/** The pairs of an article on their way to another thread: numbers, and bytes. */
export interface EncodedRows {
  readonly count: number;
  readonly numbers: Int32Array;
  /** What ids begin with. */
  readonly prefixes: readonly string[];
  /** The thread that they come from: it sends each text once, and numbers them. */
  readonly sender: number;
  /** The number of each text that is new, and how many bytes it has. */
  readonly lengths: Int32Array;
  /** These texts, one after the other; none is divided between pieces. */
  readonly texts: readonly Piece[];
  readonly findings?: readonly (readonly string[])[];
  readonly shared: Omit<Shared, 'origin'>;
  readonly origin: Origin;
}

/** Texts that were not sent before, with their numbers. */
export interface NewTexts {
  readonly numbers: readonly number[];
  readonly texts: readonly string[];
}

/** Encodes pairs of one article, whose texts have the numbers of their sender. */
export function encodeRows(
  { count, numbers, prefixes, findings }: RowList,
  { numbers: newNumbers, texts }: NewTexts,
  { origin, ...shared }: Shared,
  sender: number,
  arena: Arena,
): EncodedRows {
  const lengths = new Int32Array(texts.length * 2);
  let at = 0;
  const pieces = arena.encode(texts, (bytes) => {
    lengths[at] = newNumbers[at >> 1] ?? 0;
    lengths[at + 1] = bytes;
    at += 2;
  });
  return {
    count,
    numbers: numbers.slice(0, count * width),
    prefixes,
    sender,
    lengths,
    texts: pieces,
    ...(findings === undefined ? {} : { findings }),
    shared,
    origin,
  };
}

/** Reads the pairs of articles, and adds their texts to others. Those of one thread are to come in its order. */
export function createRowDecoder(texts: Texts): (encoded: EncodedRows) => Rows {
  /** By thread: the numbers that its texts have here. */
  const known = new Map<number, Column>();
  return ({ count, numbers, prefixes, findings, sender, lengths, texts: pieces }) => {
    const places = known.get(sender) ?? new Column();
    known.set(sender, places);
    let piece = 0;
    let start = 0;
    for (let at = 0; at < lengths.length; at += 2) {
      const length = lengths[at + 1] ?? 0;
      while (length > 0 && start >= (pieces[piece]?.length ?? Number.POSITIVE_INFINITY)) {
        piece++;
        start = 0;
      }
      places.set(lengths[at] ?? 0, texts.add(pieces[piece]?.subarray(start, start + length) ?? ''));
      start += length;
    }
    return {
      count,
      numbers,
      prefixes,
      findings,
      textIn: (_, row) => places.at(numbers[row * width + column.text] ?? 0),
    };
  };
}
