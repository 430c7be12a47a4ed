/** As much of a map as is needed to count things. */
export interface LargeMap<K, V> {
  get(key: K): V | undefined;
  set(key: K, value: V): void;
  delete(key: K): void;
}

/** A map of JavaScript takes no more than 16,777,215 entries, and throws. */
const mostInOne = 16_000_000;

/** A map of any number of entries: a further one is begun where one is full, and all are asked in turn. */
export function createLargeMap<K, V>(most: number = mostInOne): LargeMap<K, V> {
  let last = new Map<K, V>();
  const all = [last];
  const mapOf = (key: K): Map<K, V> | undefined => (last.has(key) ? last : all.find((map) => map.has(key)));
  return {
    get: (key) => (all.length === 1 ? last : mapOf(key))?.get(key),
    set(key, value) {
      const known = all.length === 1 ? undefined : mapOf(key);
      if (known === undefined && last.size >= most && !last.has(key)) {
        last = new Map();
        all.push(last);
      }
      (known ?? last).set(key, value);
    },
    delete: (key) => void mapOf(key)?.delete(key),
  };
}
