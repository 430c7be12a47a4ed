import { createTextHash, type HashKey, type TextHash } from '../../src/memory/store/hash.js';

/** A hash of texts whose keyed part has four bits: nearly all texts have that of another one. */
export function weakHash(key: HashKey): TextHash {
  const strong = createTextHash(key);
  const weaken = (): void => {
    hash.low = strong.low & 3;
    hash.high = strong.high & 3;
    hash.stable = strong.stable;
  };
  const hash: TextHash = {
    low: 0,
    high: 0,
    stable: 0,
    of(text, salt) {
      strong.of(text, salt);
      weaken();
    },
    ofUnits(units, start, end, salt) {
      strong.ofUnits(units, start, end, salt);
      weaken();
    },
  };
  return hash;
}
