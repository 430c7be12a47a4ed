/** Files that are being flushed to the disk, a few at a time. */
export interface Committing {
  /** Takes one more, and waits where there are enough. Rejects with the first failure of any, at the next turn. */
  add(committed: void | Promise<void>): Promise<void>;
  /** Waits until all are on the disk. Rejects with the first failure. */
  finish(): Promise<void>;
  /** Waits until none is under way, whatever becomes of them. */
  settle(): Promise<void>;
}

/** The disk groups flushes that wait together; more than this bring nothing. */
const mostAtOnce = 16;

export function createCommitting(): Committing {
  const underWay = new Set<Promise<void>>();
  let failure: unknown;
  const settle = async (): Promise<void> => {
    await Promise.all(underWay);
  };
  const tellFailure = (): void => {
    if (failure !== undefined) throw failure;
  };
  return {
    async add(committed) {
      const entry: Promise<void> = Promise.resolve(committed)
        .catch((error: unknown) => {
          failure ??= error;
        })
        .finally(() => underWay.delete(entry));
      underWay.add(entry);
      if (underWay.size >= mostAtOnce) await Promise.race(underWay);
      tellFailure();
    },
    async finish() {
      await settle();
      tellFailure();
    },
    settle,
  };
}
