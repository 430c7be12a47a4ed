/**
 * A keyed hash of texts, 64 bits: HalfSipHash-1-3 over their UTF-16 code units, two at a time.
 *
 * Nobody who does not know the key can make two texts with one hash; by chance, ten million texts have two with a
 * probability of three in a million. So who tells texts apart looks at `stable`, too.
 */
export interface TextHash {
  /** Hashes a text; what it gives is in `low` and `high` until the next call. `salt` makes it another hash. */
  of(text: string, salt: number): void;
  /** The same of a stretch of code units. */
  ofUnits(units: Uint16Array, start: number, end: number, salt: number): void;
  low: number;
  high: number;
  /** {@link stableHash} of the last text, as a 32-bit integer: it costs little more where the text is read anyway. */
  stable: number;
}

/** The key of a run: two 32-bit numbers. */
export type HashKey = readonly [number, number];

/** Code units of a text that are hashed where those of the text before were. */
const ownLength = 4096;

export function createTextHash([key0, key1]: HashKey): TextHash {
  const own = new Uint16Array(ownLength);
  const hash: TextHash = {
    low: 0,
    high: 0,
    stable: 0,
    of(text, salt) {
      const { length } = text;
      // The longest ones get an array that goes with them.
      const units = length > own.length ? new Uint16Array(length) : own;
      for (let at = 0; at < length; at++) units[at] = text.charCodeAt(at);
      hash.ofUnits(units, 0, length, salt);
    },
    ofUnits(units, start, end, salt) {
      let fnv = 0x811c9dc5 | 0;
      let v0 = key0;
      let v1 = key1 ^ 0xee;
      let v2 = 0x6c796765 ^ key0;
      let v3 = 0x74656462 ^ key1;
      const length = end - start;
      const words = (length >>> 1) + 2;
      for (let word = 0; word < words; word++) {
        const at = start + (word << 1);
        let m: number;
        // The last two words are the code unit that is left, with the length, and the salt.
        if (word < words - 2) {
          const one = units[at] as number;
          const other = units[at + 1] as number;
          m = one | (other << 16);
          fnv = Math.imul(Math.imul(fnv ^ one, 0x01000193) ^ other, 0x01000193);
        } else if (word === words - 2) {
          const last = (length & 1) === 1 ? (units[end - 1] as number) : 0;
          if ((length & 1) === 1) fnv = Math.imul(fnv ^ last, 0x01000193);
          m = last ^ Math.imul(length, 0x10001);
        } else m = salt;
        v3 ^= m;
        v0 = (v0 + v1) | 0;
        v1 = ((v1 << 5) | (v1 >>> 27)) ^ v0;
        v0 = (v0 << 16) | (v0 >>> 16);
        v2 = (v2 + v3) | 0;
        v3 = ((v3 << 8) | (v3 >>> 24)) ^ v2;
        v0 = (v0 + v3) | 0;
        v3 = ((v3 << 7) | (v3 >>> 25)) ^ v0;
        v2 = (v2 + v1) | 0;
        v1 = ((v1 << 13) | (v1 >>> 19)) ^ v2;
        v2 = (v2 << 16) | (v2 >>> 16);
        v0 ^= m;
      }
      v2 ^= 0xee;
      for (let round = 0; round < 7; round++) {
        // Three rounds for each half of the result, and one between them.
        if (round === 3) {
          hash.low = v1 ^ v3;
          v1 ^= 0xdd;
        }
        v0 = (v0 + v1) | 0;
        v1 = ((v1 << 5) | (v1 >>> 27)) ^ v0;
        v0 = (v0 << 16) | (v0 >>> 16);
        v2 = (v2 + v3) | 0;
        v3 = ((v3 << 8) | (v3 >>> 24)) ^ v2;
        v0 = (v0 + v3) | 0;
        v3 = ((v3 << 7) | (v3 >>> 25)) ^ v0;
        v2 = (v2 + v1) | 0;
        v1 = ((v1 << 13) | (v1 >>> 19)) ^ v2;
        v2 = (v2 << 16) | (v2 >>> 16);
      }
      hash.high = v1 ^ v3;
      hash.stable = fnv || 1;
    },
  };
  return hash;
}

/** A key that nobody knows before. */
export function randomKey(): HashKey {
  const word = (): number => (Math.random() * 0x1_0000_0000) | 0;
  return [word(), word()];
}
