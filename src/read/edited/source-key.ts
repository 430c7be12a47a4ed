import { textKeyOf } from './text-key.js';

/**
 * A number for the source of a unit of a memory, by which it is found again. It is made of all the characters in order,
 * native codes included, but for white space: sources that are the same have the same number, and few others have.
 */
export interface SourceKey {
  /** Nothing was added. */
  reset(): void;
  add(text: string): void;
  /** 53 bits. */
  value(): number;
}

/** What a regular expression takes for white space. */
function isSpace(unit: number): boolean {
  if (unit < 0xa0) return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
  if (unit < 0x2000) return unit === 0xa0 || unit === 0x1680;
  if (unit > 0x3000) return unit === 0xfeff;
  return unit <= 0x200a || (unit >= 0x2028 && rareSpaces.includes(unit));
}

const rareSpaces: readonly number[] = [0x2028, 0x2029, 0x202f, 0x205f, 0x3000];

const seeds = [0xdeadbeef, 0x41c6ce57] as const;

/** (After "cyrb53", of which this is the form for a text in pieces.) */
export function createSourceKey(): SourceKey {
  let [high, low]: readonly [number, number] = seeds;
  return {
    reset() {
      [high, low] = seeds;
    },
    add(text) {
      // Local variables are faster than those of the function around.
      let [h, l] = [high, low];
      for (let index = 0; index < text.length; index++) {
        const unit = text.charCodeAt(index);
        if (isSpace(unit)) continue;
        h = Math.imul(h ^ unit, 2654435761);
        l = Math.imul(l ^ unit, 1597334677);
      }
      high = h;
      low = l;
    },
    value() {
      const a = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
      const b = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
      return 4294967296 * (2097151 & b) + (a >>> 0);
    },
  };
}

export function sourceKeyOf(texts: readonly string[]): number {
  const key = createSourceKey();
  for (const text of texts) key.add(text);
  return key.value();
}

/**
 * A number for a target: its text, with `\0KIND DATA\0` for each native code. White space counts, but for that at the ends;
 * line ends are LF.
 */
export function targetKeyOf(text: string): number {
  return textKeyOf(withPlainEnds(text));
}

/** What is the same in texts that count as one: without the white space of XML at the ends, line ends as LF. */
export function withPlainEnds(text: string): string {
  return trimmed(text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);
}

/** Without the white space of XML at the ends. */
export function trimmed(text: string): string {
  let start = 0;
  let end = text.length;
  while (end > 0 && isXmlSpace(text.charCodeAt(end - 1))) end--;
  while (start < end && isXmlSpace(text.charCodeAt(start))) start++;
  return text.slice(start, end);
}

function isXmlSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09;
}
