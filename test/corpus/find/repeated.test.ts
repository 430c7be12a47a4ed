import { symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findInputs } from '../../../src/corpus/find/inputs.js';
import { exportCorpus, memoryCorpus } from '../../../src/node.js';
import { temporaryFolder, tree } from '../../support/cli.js';
import { commitAll } from '../../support/git.js';
import { written } from '../../support/memory-trees.js';

const article = (text: string): string => written({ pairs: [[`Source ${text}`, `Ziel ${text}`]] });

/** A tree with links to it, to a folder in it, and to a file of it. */
function linked(): string {
  const root = tree({ 'tree/a.md': article('a'), 'tree/sub/b.md': article('b'), 'tree/sub/c.md': article('c') });
  symlinkSync('tree', join(root, 'to-tree'));
  symlinkSync('tree/sub', join(root, 's'));
  symlinkSync('tree/a.md', join(root, 'to-a.md'));
  symlinkSync('to-tree', join(root, 'to-link'));
  return root;
}

const given: readonly (readonly [string, readonly string[], readonly string[], string])[] = [
  ['twice', ['tree', 'tree'], ['a.md', 'sub/b.md', 'sub/c.md'], 'tree'],
  ['in two spellings', ['tree', './tree/'], ['a.md', 'sub/b.md', 'sub/c.md'], './tree/'],
  ['a folder and one in it', ['tree', 'tree/sub'], ['a.md', 'sub/b.md', 'sub/c.md'], '2 articles'],
  ['a link to it', ['tree', 'to-tree'], ['a.md', 'sub/b.md', 'sub/c.md'], 'to-tree'],
  ['a link to a link', ['to-link', 'to-tree'], ['a.md', 'sub/b.md', 'sub/c.md'], 'to-'],
  ['a link to a folder in it', ['tree', 's'], ['a.md', 'sub/b.md', 'sub/c.md'], '2 articles'],
  ['a link to a file of it', ['tree', 'to-a.md'], ['a.md', 'sub/b.md', 'sub/c.md'], '1 article'],
  ['a file and a link to it', ['tree/a.md', 'to-a.md'], ['to-a.md'], 'a.md'],
  ['a link, and a glob', ['to-tree', 'tree/sub/*.md'], ['a.md', 'sub/b.md', 'sub/c.md'], '2 articles'],
];

describe('what inputs name more than once is read once', () => {
  it.each(given)('%s', async (_, inputs, paths, said) => {
    const root = linked();
    const named = inputs.map((input) => join(root, input).replace(/(?<=\/tree)$/, input.startsWith('./') ? '/.' : ''));
    const found = await findInputs(named);
    expect(found.articles.map(({ path }) => path)).toEqual(paths);
    const [other, ...more] = found.others;
    expect(more).toEqual([]);
    expect(other?.diagnostics).toEqual([
      expect.objectContaining({
        code: 'input/repeated',
        severity: 'info',
        message: expect.stringContaining(said.replace('./', '')),
      }),
    ]);
    const turned = await findInputs([...named].reverse());
    expect(turned.articles).toEqual(found.articles);
    expect(turned.others).toEqual(found.others);
    expect(turned.trees).toEqual(found.trees);
  });

  it('says nothing where nothing is named again, and a link alone is named as it is', async () => {
    const root = linked();
    for (const inputs of [
      ['tree'],
      ['to-tree'],
      ['s'],
      ['to-a.md'],
      ['tree/sub/*.md', 'tree/sub/b.md'],
      ['tree', 'tree/a.md'],
    ]) {
      expect((await findInputs(inputs.map((input) => join(root, input)))).others).toEqual([]);
    }
    const other = join(temporaryFolder(), 'x');
    symlinkSync(join(root, 'tree'), other);
    const { articles } = await findInputs([other]);
    expect(articles.map(({ file }) => file)).toContain(join(other, 'sub/b.md'));
  });

  it.each([{}, { rev: 'HEAD' }, { rev: 'HEAD', history: true }])(
    'as a tree or in a repository: %j',
    async (options) => {
      const root = linked();
      commitAll(root);
      const named = [join(root, 'to-tree'), join(root, 's'), join(root, 'tree/sub')];
      const found = await findInputs(named, options);
      expect(found.articles.map(({ path }) => path)).toEqual(['a.md', 'sub/b.md', 'sub/c.md']);
      expect(found.others.map(({ diagnostics }) => diagnostics[0]?.code)).toEqual(['input/repeated']);
    },
  );

  it('relative and absolute, by export and memory alike', async () => {
    const root = linked();
    const inputs = [relative('.', join(root, 'tree')), join(root, 'tree'), join(root, 's')];
    const exported = await exportCorpus(inputs, { output: join(temporaryFolder(), 'x.tmx'), jobs: 1 });
    expect(exported).toMatchObject({ articles: 3, pairs: { exported: 3 }, diagnostics: { 'input/repeated': 1 } });
    const { memory, diagnostics } = await memoryCorpus(inputs, {
      output: join(temporaryFolder(), 'x.tmx'),
      jobs: 1,
      keep: 'all',
    });
    expect({ memory, diagnostics }).toMatchObject({ memory: { found: 3 }, diagnostics: { 'input/repeated': 1 } });
  });
});
