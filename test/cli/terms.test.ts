import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sspr, temporaryFolder } from '../support/cli.js';
import { pair } from '../support/pairs.js';

const texts: Readonly<Record<string, readonly (readonly [target: string, source: string])[]>> = {
  'de-DE': [
    ['Wählen Sie **Weiter** aus.', 'Select **Next**.'],
    ['Klicken Sie zweimal auf **Weiter**.', 'Click **Next** twice.'],
    ['Öffnen Sie **Contoso Mail**.', 'Open **Contoso Mail**.'],
    ['Senden Sie es mit **Contoso Mail**.', 'Send it with **Contoso Mail**.'],
  ],
  'ja-JP': [
    ['**[次へ]** を選択します。', 'Select **Next**.'],
    ['**[次へ]** を 2 回クリックします。', 'Click **Next** twice.'],
  ],
};

/** A tree of articles, one for each pair, in the languages that are named. */
function treeOf(...languages: readonly string[]): string {
  const cwd = temporaryFolder();
  for (const language of languages) {
    mkdirSync(join(cwd, `docs/${language}`), { recursive: true });
    for (const [index, [target, source]] of (texts[language] ?? []).entries()) {
      const text = `---\nms.contentlocale: ${language}\n---\n${pair('1a2b3-102', target, source)}\n`;
      writeFileSync(join(cwd, `docs/${language}/${index}.md`), text);
    }
  }
  return cwd;
}

describe('terms', () => {
  it('writes a glossary, and says what it is', () => {
    const cwd = treeOf('de-DE');
    const { status, stdout, stderr } = sspr(['terms', 'docs', '-o', 'out/terms.csv'], { cwd });
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
    expect(stderr).toBe(
      [
        '4 articles, 4 with pairs, 0.0 MB',
        '2 concepts: 1 of the user interface, 1 never translated',
        'de-DE: 2 terms of 2 candidates',
        'written: out/terms.csv',
        '',
      ].join('\n'),
    );
    const rows = readFileSync(join(cwd, 'out/terms.csv'), 'utf8').split('\r\n').slice(1, 3);
    expect(rows.map((row) => row.split(',').slice(0, 6).join(','))).toEqual([
      'fixed,Contoso Mail,Contoso Mail,preferred,1,2',
      'ui,Next,Weiter,preferred,1,2',
    ]);
  });

  it('gives the same bytes for every number of threads, and order of inputs', () => {
    const cwd = treeOf('de-DE', 'ja-JP');
    const run = (...args: string[]): string => sspr(['terms', ...args, '-o', '-', '-f', 'json', '-q'], { cwd }).stdout;
    const one = run('docs/de-DE', 'docs/ja-JP', '-j', '1');
    expect(JSON.parse(one).concepts).toHaveLength(2);
    expect(run('docs/de-DE', 'docs/ja-JP', '-j', '2')).toBe(one);
    expect(run('docs/ja-JP', 'docs/de-DE', '-j', '2')).toBe(one);
  });

  it.each([
    ['terms.tbx', '<tbx type="TBX-Basic" style="dca"'],
    ['terms.json', '"srcLang"'],
    ['terms.xlsx', 'PK'],
  ])('writes %s by its extension', (name, start) => {
    const cwd = treeOf('de-DE', 'ja-JP');
    expect(sspr(['terms', 'docs', '-o', name, '-q'], { cwd })).toMatchObject({ status: 0, stderr: '' });
    expect(readFileSync(join(cwd, name), 'latin1').slice(0, 400)).toContain(start);
  });

  it('writes terms.tbx where nothing else is asked for, and other editions and styles of TBX', () => {
    const cwd = treeOf('de-DE');
    const text = (): string => readFileSync(join(cwd, 'terms.tbx'), 'utf8');
    expect(sspr(['terms', 'docs', '-q'], { cwd }).status).toBe(0);
    expect(text()).toContain('style="dca"');
    sspr(['terms', 'docs', '-q', '--style', 'dct'], { cwd });
    expect(text()).toContain('style="dct"');
    sspr(['terms', 'docs', '-q', '--tbx', '2008'], { cwd });
    expect(text()).toContain('<martif');
  });

  it('counts what was left out, and why', () => {
    const cwd = treeOf('de-DE', 'ja-JP');
    const { stdout } = sspr(['terms', 'docs', '--min-count', '3', '-q', '--report', '-'], { cwd });
    const { pairs, terms, outputs } = JSON.parse(stdout);
    expect({ pairs, terms, outputs }).toEqual({
      pairs: { found: 6, exported: 6, skipped: {} },
      terms: {
        languages: {
          'de-DE': { candidates: 2, terms: 0, leftOut: { rare: 2 } },
          'ja-JP': { candidates: 1, terms: 0, leftOut: { rare: 1 } },
        },
      },
      outputs: [],
    });
  });

  it('leaves what is there, where there is no term', () => {
    const cwd = treeOf('de-DE');
    writeFileSync(join(cwd, 'terms.csv'), 'mine');
    const { status, stderr } = sspr(['terms', 'docs', '--min-count', '9', '-o', 'terms.csv'], { cwd });
    expect(status).toBe(0);
    expect(stderr).toContain('nothing was written: there is no term; --report FILE says why');
    expect(readFileSync(join(cwd, 'terms.csv'), 'utf8')).toBe('mine');
  });

  it('takes what it wrote as a glossary for check, view, export and leverage', () => {
    const cwd = treeOf('de-DE');
    writeFileSync(
      join(cwd, 'docs/de-DE/odd.md'),
      `---\nms.contentlocale: de-DE\n---\n${pair('1a2b3-102', 'Dort steht **Vor**.', 'There is **Next**.')}\n`,
    );
    expect(sspr(['terms', 'docs', '-o', 'terms.tbx', '-q'], { cwd }).status).toBe(0);
    const checked = sspr(['check', 'docs', '--glossary', 'terms.tbx', '--code', 'check/ui-terms'], { cwd });
    expect(checked.stdout).toContain('"Next" is "Vor" here');
    expect(checked.stdout).toContain('Weiter');
    expect(sspr(['view', 'docs', '--glossary', 'terms.tbx', '-o', 'page.html', '-q'], { cwd }).status).toBe(0);
    expect(sspr(['export', 'docs', '-f', 'xliff', '--glossary', 'terms.tbx', '-o', 'x', '-q'], { cwd }).status).toBe(0);
    expect(readFileSync(join(cwd, 'x/de-DE/0.xlf'), 'utf8')).toContain('<gls:translation');
  });

  it.each([
    [['docs', '-o', 'terms.txtx'], 2, 'ends in none of .tbx'],
    [['docs', '-o', 'terms.csv', '-f', 'tbx'], 2, 'leave one of them out'],
    [['docs', '-o', 'docs/de-DE/0.md', '-f', 'csv'], 2, 'is the same file as the input'],
    [['docs', '--min-share', '2'], 2, 'is no share'],
    [['docs', '--min-count', '0'], 2, 'min-count'],
    [['docs', '-o', '-', '--report', '-'], 2, 'cannot both go to standard output'],
    [['docs', '-o', 'terms.tsv'], 2, 'several target languages (de-DE, ja-JP)'],
    [['docs', '--tbx', '2008', '--style', 'dct'], 2, 'has no DCT'],
    [['none'], 3, 'none'],
  ])('refuses %j', (args, expected, message) => {
    const cwd = treeOf('de-DE', 'ja-JP');
    const { status, stderr } = sspr(['terms', ...args], { cwd });
    expect({ status, said: stderr.includes(message) ? message : stderr }).toEqual({ status: expected, said: message });
  });

  it('says of articles in one language that they hold no pair', () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'a.md'), '# One\n');
    const { stderr } = sspr(['terms', 'a.md'], { cwd });
    expect(stderr).toContain('input/no-pairs');
  });
});
