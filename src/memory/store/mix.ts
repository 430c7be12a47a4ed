/** Two seeds make two numbers of the same four, which together are a hash of 64 bits. */
export const firstSeed = 0x2f0b4c47;

/** A hash of four numbers (MurmurHash3). */
export function mix(seed: number, a: number, b: number, c: number, d: number): number {
  let hash = stir(stir(stir(stir(seed, a), b), c), d);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

function stir(hash: number, value: number): number {
  let word = Math.imul(value, 0xcc9e2d51);
  word = Math.imul((word << 15) | (word >>> 17), 0x1b873593);
  const mixed = hash ^ word;
  return (Math.imul((mixed << 13) | (mixed >>> 19), 5) + 0xe6546b64) | 0;
}
