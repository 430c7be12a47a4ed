import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkFiles } from '../../src/corpus/check/check.js';
import { exportCorpus } from '../../src/corpus/export/export.js';
import type { ExportCorpusOptions } from '../../src/corpus/export/export-usage.js';
import { splitCorpus } from '../../src/corpus/split/split.js';
import { viewCorpus } from '../../src/corpus/view/view.js';
import { filesBelow, temporaryFolder, tree } from '../support/cli.js';
import { pair } from '../support/pairs.js';

const header = (language: string): string => `---\ntitle: x\nms.contentlocale: ${language}\n---\n`;
const named = (language: string): string => `${header(language)}# ${pair('1a2b3-102', 'Word 1', 'Word')}\n`;
const nameless = `${pair('1a2b3-102', 'Word 2', 'Word')}\n`;
const inText = (target: string): string => `${pair('1a2b3-102', target, 'A word and another one')}\n`;

/** The languages that articles were exported in; `-`: none was found. */
async function languagesOf(
  root: string,
  inputs: readonly string[] = ['.'],
  options: ExportCorpusOptions = {},
): Promise<Record<string, string>> {
  const output = join(temporaryFolder(), 'out');
  const named = inputs.map((input) => join(root, input));
  const { files } = await exportCorpus(named, { formats: ['tmx'], jobs: 1, ...options, output });
  const found = files.flatMap(({ path, diagnostics }) =>
    diagnostics
      .filter(({ code }) => code.startsWith('language/'))
      .map(({ code, message }) => [path, code === 'language/inferred' ? (/took (\S+)/.exec(message)?.[1] ?? '') : '-']),
  );
  return Object.fromEntries(found);
}

describe('the language of an article that names none', () => {
  it('is that of the nearest part of its path that ends in a tag, and never that of another tree', async () => {
    const root = tree({
      'alpha.ko-KR/a/one.md': named('ko-KR'),
      'beta.pl-PL/b/inc.md': nameless,
      'beta.pl-PL/sub.cs-cz/inc.md': nameless,
      'beta.pl-PL/en-us/inc.md': nameless,
      'gamma/inc.md': nameless,
      'gamma/how-to/net-472/inc.md': nameless,
      'gamma/guide.uk-UA.md': nameless,
    });
    const languages = {
      'beta.pl-PL/b/inc.md': 'pl-PL',
      'beta.pl-PL/en-us/inc.md': 'pl-PL',
      'beta.pl-PL/sub.cs-cz/inc.md': 'cs-CZ',
      'gamma/guide.uk-UA.md': 'uk-UA',
      // Only a file says so of itself, and that is the only one of its folder.
      'gamma/how-to/net-472/inc.md': 'uk-UA',
      'gamma/inc.md': 'uk-UA',
    };
    expect(await languagesOf(root)).toEqual(languages);
    expect(await languagesOf(root, ['alpha.ko-KR', 'beta.pl-PL', 'gamma'])).toEqual(languages);
    // The part of the path may stand above what is named.
    expect(await languagesOf(root, ['beta.pl-PL/b'])).toEqual({ 'inc.md': 'pl-PL' });
    expect(await languagesOf(root, ['beta.pl-PL/b/inc.md'])).toEqual({ 'inc.md': 'pl-PL' });
  });

  it('is none where only another tree names one', async () => {
    const root = tree({ 'alpha/a.md': named('fi-FI'), 'beta/b.md': nameless, 'c.ro-RO/c.md': named('ro-RO') });
    expect(await languagesOf(root, ['alpha', 'beta'])).toEqual({ 'beta/b.md': '-' });
    expect(await languagesOf(root, ['alpha/*.md', 'beta/*.md'])).toEqual({ 'beta/b.md': '-' });
    expect(await languagesOf(root, ['alpha/a.md', 'beta/b.md'])).toEqual({ 'b.md': '-' });
    expect(await languagesOf(root, ['beta', 'c.ro-RO'])).toEqual({ 'beta/b.md': '-' });
    // A folder that holds trees is none.
    expect(await languagesOf(root)).toEqual({ 'beta/b.md': '-' });
  });

  it('is that of the articles of its tree, in the nearest folder where any names one, if all agree', async () => {
    const root = tree({
      'in/articles/a.md': named('sv-SE'),
      'in/articles/deep/er/inc.md': nameless,
      'in/includes/x/inc.md': nameless,
      'in/mixed/a.md': named('sv-SE'),
      'in/mixed/b.md': named('da-DK'),
      'in/mixed/inc.md': nameless,
      'in/mixed/sub/inc.md': nameless,
      'in/mixed/danish/c.md': named('da-dk'),
      'in/mixed/danish/inc.md': nameless,
    });
    const languages = {
      'articles/deep/er/inc.md': 'sv-SE',
      'includes/x/inc.md': '-',
      'mixed/danish/inc.md': 'da-DK',
      'mixed/inc.md': '-',
      'mixed/sub/inc.md': '-',
    };
    expect(await languagesOf(root, ['in'])).toEqual(languages);
    expect(await languagesOf(root, ['in'], { trgLang: 'nb-NO', forceLang: true })).toEqual({});
    expect(await languagesOf(root, ['in/articles', 'in/includes'])).toEqual({
      'articles/deep/er/inc.md': 'sv-SE',
      'includes/x/inc.md': '-',
    });
    // Of files that are named one by one, nobody knows how far their tree reaches; a base says so.
    const files = ['in/articles/a.md', 'in/includes/x/inc.md'];
    expect(await languagesOf(root, files)).toEqual({ 'inc.md': '-' });
    expect(await languagesOf(root, files, { base: join(root, 'in') })).toEqual({ 'includes/x/inc.md': 'sv-SE' });
  });

  it('is a bare tag only where the folders beside it are called languages', async () => {
    const root = tree({
      'a/de/inc.md': nameless,
      'a/fr/inc.md': nameless,
      'a/pt-BR/inc.md': nameless,
      'a/en/inc.md': nameless,
      'b/it/inc.md': nameless,
      'b/tools/inc.md': nameless,
      'c/cs/inc.md': nameless,
      'c/vb/inc.md': nameless,
      'd/hu/inc.md': nameless,
    });
    expect(await languagesOf(root)).toEqual({
      'a/de/inc.md': 'de',
      'a/en/inc.md': '-',
      'a/fr/inc.md': 'fr',
      'a/pt-BR/inc.md': 'pt-BR',
      'b/it/inc.md': '-',
      'b/tools/inc.md': '-',
      'c/cs/inc.md': '-',
      'c/vb/inc.md': '-',
      'd/hu/inc.md': '-',
    });
  });

  it('is never that of the source, whatever the folder is called', async () => {
    const root = tree({
      'docs/fr-FR/x/inc.md': nameless,
      'docs/en-us/inc.md': nameless,
      'docs/en-GB/inc.md': nameless,
      'one/en-US/a.md': named('tr-TR'),
      'one/en-US/sub/inc.md': nameless,
      'one/inc.md': nameless,
    });
    expect(await languagesOf(root)).toEqual({
      'docs/en-GB/inc.md': 'en-GB',
      'docs/en-us/inc.md': '-',
      'docs/fr-FR/x/inc.md': 'fr-FR',
      'one/en-US/sub/inc.md': 'tr-TR',
      'one/inc.md': 'tr-TR',
    });
    expect(await languagesOf(root, ['docs'], { srcLang: 'fr-fr' })).toEqual({
      'en-GB/inc.md': 'en-GB',
      'en-us/inc.md': 'en-US',
      'fr-FR/x/inc.md': '-',
    });
  });

  it('is refuted by text in another script', async () => {
    const root = tree({
      'docs.zh-CN/ok.md': inText('一个词和另一个'),
      'docs.zh-CN/kana.md': inText('ことばともうひとつのことば'),
      'docs.zh-CN/latin.md': inText('Contoso and Fabrikam'),
      'mixed/a.md': named('es-ES'),
      'mixed/b/thai.md': inText('คำหนึ่งและอีกคำ'),
      // Its own text says nothing, but that of the others in its folder does.
      'mixed/b/name.md': inText('Contoso'),
      'mixed/c/inc.md': inText('Una palabra y otra'),
    });
    expect(await languagesOf(root, ['docs.zh-CN', 'mixed'])).toEqual({
      'docs.zh-CN/kana.md': '-',
      'docs.zh-CN/latin.md': 'zh-CN',
      'docs.zh-CN/ok.md': 'zh-CN',
      'mixed/b/name.md': '-',
      'mixed/b/thai.md': '-',
      'mixed/c/inc.md': 'es-ES',
    });
  });

  it('is left out with a reason that is counted, and the message says what to do', async () => {
    const root = tree({ 'in/a.md': named('ga-IE'), 'in/b.md': named('cy-GB'), 'in/inc.md': nameless + nameless });
    const { pairs, files } = await exportCorpus([join(root, 'in')], { output: join(root, 'out'), jobs: 1 });
    expect(pairs).toEqual({ found: 4, exported: 2, skipped: { 'language/missing': 2 } });
    expect(files[2]?.diagnostics[0]?.message).toBe(
      'The article names no target language, and the articles around it are in cy-GB and ga-IE; give one with --trg-lang.',
    );
  });

  it('is the same in all commands', async () => {
    const root = tree({ 'docs.zh-TW/a.md': named('zh-TW'), 'kb.hu-HU/inc.md': nameless, 'plain/inc.md': nameless });
    const inputs = ['docs.zh-TW', 'kb.hu-HU', 'plain'].map((input) => join(root, input));
    const checked: Record<string, string | undefined> = {};
    for await (const { path, article } of checkFiles(inputs)) checked[path] = article?.localization.trgLang;
    expect(checked).toEqual({ 'docs.zh-TW/a.md': 'zh-TW', 'kb.hu-HU/inc.md': 'hu-HU', 'plain/inc.md': undefined });
    const { files } = await viewCorpus(inputs, { output: join(root, 'page.html') });
    expect(files.flatMap(({ path, diagnostics }) => diagnostics.map(({ code }) => [path, code]))).toEqual([
      ['kb.hu-HU/inc.md', 'language/inferred'],
      ['plain/inc.md', 'language/missing'],
    ]);
    await splitCorpus(inputs, { output: join(root, 'split'), sides: ['target'] });
    expect(filesBelow(join(root, 'split'))).toEqual(['hu-HU/kb.hu-HU/inc.md', 'zh-TW/docs.zh-TW/a.md']);
  });
});

describe('articles whose language nobody knows', () => {
  const text = (target: string): string => `${pair('1a2b3-102', target, 'Select the first button now')}\n`;
  const several = async (root: string, inputs: readonly string[]): Promise<string[]> => {
    const found: string[] = [];
    const named = inputs.map((input) => join(root, input));
    for await (const { path, findings } of checkFiles(named)) {
      if (findings.some(({ code }) => code === 'check/inconsistent-target')) found.push(path);
    }
    return found;
  };

  it('are held against each other in one tree only, and never against others', async () => {
    const root = tree({
      'one/a.md': text('Eerste knop'),
      'one/b.md': text('Eerste knop'),
      'one/c.md': text('Iets anders'),
      'two/a.md': text('Primo pulsante'),
    });
    expect(await several(root, ['one'])).toEqual(['c.md']);
    expect(await several(root, ['one', 'two'])).toEqual([]);
  });
});

describe('an article that names the source language', () => {
  const files = { 'in/a.md': named('en-us'), 'in/b.md': named('de-DE'), 'in/inc.md': nameless };

  it('is left out, all others are written, and it says nothing of its tree', async () => {
    const root = tree(files);
    const report = await exportCorpus([join(root, 'in')], { output: join(root, 'out'), jobs: 1 });
    expect(report.pairs).toEqual({ found: 3, exported: 2, skipped: { 'language/source': 1 } });
    expect(report.diagnostics).toEqual({ 'language/inferred': 1, 'language/source': 1 });
    const split = await splitCorpus([join(root, 'in')], { output: join(root, 'split') });
    expect(split.diagnostics).toMatchObject({ 'language/inferred': 1, 'language/source': 1 });
    expect(filesBelow(join(root, 'split'))).toEqual(['de-DE/b.md', 'de-DE/inc.md', 'en-US/b.md', 'en-US/inc.md']);
    const view = await viewCorpus([join(root, 'in')], { output: join(root, 'page.html') });
    expect(view.files[0]?.diagnostics.map(({ code }) => code)).toEqual(['language/source']);
    const codes: string[] = [];
    for await (const { findings } of checkFiles([join(root, 'in')])) codes.push(...findings.map(({ code }) => code));
    expect(codes).toContain('language/source');
  });

  it('is in another one where that is forced, or where the source is another one', async () => {
    const root = tree(files);
    const options = { output: join(root, 'out'), jobs: 1 };
    const forced = await exportCorpus([join(root, 'in')], { ...options, trgLang: 'it-IT', forceLang: true });
    expect(forced.pairs).toEqual({ found: 3, exported: 3, skipped: {} });
    const other = await exportCorpus([join(root, 'in/a.md')], { ...options, srcLang: 'de-DE' });
    expect(other.pairs.exported).toBe(1);
  });
});

describe('a target language that is the source language', () => {
  it.each([
    ['en-US', 'en-US'],
    ['en-US', 'EN-us'],
    ['he-IL', 'iw-IL'],
  ])('%s and %s: wrong usage, whatever is done', async (srcLang, trgLang) => {
    const root = tree({ 'a.md': nameless });
    const languages = { srcLang, trgLang };
    const options = { ...languages, output: join(root, 'out') };
    const wrong = { kind: 'usage', message: expect.stringContaining('--src-lang') };
    await expect(exportCorpus([join(root, 'a.md')], { ...options, forceLang: true })).rejects.toMatchObject(wrong);
    await expect(splitCorpus([join(root, 'a.md')], options)).rejects.toMatchObject(wrong);
    await expect(viewCorpus([join(root, 'a.md')], options)).rejects.toMatchObject(wrong);
    await expect(checkFiles([join(root, 'a.md')], languages).next()).rejects.toMatchObject(wrong);
    expect(filesBelow(root)).toEqual(['a.md']);
  });
});
