import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesBelow, sspr, temporaryFolder, tree } from '../support/cli.js';
import { pair } from '../support/pairs.js';
import { shared } from '../support/shared.js';

const header = (lines: string): string => `---\ntitle: x\n${lines}---\n`;
const article = (language: string, target = 'Wort eins'): string =>
  `${header(`ms.contentlocale: ${language}\n`)}# ${pair('1a2b3-102', target, 'A word')}\n`;
const nameless = `${pair('1a2b3-102', 'Wort zwei', 'A word')}\n`;

describe('languages', () => {
  it('are inferred alike whatever the number of threads', () => {
    const files = Array.from({ length: 300 }, (_, index) => {
      const language = index % 5 === 2 ? 'lt-LT' : 'lv-LV';
      const text =
        index % 7 === 0 ? article(language) : index % 11 === 0 ? nameless.replace('Wort', 'Слово') : nameless;
      return [`in/${index % 5}/${index % 3}/${index}.md`, text];
    });
    const cwd = tree({ ...Object.fromEntries(files), 'in/5/inc.md': nameless });
    const runs = ['1', '2', '4'].map((jobs) => {
      const args = ['export', 'in', '-f', 'tmx', '-o', 'all.tmx', '-j', jobs, '--report', '-'];
      const { stdout, status } = sspr(args, { cwd });
      return { status, stdout, memory: readFileSync(join(cwd, 'all.tmx'), 'utf8') };
    });
    // 24 are in another script, and one has articles in two languages around it.
    expect(JSON.parse(runs[0]?.stdout ?? '')).toMatchObject({
      diagnostics: { 'language/inferred': 233, 'language/missing': 25 },
    });
    expect(runs[1]).toEqual(runs[0]);
    expect(runs[2]).toEqual(runs[0]);
    expect(runs[0]?.status).toBe(1);
  });

  it.runIf(shared !== undefined)('of a tree beside another one are its own', () => {
    const cwd = temporaryFolder();
    const input = join(shared ?? '', 'cases/22-language-of-another-tree');
    expect(sspr(['export', input, '-f', 'tmx', '-o', 'out'], { cwd }).status).toBe(0);
    expect(filesBelow(cwd)).toEqual(['out/en-US_ja-JP.tmx', 'out/en-US_zh-CN.tmx']);
  });

  it.each([
    ['export', 'a.md'],
    ['split', 'a.md'],
    ['check', 'a.md'],
    ['view', 'a.md'],
    ['merge', 'a.md', 'm.tmx', '-o', 'b.md'],
  ])('%s refuses a target language that is the source language', (...args) => {
    const cwd = tree({ 'a.md': nameless, 'm.tmx': '<tmx version="1.4"><header/><body/></tmx>' });
    const { status, stdout, stderr } = sspr([...args, '--src-lang', 'pt-BR', '--trg-lang', 'PT-br'], { cwd });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('the target language pt-BR is the source language');
    expect(filesBelow(cwd)).toEqual(['a.md', 'm.tmx']);
  });

  it('of the source are no reason to stop', () => {
    const cwd = tree({ 'in/a.md': article('en-US'), 'in/b.md': article('de-DE') });
    const { status, stderr } = sspr(['split', 'in', '-o', 'out'], { cwd });
    expect({ status, stderr }).toMatchObject({ status: 1, stderr: expect.stringContaining('in/a.md:1:1 error') });
    expect(filesBelow(join(cwd, 'out'))).toEqual(['de-DE/b.md', 'en-US/b.md']);
  });
});

it('--only unknown gives what does not say who translated it', () => {
  const typed = (type: string): string => article('de-DE').replace('title: x', `ms.translationtype: ${type}`);
  const cwd = tree({
    'in/a.md': typed('HT'),
    'in/b.md': typed('MT'),
    'in/c.md': article('de-DE'),
    'in/d.md': typed('XY'),
  });
  const args = ['export', 'in', '-f', 'tmx', '-o', 'all.tmx', '--report', '-', '--only'];
  const { pairs, segments } = JSON.parse(sspr([...args, 'unknown'], { cwd }).stdout);
  expect({ pairs, segments }).toEqual({
    pairs: { found: 4, exported: 2, skipped: { only: 2 } },
    segments: { ht: 0, mt: 0, unknown: 2 },
  });
  expect(sspr([...args, 'unknwon'], { cwd })).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('ht, mt, unknown'),
  });
});

describe('paths', () => {
  const files = {
    'one/docs/a b.md': article('de-DE'),
    'two/docs/a b.md': article('de-DE'),
    'two/docs/sub/c.yml': pair('x-1', 'Wort zwei', 'A word'),
  };

  it('in outputs are never absolute, and of several inputs never the same', () => {
    const cwd = tree(files);
    const inputs = [join(cwd, 'two/docs'), join(cwd, 'one/docs')];
    expect(sspr(['export', ...inputs, '-o', 'out', '--context', 'omegat', '--report', 'r.json'], { cwd }).status).toBe(
      0,
    );
    expect(sspr(['export', ...inputs, '-f', 'xliff1.2', '-o', 'out/all.xlf'], { cwd }).status).toBe(0);
    expect(sspr(['split', ...inputs, '-o', 'split', '--report', 's.json'], { cwd }).status).toBe(0);
    expect(sspr(['view', ...inputs, '-o', 'page.html'], { cwd }).status).toBe(0);
    for (const format of ['json', 'sarif', 'text'])
      sspr(['check', ...inputs, '-f', format, '-o', `c.${format}`], { cwd });
    const outputs = filesBelow(cwd).filter((file) => !/^(?:one|two)\//.test(file));
    expect(outputs).toEqual([
      ...[
        'c.json',
        'c.sarif',
        'c.text',
        'out/all.xlf',
        'out/en-US_de-DE.tmx',
        'out/one/docs/a b.xlf',
        'out/two/docs/a b.xlf',
        'out/two/docs/sub/c.xlf',
      ],
      ...['page.html', 'r.json', 's.json', 'split/de-DE/one/docs/a b.md', 'split/de-DE/two/docs/a b.md'],
      ...['split/de-DE/two/docs/sub/c.yml', 'split/en-US/one/docs/a b.md', 'split/en-US/two/docs/a b.md'],
      'split/en-US/two/docs/sub/c.yml',
    ]);
    for (const file of outputs) {
      const text = readFileSync(join(cwd, file), 'utf8');
      expect(text, file).not.toContain(cwd);
      expect(text, file).not.toMatch(/file:\/|\.\.\//);
    }
    const memory = readFileSync(join(cwd, 'out/en-US_de-DE.tmx'), 'utf8');
    const places = Array.from(memory.matchAll(/<prop type="(?:file|x-article)">([^<]*)/g), ([, path]) => path);
    const paths = ['one/docs/a b.md', 'two/docs/a b.md', 'two/docs/sub/c.yml'];
    expect(places).toEqual(paths.flatMap((path) => [path, path]));
    expect(memory.match(/x-tuid">[^<]*/g)?.length).toBe(3);
    expect(new Set(memory.match(/x-tuid">[^<]*/g)).size).toBe(3);
  });

  it('start at the base where there is one, in all commands', () => {
    const cwd = tree(files);
    const input = join(cwd, 'two/docs');
    expect(sspr(['export', input, '-o', 'out', '--base', 'two'], { cwd }).status).toBe(0);
    expect(filesBelow(join(cwd, 'out'))).toEqual(['docs/a b.xlf', 'docs/sub/c.xlf', 'en-US_de-DE.tmx']);
    expect(readFileSync(join(cwd, 'out/docs/a b.xlf'), 'utf8')).toContain(' original="docs/a b.md"');
    expect(sspr(['split', input, '-o', 'split', '--base', cwd, '--side', 'target'], { cwd }).status).toBe(0);
    expect(filesBelow(join(cwd, 'split'))).toEqual(['de-DE/two/docs/a b.md', 'de-DE/two/docs/sub/c.yml']);
    const sarif = sspr(['check', input, '--base', '.', '-f', 'sarif', '-o', '-'], { cwd }).stdout;
    expect(sarif).toContain('"uri":"two/docs/sub/c.yml"');
    expect(sspr(['view', input, '--base', '.', '-o', '-', '-q'], { cwd }).stdout).toContain('"path":"two/docs/a b.md"');
    const merge = ['merge', 'two/docs/a b.md', 'out/docs/a b.xlf', '-o', 'b.md', '--report', '-', '-q'];
    expect(JSON.parse(sspr([...merge, '--base', '.'], { cwd }).stdout)).toMatchObject({
      article: 'two/docs/a b.md',
      document: 'out/docs/a b.xlf',
    });
    expect(JSON.parse(sspr(merge, { cwd }).stdout)).toMatchObject({ article: 'a b.md', document: 'a b.xlf' });
    const outside = sspr(['export', input, '--base', 'one'], { cwd });
    expect(outside).toMatchObject({ status: 2, stderr: expect.stringContaining('is not below') });
  });

  it('of messages can be opened from where one is', () => {
    const cwd = tree(files);
    const { stderr } = sspr(['export', '../two/docs', '-o', '../out'], { cwd: join(cwd, 'one') });
    expect(stderr).toContain('../two/docs/sub/c.yml:1:');
    expect(sspr(['check', '../two/docs'], { cwd: join(cwd, 'one') }).stdout).toContain('../two/docs/sub/c.yml:1:');
    sspr(['check', '../two/docs', '-o', 'found.txt'], { cwd: join(cwd, 'one') });
    expect(readFileSync(join(cwd, 'one/found.txt'), 'utf8')).toMatch(/^sub\/c\.yml:1:/);
  });

  it('of articles are found by merge, however they are named', () => {
    const cwd = tree({ 'x/docs/a.md': article('de-DE'), 'x/docs/b.md': article('de-DE', 'Anderes Wort') });
    expect(sspr(['export', join(cwd, 'x/docs'), '-f', 'xliff', '-o', 'all.xlf'], { cwd }).status).toBe(0);
    const edited = readFileSync(join(cwd, 'all.xlf'), 'utf8').replace('Anderes Wort', 'Neues Wort');
    writeFileSync(join(cwd, 'all.xlf'), edited);
    for (const named of [join(cwd, 'x/docs/b.md'), 'x/docs/b.md', './x/../x/docs/b.md']) {
      const { stdout } = sspr(['merge', named, 'all.xlf', '-o', '-', '-q'], { cwd });
      expect(stdout, named).toContain('Neues Wort');
    }
    expect(sspr(['merge', 'b.md', '../../all.xlf', '-o', '-', '-q'], { cwd: join(cwd, 'x/docs') }).stdout).toContain(
      'Neues Wort',
    );
  });
});
