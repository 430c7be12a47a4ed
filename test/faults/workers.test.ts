import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesBelow } from '../support/cli.js';
import { pair } from '../support/pairs.js';
import { article, manyArticles } from './articles.js';
import { preload, start } from './start.js';

const inWorker = (script: string): string[] =>
  preload(`import { isMainThread, parentPort } from 'node:worker_threads'; if (!isMainThread) { ${script} }`);

/** With articles in its hands: behind the first ones that it has processed, others wait. */
const atWork = (script: string): string => `const post = parentPort.postMessage.bind(parentPort);
  parentPort.postMessage = (message, transfer) => {
    post(message, transfer);
    if (message === 'ready') parentPort.once('message', () => { ${script} });
  };`;

describe('a worker thread that dies', () => {
  it.each([
    ['at its start', 'throw new Error("boom")', 'boom'],
    ['by an error', atWork('throw new Error("boom")'), 'boom'],
    ['by its exit', atWork('process.exit(7)'), 'it ended with status 7'],
    [
      'out of memory',
      atWork('const all = []; for (;;) all.push(new Array(1e6).fill(1.5))'),
      'Worker terminated due to reaching memory limit: JS heap out of memory',
    ],
  ])(
    '%s: the run says so, exits with 3, leaves nothing of itself, and keeps the older file',
    async (_, script, reason) => {
      const cwd = manyArticles(1000);
      const { ended } = start(['export', 'in', '-f', 'tmx', '-o', 'out', '-j', '2'], cwd, inWorker(script));
      const { status, stderr } = await ended;
      expect({ status, stderr }).toEqual({
        status: 3,
        stderr: `sspr-tm: A worker thread failed: ${reason}. Try it with --jobs 1.\n`,
      });
      expect(filesBelow(join(cwd, 'out'))).toEqual(['en-US_de-DE.tmx']);
      expect(readFileSync(join(cwd, 'out/en-US_de-DE.tmx'), 'utf8')).toBe('old');
    },
  );

  it('of an article that is too large for its memory: the same', async () => {
    const cwd = manyArticles(300);
    const large = `${pair('1a2b3-999', 'Ein Satz.', 'A sentence.')}\n\n`.repeat(300_000);
    writeFileSync(join(cwd, 'in/150.md'), article + large);
    const args = ['export', 'in', '-f', 'tmx', '-o', 'out', '-j', '2'];
    const { status, stderr } = await start(args, cwd, ['--max-old-space-size=60']).ended;
    expect(stderr).toContain('A worker thread failed: Worker terminated due to reaching memory limit');
    expect(status).toBe(3);
    expect(filesBelow(join(cwd, 'out'))).toEqual(['en-US_de-DE.tmx']);
    expect(readFileSync(join(cwd, 'out/en-US_de-DE.tmx'), 'utf8')).toBe('old');
  });
});
