import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/cli.js';
import { pair } from '../support/pairs.js';
import { shortArticle } from './articles.js';
import { heard, preload, start, until } from './start.js';

const statuses = [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const;

describe('signals while one article is at work', () => {
  it.each(statuses)('%s ends a run that waits for the writer of a pipe in good order', async (signal, expected) => {
    const cwd = temporaryFolder();
    execFileSync('mkfifo', [join(cwd, 'pipe.md')]);
    const { child, ended } = start(['check', 'pipe.md'], cwd, tellsOfListeners);
    await heard(child);
    // Nobody ever writes.
    child.kill(signal);
    expect(await ended).toMatchObject({ status: expected, stderr: expect.stringContaining('interrupted;') });
  });

  it.each(statuses)('%s, sent again, ends a run whose thread hears nothing', async (signal) => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'a.md'), shortArticle + pair('1a2b3-9', 'Tür', 'Door').repeat(6000));
    const busy = preload(`import { isMainThread } from 'node:worker_threads';
      import { writeSync } from 'node:fs';
      if (!isMainThread) setImmediate(() => { writeSync(2, 'busy'); for (;;); });`);
    const { child, ended } = start(['check', 'a.md'], cwd, busy);
    await heard(child);
    // As often as it takes: two that come at once may be heard as one.
    await until(() => !child.kill(signal));
    expect((await ended).signal).toBe(signal);
  });
});

/** Says so when a run in a thread hears signals. */
const tellsOfListeners = preload(`import { isMainThread } from 'node:worker_threads';
  import { EventEmitter } from 'node:events';
  import { writeSync } from 'node:fs';
  const { on } = EventEmitter.prototype;
  EventEmitter.prototype.on = function (name, listener) {
    if (!isMainThread && name === 'SIGTERM') writeSync(2, 'listens');
    return on.call(this, name, listener);
  };`);
