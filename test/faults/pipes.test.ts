import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, filesBelow, sspr, tree } from '../support/cli.js';
import { pair } from '../support/pairs.js';
import { shortArticle } from './articles.js';
import { heard, preload, start } from './start.js';

const onUnix = describe.runIf(process.platform !== 'win32');

function withPipe(): string {
  const cwd = tree({ 'a.md': shortArticle });
  execFileSync('mkfifo', [join(cwd, 'p'), join(cwd, 'p.xlf')]);
  return cwd;
}

/** The built command in a shell that has process substitution. */
function bash(command: string, cwd: string): { status: number | null; stderr: string } {
  const script = `sspr() { '${process.execPath}' '${cli}' "$@"; }; ${command}`;
  const { status, stderr } = spawnSync('bash', ['-c', script], { cwd, encoding: 'utf8', timeout: 60_000 });
  return { status, stderr };
}

onUnix('a pipe that waits for its writer', () => {
  it.each([
    ['export', 'p'],
    ['export', 'a.md', 'p'],
    ['check', 'p'],
    ['check', 'p.xlf'],
    ['split', 'p'],
    ['view', 'p'],
    ['view', 'a.md', '--changes', 'p'],
    ['merge', 'a.md', 'p', '--in-place'],
    ['merge', 'p', 'p.xlf', '-o', 'b.md'],
  ])('does not keep a run from hearing the first signal: %s %s %s %s', async (...args) => {
    const cwd = withPipe();
    // The run is there when its thread hears signals.
    const told = preload(`import { isMainThread } from 'node:worker_threads';
      import { EventEmitter } from 'node:events';
      import { writeSync } from 'node:fs';
      const { on } = EventEmitter.prototype;
      EventEmitter.prototype.on = function (name, listener) {
        if (!isMainThread && name === 'SIGTERM') writeSync(2, 'listens');
        return on.call(this, name, listener);
      };`);
    const { child, ended } = start(args, cwd, told);
    await heard(child);
    child.kill('SIGINT');
    expect((await ended).status).toBe(130);
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(shortArticle);
    expect(filesBelow(cwd).filter((file) => file.endsWith('.tmp') || file.endsWith('.md'))).toEqual(['a.md']);
  });
});

onUnix('an article that can be read only once', () => {
  const once = `cat a.md > p & sspr`;

  it.each(['export p -o out', 'split p -o out', 'view p -o out.html', 'check p', 'export <(cat a.md) -o out'])(
    'is read like any other: %s',
    (command) => {
      const { status, stderr } = bash(`${command.includes(' p') ? once : 'sspr'} ${command}`, withPipe());
      expect(stderr).not.toContain('Warning');
      expect(stderr).not.toContain('input/');
      expect(status).toBe(command.startsWith('check') ? 0 : status);
      expect([0, 1]).toContain(status);
    },
  );

  it('may be merged into another file', () => {
    const cwd = withPipe();
    sspr(['export', 'a.md', '-o', '.'], { cwd });
    const edited = readFileSync(join(cwd, 'a.xlf'), 'utf8').replace(/<target>[^<]*/, '$& again');
    writeFileSync(join(cwd, 'edited.xlf'), edited);
    expect(bash(`${once} merge p edited.xlf -o b.md`, cwd).status).toBe(0);
    expect(readFileSync(join(cwd, 'b.md'), 'utf8')).toContain(' again<');
  });

  it.each([
    'check /dev/zero',
    'export /dev/zero -o out',
    'view /dev/urandom -o out.html',
    'split <(yes) -o out',
    'yes | sspr check -',
  ])('is refused above the limit, and the rest goes on: %s', (command) => {
    const cwd = withPipe();
    const whole = command
      .replace(/^(check|export|view|split)( \S+)/, 'sspr $1$2 a.md')
      .replace('check -', 'check - a.md')
      .replace(/$/, ' 1>&2');
    const { status, stderr } = bash(whole, cwd);
    expect(stderr).toContain('input/too-large');
    expect(status).toBe(3);
    if (!command.includes('check')) expect(filesBelow(cwd).some((file) => file.startsWith('out'))).toBe(true);
  });

  it('is refused above the limit as an article to merge into', () => {
    const cwd = withPipe();
    sspr(['export', 'a.md', '-o', '.'], { cwd });
    expect(sspr(['merge', '/dev/zero', 'a.xlf', '-o', 'b.md'], { cwd })).toEqual({
      status: 3,
      stdout: '',
      stderr: 'sspr-tm: /dev/zero: Not read: it is larger than 256,000,000 bytes; cut it into several articles.\n',
    });
  });

  it.each(['p', '/dev/zero', '/dev/stdin'])('is not written in place: %s', (article) => {
    const cwd = withPipe();
    writeFileSync(join(cwd, 'a.xlf'), '<xliff/>');
    const { status, stderr } = bash(`cat a.md | sspr merge ${article} a.xlf --in-place`, cwd);
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: `sspr-tm: ${article} is no file, and cannot be written in place; give -o.\n`,
    });
  });
});

onUnix('what is no article', () => {
  it('in a folder is passed over or told, and the rest goes on', async () => {
    const cwd = tree({
      'in/a.md': shortArticle,
      'in/empty.md': '',
      'in/spaces.md': Buffer.alloc(3000, 0xa0),
      'in/x.md/b.md': shortArticle,
      'in/large.md': shortArticle,
    });
    truncateSync(join(cwd, 'in/large.md'), 3_000_000_000);
    execFileSync('mkfifo', [join(cwd, 'in/pipe.md')]);
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(join(cwd, 'in/socket.md'), resolve));
    for (const command of ['export', 'split']) {
      const { status, stderr } = sspr([command, 'in', '-o', `${command}.out`], { cwd });
      expect(stderr).toContain('in/large.md:1:1 error input/too-large Not read: it is larger than 512,000,000 bytes');
      expect(stderr).toContain('in/spaces.md:1:1 error input/invalid-utf-8');
      expect(status).toBe(3);
      expect(
        filesBelow(join(cwd, `${command}.out`)).filter((file) => /(?:^|\/)[ab]\.(?:md|xlf)$/.test(file)),
      ).toHaveLength(command === 'export' ? 2 : 4);
    }
    expect(sspr(['check', 'in/socket.md'], { cwd })).toMatchObject({
      status: 3,
      stdout: expect.stringContaining('input/unreadable Cannot be read: it is a socket'),
    });
    // A glob may match what is no file: nothing is waited for.
    expect(sspr(['check', 'in/*.md'], { cwd }).status).toBe(3);
    server.close();
  });
});

describe('large articles', () => {
  it('of a small tree are left to a worker, so that the first signal is heard', async () => {
    const large = shortArticle + pair('1a2b3-9', 'Tür', 'Door').repeat(6000);
    const cwd = tree({ 'in/a.md': large, 'in/b.md': large });
    expect(statSync(join(cwd, 'in/a.md')).size).toBeGreaterThan(1 << 19);
    const busy = preload(`import { isMainThread, parentPort } from 'node:worker_threads';
      import { writeSync } from 'node:fs';
      if (!isMainThread) parentPort.once('message', () => { writeSync(2, 'busy\\n'); for (;;); });`);
    const { child, ended } = start(['export', 'in', '-o', 'out', '-j', '2'], cwd, busy);
    child.stderr?.once('data', () => child.kill('SIGINT'));
    expect((await ended).status).toBe(130);
  });
});
