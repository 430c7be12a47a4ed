import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sspr, tree } from '../support/cli.js';
import { glossaryOf } from '../support/glossary-of.js';
import { pair } from '../support/pairs.js';

const glossary = JSON.stringify(glossaryOf('de', [['Save', { preferred: ['Speichern'], forbidden: ['Sichern'] }]]));
const article = (target: string, source: string): string =>
  `---\nms.contentlocale: de-DE\n---\n${pair('1a2b3-101', target, source)}\n`;
const files = {
  'g.json': glossary,
  'in/a.md': article('Auf **Sichern** klicken.', 'Click **Save**.'),
  'in/b.md': article('Dann **Speichern**.', 'Then **Save**.'),
};

describe('--glossary', () => {
  it.each(['1', '2'])('holds terms against a glossary, with %s threads', (jobs) => {
    const cwd = tree(files);
    const { status, stdout } = sspr(['check', 'in', '--glossary', 'g.json', '--format', 'json', '-j', jobs], { cwd });
    expect(status).toBe(0);
    const found = JSON.parse(stdout).files.map(({ path, findings }: never) => [path, findings]);
    expect(found).toEqual([
      ['a.md', [expect.objectContaining({ code: 'check/ui-terms', segment: '1a2b3-101', severity: 'info' })]],
    ]);
    expect(stdout).toContain('the glossary forbids that and has');
  });

  it('gives what a baseline knows, and fails as the rule is set', () => {
    const cwd = tree(files);
    const check = ['check', 'in', '--glossary', 'g.json', '--rule', 'check/ui-terms=error'];
    expect(sspr([...check, '--format', 'json', '-o', 'known.json'], { cwd }).status).toBe(1);
    expect(sspr([...check, '--baseline', 'known.json'], { cwd }).status).toBe(0);
  });

  it('is in a review page, leaves pairs out of an export, and is in XLIFF', () => {
    const cwd = tree({ ...files, 'en/c.md': 'Click **Save**.\n' });
    expect(sspr(['view', 'in', '--glossary', 'g.json', '-o', 'page.html'], { cwd }).status).toBe(0);
    expect(readFileSync(join(cwd, 'page.html'), 'utf8')).toContain('the glossary forbids that');
    const skip = ['--skip', 'check/ui-terms', '--report', 'r.json'];
    expect(sspr(['export', 'in', '--glossary', 'g.json', '-o', 'out', ...skip], { cwd }).status).toBe(0);
    expect(JSON.parse(readFileSync(join(cwd, 'r.json'), 'utf8')).pairs.skipped).toEqual({ 'check/ui-terms': 1 });
    expect(readFileSync(join(cwd, 'out/b.xlf'), 'utf8')).toContain('<gls:translation>Speichern</gls:translation>');
    const leverage = ['leverage', 'en', '-m', 'in', '--trg-lang', 'de-DE', '--glossary', 'g.json', '-o', 'new'];
    expect(sspr(leverage, { cwd }).status).toBe(0);
    expect(readFileSync(join(cwd, 'new/c.xlf'), 'utf8')).toContain('<gls:term>Save</gls:term>');
    expect(sspr(['check', 'out/*.xlf', 'new/*.xlf'], { cwd }).status).toBe(0);
  });

  it('says what is wrong with a file, and writes nothing over it', () => {
    const cwd = tree({ ...files, 'text.json': 'Save\tSpeichern\n' });
    const check = (...args: string[]) => sspr(['check', 'in', '--glossary', ...args], { cwd });
    expect(check('none.json')).toMatchObject({
      status: 3,
      stderr: expect.stringContaining('none.json: the glossary cannot be read: no such file or folder.'),
    });
    expect(check('text.json')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('text.json:1:1: The glossary cannot be read from here on: it is no JSON'),
    });
    expect(check('g.json', '--format', 'json', '-o', 'g.json')).toMatchObject({ status: 2 });
    expect(readFileSync(join(cwd, 'g.json'), 'utf8')).toBe(glossary);
  });

  it('may stand in a config file, relative to it', () => {
    const cwd = tree(files);
    writeFileSync(
      join(cwd, 'sspr-tm.config.json'),
      JSON.stringify({ check: { glossary: 'g.json', rule: ['check/ui-terms=warning'] } }),
    );
    expect(sspr(['check', 'in'], { cwd }).stdout).toContain('the glossary forbids that');
  });
});
