import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkFiles } from '../../../src/corpus/check/check.js';
import type { CheckFilesOptions } from '../../../src/corpus/check/check-options.js';
import { exportCorpus } from '../../../src/corpus/export/export.js';
import { leverageCorpus } from '../../../src/corpus/leverage/leverage.js';
import { viewCorpus } from '../../../src/corpus/view/view.js';
import { filesBelow, tree } from '../../support/cli.js';
import { glossaryOf } from '../../support/glossary-of.js';
import { pair } from '../../support/pairs.js';

const glossary = glossaryOf('de', [['Save', { preferred: ['Speichern'], forbidden: ['Sichern'] }]]);
const header = '---\nms.contentlocale: de-DE\n---\n';
/** In the tree, `Ablegen` is usual, and `Speichern` is not. */
const articles = {
  'in/a.md': `${header}${['101', '102', '103'].map((id) => pair(`1a2b3-${id}`, `**Ablegen** ${id}`, `**Save** ${id}`)).join('\n\n')}\n`,
  'in/b.md': `${header}${pair('1a2b3-104', 'Mit **Speichern** geht es.', 'With **Save** it goes.')}\n`,
  'in/c.md': `${header}${pair('1a2b3-105', 'Zum Sichern klicken.', 'Click to save.')}\n`,
};

async function found(root: string, options: CheckFilesOptions): Promise<string[]> {
  const all: string[] = [];
  for await (const { path, findings } of checkFiles([join(root, 'in')], { jobs: 1, ...options })) {
    for (const { code, message, segment } of findings) {
      if (code === 'check/ui-terms') all.push(`${path} ${segment} ${message}`);
    }
  }
  return all;
}

const byGlossary = [
  ...[101, 102, 103].map((id) => `a.md 1a2b3-${id} "Save" is "Ablegen" here; the glossary has "Speichern".`),
  'c.md 1a2b3-105 "save" is "Sichern" here; the glossary forbids that and has "Speichern".',
];

describe('a glossary of a run', () => {
  it('takes the place of the tree, whatever else is looked for', async () => {
    const root = tree(articles);
    expect(await found(root, {})).toEqual([
      'b.md 1a2b3-104 "Save" is "Speichern" here; 3 of 4 times it is "Ablegen" (a.md:4).',
    ]);
    expect(await found(root, { glossary })).toEqual(byGlossary);
    expect(await found(root, { glossary, codes: ['check/ui-terms'] })).toEqual(byGlossary);
    expect(await found(root, { glossary, custom: [] })).toEqual(byGlossary);
    expect(await found(root, { glossary, rules: { 'check/ui-terms': 'off' } })).toEqual([]);
  });

  it('is what a review page goes by', async () => {
    const root = tree(articles);
    const options = { output: join(root, 'page.html'), jobs: 1, glossary };
    const all = { ...options, rules: { 'check/inconsistent-target': 'warning' } } as const;
    for (const each of [options, all]) {
      const { files } = await viewCorpus([join(root, 'in')], each);
      expect(
        files.flatMap(({ path, diagnostics }) =>
          diagnostics.flatMap(({ code, segment, message }) =>
            code === 'check/ui-terms' ? [`${path} ${segment} ${message}`] : [],
          ),
        ),
      ).toEqual(byGlossary);
      expect(readFileSync(options.output, 'utf8')).toContain('the glossary forbids that');
    }
  });

  it('tells an export what to leave out, and is in its XLIFF', async () => {
    const root = tree(articles);
    const options = { glossary, jobs: 1, formats: ['xliff'], output: join(root, 'out') } as const;
    const left = await exportCorpus([join(root, 'in')], { ...options, skip: ['check/ui-terms'] });
    expect(left.pairs).toMatchObject({ found: 5, exported: 1, skipped: { 'check/ui-terms': 4 } });
    expect(filesBelow(join(root, 'out'))).toEqual(['b.xlf']);
    const kept = await exportCorpus([join(root, 'in')], { ...options, with: ['check/ui-terms'] });
    expect(kept.pairs).toMatchObject({ exported: 4 });
    expect(readFileSync(join(root, 'out/a.xlf'), 'utf8')).toContain('<gls:translation>Speichern</gls:translation>');
  });

  it('lets an export be replaced by one with other terms', async () => {
    const root = tree(articles);
    const options = { jobs: 1, formats: ['xliff'], output: join(root, 'out') } as const;
    for (const each of [{ ...options, glossary }, options, { ...options, glossary }]) {
      const { diagnostics } = await exportCorpus([join(root, 'in')], each);
      expect(diagnostics).toEqual({});
    }
  });

  it('is in the XLIFF of articles that are to be translated', async () => {
    const root = tree({ ...articles, 'en/d.md': 'Save it.\n' });
    await leverageCorpus([join(root, 'en')], {
      memory: [join(root, 'in')],
      trgLang: 'de-DE',
      output: join(root, 'out'),
      jobs: 1,
      glossary,
    });
    expect(readFileSync(join(root, 'out/d.xlf'), 'utf8')).toContain('<gls:term>Save</gls:term>');
  });

  it('is refused where it is none', async () => {
    const root = tree(articles);
    const wrong = { glossary: { srcLang: 'en', concepts: [null] } } as never;
    const inputs = [join(root, 'in')];
    const message = 'glossary: concept 1: it is no object.';
    await expect(found(root, wrong)).rejects.toThrow(message);
    await expect(viewCorpus(inputs, wrong)).rejects.toMatchObject({ kind: 'usage', message });
    await expect(exportCorpus(inputs, wrong)).rejects.toMatchObject({ kind: 'usage', message });
  });
});
