import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cli, filesBelow, sspr, temporaryFolder } from '../support/cli.js';
import { article, manyArticles } from './articles.js';
import { preload, type Started, start, until } from './start.js';

const count = 400;
const large = article.replaceAll('Ein Satz.', 'Ein Satz. '.repeat(25).trim());
const view = ['view', 'in', '-o', 'page.html', '-j', '2'];

/** Files of a page in parts; none where there is none. */
function files(cwd: string): ReadonlyMap<string, string> {
  const names = readdirSync(cwd).filter((name) => name.startsWith('page'));
  const all = names.flatMap((name) => (name.includes('.html') ? [name] : partsIn(cwd)));
  return new Map(all.map((name) => [name, readFileSync(join(cwd, name), 'latin1')]));
}

function partsIn(cwd: string): string[] {
  try {
    return readdirSync(join(cwd, 'page.pages')).map((name) => `page.pages/${name}`);
  } catch {
    return [];
  }
}

/** The parts that a page names. */
function namedIn(page: string | undefined): readonly string[] {
  const data = /<script type="application\/json" id="data">([\s\S]*?)<\/script>/.exec(page ?? '')?.[1] ?? '';
  return Array.from(data.matchAll(/"([0-9a-f]{32})"/g), ([, name]) => `page.pages/${name}.js`);
}

/** Other articles than those of the older page. */
function change(cwd: string): void {
  const changed = large.replaceAll('Ein Satz.', 'Ein guter Satz.');
  for (let number = 0; number < count; number++) {
    writeFileSync(join(cwd, 'in', `${number}.md`), changed.replaceAll('1a2b3', `${number}`.padStart(5, '1')));
  }
}

/** A page in parts that is as it was written. */
function olderPage(cwd: string): ReadonlyMap<string, string> {
  expect(sspr([...view, '-q'], { cwd })).toMatchObject({ status: 0, stderr: '' });
  const older = files(cwd);
  expect(namedIn(older.get('page.html')).filter((name) => !older.has(name))).toEqual([]);
  expect(older.size).toBeGreaterThan(5);
  change(cwd);
  return older;
}

/** The disk takes three parts. With the others it is done long after a signal was heard: all else has its turn until then. */
const slow = preload(`import fs from 'node:fs'; import { syncBuiltinESMExports } from 'node:module';
  const { fsync } = fs; const { abort } = AbortController.prototype; const held = []; let flushed = 0; let isOver = false;
  const after = (turns, then) => void (turns === 0 ? then() : setImmediate(after, turns - 1, then));
  const done = (file, callback) => after(10000, () => fsync(file, callback));
  fs.fsync = (file, callback) => {
    if (++flushed <= 3) fsync(file, callback);
    else if (isOver) done(file, callback);
    else held.push([file, callback]);
  };
  AbortController.prototype.abort = function (...reason) {
    isOver = true;
    for (const each of held) done(...each);
    abort.apply(this, reason);
  };
  syncBuiltinESMExports();`);

/** Starts to write a page, and waits until some new parts are there, and others on their way to the disk. */
async function begin(cwd: string, older: ReadonlyMap<string, string>): Promise<Started> {
  const started = start(view, cwd, slow);
  await until(() => partsIn(cwd).filter((name) => name.endsWith('.js') && !older.has(name)).length >= 3);
  return started;
}

describe.runIf(process.platform === 'linux')('a page in parts', () => {
  let cwd = '';
  let temporary = '';

  beforeEach(() => {
    cwd = manyArticles(count, large);
    rmSync(join(cwd, 'out'), { recursive: true });
    temporary = temporaryFolder();
    vi.stubEnv('TMPDIR', temporary);
  });

  afterEach(() => void vi.unstubAllEnvs());

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)(
    'that is interrupted leaves the older one as it was, and nothing of itself: %s',
    async (signal, status) => {
      const older = olderPage(cwd);
      const { child, ended } = await begin(cwd, older);
      child.kill(signal);
      expect(await ended).toMatchObject({ status, stderr: expect.stringContaining('interrupted') });
      expect(files(cwd)).toEqual(older);
      expect(readdirSync(temporary)).toEqual([]);
    },
  );

  it('that is interrupted leaves nothing where there was none', async () => {
    change(cwd);
    const { child, ended } = await begin(cwd, new Map());
    child.kill('SIGINT');
    expect(await ended).toMatchObject({ status: 130 });
    expect(readdirSync(cwd)).toEqual(['in']);
  });

  it('that is killed leaves the older one whole, and the next run makes a whole one', async () => {
    const older = olderPage(cwd);
    const { child, ended } = await begin(cwd, older);
    child.kill('SIGKILL');
    await ended;
    const left = files(cwd);
    for (const [name, text] of older) expect(left.get(name)).toBe(text);
    expect(sspr([...view, '-q'], { cwd })).toMatchObject({ status: 0, stderr: '' });
    const next = files(cwd);
    const named = namedIn(next.get('page.html'));
    expect(named.filter((name) => next.get(name)?.endsWith('\n') !== true)).toEqual([]);
    expect(named).not.toEqual(namedIn(older.get('page.html')));
  });

  it.each([
    ['the third of its parts', 'parts'],
    ['its index', 'index'],
  ])('exits with 3 where the disk is full at %s, leaves the older one as it was, and nothing of itself', (_, at) => {
    const older = olderPage(cwd);
    const script = preload(`import fs from 'node:fs'; import { syncBuiltinESMExports } from 'node:module';
      const [open, write] = [fs.openSync, fs.writevSync]; const outputs = new Map(); let parts = 0;
      fs.openSync = (path, ...args) => { const file = open(path, ...args); outputs.set(file, String(path)); return file; };
      fs.writevSync = (file, ...args) => {
        const isPart = /page\\.pages/.test(outputs.get(file) ?? '');
        const isIndex = !isPart && /\\.sspr-tm-/.test(outputs.get(file) ?? '') && !outputs.get(file).includes(${JSON.stringify(temporary)});
        if (isPart ? ++parts > 2 && '${at}' === 'parts' : isIndex && '${at}' === 'index')
          throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', syscall: 'writev' });
        return write(file, ...args);
      };
      syncBuiltinESMExports();`);
    const { status, stderr } = spawnSync(process.execPath, [...script, cli, ...view], { cwd, encoding: 'utf8' });
    expect({ status, stderr }).toEqual({
      status: 3,
      stderr: expect.stringMatching(/^sspr-tm: page.*: cannot be written: the disk is full\.\n$/),
    });
    expect(files(cwd)).toEqual(older);
    expect(filesBelow(temporary)).toEqual([]);
  });
});
