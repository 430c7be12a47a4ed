import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, filesBelow, temporaryFolder, tree } from '../support/cli.js';
import { pair } from '../support/pairs.js';
import { shortArticle } from './articles.js';
import { fullPipe, tellsOfWrites } from './full-pipe.js';
import { heard, start } from './start.js';

/** The exit status of the first command of a pipeline, `sspr-tm LINE`, and all that was printed. */
function bash(line: string, cwd: string): { status: number | null; stderr: string } {
  const script = `run() { "$node" "$cli" "$@"; }; ${line}; exit "\${PIPESTATUS[0]}"`;
  const env = { ...process.env, node: process.execPath, cli };
  const { status, stderr } = spawnSync('bash', ['-c', script], { cwd, encoding: 'utf8', env });
  return { status, stderr };
}

function articles(): string {
  const damaged = `${shortArticle}<span data-ttu-id="1a2b3-9">x`;
  return tree({
    'in/a.md': shortArticle,
    'in/b.md': shortArticle,
    'damaged.md': damaged,
    'folder/sspr-tm.config.json': '{}',
  });
}

describe.runIf(process.platform === 'linux')('standard error that nobody reads', () => {
  it.each([
    ['run export in/a.md in/b.md -o out 2>&1 | true', 0],
    ['run export in -o out -j 1 2> >(exit)', 0],
    ['run export in -o out 2>/dev/full', 0],
    ['run export in nowhere.md -o out 2>&1 | true', 3],
    ['cd folder; run export ../in -o ../out 2>/dev/full', 0],
    ['cd folder; run export ../in/a.md -o ../out 2>&1 | true', 0],
    ['run split in -o out 2>/dev/full', 0],
    ['run view in -o out/p.html 2>&1 | true', 0],
    ['run export in --no-such-option 2>/dev/full', 2],
    ['run check in nowhere.md 2>/dev/full | cat', 3],
  ])('changes neither what is written nor the exit status: %s', (line, expected) => {
    const cwd = articles();
    expect(bash(line, cwd).status).toBe(expected);
    expect(filesBelow(cwd).some((file) => file.startsWith('out/'))).toBe(expected === 0);
  });
});

describe.runIf(process.platform === 'linux')('standard output', () => {
  it.each([
    'export in -f tmx -o -',
    'split in/a.md --side source -o -',
    'view in -o -',
    'check in',
    'check in -f json',
    'export in -o out --report -',
    'export in -o out -j 1 --report -',
    '--help',
  ])('whose reader leaves is no failure: %s', (line) => {
    expect(bash(`run ${line} | true`, articles())).toMatchObject({
      status: 0,
      stderr: expect.not.stringContaining('sspr-tm: '),
    });
  });

  it('whose reader leaves keeps the exit status of what was found', () => {
    const cwd = articles();
    const line = 'run export damaged.md -o out --report -';
    expect(bash(`${line} | cat`, cwd).status).toBe(1);
    expect(bash(`${line} | true`, cwd).status).toBe(1);
  });

  it('that is full is one for help, too', () => {
    expect(bash('run --help > /dev/full', articles())).toEqual({
      status: 3,
      stderr: 'sspr-tm: standard output: cannot be written: the disk is full.\n',
    });
  });

  it('that nobody reads does not keep a run from hearing the first signal', async () => {
    const cwd = articles();
    writeFileSync(join(cwd, 'in/a.md'), shortArticle + pair('1a2b3-9', 'Tür '.repeat(50), 'Door').repeat(2000));
    const pipe = fullPipe(join(cwd, 'p'));
    const writer = openSync(join(cwd, 'p'), 'w');
    const { child, ended } = start(['export', 'in', '-f', 'tmx', '-o', '-'], cwd, tellsOfWrites, writer);
    closeSync(writer);
    await heard(child);
    child.kill('SIGINT');
    expect(await ended).toMatchObject({ status: 130, signal: null });
    pipe.close();
  });

  it('ends a check in silence', async () => {
    const cwd = temporaryFolder();
    const text = Array.from({ length: 20_000 }, (_, index) => pair(`1a2b3-${index}`, '51 Minuten', '15 minutes')).join(
      ' ',
    );
    for (const name of ['a', 'b', 'c']) writeFileSync(join(cwd, `${name}.md`), text);
    for (const format of ['text', 'json', 'sarif']) {
      const child = spawn(process.execPath, [cli, 'check', '.', '-f', format, '--trg-lang', 'de-DE'], { cwd });
      let stderr = '';
      child.stderr.on('data', (chunk) => {
        stderr += String(chunk);
      });
      child.stdout.once('data', () => child.stdout.destroy());
      const [status] = await once(child, 'close');
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    }
  });
});
