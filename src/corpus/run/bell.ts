/** Wakes who waits for something to happen, and who comes to wait after it has happened. */
export interface Bell {
  next(): Promise<void>;
  readonly ring: () => void;
}

export function createBell(): Bell {
  let rung = false;
  let wake: (() => void) | undefined;
  return {
    async next() {
      if (!rung)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      rung = false;
      wake = undefined;
    },
    ring() {
      rung = true;
      wake?.();
    },
  };
}
