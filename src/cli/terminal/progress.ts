import type { Progress } from '../../corpus/run/run.js';
import { count, countOf } from '../../corpus/words/count.js';
import type { Streams } from './streams.js';

export { count, countOf };

/** A line that says how far a run is. */
export interface ProgressLine {
  show(progress: Progress): void;
  /** Takes the line away. */
  clear(): void;
}

const firstAfter = 1000;
const interval = 200;

/** Shows nothing unless standard error is a terminal and the run takes longer than a second. */
export function createProgressLine({ stderr }: Streams, quiet: boolean): ProgressLine {
  if (quiet || stderr.isTTY !== true) return { show: () => undefined, clear: () => undefined };
  const start = performance.now();
  let line: ReturnType<typeof import('log-update').createLogUpdate> | undefined;
  let loading = false;
  let last = 0;
  let done = false;
  return {
    show(progress) {
      const now = performance.now();
      if (now - start < firstAfter || now - last < interval) return;
      last = now;
      if (line !== undefined) return void line(describe(progress, (now - start) / 1000));
      if (loading) return;
      loading = true;
      // Most runs end before a line is needed; then the module is not loaded at all.
      void import('log-update').then(({ createLogUpdate }) => {
        if (!done) line = createLogUpdate(withSize(stderr));
      });
    },
    clear() {
      done = true;
      line?.clear();
    },
  };
}

/**
 * A stream that always has a size.
 *
 * Terminals without a window (`script`, a container, CI) say that they have no rows, and then nothing would be shown.
 */
function withSize(stderr: Streams['stderr']): NodeJS.WritableStream {
  return Object.create(stderr, {
    rows: { get: () => stderr.rows || 24 },
    columns: { get: () => stderr.columns || 80 },
    write: { value: (text: string) => stderr.write(text) },
  });
}

function describe({ articles, total, bytes, pairs }: Progress, seconds: number): string {
  const share = articles / total;
  const left = Math.ceil((seconds / share) * (1 - share));
  const megabytes = bytes / 1e6;
  return [
    `${count(articles)} of ${count(total)} articles`,
    `${megabytes.toFixed(1)} MB`,
    `${count(pairs)} pairs`,
    `${(megabytes / seconds).toFixed(1)} MB/s`,
    `${left} s left`,
  ].join(', ');
}
