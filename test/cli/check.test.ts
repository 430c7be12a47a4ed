import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sspr, temporaryFolder } from '../support/cli.js';
import { pair } from '../support/pairs.js';

const article = `---\nms.contentlocale: de-DE\n---\n${pair('1a2b3-102', '**Eins**', '**One**')}\n`;

describe('check', () => {
  it('finds nothing in an article that is whole, and in what is exported from it', () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'a.md'), article);
    expect(sspr(['export', 'a.md', '-o', '.'], { cwd }).status).toBe(0);
    const { status, stdout, stderr } = sspr(['check', 'a.md', '*.xlf', 'en-US_de-DE.tmx'], { cwd });
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '3 files: nothing found\n' });
  });

  it('tells what is wrong with articles, XLIFF and TMX, with its place', () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'a.md'), `${article}<span data-ttu-id="1a2b3-103">x</span>`);
    writeFileSync(
      join(cwd, 'b.xlf'),
      '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en">\n<file id="f"/>\n</xliff>',
    );
    writeFileSync(join(cwd, 'c.tmx'), '<tmx version="1.4">\n<body/></tmx>');
    const { status, stderr } = sspr(['check', '.', 'b.xlf', 'c.tmx'], { cwd });
    expect(status).toBe(1);
    expect(stderr.split('\n').map((line) => line.split(' ').slice(0, 3).join(' '))).toEqual([
      'a.md:5:1 error pair/unmatched-target',
      'b.xlf:2:1 error xliff/empty-file',
      'c.tmx:1:1 error tmx/missing-element',
      '3 files: 1',
      '',
    ]);
  });

  it('reads standard input, and fails as it is told to', () => {
    const input = pair('1a2b3-102', '', 'One');
    expect(sspr(['check', '-'], { input })).toMatchObject({
      status: 0,
      stderr: expect.stringContaining('stdin:1:1 warning pair/empty-target'),
    });
    expect(sspr(['check', '-', '--fail-on', 'warning'], { input }).status).toBe(1);
    expect(sspr(['check', 'missing.xlf']).status).toBe(3);
    expect(sspr(['check']).status).toBe(2);
  });
});
