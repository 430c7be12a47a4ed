/** Halves of pairs come before U+E000 to U+FFFF as code units, and after them as characters and as bytes. */
const surrogate = /[\ud800-\udfff]/;

/** Compares texts in the order of their bytes in UTF-8. For most, it is that of their code units. */
export function compareBytes(a: string, b: string): number {
  if (a === b) return 0;
  if (surrogate.test(a) || surrogate.test(b)) return Buffer.compare(Buffer.from(a), Buffer.from(b));
  return a < b ? -1 : 1;
}
