import type { Arena } from '../run/arena.js';

/** The units of an article whose stem another article of the file has already: a number after the stem makes them unique. */
export function withOwnStem(
  pieces: readonly Uint8Array[],
  stem: string,
  stems: Map<string, number>,
  beforeStem: string,
  arena: Arena,
): readonly Uint8Array[] {
  const earlier = stems.get(stem) ?? 0;
  stems.set(stem, earlier + 1);
  if (earlier === 0) return pieces;
  const start = Buffer.from(beforeStem + stem);
  const number = Buffer.from(`.${earlier + 1}`);
  return pieces.map((bytes) => insertBehind(bytes, start, number, arena));
}

function insertBehind(bytes: Uint8Array, start: Buffer, inserted: Buffer, arena: Arena): Uint8Array {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const parts: Uint8Array[] = [];
  let from = 0;
  for (let at = text.indexOf(start); at >= 0; at = text.indexOf(start, from)) {
    const end = at + start.length;
    parts.push(text.subarray(from, end), inserted);
    from = end;
  }
  parts.push(text.subarray(from));
  return arena.concat(parts);
}
