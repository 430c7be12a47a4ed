import type { Progress } from '../../corpus/run/run.js';
import { createInterrupt, type Interrupt } from '../interrupt.js';
import { createProgressLine } from '../terminal/progress.js';
import { say } from '../terminal/say.js';
import type { Streams } from '../terminal/streams.js';

/** What a run over a corpus is given. */
export interface RunOver {
  /** Aborted by the first signal of an interrupt. */
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
  /** Takes the progress line away, before anything else is printed. */
  readonly clear: () => void;
}

/** How a run is reported. */
export interface RunWords {
  readonly quiet: boolean;
  /** What becomes of an article: `done`. */
  readonly done: string;
  /** What an interrupt leaves behind, in a sentence. */
  readonly left: string;
  /** What is said of an interrupt. Default: how far the run is, and what is left. */
  readonly interrupted?: () => string;
  /** The exit status where nobody reads the output any more: that of what was found until then. Default: 0. */
  readonly closed?: () => number;
}

/**
 * Does a run over a corpus with a progress line, and reports interrupts and what made it fail. The exit status is
 * that of the run, 130 or 143 where it was interrupted, 2 where it was called in a wrong way, else 3.
 */
export async function runOver(
  streams: Streams,
  { quiet, done, left, interrupted, closed = () => 0 }: RunWords,
  run: (over: RunOver) => Promise<number>,
): Promise<number> {
  const line = createProgressLine(streams, quiet);
  const interrupt = createInterrupt(streams);
  const onProgress = (progress: Progress): void => {
    // They are still looked for.
    if (progress.articles === 0) return;
    interrupt.progress = `${progress.articles} of ${progress.total} articles were ${done}`;
    line.show(progress);
  };
  try {
    return await run({ signal: interrupt.signal, onProgress, clear: () => line.clear() });
  } catch (error) {
    line.clear();
    const { isClosedByReader } = await import('../../corpus/error.js');
    if (!interrupt.signal.aborted && isClosedByReader(error)) return closed();
    const words = interrupted?.() ?? `interrupted; ${interrupt.progress}. ${left}`;
    return await tellFailure(error, streams, interrupt, words);
  } finally {
    interrupt.release();
  }
}

/** Says what made a run fail, and gives the exit status for it. What no run is expected to fail by is thrown again. */
async function tellFailure(
  error: unknown,
  streams: Streams,
  { signal, status }: Interrupt,
  interrupted: string,
): Promise<number> {
  if (signal.aborted) {
    say(streams, interrupted);
    return status;
  }
  const { CorpusError } = await import('../../corpus/error.js');
  if (!(error instanceof CorpusError)) throw error;
  say(streams, error.message);
  return error.kind === 'usage' ? 2 : 3;
}
