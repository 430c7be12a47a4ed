import type { Origin } from '../../memory/facts.js';
import type { Row, Shared } from '../../memory/rows.js';
import type { Arena, Piece } from '../run/arena.js';

/** The pairs of an article on their way to another thread: numbers, and bytes. */
export interface EncodedRows {
  readonly numbers: Int32Array;
  /** What ids begin with. */
  readonly prefixes: readonly string[];
  /** The packed texts, one after the other; none is divided between pieces. */
  readonly texts: readonly Piece[];
  readonly findings?: readonly (readonly string[])[];
  readonly shared: Omit<Shared, 'origin'>;
  readonly origin: Origin;
}

/** Numbers of a pair: hashes, the line, the length of its text, and its id. */
const width = 10;

/** Encodes pairs of one article. */
export function encodeRows(rows: readonly Row[], { origin, ...shared }: Shared, arena: Arena): EncodedRows {
  const numbers = new Int32Array(rows.length * width);
  const prefixes = new Map<string, number>();
  const texts: string[] = [];
  let at = 0;
  for (const row of rows) {
    const text = row.text();
    if (typeof text === 'string') texts.push(text);
    const digits = /(?:^|\D)([1-9]\d{0,8})$/.exec(row.id)?.[1] ?? '';
    const prefix = row.id.slice(0, row.id.length - digits.length);
    const known = prefixes.get(prefix) ?? prefixes.size;
    prefixes.set(prefix, known);
    numbers[at] = row.sourceLow;
    numbers[at + 1] = row.sourceHigh;
    numbers[at + 2] = row.targetLow;
    numbers[at + 3] = row.targetHigh;
    numbers[at + 4] = row.writing;
    numbers[at + 5] = row.context;
    numbers[at + 6] = row.line;
    numbers[at + 7] = Buffer.byteLength(text);
    numbers[at + 8] = known;
    numbers[at + 9] = Number(digits);
    at += width;
  }
  const hasFindings = rows.some(({ findings }) => findings !== undefined);
  return {
    numbers,
    prefixes: [...prefixes.keys()],
    texts: arena.encode(texts),
    ...(hasFindings ? { findings: rows.map(({ findings = [] }) => findings) } : {}),
    shared,
    origin,
  };
}

/** The pairs; their texts are valid as long as the pieces are. */
export function decodeRows({ numbers, prefixes, texts, findings }: EncodedRows): Row[] {
  const rows: Row[] = [];
  let piece = 0;
  let start = 0;
  for (let at = 0; at < numbers.length; at += width) {
    const number = (offset: number): number => numbers[at + offset] ?? 0;
    const length = number(7);
    while (length > 0 && start >= (texts[piece]?.length ?? Number.POSITIVE_INFINITY)) {
      piece++;
      start = 0;
    }
    const [from, bytes] = [start, texts[piece]];
    start += length;
    const digits = number(9);
    const own = findings?.[rows.length];
    rows.push({
      sourceLow: number(0),
      sourceHigh: number(1),
      targetLow: number(2),
      targetHigh: number(3),
      writing: number(4),
      context: number(5) >>> 0,
      line: number(6),
      id: `${prefixes[number(8)] ?? ''}${digits === 0 ? '' : digits}`,
      text: () => bytes?.subarray(from, from + length) ?? '',
      ...(own === undefined ? {} : { findings: own }),
    });
  }
  return rows;
}
