import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { summarizeMerge } from '../../../../src/cli/commands/merge/summary.js';
import { mergeCorpus } from '../../../../src/corpus/merge/tree/merge-corpus.js';
import { exportToString } from '../../../../src/index.js';
import { filesBelow, tree } from '../../../support/cli.js';
import { articleOf, pair } from '../../../support/pairs.js';

const text = `---\nms.contentlocale: de-DE\n---\n${pair('1a2b3-101', 'Eins', 'One')}\n`;
const document = exportToString([articleOf(text, 'a.md')], 'xliff').replace('Eins', 'Ein');
const paint = { strong: (each: string) => each } as Parameters<typeof summarizeMerge>[2];

describe('merge into a folder of the tree', () => {
  it('says how many articles in it are left out: of others, and of the run before', async () => {
    const cwd = tree({ 't/a.md': text, 't/b/c.md': text, 't/b/d/e.md': text, 't/bc/f.md': text, 'x/a.xlf': document });
    for (const inOutput of [2, 3]) {
      const report = await mergeCorpus(join(cwd, 't'), [join(cwd, 'x')], { output: join(cwd, 't/b'), jobs: 1 });
      expect(report).toMatchObject({ articles: inOutput + 2, inOutput, written: 1, changed: 1 });
      expect(summarizeMerge(report, false, paint)).toContain(
        `left out: ${inOutput} articles in the folder of the output\n`,
      );
    }
    expect(filesBelow(join(cwd, 't/b'))).toEqual(['a.md', 'c.md', 'd/e.md']);
    expect(readFileSync(join(cwd, 't/b/c.md'), 'utf8')).toBe(text);
  });

  it('says nothing of it where there are none', async () => {
    const cwd = tree({ 't/a.md': text, 't/bc/f.md': text, 'x/a.xlf': document });
    for (const output of ['t/b', 'out']) {
      const report = await mergeCorpus(join(cwd, 't'), [join(cwd, 'x')], { output: join(cwd, output), jobs: 1 });
      expect(report).not.toHaveProperty('inOutput');
      expect(summarizeMerge(report, false, paint)).not.toContain('left out');
    }
  });
});
