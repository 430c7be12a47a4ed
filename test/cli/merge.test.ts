import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sspr, temporaryFolder } from '../support/cli.js';
import { pair } from '../support/pairs.js';

const text = `---
ms.contentlocale: de-DE
---
# ${pair('1a2b3-102', 'Grüße', 'Greetings')}

${pair('1a2b3-103', 'Ein **alter** Satz.', 'An **old** sentence.')}
`;
const edited = text.replace('alter', 'neuer');

/** A folder with the article, its XLIFF with one target changed, and its memory as it was. */
function folder(): string {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, 'a.md'), text);
  expect(sspr(['export', 'a.md', '-o', '.', '-q'], { cwd }).status).toBe(0);
  const xliff = readFileSync(join(cwd, 'a.xlf'), 'utf8');
  writeFileSync(join(cwd, 'edited.xlf'), xliff.replace('alter', 'neuer'));
  return cwd;
}

const read = (cwd: string, name: string): string => readFileSync(join(cwd, name), 'utf8');

describe('merge', () => {
  it.each([
    [
      ['edited.xlf', 'a.md', '-o', 'b.md'],
      2,
      'edited.xlf: it is a document. Articles are named first: sspr-tm merge a.md edited.xlf',
    ],
    [['edited.xlf', 'en-US_de-DE.tmx', 'in it', '-o', 'out'], 2, 'sspr-tm merge "in it" edited.xlf en-US_de-DE.tmx'],
    [
      ['edited.xlf', 'a.xlf', '-o', 'b.md'],
      2,
      'it is a document. Name the article, or the tree of articles, before it.',
    ],
    [
      ['docs', 'in it', '-o', 'out'],
      3,
      'in it: there is no document in it: .xlf, .xliff or .tmx. Articles come first, documents after them.',
    ],
  ])('says in which order names stand: %j', (args, expected, message) => {
    const cwd = folder();
    for (const name of ['in it', 'docs']) mkdirSync(join(cwd, name));
    writeFileSync(join(cwd, 'in it/a.md'), text);
    const { status, stderr } = sspr(['merge', ...args], { cwd });
    expect({ status, stderr }).toEqual({ status: expected, stderr: expect.stringContaining(message) });
    expect([existsSync(join(cwd, 'b.md')), existsSync(join(cwd, 'out'))]).toEqual([false, false]);
  });

  it('writes the article with the targets that changed, and says which', () => {
    const cwd = folder();
    const { status, stdout, stderr } = sspr(['merge', 'a.md', 'edited.xlf', '-o', 'sub/b.md', '--report', 'r.json'], {
      cwd,
    });
    expect({ status, stdout, stderr }).toEqual({
      status: 0,
      stdout: '',
      stderr: 'a.md: 1 target changed: 1a2b3-103\nwritten: sub/b.md\n',
    });
    expect(read(cwd, 'sub/b.md')).toBe(edited);
    expect(read(cwd, 'a.md')).toBe(text);
    expect(JSON.parse(read(cwd, 'r.json'))).toEqual({
      article: 'a.md',
      document: 'edited.xlf',
      merged: true,
      changes: [{ id: '1a2b3-103', line: 6, column: 31, before: 'Ein **alter** Satz.', after: 'Ein **neuer** Satz.' }],
      diagnostics: [],
      articleDiagnostics: [],
    });
  });

  it('gives the article back to the letter where nothing changed', () => {
    const cwd = folder();
    for (const document of ['a.xlf', 'en-US_de-DE.tmx']) {
      expect(sspr(['merge', 'a.md', document, '-o', '-', '-q'], { cwd })).toEqual({
        status: 0,
        stdout: text,
        stderr: '',
      });
    }
  });

  it('reads the article from standard input, and writes in place', () => {
    const cwd = folder();
    expect(sspr(['merge', '-', 'edited.xlf', '-o', '-', '-q'], { cwd, input: text }).stdout).toBe(edited);
    expect(sspr(['merge', 'a.md', 'edited.xlf', '--in-place', '-q'], { cwd }).status).toBe(0);
    expect(read(cwd, 'a.md')).toBe(edited);
  });

  it('keeps permissions, and a symbolic link what it is', () => {
    const cwd = folder();
    renameSync(join(cwd, 'a.md'), join(cwd, 'real.md'));
    chmodSync(join(cwd, 'real.md'), 0o640);
    symlinkSync('real.md', join(cwd, 'a.md'));
    expect(sspr(['merge', 'a.md', 'edited.xlf', '--in-place', '-q'], { cwd }).status).toBe(0);
    expect(read(cwd, 'real.md')).toBe(edited);
    expect(lstatSync(join(cwd, 'a.md')).isSymbolicLink()).toBe(true);
    expect(statSync(join(cwd, 'real.md')).mode & 0o777).toBe(0o640);
  });

  it('takes targets out of a memory', () => {
    const cwd = folder();
    writeFileSync(join(cwd, 'm.tmx'), read(cwd, 'en-US_de-DE.tmx').replace('alter', 'neuer'));
    expect(sspr(['merge', 'a.md', 'm.tmx', '-o', '-', '-q'], { cwd }).stdout).toBe(edited);
    expect(sspr(['merge', 'a.md', 'm.tmx', '-o', '-', '-q', '--trg-lang', 'fr-FR'], { cwd }).stdout).toBe(text);
  });

  it('reads UTF-16', () => {
    const cwd = folder();
    const xliff = read(cwd, 'edited.xlf').replace('UTF-8', 'UTF-16');
    const little = Buffer.from(`\ufeff${xliff}`, 'utf16le');
    writeFileSync(join(cwd, 'le.xlf'), little);
    writeFileSync(join(cwd, 'be.xlf'), Buffer.from(little).swap16());
    for (const document of ['le.xlf', 'be.xlf']) {
      expect(sspr(['merge', 'a.md', document, '-o', '-', '-q'], { cwd }).stdout, document).toBe(edited);
    }
  });

  it.each([
    [
      'a document without a namespace or version',
      (xml: string) => xml.replace(/<xliff [^>]*>/, '<xliff xmlns:mda="x">'),
      'merge/unreadable',
    ],
    ['another article', (xml: string) => xml.replaceAll('1a2b3', '9f9f9'), 'merge/other-article'],
    ['no XML', (xml: string) => xml.slice(1), 'merge/unreadable'],
  ])('refuses %s: says why and where, and writes nothing', (_, change, code) => {
    const cwd = folder();
    writeFileSync(join(cwd, 'bad.xlf'), change(read(cwd, 'edited.xlf')));
    writeFileSync(join(cwd, 'b.md'), 'older');
    for (const failOn of ['error', 'never']) {
      const { status, stderr } = sspr(['merge', 'a.md', 'bad.xlf', '-o', 'b.md', '--fail-on', failOn], { cwd });
      expect(status).toBe(1);
      expect(stderr).toMatch(new RegExp(`^bad\\.xlf:\\d+:\\d+ error ${code} .*\nnothing was written\n$`));
      expect(read(cwd, 'b.md')).toBe('older');
    }
  });

  it('writes what matches where a source has changed, reports the rest, and exits by --fail-on', () => {
    const cwd = folder();
    const newer = text.replace('Greetings', 'Welcome');
    writeFileSync(join(cwd, 'a.md'), newer);
    for (const failOn of ['error', 'never']) {
      const { status, stderr } = sspr(['merge', 'a.md', 'edited.xlf', '-o', 'b.md', '--fail-on', failOn], { cwd });
      expect(status).toBe(failOn === 'error' ? 1 : 0);
      expect(stderr).toMatch(
        /^edited\.xlf:\d+:\d+ error merge\/source-differs .*1a2b3-102.*\na\.md: 1 target changed: 1a2b3-103\nwritten: b\.md\n$/,
      );
      expect(read(cwd, 'b.md')).toBe(newer.replace('alter', 'neuer'));
    }
  });

  it('writes a target without a code that may be deleted, with a warning; half a code only where forced', () => {
    const cwd = folder();
    const document = read(cwd, 'edited.xlf');
    const merge = (...options: string[]): ReturnType<typeof sspr> =>
      sspr(['merge', 'a.md', 'lost.xlf', '-o', '-', ...options], { cwd });
    writeFileSync(join(cwd, 'lost.xlf'), document.replace(/<pc[^>]*>neuer<\/pc>/, 'neuer'));
    const deleted = merge();
    expect([deleted.status, deleted.stdout]).toEqual([0, text.replace('**alter**', 'neuer')]);
    expect(deleted.stderr).toContain(
      'lost.xlf:19:1 warning merge/deleted-code The target of 1a2b3-103 has the code **old** no',
    );
    expect(merge('--fail-on', 'warning').status).toBe(1);
    const half = /<pc ([^>]*?) dataRefStart="d1"[^>]*>neuer<\/pc>/;
    writeFileSync(join(cwd, 'lost.xlf'), document.replace(half, '<sc $1 dataRef="d1"/>neuer'));
    const refused = merge();
    expect([refused.status, refused.stdout]).toEqual([1, text]);
    expect(refused.stderr).toContain(
      'lost.xlf:19:1 error merge/lost-code The target of 1a2b3-103 lost the code **old**.',
    );
    const forced = merge('--force');
    expect([forced.status, forced.stdout]).toEqual([0, text.replace('**alter**', '**neuer')]);
  });

  it('says where a large document has bytes that are no text', () => {
    const cwd = folder();
    truncateSync(join(cwd, 'edited.xlf'), 200 * 1024 * 1024);
    const { status, stderr } = sspr(['merge', 'a.md', 'edited.xlf', '-o', 'b.md'], { cwd });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^edited\.xlf:\d+:1 error merge\/unreadable .*U\+0000/);
    expect(existsSync(join(cwd, 'b.md'))).toBe(false);
  });

  it('refuses an article that is not UTF-8, because bytes would be lost', () => {
    const cwd = folder();
    writeFileSync(join(cwd, 'a.md'), Buffer.concat([Buffer.from(text), Buffer.from([0xff])]));
    const { status, stderr } = sspr(['merge', 'a.md', 'edited.xlf', '-o', 'b.md'], { cwd });
    expect(status).toBe(1);
    expect(stderr).toContain('a.md:7:1 error input/invalid-utf-8 These bytes are not UTF-8; the article is left out.');
    expect(existsSync(join(cwd, 'b.md'))).toBe(false);
  });

  it.each([
    [['a.md', 'edited.xlf'], 2, 'nowhere to write to'],
    [['a.md', 'edited.xlf', '-o', 'b.md', '--in-place'], 2, 'name two outputs'],
    [['-', 'edited.xlf', '--in-place'], 2, 'standard input'],
    [['a.md', 'edited.xlf', '-o', '-', '--report', '-'], 2, 'cannot both go to standard output'],
    [
      ['a.md', 'edited.xlf', '-o', './edited.xlf'],
      2,
      './edited.xlf is the same file as the document edited.xlf; name another output',
    ],
    [['a.md'], 2, 'missing required argument'],
    [['a.md', 'none.xlf', '-o', 'b.md'], 3, 'none.xlf: cannot be read: no such file or folder'],
    [['none.md', 'edited.xlf', '-o', 'b.md'], 3, 'none.md: Cannot be read: no such file or folder'],
    [['a.md', 'edited.xlf', '-o', '/proc/none/b.md'], 3, 'cannot be written'],
  ])('says what is wrong with %j', (args, expected, message) => {
    const cwd = folder();
    const { status, stderr } = sspr(['merge', ...args], { cwd });
    expect([status, stderr]).toEqual([expected, expect.stringContaining(message)]);
    expect(existsSync(join(cwd, 'b.md'))).toBe(false);
  });
});
