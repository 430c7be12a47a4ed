import { describe, expect, it } from 'vitest';
import { type AssignedFile, assignFiles } from '../../../src/merge/files/assign-files.js';
import { createPathFinder } from '../../../src/merge/files/file-paths.js';

/** Sources are called like ids with an exclamation mark after them. */
const fileOf = (original: string, ...ids: readonly string[]): AssignedFile => ({
  original,
  ids: () => ids.filter((id) => !id.endsWith('!')),
  sources: () => ids.filter((id) => id.endsWith('!')),
});

/** Articles by their paths, apart from each other by spaces, and their ids. */
function articlesOf(articles: Readonly<Record<string, readonly string[]>>): Parameters<typeof assignFiles>[1] {
  const all = Object.entries(articles);
  return {
    paths: all.map(([paths]) => paths.split(' ')),
    idsOf: (article) => new Set(all[article]?.[1]?.filter((id) => !id.endsWith('!'))),
    sourcesOf: (article) => new Set(all[article]?.[1]?.filter((id) => id.endsWith('!'))),
  };
}

const tree = {
  'index.md /home/me/docs/index.md': ['r1'],
  'a/index.md /home/me/docs/a/index.md': ['a1', 'a2'],
  'b/index.md /home/me/docs/b/index.md': ['b1', 'b2'],
};

describe('the path that a file names', () => {
  const find = createPathFinder(Object.keys(tree).map((paths) => paths.split(' ')));

  it.each([
    ['as it is named', 'a/index.md', 1, 2],
    ['as it was named before', './a/index.md', 1, 2],
    ['up and down', 'b/../a/./index.md', 1, 2],
    ['from the folder above', 'docs/a/index.md', 1, 3],
    ['absolute', '/home/me/docs/b/index.md', 2, 5],
    ['from another folder', '../../docs/b/index.md', 2, 3],
    ['of Windows', 'docs\\b\\index.md', 2, 3],
    ['of a tree that is elsewhere now', '/srv/old/a/index.md', 1, 2],
  ])('is found %s', (_, original, article, parts) => {
    expect(find(original)).toMatchObject([{ article, parts }]);
  });

  it('may be that of several', () => {
    expect(find('c/index.md').map(({ article }) => article)).toEqual([0, 1, 2]);
    expect(find('c/other.md')).toEqual([]);
    expect(find('')).toEqual([]);
    expect(find('/')).toEqual([]);
  });
});

describe('the paths of many articles with the same ends', () => {
  const count = 30_000;
  const paths = Array.from({ length: count }, (_, index) => [
    `d${index}/a/b/c/index.md`,
    `/home/me/docs/d${index}/a/b/c/index.md`,
  ]);

  it('are told apart, each without looking at all others', () => {
    const find = createPathFinder(paths);
    const found = paths.map((_, index) => find(`old/d${index}/a/b/c/index.md`));
    expect(found.every(([only, ...others], index) => only?.article === index && others.length === 0)).toBe(true);
    expect(found[7]).toEqual([{ article: 7, parts: 5, isWhole: false, isSame: false }]);
    expect(find('b/c/index.md')).toHaveLength(count);
    expect(find('x/b/c/index.md')[5]).toMatchObject({ article: 5, parts: 3, isWhole: false });
    expect(find('x/other.md')).toEqual([]);
    expect(find('')).toEqual([]);
  });

  it('are told apart by ids where they say too little, with each article read once', () => {
    const some = paths.slice(0, 300);
    let read = 0;
    const files = some.map((_, index) => fileOf('index.md', `id${index}`));
    const {
      files: taken,
      unused,
      doubtful,
    } = assignFiles(files, {
      paths: some,
      idsOf(article) {
        read++;
        return new Set([`id${article}`]);
      },
      sourcesOf: () => new Set(),
    });
    expect([...taken].every(([article, file]) => article === file)).toBe(true);
    expect([taken.size, unused, doubtful, read]).toEqual([300, [], [], 300]);
  });

  it('may be claimed by many files alike, which are all doubtful', () => {
    const files = Array.from({ length: 100_000 }, () => fileOf('x/y.md', '1'));
    const { doubtful } = assignFiles(files, articlesOf({ 'x/y.md': ['1'] }));
    expect(doubtful).toHaveLength(files.length);
  });
});

describe('the files of a document', () => {
  const assign = (files: readonly AssignedFile[], articles: Readonly<Record<string, readonly string[]>> = tree) => {
    const { files: taken, unused, doubtful } = assignFiles(files, articlesOf(articles));
    return { taken: Object.fromEntries(taken), unused, doubtful };
  };

  it('belong to the articles of their paths, without any being read', () => {
    const files = ['docs/b/index.md', 'docs/a/index.md', 'docs/index.md'].map((original) => ({
      original,
      ids: () => {
        throw new Error('read');
      },
      sources: () => [],
    }));
    expect(assign(files)).toEqual({ taken: { 0: 2, 1: 1, 2: 0 }, unused: [], doubtful: [] });
  });

  it('belong to articles of a folder in the tree, the others to none', () => {
    const files = ['index.md', 'a/index.md', 'b/index.md'].map((original) => fileOf(original));
    const sub = { 'index.md /home/me/docs/a/index.md': ['a1'] };
    expect(assign(files, sub)).toEqual({ taken: { 0: 1 }, unused: [0, 2], doubtful: [] });
  });

  it('belong to articles of a folder around the tree', () => {
    const files = [fileOf('index.md', 'r1'), fileOf('a/index.md', 'a1')];
    const around = {
      'docs/index.md': ['r1'],
      'docs/a/index.md': ['a1'],
      'else/index.md': ['x'],
      'else/a/index.md': ['y'],
    };
    expect(assign(files, around)).toEqual({ taken: { 0: 0, 1: 1 }, unused: [], doubtful: [] });
  });

  it('belong by their ids where a path agrees in part, or not at all', () => {
    expect(assign([fileOf('old/b/index.md', 'b1')]).taken).toEqual({ 2: 0 });
    expect(assign([fileOf('c/index.md', 'b2', 'b1', 'a1')]).taken).toEqual({ 2: 0 });
    expect(assign([fileOf('renamed.md', 'a2')]).taken).toEqual({ 1: 0 });
    expect(assign([fileOf('', 'a2')]).taken).toEqual({ 1: 0 });
  });

  it('belong to none where neither agrees', () => {
    expect(assign([fileOf('a/other.md', 'z1'), fileOf('c/index.md', 'z2')])).toEqual({
      taken: {},
      unused: [0, 1],
      doubtful: [],
    });
  });

  it('are doubtful where several articles are alike, or several files', () => {
    const copies = { 'one/x.md': ['1'], 'two/x.md': ['1'], 'three/y.md': ['2'] };
    expect(assign([fileOf('x.md', '1')], copies).doubtful).toEqual([{ file: 0, articles: [0, 1] }]);
    expect(assign([fileOf('three/y.md', '2'), fileOf('three/y.md', '2')], copies)).toEqual({
      taken: {},
      unused: [],
      doubtful: [
        { file: 0, articles: [2] },
        { file: 1, articles: [2] },
      ],
    });
  });

  it('belong by their sources where ids say nothing', () => {
    const alike = { 'one/x.md': ['1', 'a!'], 'two/x.md': ['1', 'b!', 'c!'] };
    expect(assign([fileOf('x.md', '1', 'c!', 'a!', 'b!')], alike)).toEqual({
      taken: { 1: 0 },
      unused: [],
      doubtful: [],
    });
    expect(assign([fileOf('gone.md', '1', 'a!')], alike).taken).toEqual({ 0: 0 });
    expect(assign([fileOf('gone.md', 'a!')], alike).unused).toEqual([0]);
  });

  it('keep apart what has the same name in another tree', () => {
    const files = [fileOf('docs.de/a.md', '1'), fileOf('docs.ja/a.md', '1')];
    const articles = { 'docs.ja/a.md /w/docs.ja/a.md': ['1'], 'docs.de/a.md /w/docs.de/a.md': ['1'] };
    expect(assign(files, articles).taken).toEqual({ 0: 1, 1: 0 });
  });
});
