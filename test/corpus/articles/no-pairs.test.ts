import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { checkFiles, exportCorpus, splitCorpus, viewCorpus } from '../../../src/node.js';
import { filesBelow, temporaryFolder } from '../../support/cli.js';
import { pair } from '../../support/pairs.js';

const published = '---\nms.contentlocale: de-DE\n---\n# Eins\n';

function folderOf(articles: readonly string[]): string {
  const root = temporaryFolder();
  for (const [index, text] of articles.entries()) writeFileSync(join(root, `${index}.md`), text);
  return root;
}

async function checked(inputs: readonly string[]): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const { path, findings } of checkFiles(inputs)) {
    for (const { code, severity } of findings) found.push([path, code, severity]);
  }
  return found;
}

describe('what the library says of articles without a pair', () => {
  it('is a diagnostic about the folder, and nothing is written', async () => {
    const root = folderOf([published, published]);
    const output = join(root, 'out');
    const stdout = new PassThrough();
    for (const report of [
      await exportCorpus([root], { output, jobs: 1 }),
      await splitCorpus([root], { output }),
      await viewCorpus([root], { output: `${output}.html` }),
      await viewCorpus([root], { output: '-', stdout }),
    ]) {
      const codes = report.files.flatMap(({ path, diagnostics }) => diagnostics.map(({ code }) => [path, code]));
      expect(codes).toEqual([[basename(root), 'input/no-pairs']]);
    }
    expect(await checked([root])).toEqual([[basename(root), 'input/no-pairs', 'error']]);
    expect(stdout.read()).toBeNull();
    expect(filesBelow(root)).toEqual(['0.md', '1.md']);
  });

  it.each([
    ['pair/unmatched-target', '<span data-ttu-id="1a2b3-102">Eins</span>'],
    ['pair/unmatched-source', '<span class="sxs-lookup"><span data-stu-id="1a2b3-102">One</span></span>'],
    ['pair/broken-tag', '<span data-ttu-id="1a2b3-102'],
  ])('is nothing where one is damaged, but the damage: %s', async (code, damaged) => {
    const root = folderOf([published, `${published}${damaged}\n`]);
    const output = join(root, 'out');
    for (const report of [
      await exportCorpus([root], { output, jobs: 1 }),
      await splitCorpus([root], { output }),
      await viewCorpus([root], { output: `${output}.html` }),
    ]) {
      const codes = new Set(report.files.flatMap(({ diagnostics }) => diagnostics.map((each) => each.code)));
      expect([...codes]).toEqual([code]);
    }
    expect(await checked([root])).toEqual([['1.md', code, 'error']]);
    expect(filesBelow(root)).toEqual(['0.md', '1.md']);
  });

  it('is a note for an empty list of inputs', async () => {
    const note = [{ path: '.', diagnostics: [{ code: 'input/no-pairs', severity: 'info' }] }];
    expect((await exportCorpus([], { jobs: 1 })).files).toMatchObject(note);
    expect((await splitCorpus([], { output: join(temporaryFolder(), 'out') })).files).toMatchObject(note);
    const page = join(temporaryFolder(), 'page.html');
    expect((await viewCorpus([], { output: page })).files).toMatchObject(note);
    expect(await checked([])).toEqual([['.', 'input/no-pairs', 'info']]);
  });

  it('is nothing where the last of many has a pair', async () => {
    const root = folderOf([...Array<string>(9).fill(published), `${published}${pair('1a2b3-102', 'Eins', 'One')}\n`]);
    const { files, sides } = await splitCorpus([root], { output: join(root, 'out') });
    expect(files.flatMap(({ diagnostics }) => diagnostics)).toEqual([]);
    expect(sides).toEqual({ source: 10, target: 10 });
    expect(await checked([root])).toEqual([]);
  });
});
