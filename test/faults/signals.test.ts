import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/cli.js';
import { preload, start } from './start.js';

describe('signals while one article is at work', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    '%s, sent again, ends a run that waits for the writer of a pipe',
    async (signal) => {
      const cwd = temporaryFolder();
      execFileSync('mkfifo', [join(cwd, 'pipe.md')]);
      const toldOfThread = preload(`import { isMainThread } from 'node:worker_threads';
      import { writeSync } from 'node:fs';
      if (!isMainThread) writeSync(2, 'thread');`);
      const { child, ended } = start(['check', 'pipe.md'], cwd, toldOfThread);
      await new Promise((resolve) => child.stderr?.once('data', resolve));
      // Nobody ever writes: without a thread of its own, the run would hear none of them.
      const timer = setInterval(() => child.kill(signal), 100);
      const { signal: by } = await ended;
      clearInterval(timer);
      expect(by).toBe(signal);
    },
  );
});
