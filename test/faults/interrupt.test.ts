import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesBelow, type Run, sspr } from '../support/cli.js';
import { pair } from '../support/pairs.js';
import { article, manyArticles } from './articles.js';
import { preload, start, until } from './start.js';

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

it('what a killed run left is removed by the next one, a day later', async () => {
  const cwd = manyArticles(2000);
  const { child, ended } = start(['export', 'in', '-o', 'out'], cwd);
  await atWork(cwd);
  child.kill('SIGKILL');
  await ended;
  const leftOvers = (): string[] => filesBelow(join(cwd, 'out')).filter((file) => file.endsWith('.tmp'));
  expect(leftOvers().length).toBeGreaterThan(0);
  const again = (): Run => sspr(['export', 'in/0.md', '-o', 'out', '--overwrite'], { cwd });
  expect(again().status).toBe(0);
  expect(leftOvers().length).toBeGreaterThan(0);
  const before = Date.now() / 1000 - 25 * 60 * 60;
  for (const file of leftOvers()) utimesSync(join(cwd, 'out', file), before, before);
  expect(again().status).toBe(0);
  expect(leftOvers()).toEqual([]);
});

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
    const stuck = preload(`import { writeSync } from 'node:fs';
      AbortController.prototype.abort = () => void writeSync(2, 'heard');`);
    const { child, ended } = start(['export', 'in', '-o', 'out', '-j', '2'], cwd, stuck);
    await atWork(cwd);
    child.stderr?.once('data', () => child.kill(signal));
    child.kill(signal);
    // A run that did not hear the second one would go on to its end, and then no signal ends it.
    expect((await ended).signal).toBe(signal);
    expectWholeFiles(cwd);
  });

  it.each(['1', '2'])('does not wait for workers that are busy, however long they are: -j %s', async (jobs) => {
    // So large that the thread of the caller leaves all of them to workers.
    const cwd = manyArticles(49, article + article.slice(article.indexOf('<span')).repeat(24));
    const busy = preload(`import { isMainThread, parentPort } from 'node:worker_threads';
      import { writeSync } from 'node:fs';
      if (!isMainThread) parentPort.once('message', () => { writeSync(2, 'busy\\n'); for (;;); });`);
    const { child, ended } = start(['export', 'in', '-f', 'tmx', '-o', 'out', '-j', jobs], cwd, busy);
    child.stderr?.once('data', () => child.kill('SIGINT'));
    const { status, stderr } = await ended;
    expect(status).toBe(130);
    expect(stderr).toContain('sspr-tm: interrupted; nothing was done yet.');
    expect(filesBelow(join(cwd, 'out'))).toEqual(['en-US_de-DE.tmx']);
  });

  it.each(signals)('by %s stops a check, too, and an older log is still whole', async (signal, expected) => {
    const wrong = Array.from({ length: 200 }, (_, index) => pair(`1a2b3-${index}`, `Tür ${index}0`, `Door ${index}1`));
    const cwd = manyArticles(1000, `---\nms.contentlocale: de-DE\n---\n${wrong.join('\n\n')}`);
    writeFileSync(join(cwd, 'out/log.json'), 'old');
    const { child, ended } = start(['check', 'in', '--format', 'json', '-o', 'out/log.json'], cwd);
    await until(() => filesBelow(join(cwd, 'out')).some((file) => file.endsWith('.tmp')));
    child.kill(signal);
    const { status, stderr } = await ended;
    expect({ status, stderr }).toEqual({
      status: expected,
      stderr: expect.stringMatching(/^sspr-tm: interrupted; .*Nothing was written\.\n$/),
    });
    expect(filesBelow(join(cwd, 'out'))).toEqual(['en-US_de-DE.tmx', 'log.json']);
    expect(readFileSync(join(cwd, 'out/log.json'), 'utf8')).toBe('old');
  });
});

it.each(signals)('an interrupt by %s ends a review page before it is there', async (signal, expected) => {
  const cwd = manyArticles(3000);
  const { child, ended } = start(['view', 'in', '-o', 'page.html'], cwd);
  // The page is begun, under another name.
  await until(() => readdirSync(cwd).length > 2);
  child.kill(signal);
  const { status, stderr } = await ended;
  expect({ status, stderr }).toEqual({
    status: expected,
    stderr: expect.stringMatching(/^sspr-tm: interrupted; .*Nothing was written\.\n$/),
  });
  expect(existsSync(join(cwd, 'page.html'))).toBe(false);
  expect(filesBelow(cwd).filter((file) => file.endsWith('.tmp'))).toEqual([]);
});
