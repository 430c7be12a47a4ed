/** Gives the next of lists that come some at a time; `undefined` after the last. */
export function oneByOne<T>(lists: AsyncGenerator<readonly T[], void, undefined>): () => Promise<T | undefined> {
  let list: readonly T[] = [];
  let next = 0;
  return async () => {
    while (next === list.length) {
      const { value, done } = await lists.next();
      if (done === true || value === undefined) return undefined;
      list = value;
      next = 0;
    }
    return list[next++];
  };
}
