/** Gives the first place, from `from` on, that has one of some keys; `undefined` where there is none. `from` only grows. */
export type Queues = (keys: readonly string[], from: number) => number | undefined;

/** The places of keys. Each is passed once. */
export function createQueues(keys: readonly string[]): Queues {
  const placesOf = new Map<string, { readonly places: number[]; next: number }>();
  for (const [place, key] of keys.entries()) {
    const queue = placesOf.get(key);
    if (queue === undefined) placesOf.set(key, { places: [place], next: 0 });
    else queue.places.push(place);
  }
  return (wanted, from) => {
    let first: number | undefined;
    for (const key of wanted) {
      const queue = placesOf.get(key);
      if (queue === undefined) continue;
      while ((queue.places[queue.next] ?? from) < from) queue.next++;
      const place = queue.places[queue.next];
      if (place !== undefined && (first === undefined || place < first)) first = place;
    }
    return first;
  };
}
