import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, posix } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pair } from '../support/pairs.js';
import { root } from '../vitest.config.js';
import { type Consumer, filesBelow, installPackage, type Manifest, readManifest } from './consumer.js';

const article = `---
title: Sauvegarder
ms.contentlocale: fr-FR
ms.translationtype: HT
---
# ${pair('1a2b3-101', 'Sauvegarder', 'Back up')}

${pair('1a2b3-102', 'Branchez le disque.', 'Plug in the disk.')}
`;

/** Prints the source texts of the article, by the library. */
const useOfLibrary = `
const article = ${JSON.stringify(article)};
const read = parseArticle(article);
if (read._tag !== 'Right') throw new Error('unclean');
const xliff = exportToString([read.right], 'xliff');
const tmx = exportToString([read.right], 'tmx');
if (typeof exportCorpus !== 'function') throw new Error('no exportCorpus');
console.log(version, /Plug in the disk\\./.test(xliff), /Branchez le disque\\./.test(tmx));
`;

const typedCore = `
import {
  type Article, type Diagnostic, type Exporter, type ExportOptions, exportToString, type Format, formats, parseArticle,
  type Segment, segmentsOf, tmx, version, xliff,
} from 'sspr-tm';

const options: ExportOptions = { srcLang: 'en-US', units: 'pair' };
const exporters: readonly Exporter[] = [xliff, tmx, formats.xliff];
export function convert(text: string, format: Format): { out: string; diagnostics: readonly Diagnostic[] } {
  const read = parseArticle(text);
  switch (read._tag) {
    case 'Left':
      return { out: version, diagnostics: read.left };
    case 'Right':
      return { out: write(read.right, format), diagnostics: [] };
    case 'Both':
      return { out: write(read.right, format), diagnostics: read.left };
  }
}
function write(article: Article, format: Format): string {
  const segments: Segment[] = [...segmentsOf(article)];
  return exportToString([article], format, options) + segments.map(({ source }) => source.text) + exporters.length;
}
// @ts-expect-error: there is no such format
convert('', 'docx');
// @ts-expect-error: the model is read-only
export const assign = (article: Article): void => { article.units = []; };
`;

const typedNode = `
import type { Article } from 'sspr-tm';
import {
  CorpusError, type ExportCorpusOptions, exportCorpus, findArticles, type Progress, type ReadArticle, readArticles,
  type Report,
} from 'sspr-tm/node';

const options: ExportCorpusOptions = { output: 'out', formats: ['tmx'], signal: new AbortController().signal };
export async function main(inputs: readonly string[]): Promise<Report | undefined> {
  try {
    for await (const read of readArticles(inputs)) show(read);
    console.log((await findArticles(inputs)).articles.length);
    return await exportCorpus(inputs, options, ({ pairs, total }: Progress) => console.log(pairs / total));
  } catch (error) {
    if (error instanceof CorpusError && error.kind === 'usage') return undefined;
    throw error;
  }
}
function show({ path, article, diagnostics }: ReadArticle): void {
  const known: Article | undefined = article;
  console.log(path, known?.units.length, diagnostics.map(({ severity, code }) => severity + code));
}
`;

let manifest: Manifest;
let consumer: Consumer;

beforeAll(async () => {
  manifest = await readManifest();
  consumer = await installPackage(manifest);
});

afterAll(() => consumer?.remove());

describe('the files of the package', () => {
  test('are what was built, the docs, and nothing else', async () => {
    const built = await filesBelow('dist');
    const docs = await filesBelow('docs');
    const article = 'fixtures/reset-portal/input.md';
    const others = [
      'CHANGELOG.md',
      'CONTRIBUTING.md',
      'LICENSE',
      'README.md',
      article,
      'package.json',
      'schema/config.schema.json',
      'schema/glossary.schema.json',
      'schema/row.schema.json',
    ];
    expect(consumer.packed).toEqual([...others, ...built, ...docs].sort());
    const rarely = [
      'command/parse5.cjs',
      'command/xliff-jsToXliff12.cjs',
      'command/yaml.cjs',
      'command/LICENSES-CJS.txt',
    ];
    const joined = ['article', 'leverage', 'memory', 'run', 'terminal'].map((name) => `command/${name}.js`);
    const command = ['command/cli.js', 'command/worker.js', 'command/LICENSES.txt', ...joined, ...rarely];
    const page = ['page/page.js', 'page/page.css', 'try.html'];
    const entries = ['index.d.ts', 'index.js', 'node.d.ts', 'node.js', 'worker.js', ...command, ...page].map(
      (name) => `dist/${name}`,
    );
    expect(built).toEqual(expect.arrayContaining(entries));
    const chunks = built.filter((file) => !entries.includes(file));
    expect(
      chunks.filter((file) => !/^dist\/(?:command\/)?[a-z0-9-]+-[A-Za-z0-9_-]{8}\.(d\.ts|js)$/.test(file)),
    ).toEqual([]);
  });

  test('have links that lead somewhere', async () => {
    const dead: string[] = [];
    for (const file of consumer.packed.filter((path) => path.endsWith('.md') && !path.startsWith('fixtures/'))) {
      const text = await readFile(join(consumer.folder, 'node_modules/sspr-tm', file), 'utf8');
      const prose = text.replace(/```[\s\S]*?```|`[^`\n]*`/g, '');
      for (const [, link = ''] of prose.matchAll(/\]\(([^)\s]+)\)/g)) {
        if (/^(?:[a-z]+:|#)/.test(link)) continue;
        const path = posix.join(posix.dirname(file), link.replace(/#.*$/, ''));
        if (!consumer.packed.some((packed) => packed === path || packed.startsWith(`${path}/`)))
          dead.push(`${file}: ${link}`);
      }
    }
    expect(dead).toEqual([]);
  });

  test('name no folder of the machine that built them', async () => {
    const texts = await Promise.all(
      consumer.packed.map((file) => readFile(join(consumer.folder, 'node_modules/sspr-tm', file), 'utf8')),
    );
    const folders = [root, join(homedir(), '/')].filter((folder) => folder !== '/');
    for (const text of texts) for (const folder of folders) expect(text).not.toContain(folder);
  });

  test('are installed without running a script', async () => {
    const { packages } = JSON.parse(await readFile(join(consumer.folder, 'package-lock.json'), 'utf8'));
    expect(Object.keys(packages)).toContain('node_modules/sspr-tm');
    expect(Object.keys(packages).filter((path) => packages[path].hasInstallScript)).toEqual([]);
  });
});

describe.each(['NodeNext', 'Bundler'])('TypeScript with moduleResolution %s', (moduleResolution) => {
  const compile = async (types: readonly string[], files: Readonly<Record<string, string>>): Promise<string> => {
    for (const [name, text] of Object.entries(files)) await consumer.write(name, text);
    const compilerOptions = {
      target: 'ES2023',
      lib: ['ES2023'],
      module: moduleResolution === 'NodeNext' ? 'NodeNext' : 'ESNext',
      moduleResolution,
      types,
      strict: true,
      exactOptionalPropertyTypes: true,
      skipLibCheck: false,
      noEmit: true,
    };
    await consumer.write('tsconfig.json', JSON.stringify({ compilerOptions, files: Object.keys(files) }));
    return (await consumer.run(process.execPath, join(root, 'node_modules/typescript/bin/tsc'), '-p', '.')).stdout;
  };

  test('compiles the core without the types of Node', async () => {
    expect(await compile([], { 'core.ts': typedCore })).toBe('');
  });

  test('compiles the core and what is for Node', async () => {
    expect(await compile(['node'], { 'core.ts': typedCore, 'node.ts': typedNode })).toBe('');
  });
});

describe('the library', () => {
  test('loads by import', async () => {
    const imports = `import { exportToString, parseArticle, version } from 'sspr-tm';
      import { exportCorpus } from 'sspr-tm/node';`;
    await consumer.write('use.mjs', imports + useOfLibrary);
    expect(await consumer.run('node', 'use.mjs')).toEqual(printed(`${manifest.version} true true\n`));
  });

  test('loads by require()', async () => {
    const imports = `const { exportToString, parseArticle, version } = require('sspr-tm');
      const { exportCorpus } = require('sspr-tm/node');`;
    await consumer.write('use.cjs', imports + useOfLibrary);
    // Node 20 may warn once that require() of ES modules is experimental.
    expect(await consumer.run('node', 'use.cjs')).toMatchObject({
      status: 0,
      stdout: `${manifest.version} true true\n`,
    });
  });

  test('lets nothing else be imported', async () => {
    const { stderr, status } = await consumer.run('node', '-e', `import('sspr-tm/dist/command/cli.js')`);
    expect(status).toBe(1);
    expect(stderr).toContain('ERR_PACKAGE_PATH_NOT_EXPORTED');
  });
});

describe('the command', () => {
  test('says its version', async () => {
    expect(await consumer.run('npx', '--no-install', 'sspr-tm', '--version')).toMatchObject({
      status: 0,
      stdout: `${manifest.version}\n`,
    });
  });

  test('exports an article', async () => {
    await consumer.write('backup.md', article);
    const { status, stdout } = await consumer.run('npx', '--no-install', 'sspr-tm', 'export', 'backup.md', '-o', 'out');
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
    const output = (name: string): Promise<string> => readFile(join(consumer.folder, 'out', name), 'utf8');
    expect(await output('backup.xlf')).toContain('<target>Branchez le disque.</target>');
    expect(await output('en-US_fr-FR.tmx')).toContain('<seg>Branchez le disque.</seg>');
  });
});

describe('the review page', () => {
  test('is written by the command, and by the library', async () => {
    await consumer.write('backup.md', article);
    const npx = ['--no-install', 'sspr-tm', 'view', 'backup.md', '-o', 'page.html', '-q'];
    expect(await consumer.run('npx', ...npx)).toEqual(printed(''));
    const page = await readFile(join(consumer.folder, 'page.html'), 'utf8');
    expect(page).toContain('Branchez le disque.');
    await consumer.write(
      'page.mjs',
      `import { readFileSync } from 'node:fs';
      import { parseArticle } from 'sspr-tm';
      import { viewToHtml } from 'sspr-tm/node';
      const { right } = parseArticle(readFileSync('backup.md', 'utf8'), { path: 'backup.md' });
      const html = viewToHtml([{ article: right, href: './backup.md' }], { title: 'backup.md' });
      console.log(html === readFileSync('page.html', 'utf8'));`,
    );
    expect(await consumer.run('node', 'page.mjs')).toEqual(printed('true\n'));
  });
});

function printed(stdout: string): { status: number; stdout: string; stderr: string } {
  return { status: 0, stdout, stderr: '' };
}
