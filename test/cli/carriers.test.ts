import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { filesBelow, sspr, tree } from '../support/cli.js';
import { pair } from '../support/pairs.js';

const id = '1a2b3-102';
const metadata = 'metadata:\r\n  ms.contentlocale: de-DE\r\n  ms.translationtype: HT\r\n';
const yaml = `### YamlMime:Hub\r\ntitle: ${pair(id, '"Eins"', 'One')}\r\n${metadata}`;
const xml = `<?xml version="1.0"?>\n<Docs><summary>${pair(id, 'Siehe <see cref="T:A.B" /> &amp; mehr', 'See <see cref="T:A.B" /> &amp; more')}</summary></Docs>\n`;
const markdown = `---\nms.contentlocale: de-DE\n---\n# ${pair(id, 'Zwei', 'Two')}\n`;

const files = {
  'in/a.md': markdown,
  'in/b/toc.yml': yaml,
  'in/b/api.XML': xml,
  'in/b/other.yaml': `x: ${pair(id, 'Drei', 'Three')}\n`,
  'in/b/config.yml': metadata,
  'in/b/pom.xml': '<project/>',
  'in/b/broken.xml': '<project',
  'in/b/page.html': pair(id, 'Vier', 'Four'),
  'in/.github/hidden.yml': yaml,
};

describe('YAML and XML with pairs', () => {
  it.each([['in'], ['in/**']])('are articles in %s, and what has none is passed over', (input) => {
    const cwd = tree(files);
    const isGlob = input !== 'in';
    const { status, stdout, stderr } = sspr(['export', input, '-o', 'out', '--report', '-'], { cwd });
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.not.stringMatching(/config|pom|broken/) });
    const report = JSON.parse(stdout);
    // What a glob matches is read as text, whatever it is.
    const others = isGlob ? 1 : 0;
    expect(report).toMatchObject({ articles: 4 + others, withPairs: 4 + others, pairs: { found: 4 + others } });
    expect(filesBelow(join(cwd, 'out')).filter((file) => !file.includes('page'))).toEqual([
      'a.xlf',
      'b/api.xlf',
      'b/other.xlf',
      'b/toc.xlf',
      'en-US_de-DE.tmx',
    ]);
  });

  it('have outputs of their own beside others of their name', () => {
    const cwd = tree({
      'in/a.md': markdown,
      'in/a.xml': xml,
      'in/b.yml': yaml,
      'in/b.yaml': yaml,
      'in/c.yml': yaml,
      'in/c.xml': '<a/>',
    });
    expect(sspr(['export', 'in', '-f', 'xliff', '-o', 'out'], { cwd }).status).toBe(0);
    expect(filesBelow(join(cwd, 'out'))).toEqual(['a.xlf', 'a.xml.xlf', 'b.yaml.xlf', 'b.yml.xlf', 'c.xlf']);
    expect(sspr(['split', 'in', '-o', 'split', '--side', 'target'], { cwd }).status).toBe(0);
    expect(filesBelow(join(cwd, 'split/de-DE'))).toEqual(['a.md', 'a.xml', 'b.yaml', 'b.yml', 'c.yml']);
    for (const [article, document] of [
      ['a.md', 'a.xlf'],
      ['a.xml', 'a.xml.xlf'],
      ['b.yml', 'b.yml.xlf'],
    ]) {
      const merged = sspr(['merge', `in/${article}`, `out/${document}`, '-o', '-'], { cwd });
      expect(merged).toMatchObject({ status: 0, stdout: readFileSync(join(cwd, `in/${article}`), 'utf8') });
    }
  });

  it('are split, and those without are not written', () => {
    const cwd = tree(files);
    expect(sspr(['split', 'in', '-o', 'out'], { cwd }).status).toBe(0);
    const names = ['a.md', 'b/api.XML', 'b/other.yaml', 'b/toc.yml'];
    expect(filesBelow(join(cwd, 'out'))).toEqual([
      ...names.map((name) => `de-DE/${name}`),
      ...names.map((name) => `en-US/${name}`),
    ]);
    const target = readFileSync(join(cwd, 'out/de-DE/b/toc.yml'), 'utf8');
    expect(target).toBe(`### YamlMime:Hub\r\ntitle: '"Eins"'\r\n${metadata}`);
    expect(parse(target)).toMatchObject({ title: '"Eins"' });
    expect(readFileSync(join(cwd, 'out/en-US/b/toc.yml'), 'utf8')).toBe('### YamlMime:Hub\r\ntitle: One\r\n');
    expect(sspr(['split', 'in/b/config.yml', 'in/a.md', '-o', 'named'], { cwd }).status).toBe(0);
    expect(filesBelow(join(cwd, 'named'))).toEqual(['de-DE/a.md', 'en-US/a.md']);
  });

  it('are merged, with the quotes and the escapes that they need', () => {
    const cwd = tree(files);
    expect(sspr(['export', 'in', '-f', 'xliff1.2', '-o', 'out'], { cwd }).status).toBe(0);
    const merge = (article: string, document: string, from: string, to: string): string => {
      const edited = readFileSync(join(cwd, document), 'utf8').replace(from, to);
      writeFileSync(join(cwd, 'edited.xlf'), edited);
      const { status, stdout, stderr } = sspr(['merge', article, 'edited.xlf', '-o', '-'], { cwd });
      expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringContaining('1 target changed') });
      return stdout;
    };
    expect(merge('in/b/other.yaml', 'out/b/other.xlf', '>Drei<', '>Drei: vier<')).toBe(
      `x: '${pair(id, 'Drei: vier', 'Three')}'\n`,
    );
    expect(merge('in/b/api.XML', 'out/b/api.xlf', ' mehr<', ' weniger &lt;<')).toBe(
      xml.replace(' mehr<', ' weniger &lt;<'),
    );
  });

  it('are checked and shown', () => {
    const cwd = tree({
      ...files,
      'in/b/other.yaml': `x:\n- "${pair(id, '15', '51').replace(/="([\w-]*)">/g, '=\\"$1\\">')}"\n`,
    });
    const { stdout } = sspr(['check', 'in', '--rule', 'check/numbers=warning'], { cwd });
    expect(stdout).toMatch(/in\/b\/other\.yaml:2:\d+ warning check\/numbers/);
    expect(sspr(['view', 'in', '-o', 'page.html'], { cwd }).status).toBe(0);
    const page = readFileSync(join(cwd, 'page.html'), 'utf8');
    for (const name of ['b/toc.yml', 'b/api.XML', 'b/other.yaml', 'a.md']) expect(page).toContain(name);
    expect(page).not.toContain('pom.xml');
  });

  it('are found however late their first pair comes, and in UTF-16, which is refused', () => {
    const late = `# ${'x'.repeat(1 << 18)}\n`;
    const cwd = tree({
      'in/a.yml': late + yaml,
      'in/b.yml': `${late.slice(0, -('title: <span da'.length + 20))}\n${yaml}`,
      'in/c.xml': Buffer.from(`\ufeff${xml}`, 'utf16le'),
      'in/d.xml': Buffer.from('\ufeff<a/>', 'utf16le'),
    });
    const { status, stdout } = sspr(['export', 'in', '-f', 'tmx', '-o', 'out', '--report', '-'], { cwd });
    const report = JSON.parse(stdout);
    expect({ status, articles: report.articles, found: report.pairs.found }).toEqual({
      status: 3,
      articles: 3,
      found: 2,
    });
    expect(report.diagnostics).toEqual({ 'input/utf-16': 1 });
  });

  it('alone without pairs say so', () => {
    const cwd = tree({ 'a.yml': 'a: b\n', 'b/c.xml': '<a/>' });
    expect(sspr(['export', 'a.yml', '-o', 'out'], { cwd })).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('input/no-pairs'),
    });
    expect(sspr(['export', 'b', '-o', 'out'], { cwd })).toMatchObject({
      status: 3,
      stderr: expect.stringContaining('b: there is no article in it'),
    });
  });
});
