import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CorpusError } from '../../../src/corpus/error.js';
import { termsCorpus } from '../../../src/corpus/terms/terms.js';
import { extractTerms } from '../../../src/index.js';
import { tree } from '../../support/cli.js';
import { articleOf, pair } from '../../support/pairs.js';
import { linesOf } from '../../support/terms.js';

const article = (lang: string, target: string, source: string): string =>
  `---\nms.contentlocale: ${lang}\n---\n${pair('1a2b3-102', target, source)}\n`;
const files = {
  'b/1.md': article('ja-JP', '**[次へ]** を選択します。', 'Select **Next**.'),
  'b/2.md': article('ja-JP', '**[次へ]** を 2 回クリックします。', 'Click **Next** twice.'),
  'a/3.md': article('sv-SE', 'Välj **Nästa**.', 'Select **Next**.'),
  'a/4.md': article('sv-SE', 'Klicka på **Nästa** två gånger.', 'Click **Next** twice.'),
};

describe('the terms of a tree', () => {
  it('are those of its articles, whatever their order', async () => {
    const root = tree(files);
    const { glossary, report } = await termsCorpus([join(root, 'b'), join(root, 'a')], { jobs: 1 });
    expect(linesOf(glossary)).toEqual(['ui ja-JP: Next = 次へ', 'ui sv-SE: Next = Nästa']);
    const articles = Object.entries(files).map(([path, text]) => articleOf(text, path));
    expect(extractTerms(articles)).toEqual(glossary);
    expect(report.terms.languages).toEqual({
      'ja-JP': { candidates: 1, terms: 1, leftOut: {} },
      'sv-SE': { candidates: 1, terms: 1, leftOut: {} },
    });
    expect(report.pairs).toEqual({ found: 4, exported: 4, skipped: {} });
  });

  it('go to a file, in the language that is named', async () => {
    const root = tree(files);
    const output = join(root, 'terms.utf8');
    const { report } = await termsCorpus([join(root, 'a')], { output, jobs: 1 });
    expect(report.outputs).toEqual([output]);
    expect(existsSync(output)).toBe(true);
  });

  it('are not written where the format has no place for their languages', async () => {
    const output = join(tree({}), 'terms.tsv');
    const run = termsCorpus([tree(files)], { output, jobs: 1 });
    await expect(run).rejects.toThrow(expect.objectContaining({ kind: 'usage' }));
    await expect(run).rejects.toThrow('would hold several target languages (ja-JP, sv-SE)');
    expect(existsSync(output)).toBe(false);
  });

  it.each([
    [{ tbx: '2008', style: 'dct' } as const, 'TBX of 2008 has no DCT'],
    [{ minShare: '1.5' }, 'is no share'],
    [{ output: 'terms.docx' }, 'ends in none of .tbx'],
  ])('are not looked for with %j', async (options, message) => {
    // Nothing is read before: there is no such input.
    const run = termsCorpus([join(tree({}), 'none')], options);
    await expect(run).rejects.toThrow(CorpusError);
    await expect(run).rejects.toThrow(message);
    await expect(run).rejects.toThrow(expect.objectContaining({ kind: 'usage' }));
  });
});
