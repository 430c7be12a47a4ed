import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { FileReport, MemoryReport } from '../../../src/node.js';
import { memoryCorpus } from '../../../src/node.js';
import { temporaryFolder } from '../../support/cli.js';
import { commitOn, git } from '../../support/git.js';
import { written } from '../../support/memory-trees.js';

/** An article in versions with other ids; what each says besides. */
async function reportOf(versions: readonly (readonly string[])[]): Promise<MemoryReport & { seen: FileReport[] }> {
  const root = temporaryFolder();
  git(root, 'init', '-q', '-b', 'main');
  mkdirSync(join(root, 'd'));
  for (const [index, more] of versions.entries()) {
    const hash = `${index + 1}abcd`;
    const lines = Array.from({ length: index + 1 }, (_, line) => [`Line ${line}`, `Zeile ${line}`] as const);
    const text = written({ hash, pairs: lines });
    writeFileSync(join(root, 'd/a.md'), `${text}\n${more.join('\n\n').replaceAll('HASH', hash)}\n`);
    writeFileSync(join(root, 'd/b.md'), written({ hash, pairs: lines }));
    commitOn(index + 1, root);
  }
  const seen: FileReport[] = [];
  const onArticle = (file: FileReport): void => void seen.push(file);
  const output = join(temporaryFolder(), 'm.tmx');
  return { ...(await memoryCorpus([root], { history: true, jobs: 1, output, onArticle })), seen };
}

const unmatched =
  '<span data-ttu-id="HASH-201">Ohne</span><span class="sxs-lookup"><span data-stu-id="HASH-201">**With**</span></span>';
const empty =
  '<span data-ttu-id="HASH-202"></span><span class="sxs-lookup"><span data-stu-id="HASH-202">Nothing</span></span>';

const told = ({ files }: Pick<MemoryReport, 'files'>): string[] =>
  files.flatMap(({ namedPath, diagnostics }) =>
    diagnostics.map(
      ({ code, line, message }) =>
        `${namedPath.replace(/^[0-9a-f]+:/, '')} ${code} ${line} ${message.replace(/^.*?(?=\(in|$)/, '')}`,
    ),
  );

it('what several versions have is reported once, at the newest', async () => {
  const report = await reportOf([[unmatched], [unmatched, empty], [unmatched, empty], [empty]]);
  expect(told(report)).toEqual([
    // Two lines more in each version: the third has it at 12, the fourth has the other at 14.
    'd/a.md codes/unmatched 12 (in 3 versions; this is the newest)',
    'd/a.md pair/empty-target 14 (in 3 versions; this is the newest)',
  ]);
  expect(report.diagnostics).toEqual({ 'codes/unmatched': 1, 'pair/empty-target': 1 });
  // What was compared and what was left out are counted in all versions.
  expect(report.codes).toMatchObject({ mismatched: 3, segments: 23 });
  expect(report.memory.leftOut).toMatchObject({ 'pair/empty-target': 3 });
  expect(report.articles).toBe(8);
  expect(report.files).toHaveLength(8);
  expect(report.seen.flatMap(({ diagnostics }) => diagnostics)).toHaveLength(2);
  expect(report.seen.map(({ namedPath }) => namedPath)).toEqual(report.files.map(({ namedPath }) => namedPath));
});

it('two alike in one version are two', async () => {
  const twice = unmatched.replaceAll('201', '203');
  const report = await reportOf([[unmatched, twice], [unmatched, twice], [unmatched]]);
  expect(told(report)).toEqual([
    'd/a.md codes/unmatched 12 (in 2 versions; this is the newest)',
    'd/a.md codes/unmatched 12 (in 3 versions; this is the newest)',
  ]);
  expect(report.codes.mismatched).toBe(5);
});
