import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createContext, runInContext } from 'node:vm';
import { build } from 'tsup';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { version } from '../../src/version.js';
import { pair } from '../support/pairs.js';
import { root } from '../vitest.config.js';
import { filesBelow, readManifest } from './consumer.js';

/** What a built file, and those that it imports, import from elsewhere. */
async function importsOf(name: string, seen: Set<string> = new Set()): Promise<Set<string>> {
  const imports = new Set<string>();
  if (seen.has(name)) return imports;
  seen.add(name);
  const { importedFiles } = ts.preProcessFile(await readFile(join(root, 'dist', name), 'utf8'));
  for (const { fileName } of importedFiles) {
    const [, chunk] = /^\.\/(.+)\.js$/.exec(fileName) ?? [];
    if (chunk === undefined) imports.add(fileName);
    else for (const specifier of await importsOf(chunk + extensionOf(name), seen)) imports.add(specifier);
  }
  return imports;
}

const extensionOf = (name: string): string => (name.endsWith('.d.ts') ? '.d.ts' : '.js');

const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

test('the core imports nothing of Node', async () => {
  expect([...(await importsOf('index.js'))].filter(isBuiltin)).toEqual([]);
});

test('the rest imports from Node with the prefix node:', async () => {
  const names = ['node.js', 'worker.js'];
  const imports = (await Promise.all(names.map((name) => importsOf(name))))
    .flatMap((found) => [...found])
    .filter(isBuiltin);
  expect(imports).toContain('node:fs');
  expect(imports.filter((specifier) => !specifier.startsWith('node:'))).toEqual([]);
});

test.each(['index.js', 'node.js', 'worker.js', 'index.d.ts', 'node.d.ts'])(
  '%s needs nothing but dependencies of the package',
  async (name) => {
    const { dependencies } = await readManifest();
    const packages = [...(await importsOf(name))].filter((specifier) => !isBuiltin(specifier)).map(packageOf);
    expect(packages.filter((dependency) => dependencies[dependency] === undefined)).toEqual([]);
  },
);

test('no file is minified but the code of the page, or refers to a source map', async () => {
  for (const file of await filesBelow('dist')) {
    const text = await readFile(join(root, file), 'utf8');
    expect(text).not.toContain('sourceMappingURL=');
    // In the command, and in the page that needs no installation, are tables of their dependencies.
    if (file.startsWith('dist/command/') || file === 'dist/try.html') continue;
    // Each page that is written has this code in it.
    if (file === 'dist/page/page.js') continue;
    // The compiler writes a union of types, and what a declaration file exports, on one line each.
    const lines = text
      .split('\n')
      .filter((line) => !(file.endsWith('.d.ts') && /^(?:type \w+ =|export \{)/.test(line)));
    expect(Math.max(...lines.map(({ length }) => length)), file).toBeLessThan(1000);
  }
});

test('only the command starts with a line for the shell, and may be executed', async () => {
  const files = await filesBelow('dist');
  const texts = await Promise.all(files.map((file) => readFile(join(root, file), 'utf8')));
  expect(files.filter((_, index) => texts[index]?.startsWith('#!'))).toEqual(['dist/command/cli.js']);
  expect(texts[files.indexOf('dist/command/cli.js')]).toMatch(/^#!\/usr\/bin\/env node\n/);
  expect((await stat(join(root, 'dist/command/cli.js'))).mode & 0o111).toBe(0o111);
});

test('the core, bundled for a browser, runs where there is nothing but the language', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sspr-tm-browser-'));
  try {
    await build({
      config: false,
      entry: [join(root, 'dist/index.js')],
      format: 'iife',
      globalName: 'sspr',
      noExternal: [/./],
      outDir: folder,
      platform: 'browser',
      silent: true,
      target: 'es2022',
    });
    const page = createContext({ text: pair('1a2b3-101', 'Sauvegarder', 'Back &amp; up') });
    runInContext(await readFile(join(folder, 'index.global.js'), 'utf8'), page);
    const tmx = runInContext('sspr.exportToString([sspr.parseArticle(text).right], "tmx", { trgLang: "fr" })', page);
    expect(tmx).toContain('<seg>Sauvegarder</seg>');
  } finally {
    await rm(folder, { recursive: true });
  }
});

/** A file of a bundle, and all that are loaded with it. */
async function loadedText(folder: string, name: string, seen: Set<string> = new Set()): Promise<string> {
  if (seen.has(name)) return '';
  seen.add(name);
  const text = await readFile(join(folder, name), 'utf8');
  const imports = [...text.matchAll(/(?:from|import)"\.\/([^"]+)"/g)].map(([, path = '']) => path);
  const others = await Promise.all(imports.map((path) => loadedText(folder, path, seen)));
  return text + others.join('');
}

test('a bundle of parseArticle alone is small, and has nothing in it of writing, merging and files', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sspr-tm-bundle-'));
  try {
    const source = join(folder, 'entry.js');
    await writeFile(source, `export { parseArticle } from ${JSON.stringify(join(root, 'dist/index.js'))};`);
    await build({
      config: false,
      entry: [source],
      format: 'esm',
      minify: true,
      noExternal: [/./],
      outDir: join(folder, 'out'),
      platform: 'browser',
      silent: true,
      target: 'es2022',
    });
    const out = join(folder, 'out');
    const [entry = ''] = (await readdir(out)).filter((file) => /^entry\.m?js$/.test(file));
    // Beside it are files that nothing loads: dynamic imports of what is not in it.
    const bundle = await loadedText(out, entry);
    expect(bundle).toContain('pair/unmatched-target');
    for (const code of ['merge/', 'output/', 'language/', 'check/', 'xliff/']) expect(bundle).not.toContain(`"${code}`);
    expect(Buffer.byteLength(bundle)).toBeLessThan(294_000);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('the version in the code is that of the package', async () => {
  expect(version).toBe((await readManifest()).version);
});

test('the types of Node are not there where the core is checked', async () => {
  const tsc = [join(root, 'node_modules/typescript/bin/tsc'), '--listFilesOnly', '-p', 'test/types/core.tsconfig.json'];
  const { stdout } = await promisify(execFile)(process.execPath, tsc, { cwd: root });
  expect(stdout).toContain('src/index.ts');
  expect(stdout).not.toMatch(/@types\/node|lib\.dom/);
});

test('the command needs no package, and holds the licenses of those that are in it', async () => {
  const files = (await filesBelow('dist')).filter((file) => /^dist\/command\/.*\.c?js$/.test(file));
  const specifiers = await Promise.all(
    files.map(async (file) => ts.preProcessFile(await readFile(join(root, file), 'utf8')).importedFiles),
  );
  const packages = specifiers
    .flat()
    .map(({ fileName }) => fileName)
    .filter((name) => !name.startsWith('.'));
  expect(packages.filter((name) => !isBuiltin(name))).toEqual([]);
  const lists = ['LICENSES.txt', 'LICENSES-CJS.txt'].map((name) => readFile(join(root, 'dist/command', name), 'utf8'));
  const licenses = (await Promise.all(lists)).join('');
  const { dependencies } = await readManifest();
  // Of fp-ts, there are types only.
  const inCode = Object.keys(dependencies).filter((name) => name !== 'fp-ts');
  for (const name of inCode) expect(licenses).toContain(`${name} ${dependencies[name]} (`);
  // What the bundler says where the code of each package begins, nested ones too.
  const bundled = new Set<string>();
  for (const file of files) {
    const text = await readFile(join(root, file), 'utf8');
    for (const [, folder] of text.matchAll(/^\/\/ (.*node_modules\/(?:@[^/]+\/)?[^/]+)\/.*$/gm))
      bundled.add(folder ?? '');
  }
  expect(bundled.size).toBeGreaterThan(30);
  for (const folder of bundled) {
    const { name, version } = JSON.parse(await readFile(join(root, folder, 'package.json'), 'utf8'));
    expect(licenses).toContain(`${name} ${version} (`);
  }
});

test('the command loads libraries that hardly any article needs only for those that do', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sspr-tm-test-'));
  try {
    const script = `process.on('exit', () => console.error(Object.keys(process.getBuiltinModule('module')._cache).join()))`;
    const run = async (frontMatter: string, source: string): Promise<string> => {
      const article = `---\n${frontMatter}\n---\n${pair('1a2b3-102', source, source)}\n`;
      await writeFile(join(folder, 'a.md'), article);
      const args = [
        '--import',
        `data:text/javascript,${encodeURIComponent(script)}`,
        join(root, 'dist/command/cli.js'),
      ];
      const { stderr } = await promisify(execFile)(
        process.execPath,
        [...args, 'export', 'a.md', '-f', 'tmx', '-o', '-', '-q'],
        { cwd: folder },
      );
      return stderr.replace(/[^,]*[\\/]/g, '').trim();
    };
    const plain = 'ms.contentlocale: de-DE';
    expect(await run(plain, 'One **sentence** with a [link](a.md) &amp; more.')).toBe('');
    expect(await run(plain, 'Up &uarr; and down.')).toBe('parse5.cjs');
    expect(await run(`${plain}\na: {b: &c d, e: *c}`, 'One sentence.')).toBe('yaml.cjs');
  } finally {
    await rm(folder, { recursive: true });
  }
});
