import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { version } from '../../src/version.js';
import { filesBelow, folderOfTests, type Run, sspr } from '../support/cli.js';
import { root } from '../vitest.config.js';
import { hasWindows, underWine } from '../windows/wine.js';
import { executable, executableOfWindows } from './make.js';

const folder = folderOfTests();
const [command, own, windows] = ['command', 'own', 'windows'].map((name) => join(folder, name)) as [
  string,
  string,
  string,
];

/** With threads, the page, the libraries that are loaded when they are needed, and a glob. */
const runs: readonly string[] = [
  'export docs -o out -j 2 --report export.json',
  'export docs/**/*.md -f xlsx,parquet,xliff1.2 -o tables -j 2',
  'split docs -o split -j 2',
  'memory docs -o memory -j 2',
  'check docs -f sarif -o check.sarif -j 2',
  'view docs -o review.html -j 2',
  'merge docs out -o merged -j 2',
  'leverage split/en-US -m docs --trg-lang ja-JP -o leveraged -j 2',
];

beforeAll(() => {
  for (const place of [command, own, windows]) {
    mkdirSync(place);
    cpSync(join(root, 'fixtures'), join(place, 'docs'), { recursive: true });
  }
  // A machine that has nothing but what the executable is linked to.
  const libraries = execFileSync('ldd', [executable], { encoding: 'utf8' }).match(/\/\S+\.so\S*/g) ?? [];
  for (const library of libraries) {
    mkdirSync(join(own, dirname(library)), { recursive: true });
    copyFileSync(library, join(own, library));
  }
  copyFileSync(executable, join(own, 'sspr-tm'));
});

/** Runs the executable where no other program is: neither Node.js nor a shell. */
function alone(args: readonly string[]): Run {
  const { status, stdout, stderr } = spawnSync('unshare', ['--map-root-user', '--root', own, '/sspr-tm', ...args], {
    encoding: 'utf8',
    env: {},
  });
  return { status, stdout, stderr };
}

describe('one executable', () => {
  it('needs no Node.js, and says which version it is', () => {
    expect(alone(['--version'])).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
    expect(alone(['--help']).stdout).toBe(sspr(['--help']).stdout);
  });

  it.each(runs)('does what the command does: %s', (line) => {
    const args = line.split(' ');
    expect(alone(args)).toEqual(sspr(args, { cwd: command }));
  });

  it.runIf(hasWindows()).each(runs)('for Windows does what the command does: %s', async (line) => {
    const { status } = await underWine(executableOfWindows, line.replaceAll('**/', '**\\').split(' '), {
      cwd: windows,
    });
    expect(status).toBeLessThan(2);
  });

  it('writes the same bytes', () => {
    const files = filesBelow(command);
    expect(files.length).toBeGreaterThan(300);
    for (const place of hasWindows() ? [own, windows] : [own]) {
      const missing = files.filter((file) => !filesBelow(place).includes(file));
      expect(missing).toEqual([]);
      const differ = files.filter((file) => !readFileSync(join(command, file)).equals(readFileSync(join(place, file))));
      expect(differ).toEqual([]);
    }
  });

  it('fails for wrong usage and for what is not there as the command does', () => {
    writeFileSync(join(own, 'empty.md'), '');
    expect(alone(['exprot', 'docs']).status).toBe(2);
    expect(alone(['export', 'nothing.md']).status).toBe(3);
  });

  it('is no part of the package, which would be twenty times as large', () => {
    const packed = execFileSync('npm', ['pack', '--dry-run', '--json'], { cwd: root, encoding: 'utf8' });
    const paths = (JSON.parse(packed) as { files: { path: string }[] }[])[0]?.files.map(({ path }) => path) ?? [];
    expect(paths).toContain('dist/command/cli.js');
    expect(paths.filter((path) => path.startsWith('dist/exe/'))).toEqual([]);
  });
});
