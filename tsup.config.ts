import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { basename, join } from 'node:path';
import { type GetModuleInfo, rollup } from 'rollup';
import { defineConfig, type Options } from 'tsup';
import { toInlineScript, toTryDocument } from './src/try/document.js';
import type { PageFiles } from './src/view/document.js';

const common: Options = {
  format: 'esm',
  target: 'node20',
  platform: 'neutral',
  // The names of Node's modules are left as they are written: their prefix would be removed by default.
  removeNodeProtocol: false,
  splitting: true,
  clean: true,
};

/** The library: its dependencies stay packages of their own. */
const library: Options = {
  ...common,
  entry: { index: 'src/index.ts', node: 'src/node.ts', worker: 'src/corpus/worker.ts' },
  external: [/^node:/],
  // TypeScript 6 calls an option that tsup's declaration build sets deprecated.
  dts: { entry: ['src/index.ts', 'src/node.ts'], compilerOptions: { ignoreDeprecations: '6.0' } },
};

/** What the command takes of libraries that hardly any article needs, and where they are. */
const rarelyUsed: Readonly<Record<string, { readonly entry: string; readonly values: readonly string[] }>> = {
  parse5: { entry: 'parse5/dist/tokenizer/index.js', values: ['Tokenizer'] },
  yaml: {
    entry: 'yaml/dist/index.js',
    values: ['Composer', 'Lexer', 'Parser', 'isAlias', 'isMap', 'isNode', 'isScalar', 'isSeq', 'visit'],
  },
  'xliff/jsToXliff12': { entry: 'xliff/esm/jsToXliff12.js', values: ['default'] },
};

/** Each of those, in a file of its own. */
const rarely: Options = {
  ...common,
  outDir: 'dist/command',
  entry: Object.fromEntries(
    Object.entries(rarelyUsed).map(([name, { entry }]) => [fileOf(name), `node_modules/${entry}`]),
  ),
  format: 'cjs',
  platform: 'node',
  splitting: false,
  clean: false,
  noExternal: [/^(?!node:)/],
  outExtension: () => ({ js: '.cjs' }),
  metafile: true,
  async onSuccess() {
    collectLicenses('dist/command/metafile-cjs.json', 'dist/command/LICENSES-CJS.txt');
  },
};

/**
 * In place of those, what loads them when it is first called: in each thread, they would take longer than ten articles.
 * `placeOf`: the file that has one.
 */
function loadRarelyBy(placeOf: (name: string) => string): NonNullable<Options['esbuildPlugins']>[number] {
  return {
    name: 'load-rarely',
    setup({ onResolve, onLoad }) {
      const names = Object.keys(rarelyUsed).join('|');
      onResolve({ filter: new RegExp(`^(?:${names})$`) }, ({ path }) => ({ path, namespace: 'rarely' }));
      onResolve({ filter: /^\./, namespace: 'rarely' }, ({ path }) => ({ path, external: true }));
      onLoad({ filter: /^/, namespace: 'rarely' }, ({ path }) => ({
        contents: loaderOf(path, placeOf(path)),
        resolveDir: process.cwd(),
      }));
    },
  };
}

function fileOf(name: string): string {
  return name.replace('/', '-');
}

function loaderOf(name: string, place: string): string {
  // A function that is called by `new` may give an object of another class.
  const values = (rarelyUsed[name]?.values ?? []).map((value) =>
    value === 'default'
      ? `export default (...args) => load().default(...args);`
      : /^[A-Z]/.test(value)
        ? `export function ${value}(...args) { return new (load().${value})(...args); }`
        : `export const ${value} = (...args) => load().${value}(...args);`,
  );
  return [`let loaded;\nconst load = () => (loaded ??= require(${JSON.stringify(place)}));`, ...values].join('\n');
}

/** The command: with its dependencies in it, because loading a hundred small modules takes longer than an article. */
const command: Options = {
  ...common,
  outDir: 'dist/command',
  // Beside the two that are started, what most runs load, so that it has a name.
  entry: {
    cli: 'src/cli.ts',
    worker: 'src/corpus/worker.ts',
    main: 'src/cli/main.ts',
    export: 'src/corpus/export/export.ts',
    destination: 'src/corpus/places/destination.ts',
    process: 'src/corpus/export/process.ts',
    memory: 'src/corpus/memory/memory.ts',
    collect: 'src/corpus/memory/process.ts',
    leverage: 'src/corpus/leverage/leverage.ts',
    fill: 'src/corpus/leverage/process/process.ts',
  },
  platform: 'node',
  noExternal: [/^(?!node:)/],
  // Dependencies that are no ECMAScript modules load those of Node by require().
  banner: {
    js: "import { createRequire as createRequireOfNode } from 'node:module';\nconst require = createRequireOfNode(import.meta.url);",
  },
  metafile: true,
  esbuildPlugins: [loadRarelyBy((name) => `./${fileOf(name)}.cjs`)],
  async onSuccess() {
    collectLicenses('dist/command/metafile-esm.json', 'dist/command/LICENSES.txt');
    await joinChunks('dist/command');
  },
};

/**
 * What is loaded together, each in one file: by the thread of the terminal, by a worker, and by a run of `export`; beside
 * these by one of `memory`, and by one of `leverage`, which reads memories, too.
 */
const joined: Readonly<Record<string, readonly string[]>> = {
  terminal: ['cli.js'],
  article: ['process.js', 'worker.js'],
  run: ['main.js', 'export.js', 'destination.js'],
  memory: ['memory.js', 'collect.js'],
  leverage: ['leverage.js', 'fill.js'],
};

/**
 * Joins the chunks of the command to larger ones: there is one for each set of dynamic imports that need it, a hundred
 * in all, and to load one takes half a millisecond.
 */
async function joinChunks(folder: string): Promise<void> {
  const entries = ['cli.js', 'worker.js'];
  const bundle = await rollup({
    input: entries.map((name) => join(folder, name)),
    external: isBuiltin,
    treeshake: false,
    // Nothing imports those.
    preserveEntrySignatures: false,
  });
  const { output } = await bundle.generate({
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
    manualChunks(id, { getModuleInfo }) {
      // What starts a thread waits for the rest, and nothing of that may wait for it.
      if (entries.includes(basename(id))) return undefined;
      return Object.entries(joined).find(([, names]) =>
        names.some((name) => closureOf(join(process.cwd(), folder, name), getModuleInfo).has(id)),
      )?.[0];
    },
  });
  for (const name of readdirSync(folder)) if (name.endsWith('.js')) rmSync(join(folder, name));
  for (const chunk of output) {
    if (chunk.type === 'chunk')
      writeFileSync(join(folder, chunk.fileName), chunk.code, { mode: modeOf(chunk.fileName) });
  }
}

/** The command is run as a program. */
function modeOf(name: string): number {
  return name === 'cli.js' ? 0o755 : 0o644;
}

/** What a module imports, directly or not, and itself. */
function closureOf(id: string, infoOf: GetModuleInfo): ReadonlySet<string> {
  const ids = new Set([id]);
  for (const each of ids) for (const imported of infoOf(each)?.importedIds ?? []) ids.add(imported);
  return ids;
}

/** The code of the pages. It runs in browsers, is read as text, and stands in each page that is written. */
const page: Options = {
  ...common,
  outDir: 'dist/page',
  entry: { page: 'src/view/page/main.ts', try: 'src/try/main.ts' },
  format: 'iife',
  target: 'es2022',
  platform: 'browser',
  splitting: false,
  noExternal: [/./],
  // It stands in each page.
  minify: true,
  outExtension: () => ({ js: '.js' }),
  metafile: true,
  async onSuccess() {
    const style = styleOf('src/view/page/style', [
      'base',
      'controls',
      'overview',
      'article',
      'segment',
      'terms',
      'bench',
      'media',
    ]);
    writeFileSync('dist/page/page.css', style);
    writeTryPage(style);
  },
};

function styleOf(folder: string, names: readonly string[]): string {
  return names.map((name) => readFileSync(`${folder}/${name}.css`, 'utf8')).join('\n');
}

/** The page that needs no installation: the library, the review page and an article in one file. */
function writeTryPage(reviewStyle: string): void {
  const [metafile, licenses, script] = ['dist/page/metafile-iife.json', 'dist/page/LICENSES.txt', 'dist/page/try.js'];
  collectLicenses(metafile, licenses);
  const path = 'fixtures/reset-portal/input.md';
  const hashed = (code: string, style: string): PageFiles => ({
    script: code,
    style,
    scriptHash: hashOf(code),
    styleHash: hashOf(style),
  });
  const shared = styleOf('src/view/page/style', ['base', 'controls', 'segment']);
  const document = toTryDocument({
    ...hashed(toInlineScript(readFileSync(script, 'utf8')), `${shared}\n${styleOf('src/try/style', ['try'])}`),
    review: hashed(readFileSync('dist/page/page.js', 'utf8'), reviewStyle),
    example: { path: basename(path), text: readFileSync(path, 'utf8') },
    licenses: readFileSync(licenses, 'utf8'),
  });
  writeFileSync('dist/try.html', document);
  for (const file of [script, licenses]) rmSync(file);
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}

/** Whoever hands on the packages that are in the command has to hand on their licenses, those of nested ones too. */
function collectLicenses(metafile: string, target: string): void {
  const { inputs } = JSON.parse(readFileSync(metafile, 'utf8')) as { inputs: Record<string, unknown> };
  // A package may be there in several versions: each in the folder of the one that needs it.
  const folders = Object.keys(inputs).flatMap(
    (path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0] ?? [],
  );
  const texts = [...new Set(folders)].map((folder) => {
    const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((entry) => /^(?:un)?licen[sc]e|^copying/i.test(entry));
    const text = file === undefined ? usualText(license, author) : readFileSync(join(folder, file), 'utf8');
    return `${name} ${version} (${license})\n\n${text.trim()}\n`;
  });
  rmSync(metafile);
  writeFileSync(target, [...new Set(texts)].sort().join(`\n${'-'.repeat(80)}\n\n`));
}

/** The text of a license that a package names without holding it; MIT is our own, too. */
function usualText(license: string, author: string | { name: string }): string {
  const holder = typeof author === 'string' ? author : author.name;
  if (license === 'ISC') return `Copyright (c) ${holder}\n\n${isc}`;
  if (license !== 'MIT') throw new Error(`A package has the license ${license}, and not its text.`);
  return readFileSync('LICENSE', 'utf8').replace(/^Copyright .*$/m, `Copyright (c) ${holder}`);
}

const isc: string = `Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted, provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.
`;

/** What an executable takes out of itself, and the package out of files beside it. */
const fromExecutable: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'from-executable',
  setup({ onLoad }) {
    onLoad({ filter: /\/src\/corpus\/(?:run\/threads|view\/page-files)\.ts$/ }, ({ path }) => {
      const folder = join('src', 'corpus', 'executable');
      return { contents: readFileSync(join(folder, basename(path)), 'utf8'), loader: 'ts', resolveDir: folder };
    });
  },
};

/** The command, and its worker, as scripts that need no other file: that is all that an executable can hold. */
const executable: Options = {
  ...common,
  outDir: 'dist/exe',
  entry: { cli: 'src/cli.ts', worker: 'src/corpus/worker.ts' },
  format: 'cjs',
  platform: 'node',
  splitting: false,
  minifyWhitespace: true,
  noExternal: [/^(?!node:)/],
  outExtension: () => ({ js: '.cjs' }),
  metafile: true,
  // Packages ask where they are, to load others by their names; there are none.
  define: { 'import.meta.url': 'executableUrl' },
  banner: { js: "const executableUrl = require('node:url').pathToFileURL(process.execPath).href;" },
  esbuildPlugins: [
    fromExecutable,
    loadRarelyBy((name) => join(process.cwd(), 'node_modules', rarelyUsed[name]?.entry ?? name)),
  ],
  async onSuccess() {
    collectLicenses('dist/exe/metafile-cjs.json', 'dist/exe/LICENSES.txt');
  },
};

/** `tsup --env.FOR executable`: the scripts of an executable; else the package. */
const config: ReturnType<typeof defineConfig> = defineConfig(({ env }) =>
  env?.['FOR'] === 'executable' ? executable : [library, command, rarely, page],
);

export default config;
