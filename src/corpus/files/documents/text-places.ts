/** Where stretches of a text start, in bytes and in UTF-16 code units, and where the last of them ends. Plain data. */
export interface TextPlaces {
  readonly bytes: Float64Array;
  readonly units: Float64Array;
  /** What the file was then; empty where it stays open. */
  readonly stamp: string;
}

/** A piece of a text as it was read. */
export interface Piece {
  readonly text: string;
  /** In bytes. */
  readonly length: number;
  /** The bytes after the text are legal, as far as is known. */
  readonly isWhole: boolean;
  readonly isLast: boolean;
}

/** Characters of a stretch that is read again: a unit is far shorter, and units of one source stand far from each other. */
const stretchLength = 4096;

/** Places of stretches, in order. */
export interface Places {
  /** How many: one more than there are stretches. */
  readonly count: number;
  byteAt(index: number): number;
  unitAt(index: number): number;
  /** The stretch in which a character is. */
  indexAt(unit: number): number;
  /** Whether what starts there was not passed over before. */
  isNew(byte: number): boolean;
  /** Adds a stretch from where the last one ended. */
  add(byteEnd: number, unitEnd: number): void;
  toData(): Omit<TextPlaces, 'stamp'>;
}

/** `known`: those that were found before. */
export function createPlaces(known: Omit<TextPlaces, 'stamp'> | undefined, mark = 0): Places {
  let bytes = known?.bytes ?? Float64Array.of(mark);
  let units = known?.units ?? Float64Array.of(0);
  let count = bytes.length;
  const grown = (from: Float64Array): Float64Array => {
    const to = new Float64Array(2 * count + 16);
    to.set(from);
    return to;
  };
  return {
    get count() {
      return count;
    },
    byteAt: (index) => bytes[index] ?? 0,
    unitAt: (index) => units[index] ?? 0,
    indexAt(unit) {
      let low = 0;
      let high = count - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((units[middle] ?? 0) <= unit) low = middle;
        else high = middle - 1;
      }
      return low;
    },
    isNew: (byte) => byte >= (bytes[count - 1] ?? 0),
    add(byteEnd, unitEnd) {
      if (count === bytes.length) {
        bytes = grown(bytes);
        units = grown(units);
      }
      bytes[count] = byteEnd;
      units[count++] = unitEnd;
    },
    toData: () => ({ bytes: bytes.subarray(0, count), units: units.subarray(0, count) }),
  };
}

/** The places of a text whose parts follow each other; `undefined` where they are not of one file. */
export function joinPlaces(parts: readonly TextPlaces[]): TextPlaces | undefined {
  const [first] = parts;
  if (first === undefined) return undefined;
  const joined = createPlaces(undefined, first.bytes[0]);
  let end = first.bytes[0];
  let unit = 0;
  for (const { bytes, units, stamp } of parts) {
    if (stamp !== first.stamp || bytes[0] !== end) return undefined;
    for (let index = 1; index < bytes.length; index++) joined.add(bytes[index] ?? 0, unit + (units[index] ?? 0));
    end = bytes.at(-1);
    unit += units.at(-1) ?? 0;
  }
  return { ...joined.toData(), stamp: first.stamp };
}

/** Cuts a piece that was read at a place into stretches. Only of UTF-8 is it known where others than its end are. */
export function markStretches(
  { text, length }: Piece,
  encoding: string,
  byte: number,
  unit: number,
  add: (byteEnd: number, unitEnd: number) => void,
): void {
  let from = 0;
  let at = byte;
  while (encoding === 'UTF-8' && text.length - from > 2 * stretchLength) {
    let to = from + stretchLength;
    const last = text.charCodeAt(to - 1);
    if (last >= 0xd800 && last <= 0xdbff) to++;
    at += Buffer.byteLength(text.slice(from, to), 'utf8');
    add(at, unit + to);
    from = to;
  }
  add(byte + length, unit + text.length);
}
