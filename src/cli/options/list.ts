/** For options that may be given often, and take several values with commas between. */
export function collectList(value: string, previous: readonly string[] = []): readonly string[] {
  return addTo(
    previous,
    value.split(',').map((part) => part.trim()),
  );
}

/** For options that may be given often, and take one value each time. */
export function collectWhole(value: string, previous: readonly string[] = []): readonly string[] {
  return addTo(previous, [value]);
}

function addTo(previous: readonly string[], values: readonly string[]): readonly string[] {
  // Each is added to the same list: an option that is given often is no reason to copy it as often.
  const list = lists.has(previous) ? (previous as string[]) : [...previous];
  lists.add(list);
  for (const value of values) list.push(value);
  return list;
}

/** Lists that were made here: nobody else has them. */
const lists = new WeakSet<readonly string[]>();
