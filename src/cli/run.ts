import type { Progress } from '../corpus/export.js';
import { createInterrupt } from './interrupt.js';
import { createProgressLine } from './progress.js';
import type { Streams } from './streams.js';

/** What a run over a corpus is given. */
export interface RunOver {
  /** Aborted by the first signal of an interrupt. */
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
  /** Takes the progress line away, before anything else is printed. */
  readonly clear: () => void;
}

/** How a run is told of. */
export interface RunWords {
  readonly quiet: boolean;
  /** What becomes of an article: `done`. */
  readonly done: string;
  /** What an interrupt leaves behind. */
  readonly left: string;
}

/**
 * Does a run over a corpus with a progress line, and tells of interrupts and of what made it fail. The exit status is
 * that of the run, 130 or 143 where it was interrupted, 2 where it was called in a wrong way, else 3.
 */
export async function runOver(
  streams: Streams,
  { quiet, done, left }: RunWords,
  run: (over: RunOver) => Promise<number>,
): Promise<number> {
  const { CorpusError } = await import('../corpus/error.js');
  const fail = (message: string): void => void streams.stderr.write(`sspr-tm: ${message}\n`);
  const line = createProgressLine(streams, quiet);
  const interrupt = createInterrupt(streams);
  const onProgress = (progress: Progress): void => {
    interrupt.progress = `${progress.articles} of ${progress.total} articles were ${done}`;
    line.show(progress);
  };
  try {
    return await run({ signal: interrupt.signal, onProgress, clear: () => line.clear() });
  } catch (error) {
    line.clear();
    if (interrupt.signal.aborted) {
      fail(`interrupted; ${interrupt.progress}. ${left}`);
      return interrupt.status;
    }
    if (!(error instanceof CorpusError)) throw error;
    fail(error.message);
    return error.kind === 'usage' ? 2 : 3;
  } finally {
    interrupt.release();
  }
}
