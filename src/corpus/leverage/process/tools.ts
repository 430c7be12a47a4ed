import type { LeverageMatcher } from '../../../leverage/look-up.js';
import type { SentenceRules } from '../../../read/source/cut/sentences.js';
import type { Exporters } from '../../places/exporters.js';

/** What articles of a run are read, filled and written with, in one thread. */
export interface LeverageTools {
  readonly matcher: LeverageMatcher;
  /** The hashes of English originals that memories name. */
  readonly originals: ReadonlySet<string>;
  readonly exporters: Exporters;
  /** Those of an SRX file. */
  readonly sentences: SentenceRules | undefined;
}

/** Of the runs of this thread, by their numbers: a matcher cannot go to another one. */
const known = new Map<number, Promise<LeverageTools>>();
let runs = 0;

/** Keeps the tools of a run of this thread, which may not be there yet; gives its number. */
export function keepTools(tools: Promise<LeverageTools>): number {
  const run = ++runs;
  known.set(run, tools);
  // A run that they are not there for says why, when it waits for them.
  tools.catch(() => undefined);
  return run;
}

/** The tools of a run; `undefined`: it is the run of another thread. */
export function toolsOfRun(run: number): Promise<LeverageTools> | undefined {
  return known.get(run);
}

/** The run is over. */
export function dropTools(run: number): void {
  known.delete(run);
}
