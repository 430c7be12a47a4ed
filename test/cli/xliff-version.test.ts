import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sspr, tree } from '../support/cli.js';
import { pair } from '../support/pairs.js';

const head = '---\nms.contentlocale: de-DE\nms.translationtype: MT\n---\n';
const texts = {
  'in/a.md': `${head}${pair('1a2b3-101', '**Eins** hier', '**One** here')}\n\n${pair('1a2b3-102', 'Zwei', 'Two')}\n`,
  'in/b.md': `${head}${pair('9f8e7-101', 'Drei', 'Three')}\n`,
  'in/c.md': `${head}${pair('5d4c3-101', 'Vier', 'Four')}\n`,
};
const versions = ['2.0', '2.1', '2.2'] as const;

/** Runs that have to go well, with what they say left out. */
function run(cwd: string, ...lines: readonly string[]): void {
  for (const line of lines) {
    const { status, stderr } = sspr([...line.split(' '), '-q'], { cwd });
    expect({ line, status, stderr }).toEqual({ line, status: 0, stderr: '' });
  }
}

const read = (cwd: string, path: string): string => readFileSync(join(cwd, path), 'utf8');
const versionIn = (cwd: string, path: string): string | undefined =>
  /<xliff xmlns="urn:oasis:names:tc:xliff:document:(2\.[02])"[^>]* version="(2\.[0-2])"/.exec(read(cwd, path))?.[2];

/** Changes a file as an editor does. */
function edit(cwd: string, path: string, from: string, to: string): void {
  const text = read(cwd, path);
  expect(text).toContain(from);
  writeFileSync(join(cwd, path), text.replace(from, to));
}

describe('--xliff-version', () => {
  it('merges documents of all versions in one run, untouched to the same bytes, and what was edited', () => {
    const cwd = tree(texts);
    for (const [index, name] of ['a', 'b', 'c'].entries()) {
      run(cwd, `export in/${name}.md -f xliff -o out/${name}.xlf --xliff-version ${versions[index]}`);
      expect(versionIn(cwd, `out/${name}.xlf`)).toBe(versions[index]);
    }
    run(cwd, 'check out/a.xlf out/b.xlf out/c.xlf', 'merge in out -o same');
    for (const path of Object.keys(texts)) expect(read(cwd, path.replace('in', 'same'))).toBe(read(cwd, path));
    edit(cwd, 'out/a.xlf', ' hier', ' da');
    edit(cwd, 'out/b.xlf', 'Drei', '3');
    edit(cwd, 'out/c.xlf', 'Vier', '4');
    run(cwd, 'merge in out -o merged');
    expect(read(cwd, 'merged/a.md')).toBe(texts['in/a.md'].replace(' hier', ' da'));
    expect(read(cwd, 'merged/b.md')).toBe(texts['in/b.md'].replace('Drei', '3'));
    expect(read(cwd, 'merged/c.md')).toBe(texts['in/c.md'].replace('Vier', '4'));
  });

  it('replaces a document of another version, but none that was edited', () => {
    const cwd = tree(texts);
    const again = 'export in -f xliff -o out --fail-on never --xliff-version';
    for (const version of versions) {
      run(cwd, `${again} ${version}`);
      expect(versionIn(cwd, 'out/a.xlf')).toBe(version);
    }
    edit(cwd, 'out/a.xlf', 'Zwei', '2');
    const edited = read(cwd, 'out/a.xlf');
    for (const version of versions) {
      expect(sspr(`${again} ${version}`.split(' '), { cwd }).stderr).toContain('output/edited');
      expect(read(cwd, 'out/a.xlf')).toBe(edited);
      expect(versionIn(cwd, 'out/b.xlf')).toBe(version);
    }
  });

  it('gives the same memory, whatever the version', () => {
    const cwd = tree(texts);
    const memories = versions.map((version) => {
      run(cwd, `export in -f xliff -o ${version}.xlf --xliff-version ${version}`);
      run(cwd, `memory ${version}.xlf -o ${version}.jsonl`);
      return read(cwd, `${version}.jsonl`);
    });
    expect(memories[0]).toContain('"translationType":"mt"');
    expect(new Set(memories).size).toBe(1);
  });

  it('is that of what leverage writes, from documents of any version, and merge takes it', () => {
    const english = '# One here\n\nTwo\n\nThree of them\n';
    const cwd = tree({ ...texts, 'new.md': english });
    const filled = versions.map((version) => {
      run(cwd, `export in -f xliff -o ${version}.xlf --xliff-version ${version}`);
      const out = `${version}/new.xlf`;
      run(
        cwd,
        `leverage new.md -m ${version}.xlf --trg-lang de-DE --show 40 --fill 60 -o ${out} --xliff-version ${version}`,
        `check ${out}`,
        `merge new.md ${out} -o ${version}/new.md`,
      );
      expect(versionIn(cwd, out)).toBe(version);
      return [
        read(cwd, out)
          .replace(/^[\s\S]*?<file/, '<file')
          .replaceAll(`${version}.xlf`, 'x'),
        read(cwd, `${version}/new.md`),
      ];
    });
    expect(filled[0]?.[0]).toContain('<mtc:match ');
    expect(filled[0]?.[1]).toContain('Zwei');
    expect(filled[1]).toEqual(filled[0]);
    expect(filled[2]).toEqual(filled[0]);
  });

  it('is no version of 1.2, which is a format', () => {
    const cwd = tree({ ...texts, 'sspr-tm.config.json': JSON.stringify({ export: { xliffVersion: '2.1' } }) });
    const said = (line: string) => sspr(line.split(' '), { cwd });
    expect(said('export in -o x.xlf --xliff-version 1.2')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('It is one of 2.0, 2.1, 2.2; 1.2 is a format of its own: -f xliff1.2.'),
    });
    for (const line of ['export in', 'leverage in/a.md -m in --trg-lang de-DE']) {
      expect(said(`${line} -f xliff1.2 --xliff-version 2.1 -o x`)).toMatchObject({
        status: 2,
        stderr: expect.stringContaining('--xliff-version is of XLIFF 2, and -f xliff1.2 is none'),
      });
    }
    expect(said('export in --client lokalize --xliff-version 2.1 -o x')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--xliff-version is of XLIFF 2, and Lokalize takes XLIFF 1.2'),
    });
    // A file of options is about all runs, and the command line is nearer.
    expect(said('export in -f xliff1.2 -o y.xlf').status).toBe(0);
    expect(read(cwd, 'y.xlf')).toContain('version="1.2"');
    expect(said('export in -f xliff -o z.xlf').status).toBe(0);
    expect(versionIn(cwd, 'z.xlf')).toBe('2.1');
  });
});
