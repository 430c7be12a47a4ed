import { execFileSync } from 'node:child_process';
import {
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesBelow, sspr, tree } from '../support/cli.js';
import { pair } from '../support/pairs.js';

/** Articles with the same ids in none of them; with CRLF, without a final line end, in YAML. */
const header = '---\ntitle: Haus\nms.contentlocale: de-DE\nms.translationtype: MT\n---\n';
const articles: Readonly<Record<string, string>> = {
  'docs/a.md': `${header}# ${pair('1a2b3-101', 'Haus', 'House')}\n\n${pair('1a2b3-102', 'Ein Satz.', 'A sentence.')}\n`,
  'docs/sub/a.md': `${header}# ${pair('2b3c4-101', 'Baum', 'Tree')}\r\n\r\n${pair('2b3c4-102', 'Zwei Sätze.', 'Two sentences.')}`,
  'docs/sub/b.yml': `### YamlMime:Module\nmetadata:\n  ms.contentlocale: de-DE\nsummary: '${pair('3c4d5-101', 'Drei', 'Three')}'\n`,
  'docs/c.md': `${header}${pair('4d5e6-101', 'Vier', 'Four')}\n`,
  'docs/README.md': '# Nothing to translate\n',
};
const names = Object.keys(articles).filter((name) => !name.includes('README'));

/** The tree, and what was exported from it. */
function folder(format = 'xliff', output = 'x', ...options: readonly string[]): string {
  const cwd = tree(articles);
  expect(sspr(['export', 'docs', '-f', format, '-o', output, '-q', ...options], { cwd }).stderr).toBe('');
  return cwd;
}

function edit(cwd: string, name: string, from: string | RegExp, to: string): void {
  const path = join(cwd, name);
  const before = readFileSync(path, 'utf8');
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  writeFileSync(path, after);
}

const read = (cwd: string, name: string): string => readFileSync(join(cwd, name), 'utf8');
const merge = (cwd: string, ...args: readonly string[]): ReturnType<typeof sspr> => sspr(['merge', ...args], { cwd });
/** What of the tree is not in a folder to the letter. */
const differing = (cwd: string, output: string): string[] =>
  filesBelow(join(cwd, output)).filter((name) => read(cwd, join(output, name)) !== articles[`docs/${name}`]);

describe('merge of a tree', () => {
  it.each([
    ['xliff', 'x', []],
    ['xliff', 'x', ['--units', 'pair']],
    ['xliff', 'all.xlf', []],
    ['xliff1.2', 'x', []],
    ['xliff1.2', 'all.xlf', []],
    ['tmx', 'x', []],
    ['tmx', 'all.tmx', ['--context', 'omegat']],
  ] as const)(
    'gives every article of %s in %s back to the letter, and nothing else (%j)',
    (format, output, options) => {
      const cwd = folder(format, output, ...options);
      for (const jobs of ['1', '2']) {
        const { status, stderr } = merge(cwd, 'docs', output, '-o', `out${jobs}`, '-j', jobs);
        expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringContaining('0 targets changed') });
        expect(filesBelow(join(cwd, `out${jobs}`))).toEqual(['a.md', 'c.md', 'sub/a.md', 'sub/b.yml']);
        expect(differing(cwd, `out${jobs}`)).toEqual([]);
      }
    },
  );

  it('writes what was edited, and reports it by article', () => {
    const cwd = folder();
    edit(cwd, 'x/sub/a.xlf', 'Zwei Sätze.', 'Zwei gute Sätze.');
    edit(cwd, 'x/sub/b.xlf', 'Drei', "Dreier's");
    edit(cwd, 'x/c.xlf', '<source>Four', '<source>Five');
    rmSync(join(cwd, 'x/a.xlf'));
    const { status, stderr } = merge(cwd, 'docs', 'x', '-o', 'out', '--report', 'r.json');
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^x\/c\.xlf:\d+:\d+ error merge\/other-article|^x\/c\.xlf:\d+:\d+ error merge\/source-differs/,
    );
    const expected = {
      'sub/a.md': articles['docs/sub/a.md']?.replace('Zwei Sätze.', 'Zwei gute Sätze.'),
      'sub/b.yml': articles['docs/sub/b.yml']?.replace('Drei', "Dreier''s"),
    };
    for (const [name, text] of Object.entries(expected)) expect(read(cwd, join('out', name))).toBe(text);
    expect(existsSync(join(cwd, 'out/a.md'))).toBe(false);
    const report = JSON.parse(read(cwd, 'r.json'));
    expect(report).toMatchObject({ articles: 5, changed: 2, stale: 1, refused: 0, marked: 0 });
    expect(report.files.find(({ path }: { path: string }) => path === 'sub/a.md')).toEqual({
      path: 'sub/a.md',
      documents: ['sub/a.xlf'],
      written: true,
      changed: 1,
      refused: 0,
      stale: 0,
      marked: false,
      changes: [{ id: '2b3c4-102', line: 8, column: 31, before: 'Zwei Sätze.', after: 'Zwei gute Sätze.' }],
      diagnostics: [],
    });
    expect(report.files.find(({ path }: { path: string }) => path === 'c.md').diagnostics[0]).toMatchObject({
      document: 'c.xlf',
      code: 'merge/source-differs',
    });
    expect(report.outputs).toHaveLength(report.written);
  });

  it('finds articles where the tree was moved, renamed, or is named from elsewhere', () => {
    const cwd = folder('xliff', 'all.xlf', '--base', '.');
    edit(cwd, 'all.xlf', 'Zwei Sätze.', 'Zwei gute Sätze.');
    edit(cwd, 'all.xlf', 'original="docs/a.md"', 'original="C:\\elsewhere\\docs\\a.md"');
    edit(cwd, 'all.xlf', 'original="docs/c.md"', 'original="/gone/other-name.md"');
    renameSync(join(cwd, 'docs'), join(cwd, 'handbuch'));
    mkdirSync(join(cwd, 'elsewhere'));
    const there = join(cwd, 'elsewhere');
    const { status, stderr } = merge(there, '../handbuch', '../all.xlf', '-o', '../out');
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringContaining('1 target changed') });
    expect(differing(cwd, 'out')).toEqual(['sub/a.md']);
    expect(filesBelow(join(cwd, 'out'))).toHaveLength(names.length);
  });

  it('takes globs and several documents, and joins what several say of one article', () => {
    const cwd = folder();
    renameSync(join(cwd, 'x'), join(cwd, 'anna'));
    sspr(['export', 'docs', '-f', 'xliff1.2', '-o', 'ben', '-q'], { cwd });
    edit(cwd, 'anna/a.xlf', /(<target[^>]*>)Haus/g, '$1Gebäude');
    edit(cwd, 'ben/a.xlf', 'Ein Satz.', 'Ein guter Satz.');
    const { status, stderr } = merge(cwd, 'docs/**/*.md', 'anna', 'ben/*.xlf', '-o', 'out');
    // The YAML of the tree is not in the glob.
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: expect.stringContaining('anna/sub/b.xlf:1:1 error merge/no-article'),
    });
    expect(stderr).toContain('a.md: 2 targets changed');
    const merged = read(cwd, 'out/a.md');
    expect(merged).toContain('Ein guter Satz.');
    expect(merged).toContain('>Gebäude<');
  });

  it('leaves an article alone that documents want different targets for, and names both', () => {
    const cwd = folder();
    sspr(['export', 'docs', '-f', 'tmx', '-o', 'm', '-q'], { cwd });
    edit(cwd, 'x/a.xlf', 'Ein Satz.', 'Ein guter Satz.');
    edit(cwd, 'm/en-US_de-DE.tmx', 'Ein Satz.', 'Ein anderer Satz.');
    edit(cwd, 'm/en-US_de-DE.tmx', 'Vier', 'Viere');
    const { status, stderr } = merge(cwd, 'docs', 'x', 'm', '-o', 'out');
    expect(status).toBe(1);
    expect(stderr).toMatch(/docs\/a\.md:8:31 error merge\/conflict x\/a\.xlf and m\/en-US_de-DE\.tmx .*1a2b3-102/);
    expect(existsSync(join(cwd, 'out/a.md'))).toBe(false);
    expect(differing(cwd, 'out')).toEqual(['c.md']);
    // The same targets are no conflict.
    edit(cwd, 'm/en-US_de-DE.tmx', 'Ein anderer Satz.', 'Ein guter Satz.');
    expect(merge(cwd, 'docs', 'x', 'm', '-o', 'out').status).toBe(0);
    expect(differing(cwd, 'out')).toEqual(['a.md', 'c.md']);
  });

  it('reports documents that are of no article, that cannot be read, and that are no XML; the others are merged', () => {
    const cwd = folder();
    edit(cwd, 'x/sub/a.xlf', 'Zwei Sätze.', 'Zwei gute Sätze.');
    edit(cwd, 'x/c.xlf', /<\/xliff>/, '</xlif>');
    const other = read(cwd, 'x/a.xlf').replaceAll('1a2b3', '9f9f9').replace('original="a.md"', 'original="none.md"');
    writeFileSync(join(cwd, 'x/other.xlf'), other);
    writeFileSync(join(cwd, 'x/page.xlf'), '<html/>');
    writeFileSync(join(cwd, 'x/note.tmx'), '<tmx version="1.4"><header/><body/></tmx>');
    const { status, stderr } = merge(cwd, 'docs', 'x', '-o', 'out', '--report', 'r.json');
    expect(status).toBe(1);
    expect(stderr).toMatch(/x\/c\.xlf:\d+:\d+ error merge\/unreadable/);
    expect(stderr).toContain('x/other.xlf:1:1 error merge/no-article');
    expect(stderr).toContain('x/page.xlf:1:1 error merge/unreadable');
    expect(stderr).toContain('x/note.tmx:1:1 error merge/no-article');
    expect(filesBelow(join(cwd, 'out'))).toEqual(['a.md', 'sub/a.md', 'sub/b.yml']);
    expect(differing(cwd, 'out')).toEqual(['sub/a.md']);
  });

  it('writes in place only what changes, and keeps names, modes and times of the others', () => {
    const cwd = folder('tmx', 'm.tmx');
    edit(cwd, 'm.tmx', 'Zwei Sätze.', 'Zwei gute Sätze.');
    linkSync(join(cwd, 'docs/sub/a.md'), join(cwd, 'other-name.md'));
    const before = statSync(join(cwd, 'docs/a.md'));
    expect(merge(cwd, 'docs', 'm.tmx', '--in-place', '-q')).toMatchObject({ status: 0, stderr: '' });
    expect(differing(cwd, 'docs')).toEqual(['sub/a.md']);
    expect(read(cwd, 'other-name.md')).toContain('Zwei gute Sätze.');
    const { ino, mtimeMs } = statSync(join(cwd, 'docs/a.md'));
    expect({ ino, mtimeMs }).toEqual({ ino: before.ino, mtimeMs: before.mtimeMs });
  });

  it('writes nothing with --dry-run, and says all', () => {
    const cwd = folder();
    edit(cwd, 'x/sub/a.xlf', 'Zwei Sätze.', 'Zwei gute Sätze.');
    const before = filesBelow(cwd);
    for (const where of [['-o', 'out'], ['--in-place'], []]) {
      const { status, stderr } = merge(cwd, 'docs', 'x', '--dry-run', ...where);
      expect(status).toBe(0);
      expect(stderr).toContain('sub/a.md: 1 target changed');
      expect(stderr).toMatch(/nothing was written \(--dry-run\); [14] files? would be/);
    }
    expect(filesBelow(cwd)).toEqual(before);
    expect(differing(cwd, 'docs')).toEqual([]);
    const one = merge(cwd, 'docs/sub/a.md', 'x/sub/a.xlf', '--dry-run');
    expect(one).toMatchObject({ status: 0, stderr: expect.stringContaining('nothing was written (--dry-run)') });
  });

  it.each([
    [['docs', 'x'], 2, 'nowhere to write to'],
    [['docs', 'x', '-o', 'out', '--in-place'], 2, 'name two outputs'],
    [['docs', 'x', '-o', 'docs'], 2, 'docs is the folder of the articles'],
    [['docs', 'x', '-o', 'link'], 2, 'link is the folder of the articles'],
    [['docs', 'x', '-o', '-'], 2, 'Standard output takes one article'],
    [['docs/sub', 'x', '-o', 'into'], 2, 'into/a.md is the same file as'],
    [['docs', 'x', '-o', 'out.md'], 2, 'would be a folder'],
    [['docs', 'empty', '-o', 'out'], 3, 'there is no document in it'],
    [['docs', 'none.xlf', 'x', '-o', 'out'], 3, 'none.xlf: cannot be read: no such file or folder'],
    [['docs', 'x', '-o', 'out', '--report', 'x/a.xlf'], 2, 'is the same file as the document'],
  ])('tells what is wrong with %j', (args, expected, message) => {
    const cwd = folder();
    symlinkSync('docs', join(cwd, 'link'));
    mkdirSync(join(cwd, 'empty'));
    mkdirSync(join(cwd, 'into'));
    linkSync(join(cwd, 'docs/sub/a.md'), join(cwd, 'into/a.md'));
    const { status, stderr } = merge(cwd, ...args);
    expect([status, stderr]).toEqual([expected, expect.stringContaining(message)]);
    expect(existsSync(join(cwd, 'out'))).toBe(false);
    expect(differing(cwd, 'docs')).toEqual([]);
  });

  it('merges into the articles of a revision, whatever is in the working folder; not in place', () => {
    const cwd = folder();
    const git = (...args: readonly string[]): unknown =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], { cwd });
    git('init', '-q');
    git('add', 'docs');
    git('commit', '-qm', 'first');
    writeFileSync(join(cwd, 'docs/c.md'), '# Other\n');
    edit(cwd, 'x/c.xlf', 'Vier', 'Viere');
    expect(merge(cwd, 'docs', 'x', '-o', 'out', '--rev', 'HEAD', '-q')).toMatchObject({ status: 0, stderr: '' });
    expect(differing(cwd, 'out')).toEqual(['c.md']);
    expect(read(cwd, 'out/c.md')).toBe(articles['docs/c.md']?.replace('Vier', 'Viere'));
    expect(merge(cwd, 'docs', 'x', '--in-place', '--rev', 'HEAD').status).toBe(2);
    expect(merge(cwd, 'docs/a.md', 'x/a.xlf', '-o', 'b.md', '--rev', 'HEAD').status).toBe(2);
  });

  it('merges into the articles that a list names; all arguments are documents then', () => {
    const cwd = folder('tmx', 'm');
    edit(cwd, 'm/en-US_de-DE.tmx', 'Haus', 'Gebäude');
    writeFileSync(join(cwd, 'list'), 'docs/a.md\ndocs/c.md\n');
    expect(merge(cwd, 'm', '--files-from', 'list', '--base', 'docs', '-o', 'out').status).toBe(0);
    expect(filesBelow(join(cwd, 'out')).sort()).toEqual(['a.md', 'c.md']);
    expect(differing(cwd, 'out')).toEqual(['a.md']);
    const none = merge(cwd, 'docs');
    expect(none.status).toBe(2);
    expect(none.stderr).toContain("missing required argument 'document'");
  });

  it('leaves articles out that are excluded', () => {
    const cwd = folder('xliff', 'all.xlf');
    const { status, stderr } = merge(cwd, 'docs', 'all.xlf', '-o', 'out', '--exclude', 'sub');
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringContaining('merge/unused-file') });
    expect(stderr).toContain('left out: 1 by --exclude');
    expect(filesBelow(join(cwd, 'out'))).toEqual(['a.md', 'c.md']);
  });

  it('does not take what it wrote into the tree for articles', () => {
    const cwd = folder();
    for (let run = 0; run < 2; run++) expect(merge(cwd, 'docs', 'x', '-o', 'docs/out', '-q').status).toBe(0);
    expect(filesBelow(join(cwd, 'docs/out'))).toHaveLength(names.length);
  });
});

describe('merge --mark-human', () => {
  const confirm = (cwd: string, name: string): void =>
    edit(cwd, name, / state="translated"(?: subState="[^"]*")?/g, ' state="final"');

  it('says that humans translated an article where all segments were edited or are reviewed', () => {
    const cwd = folder();
    confirm(cwd, 'x/a.xlf');
    edit(cwd, 'x/c.xlf', 'Vier', 'Viere');
    edit(cwd, 'x/sub/a.xlf', 'Zwei Sätze.', 'Zwei gute Sätze.');
    confirm(cwd, 'x/sub/b.xlf');
    const { status, stderr } = merge(cwd, 'docs', 'x', '-o', 'out', '--mark-human');
    expect({ status, stderr }).toMatchObject({ status: 0, stderr: expect.stringContaining('HT now in') });
    const toHuman = (text = ''): string => text.replace('type: MT', 'type: HT');
    expect(read(cwd, 'out/a.md')).toBe(toHuman(articles['docs/a.md']));
    expect(read(cwd, 'out/sub/a.md')).toContain('type: MT');
    expect(read(cwd, 'out/sub/b.yml')).toBe(
      articles['docs/sub/b.yml']?.replace('  ms.contentlocale: de-DE\n', '$&  ms.translationtype: HT\n'),
    );
  });

  it('does the same for one article, and touches nothing else', () => {
    const cwd = folder();
    const { status } = merge(cwd, 'docs/a.md', 'x/a.xlf', '-o', 'b.md', '--mark-human', '-q');
    expect([status, read(cwd, 'b.md')]).toEqual([0, articles['docs/a.md']]);
    confirm(cwd, 'x/a.xlf');
    expect(merge(cwd, 'docs/a.md', 'x/a.xlf', '-o', 'b.md', '--mark-human').stderr).toContain(
      'ms.translationtype is HT',
    );
    expect(read(cwd, 'b.md')).toBe(articles['docs/a.md']?.replace('type: MT', 'type: HT'));
  });
});
