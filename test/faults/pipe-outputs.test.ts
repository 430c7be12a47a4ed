import { execFileSync, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { filesBelow, sspr, tree } from '../support/cli.js';
import { pair } from '../support/pairs.js';
import { shortArticle } from './articles.js';
import { fullPipe, tellsOfWrites } from './full-pipe.js';
import { heard, preload, start } from './start.js';

/** What a run tells when it looks whether its pipe has a reader. */
const told = preload(`import fs from 'node:fs';
  import { syncBuiltinESMExports } from 'node:module';
  const { openSync, writeSync } = fs;
  fs.openSync = (path, flags, ...rest) => {
    if (/(?:^|\\/)p(?:\\.[a-z]+)?$/.test(String(path)) && flags !== 'r') writeSync(2, 'waits');
    return openSync(path, flags, ...rest);
  };
  syncBuiltinESMExports();`);

function withPipes(): string {
  const cwd = tree({ 'a.md': shortArticle });
  execFileSync(
    'mkfifo',
    ['p.tmx', 'p.xlf', 'p.json', 'p.html', 'p'].map((name) => join(cwd, name)),
  );
  sspr(['export', 'a.md', '-f', 'xliff', '-o', 'x'], { cwd });
  return cwd;
}

const waiting = [
  'export a.md -o p.tmx',
  'export a.md -f tmx --output=p.tmx',
  'export a.md -f tmx -op.tmx',
  'export a.md -o ./p.xlf -j 1',
  'export a.md -o out --report=p.json',
  'split a.md -o out --report p.json',
  'view a.md -op.html',
  'view a.md --output=p',
  'check a.md --output=p',
  'check a.md -f json -op.json',
  'merge a.md x/a.xlf -op',
  'merge a.md x/a.xlf --in-place --report=p.json',
];

describe.runIf(process.platform !== 'win32')('a pipe that waits for its reader', () => {
  it.each(waiting)('does not keep a run from hearing the first signal: %s', async (line) => {
    const cwd = withPipes();
    const { child, ended } = start(line.split(' '), cwd, told);
    await heard(child);
    child.kill('SIGINT');
    expect(await ended).toMatchObject({ status: 130, signal: null, stderr: expect.stringContaining('interrupted') });
    expect(filesBelow(cwd).filter((file) => file.endsWith('.tmp'))).toEqual([]);
  });

  it.each(waiting.filter((line) => !line.includes('in-place')))('is written when it comes: %s', async (line) => {
    const cwd = withPipes();
    const { child, ended } = start(line.split(' '), cwd, told);
    await heard(child);
    const name = /p(?:\.[a-z]+)?$|p\.[a-z]+/.exec(line.replaceAll(/ -j 1| -o out/g, ''))?.[0] ?? '';
    const reader = spawn('cat', [name], { cwd });
    let text = '';
    reader.stdout.on('data', (chunk) => {
      text += String(chunk);
    });
    const closed = new Promise((resolve) => reader.on('close', resolve));
    expect((await ended).status).toBe(0);
    await closed;
    expect(text.length).toBeGreaterThan(100);
    expect(text).toMatch(/(?:<\/tmx>|<\/xliff>|<\/html>|\}|nothing found|<\/span>)\s*$/);
  });

  it('and then does not read does not either', async () => {
    const cwd = withPipes();
    const pipe = fullPipe(join(cwd, 'p.tmx'));
    const { child, ended } = start(['export', 'a.md', '-o', 'p.tmx'], cwd, tellsOfWrites);
    await heard(child);
    child.kill('SIGTERM');
    expect((await ended).status).toBe(143);
    pipe.close();
  });

  it('gets the bytes that a file gets, however late its reader is', async () => {
    const cwd = withPipes();
    writeFileSync(join(cwd, 'a.md'), shortArticle + pair('1a2b3-9', 'Tür '.repeat(50), 'Door').repeat(2000));
    vi.stubEnv('SOURCE_DATE_EPOCH', '1000000000');
    onTestFinished(() => void vi.unstubAllEnvs());
    const pipe = fullPipe(join(cwd, 'p.tmx'));
    const { child, ended } = start(['export', 'a.md', '-o', 'p.tmx'], cwd, tellsOfWrites);
    await heard(child);
    const read = await pipe.read();
    pipe.close();
    expect((await ended).status).toBe(0);
    sspr(['export', 'a.md', '-o', 'file.tmx'], { cwd });
    expect(read.equals(readFileSync(join(cwd, 'file.tmx')))).toBe(true);
  });
});
