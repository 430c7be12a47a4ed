import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { splitCorpus } from '../../../src/corpus/split/split.js';
import { tree } from '../../support/cli.js';
import { pair } from '../../support/pairs.js';

const article = `---\nms.contentlocale: de-DE\n---\n${pair('1a2b3-102', 'Eins', 'One')}\n`;

it('what an earlier run wrote within an input is no input, whether that is named or listed', async () => {
  const cwd = tree({ 'in/a.md': article, 'in/sub/b.md': article });
  const list = join(cwd, 'list.txt');
  writeFileSync(list, `${join(cwd, 'in')}\n`);
  const totals: number[] = [];
  const options = { output: join(cwd, 'in/out'), jobs: 1 };
  const onProgress = ({ total }: { readonly total: number }) => void totals.push(total);
  const first = await splitCorpus([join(cwd, 'in')], options);
  expect(first).toMatchObject({ articles: 2, sides: { source: 2, target: 2 } });
  expect(await splitCorpus([join(cwd, 'in')], options, onProgress)).toEqual(first);
  // The progress is that of the articles that are split.
  expect(totals.at(-1)).toBe(2);
  expect(await splitCorpus([], { ...options, filesFrom: list })).toEqual(first);
});

it('threads are a number from 1 on', async () => {
  await expect(splitCorpus(['in'], { jobs: 0 })).rejects.toMatchObject({ kind: 'usage' });
});
