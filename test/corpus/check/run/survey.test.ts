import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Rule } from '../../../../src/check/rule.js';
import { checkFiles } from '../../../../src/corpus/check/check.js';
import type { CheckFilesOptions } from '../../../../src/corpus/check/check-options.js';
import { tree } from '../../../support/cli.js';
import { oddTree } from '../../../support/odd-tree.js';

/** Finds nothing; but with a rule of the caller, every article is checked. */
const silent: Rule = {
  code: 'my/silent',
  scope: 'pair',
  severity: 'info',
  meaning: 'Nothing.',
  message: 'Nothing.',
  example: { trgLang: 'de-DE', source: 'One', target: 'Eins' },
  issueType: 'other',
  mqm: 'other',
  check: () => undefined,
};

async function found(folder: string, options: CheckFilesOptions): Promise<[string, string[]][]> {
  const files: [string, string[]][] = [];
  for await (const { path, findings } of checkFiles([folder], { jobs: 1, ...options })) {
    files.push([path, findings.map((each) => JSON.stringify(each))]);
  }
  return files;
}

describe('articles that nothing may be found in', () => {
  it.each<CheckFilesOptions>([
    {},
    { codes: ['check/inconsistent-target'] },
    { codes: ['check/inconsistent-source', 'check/length'] },
    { codes: ['check/ui-terms'] },
    { codes: ['check/numbers'] },
    { rules: { 'check/inconsistent-target': 'off' } },
    { rules: { 'check/ui-terms': 'error', 'pair/unmatched-target': 'off' } },
  ])('are not looked at again, and are those in which a check of all finds nothing: %j', async (options) => {
    const folder = join(tree(oddTree(130)), 'docs');
    const all = await found(folder, { ...options, custom: [silent] });
    expect(all.some(([, findings]) => findings.length > 0)).toBe(true);
    expect(await found(folder, options)).toEqual(all);
  });

  it('each rule over the tree finds something here', async () => {
    const folder = join(tree(oddTree(130)), 'docs');
    const all = JSON.stringify(await found(folder, {}));
    for (const code of ['inconsistent-target', 'inconsistent-source', 'length', 'ui-terms']) {
      expect(all).toContain(`check/${code}`);
    }
  });

  it('have their text and their article when they are asked for', async () => {
    const files = oddTree(3);
    const folder = tree(files);
    for await (const { path, text, article } of checkFiles([join(folder, 'docs')], { jobs: 1 })) {
      expect(text).toBe(files[`docs/${path}`]);
      expect(article?.localization.trgLang).toBe('de-DE');
    }
  });
});
