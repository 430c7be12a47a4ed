/** Work that takes long where there is much: whoever does it may do something else between its steps. */
export type Steps<Result> = Generator<void, Result, undefined>;

/** Does all steps at once. */
export function allSteps<Result>(steps: Steps<Result>): Result {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}
