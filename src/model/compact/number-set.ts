/** A set of numbers that can hold any count of them: a `Set` throws at 16,777,216. Some 16 bytes for each. */
export interface NumberSet {
  readonly size: number;
  has(value: number): boolean;
  /** Whether it was not there before. */
  add(value: number): boolean;
}

/** The numbers are whole, from 0 to 2⁵³ - 1, and hashes, so that their low bits are spread. */
export function createNumberSet(): NumberSet {
  /** A number is kept plus one, so that 0 is none. */
  let slots = new Float64Array(64);
  let size = 0;
  const slotOf = (value: number): number => {
    const mask = slots.length - 1;
    let slot = value % slots.length;
    for (let found = slots[slot]; found !== 0 && found !== value + 1; found = slots[slot]) slot = (slot + 1) & mask;
    return slot;
  };
  const grow = (): void => {
    const old = slots;
    slots = new Float64Array(2 * old.length);
    for (const kept of old) if (kept !== 0) slots[slotOf(kept - 1)] = kept;
  };
  return {
    get size() {
      return size;
    },
    has: (value) => slots[slotOf(value)] !== 0,
    add(value) {
      const slot = slotOf(value);
      if (slots[slot] !== 0) return false;
      slots[slot] = value + 1;
      if (++size * 2 > slots.length) grow();
      return true;
    },
  };
}
