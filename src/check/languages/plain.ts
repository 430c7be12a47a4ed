import { spaces } from './units.js';

/** No letters or digits but those of ASCII: spaces, the punctuation of English, and what stands for codes. */
const plain = /^[ -~\s\u2010-\u2027\ufffc]*$/;

/**
 * Whether a text has no letters and digits but those of ASCII, as most English texts: what is searched in it may be
 * searched with `[A-Za-z]` in place of `\p{L}`, which takes a fraction of the time.
 */
export function isPlain(text: string): boolean {
  return plain.test(text);
}

/** What a code unit is in a plain text; `unlike`: no plain text has it. */
export const plainKind = { unlike: 0, other: 1, digit: 2, letter: 3 } as const;

/** The {@link plainKind} of each code unit. */
export const plainKinds: Readonly<Uint8Array> = createKinds();

function createKinds(): Uint8Array {
  const kinds = spaces.slice();
  const { other, digit, letter } = plainKind;
  const put = (kind: number, first: number, last: number): void => void kinds.fill(kind, first, last + 1);
  put(other, 0x20, 0x7e);
  put(other, 0x2010, 0x2027);
  put(other, 0xfffc, 0xfffc);
  put(digit, 0x30, 0x39);
  put(letter, 0x41, 0x5a);
  put(letter, 0x61, 0x7a);
  return kinds;
}
