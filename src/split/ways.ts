/** Ways to spell something, of which several may give the same. */
export interface Ways<Value> {
  /** What they give, each once, in their order. */
  readonly values: readonly Value[];
  /** The number of the first way that gives a value. */
  wayOf(index: number): number;
  /** What a way gives; `undefined` where there is no such way, or it was not looked at. */
  indexOf(way: number): number | undefined;
}

/** Looks at ways until there are `most` values. Values are the same where their keys are. */
export function createWays<Value>(
  given: Iterable<Value>,
  keyOf: (value: Value) => string,
  most: number = Number.POSITIVE_INFINITY,
): Ways<Value> {
  const known = new Map<string, number>();
  const values: Value[] = [];
  const ways: number[] = [];
  const indexes: number[] = [];
  for (const value of given) {
    const key = keyOf(value);
    let index = known.get(key);
    if (index === undefined) {
      if (values.length >= most) break;
      index = values.push(value) - 1;
      known.set(key, index);
      ways.push(indexes.length);
    }
    indexes.push(index);
  }
  return { values, wayOf: (index) => ways[index] ?? 0, indexOf: (way) => indexes[way] };
}
