import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sspr, tree } from '../support/cli.js';
import { pair } from '../support/pairs.js';

const head = '---\nms.contentlocale: de-DE\n---\n';
const wrong = pair('1a2b3-102', 'Warten Sie 51 Minuten.', 'Wait 15 minutes.');
const spaced = pair('1a2b3-103', 'Den Deckel  zu.', 'Close the lid.');
const lost = '<span data-ttu-id="1a2b3-900">verloren</span>';

/** A tree, and what a check of it finds as a baseline. */
function checked(files: Record<string, string>): {
  cwd: string;
  check: (...args: string[]) => ReturnType<typeof sspr>;
} {
  const cwd = tree(files);
  const check = (...args: string[]) => sspr(['check', 'in', '--baseline', 'known.json', ...args], { cwd });
  expect(sspr(['check', 'in', '-f', 'json', '-o', 'known.json', '--fail-on', 'never'], { cwd }).status).toBe(0);
  return { cwd, check };
}

const codes = (json: string): string[] =>
  JSON.parse(json).files.flatMap(({ findings }: { findings: { code: string }[] }) => findings.map(({ code }) => code));

describe('check --baseline', () => {
  it('leaves out what is known, in every format and for the exit status', () => {
    const { check } = checked({ 'in/a.md': head + wrong + lost, 'in/b.md': head + spaced });
    const left = 'baseline: 3 known findings left out; 0 of the baseline are gone\n';
    for (const format of ['text', 'json', 'sarif', 'csv']) {
      const { status, stdout, stderr } = check('-f', format, '--fail-on', 'warning');
      expect({ format, status, stderr: stderr.endsWith(left) }).toEqual({ format, status: 0, stderr: true });
      expect(stdout).not.toContain('Warten Sie');
    }
    expect(codes(check('-f', 'json').stdout)).toEqual([]);
    expect(check('-q').stderr).toBe('');
  });

  it('knows a finding after edits elsewhere: other lines, other ids, other findings', () => {
    const { cwd, check } = checked({ 'in/a.md': `${head}${wrong}\n\n${lost}`, 'in/b.md': head + spaced });
    const fresh = pair('9f8e7-105', 'Nur 7 Seiten.', 'Only 8 pages.');
    writeFileSync(
      join(cwd, 'in/a.md'),
      `${head}${fresh}\n\nNeu.\n\n\n${wrong.replaceAll('1a2b3', '9f8e7')}\n\n${lost}`,
    );
    const { stdout, stderr, status } = check('-f', 'json', '--fail-on', 'warning');
    expect(codes(stdout)).toEqual(['check/numbers']);
    expect(stdout).toContain('Only 8 pages.');
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: 'baseline: 3 known findings left out; 0 of the baseline are gone\n',
    });
  });

  it('reports a pair that was edited and is still wrong, and counts what is gone', () => {
    const { cwd, check } = checked({ 'in/a.md': head + wrong, 'in/b.md': head + spaced });
    writeFileSync(join(cwd, 'in/a.md'), head + wrong.replace('51', '52'));
    writeFileSync(join(cwd, 'in/b.md'), head + spaced.replace('  ', ' '));
    const { stdout, stderr } = check('-f', 'json');
    expect(codes(stdout)).toEqual(['check/numbers']);
    expect(stderr).toBe('baseline: 0 known findings left out; 2 of the baseline are gone\n');
  });

  it('leaves out as many of equal findings as are known, of the same pair first', () => {
    const { cwd, check } = checked({ 'in/a.md': `${head}${wrong}` });
    // The same texts again, before it.
    writeFileSync(join(cwd, 'in/a.md'), `${head}${wrong.replaceAll('-102', '-101')}\n\n${wrong}`);
    const { stdout } = check('-f', 'json');
    const [file] = JSON.parse(stdout).files;
    expect(file.findings.map(({ segment }: { segment: string }) => segment)).toEqual(['1a2b3-101']);
  });

  it('says what of it was not looked for: other files, and other codes', () => {
    const { cwd, check } = checked({ 'in/a.md': head + wrong, 'in/b.md': head + spaced + wrong });
    expect(check('--code', 'check/numbers').stderr).toContain(
      'baseline: 2 known findings left out; 0 of the baseline are gone; 1 are in files, or have codes, that were not checked',
    );
    const { stderr } = sspr(['check', 'in/a.md', '--base', 'in', '--baseline', 'known.json'], { cwd });
    expect(stderr).toContain('1 known finding left out; 0 of the baseline are gone; 2 are in files');
  });

  it('knows pairs of long texts, and with many findings, whose texts it has not whole', () => {
    const long = `${'Ein langer Satz. '.repeat(800)}Warten Sie 51 Minuten.`;
    const longPair = pair('1a2b3-104', long, `${'A long sentence. '.repeat(800)}Wait 15 minutes.`);
    const { check } = checked({ 'in/a.md': `${head}${longPair}\n\n${wrong}` });
    expect(codes(check('-f', 'json').stdout)).toEqual([]);
  });

  it('is refused where it is none, or cannot be read, or would be written over', () => {
    const { cwd, check } = checked({ 'in/a.md': head + wrong });
    const known = readFileSync(join(cwd, 'known.json'), 'utf8');
    for (const text of [
      '',
      '[]',
      'null',
      '{"files": {}}',
      '{"files": [{"path": 1, "findings": []}]}',
      '{"files": [{"path": "a", "findings": [1]}]}',
      '{"files":[{"path":"a","findings":[{}]}]}',
      '{"version": "2.1.0", "runs": []}',
    ]) {
      writeFileSync(join(cwd, 'known.json'), text);
      const { status, stderr, stdout } = check('-f', 'json');
      expect({ text, status, stdout }).toEqual({ text, status: 2, stdout: '' });
      expect(stderr).toContain('known.json: this is no baseline');
      expect(stderr).toContain('sspr-tm check INPUT… --format json -o FILE');
    }
    const missing = sspr(['check', 'in', '--baseline', 'missing.json'], { cwd });
    expect(missing.status).toBe(3);
    expect(missing.stderr).toContain('missing.json: the baseline cannot be read');
    writeFileSync(join(cwd, 'known.json'), known);
    expect(check('-f', 'json', '-o', 'known.json').status).toBe(2);
    expect(readFileSync(join(cwd, 'known.json'), 'utf8')).toBe(known);
  });

  it('may stand in a config file', () => {
    const { cwd } = checked({ 'in/a.md': head + wrong });
    writeFileSync(join(cwd, 'sspr-tm.config.json'), JSON.stringify({ check: { baseline: 'known.json' } }));
    expect(sspr(['check', 'in'], { cwd }).stderr).toContain('1 known finding left out');
  });
});
