import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createExcluder, excludesOnTheWay } from '../../../src/corpus/find/exclude.js';
import { findArticles } from '../../../src/corpus/find/find.js';
import { tree } from '../../support/cli.js';

const isOut = async (glob: string, path: string, isFolder = false, separator?: string): Promise<boolean> =>
  (await createExcluder([glob], separator))?.(path, isFolder) === true;

describe('globs of what is left out', () => {
  it.each<[glob: string, path: string, isFolder: boolean, out: boolean]>([
    ['draft.md', 'draft.md', false, true],
    ['draft.md', 'a/b/draft.md', false, true],
    ['draft.md', 'a/draft.mdx', false, false],
    ['*.yml', 'a/.hidden.yml', false, true],
    ['dra*', 'a/draft', true, true],
    ['drafts/', 'a/drafts', true, true],
    ['drafts/', 'a/drafts', false, false],
    ['/drafts', 'drafts', true, true],
    ['/drafts', 'a/drafts', true, false],
    ['a/drafts', 'a/drafts', true, true],
    ['a/drafts', 'b/a/drafts', true, false],
    ['./a/*.md', 'a/x.md', false, true],
    ['a/*.md', 'a/b/x.md', false, false],
    ['a/**', 'a/b/x.md', false, true],
    ['**/b/*.md', 'a/b/x.md', false, true],
    ['*.{yml,yaml}', 'a/x.yaml', false, true],
    ['{a,b}/x.md', 'b/x.md', false, true],
    ['[ab].md', 'b.md', false, true],
    ['日*.md', 'x/日本.md', false, true],
    ['{a,b}/{c,d}/*.{md,yml}', 'a/d/x.yml', false, true],
    ['*/*/*/*/*/*.md', 'a/b/c/d/e/x.md', false, true],
    ['**/old/**/{a,b}*.md', 'x/old/y/bc.md', false, true],
    ['C++/*.md', 'C++/x.md', false, true],
  ])('%s and %s (folder: %s): %s', async (glob, path, isFolder, out) => {
    expect(await isOut(glob, path, isFolder)).toBe(out);
  });

  it('may be written with the separator of the platform', async () => {
    expect(await isOut('a\\drafts\\', 'a/drafts', true, '\\')).toBe(true);
    expect(await isOut('**\\x.md', 'a/b/x.md', false, '\\')).toBe(true);
  });

  it.each([
    '',
    '/',
    './',
    '!a.md',
    '*a*a*a*a*a',
    '**/**/**/**/**/x',
    '+(a|b)',
    '(a+)+b',
    '(a+b)',
    '*a*a*a*a/*a*a*a*a/y',
    '**/*a*a*/**/*a*a*/**/y',
    '{a,}'.repeat(30),
    `${'{a,a}/'.repeat(30)}b`,
    `${'?(a)'.repeat(30)}b`,
    `${'@(a|aa)'.repeat(30)}b`,
    `${'!(a)'.repeat(30)}b`,
    `${'(a|aa)'.repeat(30)}b`,
  ])('are refused: %s', async (glob) => {
    await expect(createExcluder([glob])).rejects.toMatchObject({ kind: 'usage' });
  });

  it('name the outermost folder on the way to a file, whatever its depth', async () => {
    const isExcluded = await createExcluder(['drafts', 'x/*.md']);
    const onTheWay = excludesOnTheWay(isExcluded ?? (() => false));
    expect(onTheWay('a/drafts/b/drafts/c.md')).toBe('a/drafts');
    expect(onTheWay('a/drafts/d.md')).toBe('a/drafts');
    expect(onTheWay('x/c.md')).toBe('x/c.md');
    expect(onTheWay('y/c.md')).toBeUndefined();
    expect(onTheWay(`${'d/'.repeat(2_000)}drafts/c.md`)).toBe(`${'d/'.repeat(2_000)}drafts`);
  });
});

describe('what is left out of a search', () => {
  const files = { 'a.md': '', 'drafts/b.md': '', 'drafts/deep/c.md': '', 'sub/drafts.md': '', 'sub/d.md': '' };
  const pathsOf = async (
    inputs: readonly string[],
    exclude: readonly string[],
  ): Promise<readonly [string[], number]> => {
    const { articles, excluded } = await findArticles(inputs, { exclude });
    return [articles.map(({ path }) => path), excluded];
  };

  it('is not walked, and counts once', async () => {
    const root = tree(files);
    expect(await pathsOf([root], ['drafts'])).toEqual([['a.md', 'sub/d.md', 'sub/drafts.md'], 1]);
    expect(await pathsOf([root], ['drafts', '/sub/drafts.*', 'nothing'])).toEqual([['a.md', 'sub/d.md'], 2]);
    expect(await pathsOf([`${root}/`], ['**/*.md'])).toEqual([[], 5]);
  });

  it('is left out of what a glob matches, too', async () => {
    const root = tree(files);
    expect(await pathsOf([join(root, '**/*.md')], ['drafts'])).toEqual([['a.md', 'sub/d.md', 'sub/drafts.md'], 1]);
    expect(await pathsOf([join(root, 'sub/*.md')], ['/d.md'])).toEqual([['drafts.md'], 1]);
  });

  it('is read where it is named itself', async () => {
    const root = tree(files);
    expect(await pathsOf([join(root, 'drafts')], ['drafts', 'c.md'])).toEqual([['b.md'], 1]);
    expect(await pathsOf([join(root, 'a.md')], ['*.md'])).toEqual([['a.md'], 0]);
    expect(await pathsOf([root, join(root, 'drafts/deep')], ['drafts', 'sub'])).toEqual([
      ['a.md', 'drafts/deep/c.md'],
      2,
    ]);
  });
});
