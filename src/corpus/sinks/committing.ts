import { createFileSink, type FileSinkOptions } from './file-sink.js';
import type { Sink } from './sink.js';

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

/** Files that are written one after the other, each as a whole. */
export interface FileWriter extends Pick<Committing, 'finish'> {
  /** The pieces are with the system before anything is waited for. */
  write(path: string, pieces: readonly Uint8Array[], options: FileSinkOptions): Promise<void>;
  /** Takes away what is not whole. */
  discard(): Promise<void>;
}

export function createFileWriter(): FileWriter {
  const committing = createCommitting();
  const open = new Set<Sink>();
  const commit = async (sink: Sink): Promise<void> => {
    try {
      await sink.commit();
    } finally {
      open.delete(sink);
    }
  };
  return {
    async write(path, pieces, options) {
      const sink = createFileSink(path, options);
      open.add(sink);
      for (const piece of pieces) {
        const waiting = sink.write(piece);
        // That of a file waits for nothing.
        if (waiting !== undefined) await waiting;
      }
      sink.flush();
      await committing.add(commit(sink));
    },
    finish: committing.finish,
    async discard() {
      await committing.settle();
      for (const sink of open) sink.discard();
    },
  };
}
