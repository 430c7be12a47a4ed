import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { exportCorpus, type Progress } from '../../src/corpus/export.js';
import { temporaryFolder } from '../support/cli.js';
import { pair } from '../support/pairs.js';

it('tells how many articles it has found, and then of each that is done', async () => {
  const root = temporaryFolder();
  const article = `---\nms.contentlocale: de-DE\n---\n${pair('1a2b3-102', 'Eins', 'One')}\n`;
  for (const name of ['in/a.md', 'in/sub/b.md', 'in/sub/c.md']) {
    mkdirSync(join(root, name, '..'), { recursive: true });
    writeFileSync(join(root, name), article);
  }
  const told: Progress[] = [];
  const options = { output: join(root, 'out'), jobs: 1 };
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
