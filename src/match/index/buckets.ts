import { roomFor } from '../shape/room.js';

/** Numbers by hash: those of a bucket stand together, in the order in which they were given. */
export class Buckets {
  readonly mask: number;
  private readonly starts: Int32Array;
  readonly items: Int32Array;
  /** The hash of each item, where they are kept. */
  readonly hashes: Int32Array | undefined;
  /** Two bits for each hash, in one number; some are of several. So little memory says of most hashes that they are not there. */
  private readonly bits: Int32Array;
  private readonly shift: number;

  /** `hashes`: of each item, by its place in `items`. A bucket has `load` of them on average, or fewer. */
  constructor(
    hashes: Readonly<Int32Array>,
    items: Readonly<Int32Array>,
    {
      count,
      load,
      keepsHashes = false,
    }: { readonly count: number; readonly load: number; readonly keepsHashes?: boolean },
  ) {
    this.mask = sizeFor(count / load) - 1;
    this.starts = roomFor(this.mask + 2);
    this.items = roomFor(count);
    const kept = keepsHashes ? roomFor(count) : undefined;
    this.hashes = kept;
    const bitCount = Math.max(64, sizeFor(count * bitsForItem));
    this.bits = roomFor(bitCount >>> 5);
    this.shift = Math.clz32(bitCount) + 6;
    const { mask, starts, bits, shift } = this;
    countItems(hashes, count, { mask, starts, bits, shift });
    sumUp(starts);
    fill(hashes, items, count, { mask, starts, items: this.items, hashes: kept });
    // Now each stands where its bucket begins, one too far.
    starts.copyWithin(0, 1);
    starts[mask + 1] = count;
  }

  /** Whether there may be items of a hash. */
  mayHave(hash: number): boolean {
    const own = bitsOf(hash);
    return ((this.bits[wordOf(hash, this.shift)] as number) & own) === own;
  }

  /** Where the items of a hash begin. */
  startOf(hash: number): number {
    return this.starts[hash & this.mask] as number;
  }

  /** Where they end. */
  endOf(hash: number): number {
    return this.starts[(hash & this.mask) + 1] as number;
  }

  /** The places of all items that so many of the same bucket stand before. */
  *itemsFrom(place: number): Generator<number, void, undefined> {
    const { mask, starts } = this;
    for (let bucket = 0; bucket <= mask; bucket++) {
      const end = starts[bucket + 1] as number;
      for (let item = (starts[bucket] as number) + place; item < end; item++) yield item;
    }
  }
}

const bitsForItem = 8;

// Each loop is a function of its own: V8 keeps what it compiled for one that runs, even where it does not fit what follows.

/** Counts the items of each bucket, in the start of the next one, and sets the bits of all hashes. */
function countItems(
  hashes: Readonly<Int32Array>,
  count: number,
  { mask, starts, bits, shift }: { mask: number; starts: Int32Array; bits: Int32Array; shift: number },
): void {
  for (let at = 0; at < count; at++) {
    const hash = hashes[at] as number;
    const bucket = (hash & mask) + 1;
    starts[bucket] = (starts[bucket] as number) + 1;
    const word = wordOf(hash, shift);
    bits[word] = (bits[word] as number) | bitsOf(hash);
  }
}

function sumUp(starts: Int32Array): void {
  let sum = 0;
  for (let bucket = 0; bucket < starts.length; bucket++) {
    sum += starts[bucket] as number;
    starts[bucket] = sum;
  }
}

/** Each start is moved to its end while the bucket is filled, from the last item on, and stands right after that. */
function fill(
  hashes: Readonly<Int32Array>,
  items: Readonly<Int32Array>,
  count: number,
  own: { mask: number; starts: Int32Array; items: Int32Array; hashes: Int32Array | undefined },
): void {
  const { mask, starts, items: ownItems, hashes: kept } = own;
  for (let at = count - 1; at >= 0; at--) {
    const bucket = ((hashes[at] as number) & mask) + 1;
    const place = (starts[bucket] as number) - 1;
    starts[bucket] = place;
    ownItems[place] = items[at] as number;
    if (kept !== undefined) kept[place] = hashes[at] as number;
  }
}

/** The word that the bits of a hash are in. */
function wordOf(hash: number, shift: number): number {
  return Math.imul(hash, 0x9e3779b1) >>> shift;
}

/** Two bits, or one. */
function bitsOf(hash: number): number {
  return (1 << (hash & 31)) | (1 << ((hash >>> 5) & 31));
}

/** The power of two that is not smaller. */
export function sizeFor(count: number): number {
  let size = 16;
  while (size < count && size < 0x4000_0000) size *= 2;
  return size;
}
