import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { exportCorpus } from '../../../src/corpus/export/export.js';
import type { Progress } from '../../../src/corpus/run/run.js';
import { filesBelow, temporaryFolder } from '../../support/cli.js';
import { pair } from '../../support/pairs.js';

const article = `---\nms.contentlocale: de-DE\n---\n${pair('1a2b3-102', 'Eins', 'One')}\n`;

/** Waits until all that can go on now has done so. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A tree of three articles, and options that write what is in it. */
function tree(): { root: string; options: { output: string; jobs: number } } {
  const root = temporaryFolder();
  for (const name of ['in/a.md', 'in/sub/b.md', 'in/sub/c.md']) {
    mkdirSync(join(root, name, '..'), { recursive: true });
    writeFileSync(join(root, name), article);
  }
  return { root, options: { output: join(root, 'out'), jobs: 1 } };
}

it('says how many articles it has found, and then of each that is done', async () => {
  const { root, options } = tree();
  const told: Progress[] = [];
  await exportCorpus([join(root, 'in')], options, (progress) => told.push(progress));
  const bytes = Buffer.byteLength(article);
  expect(told).toEqual([
    { articles: 0, total: 1, bytes: 0, pairs: 0 },
    { articles: 0, total: 3, bytes: 0, pairs: 0 },
    { articles: 1, total: 3, bytes, pairs: 1 },
    { articles: 2, total: 3, bytes: 2 * bytes, pairs: 2 },
    { articles: 3, total: 3, bytes: 3 * bytes, pairs: 3 },
  ]);
});

it('takes the format from the name of the output where none is asked for', async () => {
  const { root } = tree();
  const inputs = [join(root, 'in')];
  const { outputs } = await exportCorpus(inputs, { output: join(root, 'all.tmx'), jobs: 1 });
  expect(outputs).toEqual([join(root, 'all.tmx')]);
  const contradicting = exportCorpus(inputs, { output: join(root, 'all.xlf'), formats: ['tmx'], jobs: 1 });
  await expect(contradicting).rejects.toMatchObject({ kind: 'usage' });
  expect(filesBelow(root)).toEqual(['all.tmx', 'in/a.md', 'in/sub/b.md', 'in/sub/c.md']);
});

it('gives what was found in each article, and waits', async () => {
  const { root, options } = tree();
  const events: unknown[] = [];
  const report = await exportCorpus([join(root, 'in')], {
    ...options,
    async onArticle(file) {
      events.push(file);
      await turn();
      events.push('waited for');
    },
  });
  expect(events).toEqual(report.files.flatMap((file) => [file, 'waited for']));
  expect(report.files.map(({ path }) => path)).toEqual(['a', 'sub/b', 'sub/c'].map((name) => `${name}.md`));
});

it('takes inputs as they come', async () => {
  const { root, options } = tree();
  async function* inputs(): AsyncGenerator<string> {
    yield join(root, 'in/sub');
    await turn();
    yield join(root, 'in/a.md');
  }
  const streamed = await exportCorpus(inputs(), options);
  const files = filesBelow(options.output);
  const contents = files.map((file) => readFileSync(join(options.output, file), 'utf8'));
  expect(await exportCorpus([join(root, 'in/sub'), join(root, 'in/a.md')], options)).toEqual(streamed);
  expect(filesBelow(options.output)).toEqual(files);
  expect(files.map((file) => readFileSync(join(options.output, file), 'utf8'))).toEqual(contents);
  expect(streamed).toMatchObject({ articles: 3, pairs: { found: 3, exported: 3 } });
});

it('stops where inputs, or what is called back, fail or are interrupted, and leaves no temporary file', async () => {
  const { root, options } = tree();
  async function* failing(): AsyncGenerator<string> {
    yield join(root, 'in');
    throw new Error('no more inputs');
  }
  await expect(exportCorpus(failing(), options)).rejects.toThrow('no more inputs');
  const controller = new AbortController();
  const run = (onArticle: () => void): Promise<unknown> =>
    exportCorpus([join(root, 'in')], { ...options, formats: ['tmx'], onArticle, signal: controller.signal });
  const fail = (): void => {
    throw new Error('not taken');
  };
  await expect(run(fail)).rejects.toThrow('not taken');
  await expect(run(() => controller.abort(new Error('enough')))).rejects.toThrow('enough');
  await expect(exportCorpus(failing(), { ...options, signal: controller.signal })).rejects.toThrow('enough');
  expect(filesBelow(root).filter((file) => !file.startsWith('in/'))).toEqual([]);
});
