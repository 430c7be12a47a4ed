import { CorpusError, type CorpusErrorKind, reasonOf } from '../error.js';

/** What is none of a thread's own doing: it would be the same in the caller's. */
const ofRuns: ReadonlySet<CorpusErrorKind> = new Set(['usage', 'input', 'output']);

/** What a worker failed at. A run that cannot go on there says what it says here. `advice`: what to try where a thread died. */
export function workerFailure(error: unknown, advice: string): CorpusError {
  const kind = kindOf(error);
  if (kind !== undefined && ofRuns.has(kind)) return new CorpusError(kind, reasonOf(error), { cause: error });
  return new CorpusError('worker', `A worker thread failed: ${reasonOf(error)}. ${advice}`, { cause: error });
}

/** Errors of other threads have their names and fields, and no class. */
function kindOf(error: unknown): CorpusErrorKind | undefined {
  if (!(error instanceof Error) || error.name !== 'CorpusError' || !('kind' in error)) return undefined;
  return error.kind as CorpusErrorKind;
}
