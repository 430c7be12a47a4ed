/**
 * A number for the source of a unit of a memory, by which it is found again. It is made of all the characters in order,
 * native codes included, but for white space: sources that are the same have the same number, and few others have.
 */
export interface SourceKey {
  add(text: string): void;
  /** 53 bits. */
  value(): number;
}

/** (After "cyrb53", of which this is the form for a text in pieces.) */
export function createSourceKey(): SourceKey {
  const key = createTextKey();
  return { add: (text) => key.add(text.replace(/\s+/g, '')), value: key.value };
}

/** A number for a text, white space included. */
export function textKeyOf(text: string): number {
  const key = createTextKey();
  key.add(text);
  return key.value();
}

function createTextKey(): SourceKey {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  return {
    add(text) {
      for (let index = 0; index < text.length; index++) {
        const unit = text.charCodeAt(index);
        high = Math.imul(high ^ unit, 2654435761);
        low = Math.imul(low ^ unit, 1597334677);
      }
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
  return textKeyOf(trimmed(text.replace(/\r\n?/g, '\n')));
}

/** Without the white space of XML at the ends. */
export function trimmed(text: string): string {
  let end = text.length;
  while (end > 0 && /[ \t\r\n]/.test(text.charAt(end - 1))) end--;
  return text.slice(0, end).replace(/^[ \t\r\n]+/, '');
}
