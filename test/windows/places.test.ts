import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesBelow, temporaryFolder, tree } from '../support/cli.js';
import { pair } from '../support/pairs.js';
import { driveD, hasWindows, nodeOfWindows, underWine, windows, windowsPath } from './wine.js';

const article = `---\nms.contentlocale: de-DE\n---\n${pair('1a2b3-101', 'Hallo', 'Hello')}\n`;

/** The paths of the articles that a run finds, in their order. */
async function found(cwd: string, ...args: string[]): Promise<readonly string[]> {
  const { stderr } = await windows(['export', ...args, '-f', 'tmx', '-o', 'out', '--report', 'report.json'], { cwd });
  if (!existsSync(join(cwd, 'report.json'))) return [stderr];
  const { files } = JSON.parse(readFileSync(join(cwd, 'report.json'), 'utf8')) as Report;
  // That an input is named again is reported at its name.
  return [...new Set(files.map(({ path }) => path))];
}

interface Report {
  readonly pairs: { readonly found: number; readonly exported: number; readonly skipped: Record<string, number> };
  readonly outputs: readonly string[];
  readonly files: readonly { readonly path: string; readonly diagnostics: readonly { readonly message: string }[] }[];
}

describe.runIf(hasWindows())('on Windows, inputs', () => {
  const files = {
    'docs/a.md': article,
    'docs/sub/b.md': article,
    'docs/old/c.md': article,
    'docs (x86)/d.md': article,
  };

  it.each<[args: readonly string[], paths: readonly string[]]>([
    [['docs\\**\\*.md'], ['a.md', 'old/c.md', 'sub/b.md']],
    [['.\\docs\\*\\*.md'], ['old/c.md', 'sub/b.md']],
    [['docs\\{old,sub}\\*.md'], ['old/c.md', 'sub/b.md']],
    [['docs (x86)\\*.md'], ['d.md']],
    [
      ['docs', '--exclude', 'sub\\*.md'],
      ['a.md', 'old/c.md'],
    ],
    [['docs\\sub\\b.md', '--base', '.\\docs'], ['sub/b.md']],
    [
      ['docs\\sub\\', 'docs\\old'],
      ['old/c.md', 'sub/b.md'],
    ],
    // Names differ in case only: one folder, and one file.
    [['docs\\sub', 'DOCS\\Sub', 'Docs\\SUB\\B.md'], ['b.md']],
    [['docs\\a.md', 'DOCS\\A.MD'], ['A.MD']],
  ])('may have backslashes, and are called with slashes: %s', async (args, paths) => {
    expect((await found(tree(files), ...args)).filter((path) => /\.md$/i.test(path))).toEqual(paths);
  });

  it('may have a drive', async () => {
    const cwd = tree(files);
    expect(await found(cwd, windowsPath(join(cwd, 'docs/**/*.md')))).toEqual(['a.md', 'old/c.md', 'sub/b.md']);
    expect(await found(cwd, windowsPath(join(cwd, 'docs')))).toEqual(['a.md', 'old/c.md', 'sub/b.md']);
  });

  it('may be on another drive, and so may outputs', async () => {
    const cwd = tree(files);
    mkdirSync(join(driveD(), 'other'), { recursive: true });
    writeFileSync(join(driveD(), 'other/e.md'), article);
    expect(await found(cwd, 'D:\\other\\*.md', 'docs\\sub')).toEqual(['other/e.md', 'sub/b.md']);
    const run = await windows(['export', 'docs', 'D:other', '-o', 'D:\\out'], { cwd });
    expect(run.status, run.stderr).toBe(0);
    expect(filesBelow(join(driveD(), 'out'))).toEqual([
      'docs/a.xlf',
      'docs/old/c.xlf',
      'docs/sub/b.xlf',
      'en-US_de-DE.tmx',
      'other/e.xlf',
    ]);
    const page = await windows(['view', 'D:other', 'docs\\sub', '-o', 'page.html'], { cwd });
    expect(page.status, page.stderr).toBe(0);
    const base = await windows(['export', 'D:other', '--base', 'Z:\\', '-o', 'x'], { cwd });
    expect(base).toMatchObject({ status: 2, stderr: expect.stringContaining('is not below Z:\\') });
  });

  it('may be in a list with backslashes and CRLF, or left out by a config file', async () => {
    const cwd = tree({ ...files, 'list.txt': 'docs\\a.md\r\ndocs\\sub\\b.md\r\n' });
    expect(await found(cwd, '--files-from', 'list.txt', '--base', 'docs')).toEqual(['a.md', 'sub/b.md']);
    writeFileSync(join(cwd, 'sspr-tm.config.json'), JSON.stringify({ export: { exclude: ['old\\*', '.\\a.md'] } }));
    expect(await found(cwd, 'docs')).toEqual(['sub/b.md']);
  });

  it('may have paths of more than 260 characters', async () => {
    const deep = Array.from({ length: 9 }, (_, index) => `${index}${'folder'.repeat(6)}`).join('/');
    const cwd = tree({ [`docs/${deep}/a.md`]: article });
    for (const line of [
      'export docs -o out',
      'split docs -o split',
      'merge docs out -o merged',
      'view docs -o v.html',
    ]) {
      const run = await windows(line.split(' '), { cwd });
      expect(run.status, run.stderr).toBe(0);
    }
    expect(readFileSync(join(cwd, 'merged', deep, 'a.md'), 'utf8')).toBe(article);
    expect(existsSync(join(cwd, 'split/de-DE', deep, 'a.md'))).toBe(true);
  });
});

describe.runIf(hasWindows())('on Windows, outputs', () => {
  it('whose names differ in case only are written once, and the other is reported, each time', async () => {
    const cwd = tree({ 'one/A.md': article, 'two/a.md': article.replace('Hallo', 'Guten Tag'), 'two/b.md': article });
    const args = ['export', 'one/A.md', 'two/a.md', 'two/b.md', '-f', 'xliff', '-o', 'out', '--report', 'r.json'];
    for (let again = 0; again < 2; again++) {
      const run = await windows(args, { cwd });
      expect(run.status).toBe(1);
      expect(run.stderr).toContain(
        'output/same-name It is not written to out/a.xlf: that is the same file here as out/A.xlf',
      );
      const { pairs, outputs } = JSON.parse(readFileSync(join(cwd, 'r.json'), 'utf8')) as Report;
      expect(pairs).toMatchObject({ found: 3, exported: 2, skipped: { 'output/same-name': 1 } });
      expect(outputs).toEqual(['out/A.xlf', 'out/b.xlf']);
      expect(readFileSync(join(cwd, 'out/A.xlf'), 'utf8')).toContain('>Hallo<');
      expect(filesBelow(join(cwd, 'out'))).toEqual(['A.xlf', 'b.xlf']);
    }
    const split = await windows(['split', 'one/A.md', 'two/a.md', '-o', 'split'], { cwd });
    expect(split.status).toBe(1);
    expect(split.stderr).toContain('output/same-name');
    expect(filesBelow(join(cwd, 'split'))).toEqual(['de-DE/A.md', 'en-US/A.md']);
  });

  it('with names of devices, or none of files, are reported, and all else is written', async () => {
    const cwd = tree({
      'docs/aux.md': article,
      'docs/Con.d/a.md': article,
      'docs/a.md': article,
      'docs/v1./b.md': article,
    });
    const run = await windows(['export', 'docs', '-o', 'out', '--report', 'r.json'], { cwd });
    expect(run.status).toBe(1);
    expect(run.stderr.match(/output\/reserved-name It would be written to .*? and/g)).toEqual([
      'output/reserved-name It would be written to out/Con.d/a.xlf, and',
      'output/reserved-name It would be written to out/aux.xlf, and',
      'output/reserved-name It would be written to out/v1./b.xlf, and',
    ]);
    const { pairs } = JSON.parse(readFileSync(join(cwd, 'r.json'), 'utf8')) as Report;
    expect(pairs).toMatchObject({ found: 4, skipped: { 'output/reserved-name': 3 } });
    expect(filesBelow(join(cwd, 'out'))).toEqual(['a.xlf', 'en-US_de-DE.tmx']);
    const all = await windows(['export', 'docs', '-o', 'all.tmx'], { cwd });
    expect(all.status, all.stderr).toBe(0);
    expect(readFileSync(join(cwd, 'all.tmx'), 'utf8').match(/<tu /g)).toHaveLength(4);
  });

  it('may take the place of what the run reads where that is asked for', async () => {
    const cwd = tree({ 'docs/a.md': article });
    for (const line of [
      'export docs -o .',
      'memory docs --update en-US_de-DE.tmx',
      'merge docs/a.md a.xlf --in-place',
    ]) {
      const run = await windows(line.split(' '), { cwd });
      expect(run.status, run.stderr).toBe(0);
    }
    writeFileSync(join(cwd, 'a.xlf'), readFileSync(join(cwd, 'a.xlf'), 'utf8').replace('>Hallo<', '>Guten Tag<'));
    const run = await windows(['merge', 'docs', 'a.xlf', '--in-place'], { cwd });
    expect(run.status, run.stderr).toBe(0);
    expect(readFileSync(join(cwd, 'docs/a.md'), 'utf8')).toBe(article.replace('Hallo', 'Guten Tag'));
    expect(filesBelow(cwd)).toEqual(['a.xlf', 'docs/a.md', 'en-US_de-DE.tmx']);
  });

  it('that another program has open stay as they are, until it is done', async () => {
    const cwd = tree({ 'docs/a.md': article, 'out/en-US_de-DE.tmx': 'older' });
    // Opened for nobody else, as word processors do (UV_FS_O_EXLOCK), until a file says that it is done.
    writeFileSync(
      join(cwd, 'hold.cjs'),
      `const fs = require('fs');
       const fd = fs.openSync('out/en-US_de-DE.tmx', fs.constants.O_RDWR | 0x10000000);
       fs.writeFileSync('held', '');
       fs.watchFile('done', { interval: 20 }, ({ mtimeMs }) => {
         if (mtimeMs > 0) { fs.unwatchFile('done'); fs.closeSync(fd); }
       });`,
    );
    const holder = underWine(nodeOfWindows(), ['hold.cjs'], { cwd });
    await expect.poll(() => existsSync(join(cwd, 'held')), { timeout: 60_000 }).toBe(true);
    const run = await windows(['export', 'docs', '-f', 'tmx', '-o', 'out'], { cwd });
    expect(run.status).toBe(3);
    expect(run.stderr).toContain('cannot be written: another program has it open, or it is read-only.');
    writeFileSync(join(cwd, 'done'), '');
    await holder;
    expect(readFileSync(join(cwd, 'out/en-US_de-DE.tmx'), 'utf8')).toBe('older');
    expect(readdirSync(join(cwd, 'out'))).toEqual(['en-US_de-DE.tmx']);
    expect((await windows(['export', 'docs', '-f', 'tmx', '-o', 'out'], { cwd })).status).toBe(0);
    expect(readFileSync(join(cwd, 'out/en-US_de-DE.tmx'), 'utf8')).toContain('Hallo');
  });
});

describe.runIf(hasWindows())('on Windows, Git', () => {
  it('is no program that stands in the folder of a stranger', async () => {
    const cwd = tree({ 'docs/a.md': article, 'docs/.gitignore': 'a.md\n', '.git/HEAD': 'ref: refs/heads/main\n' });
    mkdirSync(join(cwd, '.git/objects'));
    mkdirSync(join(cwd, '.git/refs'));
    const strange = readFileSync(nodeOfWindows());
    for (const place of [cwd, join(cwd, 'docs')]) writeFileSync(join(place, 'git.exe'), strange);
    writeFileSync(
      join(cwd, 'mark.cjs'),
      `if (/git\\.exe$/.test(process.execPath)) require('fs').writeFileSync('${cwd}/started', '');`,
    );
    const env = { NODE_OPTIONS: `--require ${cwd}/mark.cjs` };
    // It would be seen.
    await underWine(join(cwd, 'git.exe'), ['--version'], { cwd, env });
    const started = join(cwd, 'started');
    await underWine(join(cwd, 'git.exe'), [windowsPath(join(cwd, 'mark.cjs'))], { cwd, env });
    expect(existsSync(started)).toBe(true);
    rmSync(started);
    const run = await windows(['export', 'docs', '--rev', 'HEAD', '-o', 'out'], { cwd, env });
    expect(run).toMatchObject({ status: 3, stderr: expect.stringContaining('there is no command git') });
    await windows(['export', 'docs', '-o', 'out'], { cwd: dirname(join(cwd, 'docs')), env });
    await windows(['export', '.', '-o', 'out'], { cwd: join(cwd, 'docs'), env });
    expect(existsSync(started)).toBe(false);
  });
});

describe.runIf(hasWindows())('on Windows, standard input', () => {
  it('is an article, or a list', async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'a.md'), article);
    const one = await windows(['export', '-', '-f', 'tmx', '-o', '-'], { cwd, input: article });
    expect(one.stdout).toContain('<seg>Hallo</seg>');
    const other = await windows(['export', '--files-from', '-', '-f', 'tmx', '-o', '-'], { cwd, input: '.\\a.md\r\n' });
    expect(other.stdout).toContain('<seg>Hallo</seg>');
  });
});
