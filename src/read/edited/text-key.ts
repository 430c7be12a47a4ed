/** Of the platform, in browsers too. */
interface Encoder {
  encodeInto(text: string, into: Uint8Array): { readonly written: number };
}

let encoder: Encoder | undefined;
/** For texts that are not long. Nothing stays in it. */
const usual = new Uint8Array(1 << 14);

/** A number of 53 bits for a text, white space included: few other texts have it. Four bytes of UTF-8 are taken at a time. */
export function textKeyOf(text: string): number {
  encoder ??= new (globalThis as unknown as { TextEncoder: new () => Encoder }).TextEncoder();
  const most = 3 * text.length + 4;
  const bytes = most <= usual.length ? usual : new Uint8Array(most + 4 - (most % 4));
  const { written } = encoder.encodeInto(text, bytes);
  bytes.fill(0, written, written + 4);
  const words = new Uint32Array(bytes.buffer, 0, (written + 3) >> 2);
  let one = 0x2545f491 ^ written;
  let other = 0x41c6ce57;
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? 0;
    one = Math.imul(one ^ word, 0x9e3779b1);
    one ^= one >>> 15;
    other = Math.imul(other ^ word, 0x5f356495);
    other ^= other >>> 13;
  }
  const first = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909);
  const second = Math.imul(other ^ (other >>> 16), 2246822507) ^ Math.imul(first ^ (first >>> 13), 3266489909);
  return 4294967296 * (2097151 & second) + (first >>> 0);
}
