import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportCorpus } from '../../src/corpus/export/export.js';
import { filesBelow, sspr, temporaryFolder } from '../support/cli.js';
import { pair } from '../support/pairs.js';
import { article, manyArticles, shortArticle } from './articles.js';
import { preload, start } from './start.js';

const inWorker = (script: string): string[] =>
  preload(`import { isMainThread, parentPort } from 'node:worker_threads'; if (!isMainThread) { ${script} }`);

/** With articles in its hands: in place of its first result. */
const atWork = (script: string): string => `const post = parentPort.postMessage.bind(parentPort);
  parentPort.postMessage = (message, transfer) => {
    if (message.blocks === undefined) post(message, transfer);
    else setImmediate(() => { ${script} });
  };`;

/** Each result of a worker is a line. */
const counting = inWorker(`const post = parentPort.postMessage.bind(parentPort);
  const { writeSync } = await import('node:fs');
  parentPort.postMessage = (message, transfer) => {
    if (message.blocks !== undefined) writeSync(2, \`${'$'}{message.results.length} articles\\n\`);
    post(message, transfer);
  };`);

/** Of more bytes than the thread of the caller takes. */
const largeArticle = article + article.slice(article.indexOf('<span')).repeat(24);

/** A thousand articles, the last of which goes to a worker in any case, however long that takes to start. */
function articlesForWorkers(text?: string): string {
  const cwd = manyArticles(1000, text);
  writeFileSync(join(cwd, 'in/999.md'), largeArticle);
  return cwd;
}

describe('worker threads', () => {
  it('process what is large, of which the thread of the caller takes nothing, to the same bytes', async () => {
    const cwd = manyArticles(25, largeArticle);
    const outputs = [];
    for (const jobs of ['1', '2', '3']) {
      const args = ['export', 'in', '-f', 'tmx', '-o', jobs, '-j', jobs, '-q'];
      const { status, stderr } = await start(args, cwd, counting).ended;
      const batches = stderr.split('\n').filter(Boolean).sort();
      expect({ status, batches }).toEqual({ status: 0, batches: ['1 articles', '24 articles'] });
      outputs.push(readFileSync(join(cwd, jobs, 'en-US_de-DE.tmx')));
    }
    expect(outputs[0]?.length).toBeGreaterThan(10_000_000);
    expect(outputs[1]?.equals(outputs[0] as Buffer)).toBe(true);
    expect(outputs[2]?.equals(outputs[0] as Buffer)).toBe(true);
  });

  it.each([
    { large: [], batches: [] },
    { large: ['00'], batches: ['24 articles'] },
    { large: ['23'], batches: ['1 articles'] },
    { large: ['10', '12', '47', '49'], batches: ['14 articles', '1 articles', '1 articles'] },
  ])('have a batch from the first large article on: $large', async ({ large, batches }) => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, 'in'));
    for (let index = 0; index < 50; index++) {
      const name = String(index).padStart(2, '0');
      // Articles of two languages, and of different lengths.
      const text = (large.includes(name) ? largeArticle : shortArticle).replace('de-DE', index % 3 ? 'de-DE' : 'fr-FR');
      writeFileSync(join(cwd, 'in', `${name}.md`), text + pair('1a2b3-p1', `Satz ${index}`, `Sentence ${index}`));
    }
    const args = ['export', 'in', '-f', 'tmx', '-o', '1', '-j', '1', '-q'];
    const { status, stderr } = await start(args, cwd, counting).ended;
    expect({ status, stderr }).toEqual({ status: 0, stderr: batches.map((batch) => `${batch}\n`).join('') });
    const ofLibrary = join(cwd, 'library');
    await exportCorpus([join(cwd, 'in')], { formats: ['tmx'], output: ofLibrary, jobs: 1 });
    for (const file of ['en-US_de-DE.tmx', 'en-US_fr-FR.tmx']) {
      expect(readFileSync(join(cwd, '1', file), 'utf8')).toBe(readFileSync(join(ofLibrary, file), 'utf8'));
    }
  });
});

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
      const cwd = articlesForWorkers();
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

  it.each([
    ['split', 'in', '-o', 'made'],
    ['split', 'in', '--verify', '-o', 'made'],
    ['check', 'in', '-f', 'json', '-o', 'made'],
    ['view', 'in', '-o', 'made'],
    ['merge', 'in', 'all.tmx', '-o', 'made'],
  ])('the same: %s', async (...args) => {
    const cwd = articlesForWorkers(shortArticle);
    expect(sspr(['export', 'in', '-f', 'tmx', '-o', 'all.tmx', '-q'], { cwd }).status).toBe(0);
    const { ended } = start([...args, '-j', '2'], cwd, inWorker(atWork('process.exit(7)')));
    expect(await ended).toMatchObject({
      status: 3,
      stderr: 'sspr-tm: A worker thread failed: it ended with status 7. Try it with --jobs 1.\n',
    });
    // What was written until then is whole.
    const left = filesBelow(cwd).filter((file) => !/^(?:in|out)[\\/]|^all\.tmx$/.test(file));
    const [command] = args;
    if (command === 'check' || command === 'view') expect(left).toEqual([]);
    for (const file of left) {
      expect(file).toMatch(/\.md$/);
      expect(readFileSync(join(cwd, file), 'utf8')).toMatch(/\n$/);
    }
  });

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
