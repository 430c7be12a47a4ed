import { spawnSync } from 'node:child_process';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { cli, tree } from '../support/cli.js';
import { pair } from '../support/pairs.js';

/** Writes the name of each module that is loaded. */
const hooks =
  'export async function load(url, context, next) { process._rawDebug("loads " + url); return next(url, context); }';
const register = `import { register } from 'node:module'; register('data:text/javascript,${encodeURIComponent(hooks)}');`;

function loadedBy(args: readonly string[], cwd: string): { readonly files: string[]; readonly modules: string[] } {
  const preload = `data:text/javascript,${encodeURIComponent(register)}`;
  const { status, stderr } = spawnSync(process.execPath, ['--import', preload, cli, ...args], {
    cwd,
    encoding: 'utf8',
  });
  expect(status, stderr).toBe(0);
  const urls = [...stderr.matchAll(/^loads (.*)$/gm)].map(([, url = '']) => url);
  return {
    files: urls.filter((url) => url.startsWith('file:')).map((url) => basename(url)),
    modules: urls.filter((url) => url.startsWith('node:')),
  };
}

const article = pair('a-101', 'Hallo', 'Hello');

test('a run over an article loads a few files, and nothing of what looks into folders', () => {
  const cwd = tree({ 'a.de-DE.md': article });
  const { files, modules } = loadedBy(['export', 'a.de-DE.md', '-o', 'out', '-q'], cwd);
  expect(files.sort()).toEqual(['article.js', 'cli.js', 'run.js', 'terminal.js']);
  expect(modules).not.toContain('node:child_process');
  expect(modules).not.toContain('node:net');
});

test('a run over a folder loads that', () => {
  const cwd = tree({ 'in/a.de-DE.md': article });
  const { files } = loadedBy(['export', 'in', '-o', 'out', '-q', '-j', '1'], cwd);
  expect(files.length).toBeLessThan(10);
  expect(files.filter((name) => /picomatch|tinyglobby|log-update/.test(name))).toEqual([]);
});

test('the thread of the terminal loads nothing of a run', () => {
  const cwd = tree({});
  const { files } = loadedBy(['--version'], cwd);
  expect(files.slice(0, 2).sort()).toEqual(['cli.js', 'terminal.js']);
  expect(files).not.toContain('export.js');
});
