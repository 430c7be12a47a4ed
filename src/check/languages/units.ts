/** The code units of a text, for functions that look at each of them: numbers in an array are read faster than a text. */
export type Units = Readonly<Uint16Array>;

/** Longer texts are rare, and get an array of their own. */
const longest = 1 << 14;
const shared = new Uint16Array(longest);

/** Gives the code units of a text, and whatever follows them. They are valid until those of another text are asked for. */
export function unitsOf(text: string): Units {
  const { length } = text;
  const units = length > longest ? new Uint16Array(length) : shared;
  for (let at = 0; at < length; at++) units[at] = text.charCodeAt(at);
  return units;
}

/** 1 for each code unit that is white space (`\\s`). */
export const spaces: Readonly<Uint8Array> = createSpaces();

function createSpaces(): Uint8Array {
  const table = new Uint8Array(1 << 16);
  for (const space of '\t\n\v\f\r \u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff') table[space.charCodeAt(0)] = 1;
  return table.fill(1, 0x2000, 0x200b);
}
