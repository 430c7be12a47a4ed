import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesBelow } from '../support/cli.js';
import { article, manyArticles } from './articles.js';
import { pause, preload, start, until } from './start.js';

const signals = [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const;

/** It is at work when it wrote some articles. */
const atWork = (cwd: string): Promise<void> => until(() => filesBelow(join(cwd, 'out')).length >= 4);

function expectWholeFiles(cwd: string): void {
  expect(readFileSync(join(cwd, 'out/en-US_de-DE.tmx'), 'utf8')).toBe('old');
  for (const file of filesBelow(join(cwd, 'out')).filter((name) => name.endsWith('.xlf'))) {
    expect(readFileSync(join(cwd, 'out', file), 'utf8').endsWith('</xliff>\n')).toBe(true);
  }
}

describe('an interrupt', () => {
  it.each(signals)(
    'by %s stops in good order: no temporary file is left, all others are whole',
    async (signal, expected) => {
      const cwd = manyArticles(2000);
      const { child, ended } = start(['export', 'in', '-o', 'out'], cwd);
      await atWork(cwd);
      child.kill(signal);
      const { status, stderr } = await ended;
      expect(status).toBe(expected);
      expect(stderr).toMatch(
        /^sspr-tm: interrupted; \d+ of 2000 articles were done\. Files that are there are whole\.\n$/,
      );
      expect(filesBelow(join(cwd, 'out')).filter((file) => file.endsWith('.tmp'))).toEqual([]);
      expectWholeFiles(cwd);
    },
  );

  it.each(signals)('by a second %s ends at once, even if the first one gets stuck; files are whole', async (signal) => {
    const cwd = manyArticles(2000);
    // The first one is heard, and then nothing comes of it.
    const stuck = preload('AbortController.prototype.abort = () => undefined;');
    const { child, ended } = start(['export', 'in', '-o', 'out', '-j', '2'], cwd, stuck);
    await atWork(cwd);
    child.kill(signal);
    await pause(100);
    expect(child.exitCode).toBe(null);
    const before = performance.now();
    child.kill(signal);
    expect((await ended).signal).toBe(signal);
    expect(performance.now() - before).toBeLessThan(1000);
    expectWholeFiles(cwd);
  });

  // A batch of articles that workers have in hands is waited for, however long that takes.
  it('stops within a second while workers are busy with large articles', async () => {
    const cwd = manyArticles(60, article.repeat(60));
    const { child, ended } = start(['export', 'in', '-f', 'tmx', '-o', 'out', '-j', '2'], cwd);
    await pause(800);
    const before = performance.now();
    child.kill('SIGINT');
    expect((await ended).status).toBe(130);
    expect(performance.now() - before).toBeLessThan(1000);
  });
});
