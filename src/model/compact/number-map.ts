/** A map from numbers to numbers, of any count: a `Map` throws at 16,777,216, and takes longer. Some 40 bytes for each. */
export interface NumberMap {
  get(key: number): number | undefined;
  set(key: number, value: number): void;
}

/** Keys are whole, from 0 to 2⁵³ - 1, and hashes, so that their low bits are spread. Values are whole, from 0 to 2³¹ - 2. */
export function createNumberMap(): NumberMap {
  let keys = new Float64Array(64);
  /** A value is kept plus one, so that 0 is none. */
  let values = new Int32Array(64);
  let size = 0;
  const slotOf = (key: number): number => {
    const mask = keys.length - 1;
    let slot = key & mask;
    while (values[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  };
  const grow = (): void => {
    const [oldKeys, oldValues] = [keys, values];
    keys = new Float64Array(2 * oldKeys.length);
    values = new Int32Array(keys.length);
    for (let old = 0; old < oldKeys.length; old++) {
      const value = oldValues[old] ?? 0;
      if (value === 0) continue;
      const key = oldKeys[old] ?? 0;
      const slot = slotOf(key);
      keys[slot] = key;
      values[slot] = value;
    }
  };
  return {
    get(key) {
      const value = values[slotOf(key)] ?? 0;
      return value === 0 ? undefined : value - 1;
    },
    set(key, value) {
      const slot = slotOf(key);
      const isNew = values[slot] === 0;
      keys[slot] = key;
      values[slot] = value + 1;
      if (isNew && ++size * 2 > keys.length) grow();
    },
  };
}
