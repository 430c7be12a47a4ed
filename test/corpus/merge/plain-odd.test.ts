import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mergeFile } from '../../../src/corpus/merge/merge.js';
import { mergeCorpus } from '../../../src/corpus/merge/tree/merge-corpus.js';
import { tree } from '../../support/cli.js';
import { documentOf, sourceOf } from '../../support/sources.js';

describe('merge, of an article in one language that starts with a line ---', () => {
  const odd = ['---\n\nIt rains. Wait.\n', '---\ntitle: a\n\n# Head\n\nIt rains.\n', '\ufeff---\r\n\r\nIt rains.\r\n'];

  it.each(odd)('writes %j, by itself and in a tree', async (text) => {
    const done = documentOf(sourceOf(text, { path: 'a.md' }), { 'It rains.': 'Es regnet.' });
    const cwd = tree({ 'en/a.md': text, 'a.xlf': done });
    const german = text.replace('It rains.', 'Es regnet.');
    const { merged } = await mergeFile(join(cwd, 'en/a.md'), join(cwd, 'a.xlf'));
    expect(merged?.text).toBe(german);
    await mergeCorpus([join(cwd, 'en')], [join(cwd, 'a.xlf')], { output: join(cwd, 'de'), jobs: 1 });
    expect(readFileSync(join(cwd, 'de/a.md'), 'utf8')).toBe(german);
  });
});
