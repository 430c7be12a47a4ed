import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cli, filesBelow, type Run } from '../support/cli.js';
import { installNode, releases } from '../support/node-releases.js';
import { pair } from '../support/pairs.js';
import { root } from '../vitest.config.js';

let folder: string;
let many: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sspr-tm-releases-'));
  many = await writeManyArticles();
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** What the command says of all fixtures, and what it writes. In two threads: there are articles enough for a worker. */
async function exportFixtures(node: string, name: string): Promise<{ run: Run; files: Record<string, string> }> {
  const output = join(folder, name);
  const run = command(node, 'export', 'fixtures', '-f', 'xliff,tmx', '-j', '2', '-o', output);
  const files: Record<string, string> = {};
  for (const file of filesBelow(output)) files[file] = await readFile(join(output, file), 'utf8');
  return { run: { ...run, stderr: run.stderr.replaceAll(output, 'OUTPUT') }, files };
}

/** So many articles that the run counts as a long one, for which the command sets other flags of V8. */
async function writeManyArticles(): Promise<string> {
  const many = join(folder, 'many');
  await mkdir(many);
  const article = `---\nms.contentlocale: de-DE\n---\n${pair('1a2b3-102', 'Eins', 'One')}\n`;
  for (let index = 0; index < 12_000; index++) writeFileSync(join(many, `${index}.md`), article);
  return many;
}

/** What the command says of many articles, and the memory that it makes of them. */
async function exportMany(node: string, many: string, name: string): Promise<{ run: Run; memory: string }> {
  const output = join(folder, `${name}.tmx`);
  const run = command(node, 'export', many, '-f', 'tmx', '-j', '2', '-o', output, '-q');
  return { run, memory: await readFile(output, 'utf8') };
}

function command(node: string, ...args: readonly string[]): Run {
  const { status, stdout, stderr } = spawnSync(node, [cli, ...args], { cwd: root, encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe.each(releases)('with Node.js %s', (release) => {
  let node: string;

  beforeAll(async () => {
    node = await installNode(release, folder);
  });

  test('the command says and writes the same', async () => {
    expect(spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout).toBe(`v${release}\n`);
    const here = await exportFixtures(process.execPath, 'here');
    expect(Object.keys(here.files).length).toBeGreaterThan(50);
    expect(await exportFixtures(node, `out-${release}`)).toEqual(here);
  });

  test('the command says nothing of flags in a long run, and writes the same', async () => {
    const here = await exportMany(process.execPath, many, 'many-here');
    expect(here.run).toEqual({ status: 0, stdout: '', stderr: '' });
    const there = await exportMany(node, many, `many-${release}`);
    expect(there.run).toEqual(here.run);
    expect(there.memory === here.memory).toBe(true);
    expect(there.memory.split('<tu ').length).toBe(12_001);
  });

  test.each([['--version'], ['check', 'fixtures/language-de-DE'], ['view', 'fixtures/language-de-DE', '-o', '-']])(
    '%s %s says the same',
    (...args) => {
      expect(command(node, ...args)).toEqual(command(process.execPath, ...args));
    },
  );

  test('the library loads, and exports', async () => {
    const script = join(folder, 'library.mjs');
    const articles = [join(root, 'fixtures/language-de-DE/input.md'), join(folder, 'out')];
    await writeFile(
      script,
      `import { exportCorpus } from ${JSON.stringify(join(root, 'dist/node.js'))};
      const [input, output] = process.argv.slice(2);
      console.log(JSON.stringify((await exportCorpus([input], { output, jobs: 2 })).pairs));`,
    );
    const here = spawnSync(process.execPath, [script, ...articles], { encoding: 'utf8' });
    const there = spawnSync(node, [script, ...articles], { encoding: 'utf8' });
    expect(here.stdout).toMatch(/"exported":[1-9]/);
    expect({ stdout: there.stdout, stderr: there.stderr }).toEqual({ stdout: here.stdout, stderr: '' });
  });
});
