import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PageData } from '../../src/view/page-data.js';
import { filesBelow, sspr, temporaryFolder } from '../support/cli.js';
import { pair } from '../support/pairs.js';

const article = (language: string, target = 'Eins'): string =>
  `---\nms.contentlocale: ${language}\n---\n${pair('1a2b3-102', `**${target}**`, '**One**')}\n`;

function dataOf(html: string): PageData {
  return JSON.parse(/<script type="application\/json" id="data">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '');
}

describe('view', () => {
  it('writes a page of a tree, with links that lead to the articles', () => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, 'docs/de #1'), { recursive: true });
    writeFileSync(join(cwd, 'docs/de #1/javascript:x.md'), article('de-DE'));
    writeFileSync(join(cwd, 'docs/include.md'), pair('1a2b3-102', 'Eins', 'One'));
    writeFileSync(join(cwd, 'docs/none.md'), 'No pairs.\n');
    const { status, stdout, stderr } = sspr(['view', 'docs', '-o', 'out/page.html'], { cwd });
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
    expect(stderr).toMatch(
      /^2 articles, 2 segments; 1 without pairs left out\nfindings: 1 info\nwritten: out\/page\.html \([0-9.]+ MB\)\n$/,
    );
    const { title, articles } = dataOf(readFileSync(join(cwd, 'out/page.html'), 'utf8'));
    expect(title).toBe('docs');
    expect(articles.map(({ path, href, trgLang }) => ({ path, href, trgLang }))).toEqual([
      { path: 'de #1/javascript:x.md', href: './../docs/de%20%231/javascript%3Ax.md', trgLang: 'de-DE' },
      { path: 'include.md', href: './../docs/include.md', trgLang: 'de-DE' },
    ]);
    expect(articles[1]?.findings?.map(({ code }) => code)).toEqual(['language/inferred']);
  });

  it('gives the same page for every number of threads', () => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, 'in'));
    // More articles than one thread gets at once, with findings that need the whole tree, languages of paths, and damage.
    for (let index = 0; index < 150; index++) {
      const texts = [
        pair('1a2b3-102', index % 3 === 0 ? 'Anmelden' : 'Einloggen', 'Sign in'),
        pair('1a2b3-103', `Satz **${index}**.`, `Sentence **${index}**.`),
        ...(index % 7 === 0 ? ['<span data-ttu-id="1a2b3-104">x</span>'] : []),
      ];
      const head = index % 5 === 0 ? '' : '---\nms.contentlocale: de-DE\n---\n';
      writeFileSync(join(cwd, `in/${index}.md`), head + texts.join('\n\n'));
    }
    const page = (jobs: number): string => sspr(['view', 'in', '-o', '-', '-q', '-j', String(jobs)], { cwd }).stdout;
    const one = page(1);
    expect(dataOf(one).articles.length).toBe(150);
    expect(one).toContain('check/inconsistent-target');
    for (const jobs of [2, 3]) expect(page(jobs)).toBe(one);
  });

  it('reads standard input and writes standard output', () => {
    const { status, stdout } = sspr(['view', '-', '-o', '-', '-q', '--title', '<b>'], { input: article('de-DE') });
    expect(status).toBe(0);
    expect(stdout).toContain('<title>&lt;b&gt;</title>');
    expect(dataOf(stdout)).toMatchObject({ title: '<b>', articles: [{ path: 'stdin', trgLang: 'de-DE' }] });
    expect(dataOf(stdout).articles[0]?.href).toBeUndefined();
  });

  it('shows the targets of a document that differ, in a tree by a memory', () => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, 'in'));
    writeFileSync(join(cwd, 'in/a.md'), article('de-DE'));
    writeFileSync(join(cwd, 'in/b.md'), article('fr-FR', 'Un'));
    expect(sspr(['export', 'in', '-o', 'out'], { cwd }).status).toBe(0);
    for (const name of ['out/a.xlf', 'out/en-US_de-DE.tmx']) {
      writeFileSync(join(cwd, 'new'), readFileSync(join(cwd, name), 'utf8').replace('Eins', 'Neu'));
      const { status, stdout, stderr } = sspr(['view', 'in', '-o', '-', '--changes', 'new'], { cwd });
      expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringContaining('changed targets: 1\n') });
      const { changes, articles } = dataOf(stdout);
      const changed = articles.map(({ units }) => units[0]?.segments[0]?.changed);
      expect({ changes, changed }).toMatchObject({ changes: 'new', changed: [[{}, 'Neu', {}], undefined] });
    }
  });

  it('says what to name where --changes is a folder', () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'a.md'), article('de-DE'));
    mkdirSync(join(cwd, 'empty'));
    expect(sspr(['export', 'a.md', '-o', 'out', '-f', 'xliff'], { cwd }).status).toBe(0);
    const say = (folder: string): unknown => {
      const { status, stderr } = sspr(['view', 'a.md', '--changes', folder], { cwd });
      return { status, stderr: stderr.trim(), isWritten: existsSync(join(cwd, 'review.html')) };
    };
    const start = 'it is a folder. Name one document (.xlf, .xliff or .tmx),';
    expect(say('out')).toEqual({
      status: 2,
      stderr: `sspr-tm: --changes out: ${start} it is out/a.xlf; merge takes all of a folder at once.`,
      isWritten: false,
    });
    expect(say('empty')).toMatchObject({
      status: 2,
      stderr: `sspr-tm: --changes empty: ${start} and there is none in it.`,
    });
    const help = sspr(['view', '--help'], { cwd }).stdout.replace(/\s+/g, ' ');
    expect(help).toContain('handed over as XLIFF or TMX, which merge takes');
  });

  it('shows what rules find, with the severities that are asked for', () => {
    const cwd = temporaryFolder();
    const texts = pair('1a2b3-102', 'Warten Sie 51 Minuten.', 'Wait 15 minutes.');
    writeFileSync(join(cwd, 'a.md'), `---\nms.contentlocale: de-DE\n---\n${texts}\n`);
    const findings = (...args: readonly string[]): unknown =>
      dataOf(sspr(['view', 'a.md', '-o', '-', ...args], { cwd }).stdout).articles[0]?.units[0]?.segments[0]?.findings;
    expect(findings()).toMatchObject([{ code: 'check/numbers', severity: 'warning', line: 4 }]);
    expect(findings('--rule', 'check/numbers=error')).toMatchObject([{ code: 'check/numbers', severity: 'error' }]);
    expect(findings('--rule', 'check/numbers=off')).toBeUndefined();
    expect(sspr(['view', 'a.md', '--rule', 'check/number=off'], { cwd }).status).toBe(2);
  });

  it('exits as the other commands do, and leaves an older page where it fails', () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'a.md'), `${article('de-DE')}<span data-ttu-id="1a2b3-103">x</span>`);
    expect(sspr(['view', 'a.md'], { cwd }).status).toBe(1);
    const page = readFileSync(join(cwd, 'review.html'), 'utf8');
    expect(dataOf(page).articles[0]?.findings?.map(({ code }) => code)).toEqual(['pair/unmatched-target']);
    expect(sspr(['view', 'a.md', '--fail-on', 'never'], { cwd }).status).toBe(0);
    writeFileSync(join(cwd, 'no.xlf'), 'no');
    expect(sspr(['view', 'a.md', '--changes', 'no.xlf'], { cwd })).toMatchObject({
      status: 3,
      stderr: expect.stringContaining('no.xlf: '),
    });
    expect(sspr(['view', 'a.md', '--changes', 'missing.xlf'], { cwd }).status).toBe(3);
    expect(sspr(['view', 'missing.md'], { cwd }).status).toBe(3);
    expect(sspr(['view', '.', '-o', '.'], { cwd }).status).toBe(3);
    expect(sspr(['view'], { cwd }).status).toBe(2);
    expect(sspr(['view', 'a.md', '--trg-lang', 'x_y'], { cwd }).status).toBe(2);
    expect(readFileSync(join(cwd, 'review.html'), 'utf8')).toBe(page);
    expect(filesBelow(cwd)).toEqual(['a.md', 'no.xlf', 'review.html']);
  });
});
