import { setImmediate } from 'node:timers/promises';

/** Milliseconds of work after which signals and timers get their turn. */
const longestTurn = 50;

/** Gives others their turn, when it is time. Rejects with the reason of the signal. */
export type Turns = () => Promise<void>;

/** For work that does not wait for anything by itself. */
export function createTurns(signal: AbortSignal | undefined): Turns {
  let turn = performance.now();
  return async () => {
    if (performance.now() - turn > longestTurn) {
      await setImmediate();
      turn = performance.now();
    }
    signal?.throwIfAborted();
  };
}

/** Does work step by step, and gives others their turn between. Rejects with the reason of the signal. */
export async function inTurns<Result>(
  steps: Generator<void, Result, undefined>,
  signal: AbortSignal | undefined,
): Promise<Result> {
  const turns = createTurns(signal);
  let step = steps.next();
  for (let count = 1; step.done !== true; step = steps.next(), count++) {
    if (count % stepsAtOnce === 0) await turns();
  }
  return step.value;
}

/** Steps that are short. */
const stepsAtOnce = 64;
