import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, filesBelow, sspr, temporaryFolder } from '../support/cli.js';
import { manyArticles, pairsOfArticle, shortArticle } from './articles.js';
import { start, until } from './start.js';

const reportOf = (cwd: string): Record<string, unknown> & { pairs: Record<string, unknown> } =>
  JSON.parse(readFileSync(join(cwd, 'report.json'), 'utf8'));

const pairsIn = (file: string): number => readFileSync(file, 'utf8').match(/<tu /g)?.length ?? 0;

describe.each(['1', '2'])('a file that is not what it was, with --jobs %s', (jobs) => {
  const count = 2000;
  // The last in the order of their bytes: it is read long after the first output is there.
  const last = 'in/999.md';
  const runWhile = async (
    change: (cwd: string) => void,
  ): Promise<{ cwd: string; status: number | null; stderr: string }> => {
    const cwd = manyArticles(count);
    const { ended } = start(['export', 'in', '-o', 'out', '-j', jobs, '--report', 'report.json'], cwd);
    await until(() => existsSync(join(cwd, 'out/0.xlf')));
    change(cwd);
    return { cwd, ...(await ended) };
  };

  it('vanished: it is reported, all others are exported, and the status is 3', async () => {
    const { cwd, status, stderr } = await runWhile((folder) => rmSync(join(folder, last)));
    expect(stderr).toContain(`${last}:1:1 error input/unreadable Cannot be read: no such file or folder.`);
    expect(status).toBe(3);
    const exported = (count - 1) * pairsOfArticle;
    expect(reportOf(cwd)).toMatchObject({
      pairs: { found: exported, exported },
      diagnostics: { 'input/unreadable': 1 },
    });
    expect(pairsIn(join(cwd, 'out/en-US_de-DE.tmx'))).toBe(exported);
  });

  it('was cut off: the pairs that are left are exported, and the report counts what was written', async () => {
    const { cwd, status } = await runWhile((folder) => truncateSync(join(folder, last), 13_000));
    expect(status).toBe(1);
    const { pairs, diagnostics } = reportOf(cwd);
    expect(diagnostics).toEqual({ 'pair/unclosed': 1 });
    expect(pairs).toMatchObject({ found: pairs['exported'], skipped: {} });
    expect(pairsIn(join(cwd, 'out/en-US_de-DE.tmx'))).toBe(pairs['exported']);
  });

  it('was replaced: the new one is exported', async () => {
    const { cwd, status } = await runWhile((folder) => {
      writeFileSync(join(folder, 'new'), shortArticle);
      renameSync(join(folder, 'new'), join(folder, last));
    });
    expect(status).toBe(0);
    expect(pairsIn(join(cwd, 'out/en-US_de-DE.tmx'))).toBe((count - 1) * pairsOfArticle + 3);
    expect(reportOf(cwd).pairs).toMatchObject({ exported: (count - 1) * pairsOfArticle + 3 });
  });
});

describe('what may not be read', () => {
  // The superuser may read all; as such, the test becomes another user.
  const other = process.getuid?.() === 0 ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] : [];
  const allowed =
    other.length === 0 || spawnSync('setpriv', [...other.slice(1), process.execPath, cli, '--version']).status === 0;

  it.runIf(process.platform !== 'win32' && allowed)('is reported, all others are exported, and the status is 3', () => {
    const cwd = temporaryFolder();
    for (const folder of ['in/open', 'in/closed', 'out']) mkdirSync(join(cwd, folder), { recursive: true });
    for (const file of ['in/open/a.md', 'in/closed/b.md', 'in/c.md']) writeFileSync(join(cwd, file), shortArticle);
    for (const file of ['in/closed', 'in/c.md']) chmodSync(join(cwd, file), 0);
    chmodSync(cwd, 0o755);
    chmodSync(join(cwd, 'out'), 0o777);
    const [command = process.execPath, ...args] = [
      ...other,
      process.execPath,
      cli,
      'export',
      'in',
      '-f',
      'tmx',
      '-o',
      'out',
    ];
    const { status, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
    chmodSync(join(cwd, 'in/closed'), 0o755);
    expect(stderr).toContain('in/closed:1:1 error input/unreadable Cannot be read: permission denied.');
    expect(stderr).toContain('in/c.md:1:1 error input/unreadable Cannot be read: permission denied.');
    expect(status).toBe(3);
    expect(pairsIn(join(cwd, 'out/en-US_de-DE.tmx'))).toBe(3);
  });
});

describe('symbolic links', () => {
  const linked = (): string => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, 'in/sub'), { recursive: true });
    writeFileSync(join(cwd, 'in/a.md'), shortArticle);
    writeFileSync(join(cwd, 'in/sub/b.md'), shortArticle);
    symlinkSync('..', join(cwd, 'in/sub/up'));
    symlinkSync('a.md', join(cwd, 'in/link.md'));
    symlinkSync('self.md', join(cwd, 'in/self.md'));
    symlinkSync('in', join(cwd, 'link'));
    return cwd;
  };

  it.each(['in', 'link'])('in %s are passed over, so that a loop ends and no article counts twice', (input) => {
    const cwd = linked();
    expect(sspr(['export', input, '-f', 'tmx', '-o', 'out'], { cwd }).status).toBe(0);
    expect(pairsIn(join(cwd, 'out/en-US_de-DE.tmx'))).toBe(6);
  });

  it('that are named and lead to themselves are reported, with status 3', () => {
    const { status, stderr } = sspr(['export', 'in/self.md', '-f', 'tmx', '-o', 'out'], { cwd: linked() });
    expect({ status, stderr }).toEqual({
      status: 3,
      stderr: 'sspr-tm: in/self.md: cannot be read: too many symbolic links.\n',
    });
  });

  // A glob follows them: the same article is exported up to three times.
  it('count no article twice with a glob, either', () => {
    const cwd = linked();
    expect(sspr(['export', 'in/**/*.md', '-f', 'tmx', '-o', 'out'], { cwd }).status).toBe(0);
    expect(pairsIn(join(cwd, 'out/en-US_de-DE.tmx'))).toBe(6);
  });
});

describe('names', () => {
  const odd = ['a b', '100%', '%41', '😀', '-f', 'a\nb', '"&<>', '#h?', 'back\\slash', 'ä', 'a\u0308', 'x'.repeat(250)];

  it.runIf(process.platform === 'linux')('of any characters and of 250: each article has its XLIFF file', () => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, 'in/a b/ü%20'), { recursive: true });
    const names = [...odd, 'a b/ü%20/c'];
    for (const name of names) writeFileSync(join(cwd, 'in', `${name}.md`), shortArticle);
    const { status, stderr } = sspr(['export', 'in', '-o', 'out'], { cwd });
    expect({ status, stderr }).toMatchObject({ status: 0 });
    expect(filesBelow(join(cwd, 'out'))).toEqual([...names.map((name) => `${name}.xlf`), 'en-US_de-DE.tmx'].sort());
    expect(pairsIn(join(cwd, 'out/en-US_de-DE.tmx'))).toBe(names.length * 3);
  });

  it.runIf(process.platform === 'linux')('that leave no room for the extension are reported, with status 1', () => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, 'in'));
    writeFileSync(join(cwd, 'in', `${'x'.repeat(252)}.md`), shortArticle);
    const { status, stderr } = sspr(['export', 'in', '-o', 'out'], { cwd });
    expect(stderr).toContain('.md:1:1 error output/long-path');
    expect(status).toBe(1);
    expect(existsSync(join(cwd, 'out'))).toBe(false);
  });

  const withBytes = (...bytes: number[]): string => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, 'in'));
    for (const byte of bytes) {
      const name = Buffer.concat([Buffer.from(join(cwd, 'in/x')), Buffer.from([byte]), Buffer.from('.md')]);
      writeFileSync(name, shortArticle);
    }
    expect(readdirSync(join(cwd, 'in')).length).toBe(bytes.length);
    return cwd;
  };

  it.runIf(process.platform === 'linux')(
    'that are no UTF-8: the article is exported, U+FFFD stands for the bytes',
    () => {
      const cwd = withBytes(0xff);
      expect(sspr(['export', 'in', '-o', 'out'], { cwd }).status).toBe(0);
      expect(filesBelow(join(cwd, 'out'))).toEqual(['en-US_de-DE.tmx', 'x\ufffd.xlf']);
    },
  );

  // The second one is lost without a word.
  it.runIf(process.platform === 'linux')('that differ in such bytes only: none is lost in silence', () => {
    const cwd = withBytes(0xff, 0xfe);
    const { status, stderr } = sspr(['export', 'in', '-f', 'tmx', '-o', 'out'], { cwd });
    if (status === 0) expect(pairsIn(join(cwd, 'out/en-US_de-DE.tmx'))).toBe(6);
    else expect(stderr).toContain('x\ufffd.md');
  });
});

describe('names that are not UTF-8 and read alike', () => {
  const alike = (): string => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, 'in'));
    for (const name of ['\xff', '\xfe', '\xfd'])
      writeFileSync(Buffer.from(`${cwd}/in/${name}.md`, 'latin1'), shortArticle);
    writeFileSync(join(cwd, 'in/ok.md'), shortArticle);
    return cwd;
  };

  it.runIf(process.platform === 'linux').each(['export', 'split', 'view', 'check'])(
    'leave out all but the first, and %s goes on',
    (command) => {
      const cwd = alike();
      const out = command === 'check' ? [] : ['-o', command === 'view' ? 'out/a.html' : 'out'];
      const { status, stdout, stderr } = sspr([command, 'in', ...out], { cwd });
      const told = `${stdout}${stderr}`;
      expect(told).not.toContain('(in/\\xfd.md)');
      for (const name of ['\\xfe', '\\xff'])
        expect(told).toContain(`input/same-name The name (in/${name}.md) is not UTF-8`);
      expect(status).toBe(1);
      const files = command === 'check' ? [] : filesBelow(join(cwd, 'out'));
      expect(files).toEqual(
        {
          export: ['en-US_de-DE.tmx', 'ok.xlf', '\ufffd.xlf'],
          split: ['de-DE/ok.md', 'de-DE/\ufffd.md', 'en-US/ok.md', 'en-US/\ufffd.md'],
          view: ['a.html'],
          check: [],
        }[command],
      );
    },
  );

  it.runIf(process.platform === 'linux')('give way to one that is UTF-8', () => {
    const cwd = alike();
    writeFileSync(
      join(cwd, 'in/\ufffd.md'),
      shortArticle.replaceAll(/data-(.)tu-id="[^"]*"/g, 'data-$1tu-id="1a2b3-777"'),
    );
    sspr(['export', 'in', '-f', 'xliff', '-o', 'out'], { cwd });
    expect(readFileSync(join(cwd, 'out/\ufffd.xlf'), 'utf8')).toContain('777');
  });
});

it('an article that names the source language does not stop split midway', () => {
  const cwd = temporaryFolder();
  mkdirSync(join(cwd, 'in'));
  const inEnglish = shortArticle.replace('de-DE', 'en-US');
  expect(inEnglish).not.toBe(shortArticle);
  for (const name of ['a', 'c']) writeFileSync(join(cwd, `in/${name}.md`), shortArticle);
  writeFileSync(join(cwd, 'in/b.md'), inEnglish);
  const { status, stderr } = sspr(['split', 'in', '-o', 'out'], { cwd });
  expect(stderr).toContain('in/b.md:1:1 error language/source');
  expect(status).toBe(1);
  expect(filesBelow(join(cwd, 'out'))).toEqual(['de-DE/a.md', 'de-DE/c.md', 'en-US/a.md', 'en-US/c.md']);
});
