import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findArticles, namedPathOf } from '../../../src/corpus/find/find.js';
import { temporaryFolder } from '../../support/cli.js';

function tree(...names: readonly string[]): string {
  const root = temporaryFolder();
  for (const name of names) {
    mkdirSync(join(root, name, '..'), { recursive: true });
    writeFileSync(join(root, name), '');
  }
  return root;
}

const pathsOf = async (inputs: readonly string[], base?: string): Promise<string[]> =>
  (await findArticles(inputs, base === undefined ? {} : { base })).articles.map(({ path }) => path);

describe('paths of articles in outputs', () => {
  it('are those below the folder, the name of a file, or those below the folder where a glob starts', async () => {
    const root = tree('docs/a.md', 'docs/sub/b.md');
    expect(await pathsOf([join(root, 'docs')])).toEqual(['a.md', 'sub/b.md']);
    expect(await pathsOf([`${join(root, 'docs')}/`])).toEqual(['a.md', 'sub/b.md']);
    expect(await pathsOf([join(root, 'docs/sub/b.md')])).toEqual(['b.md']);
    expect(await pathsOf([join(root, 'docs/s*/*.md')])).toEqual(['sub/b.md']);
    expect(await pathsOf([join(root, 'd*/**/*.md')])).toEqual(['docs/a.md', 'docs/sub/b.md']);
  });

  it('stand after the names of several inputs, in any order', async () => {
    const root = tree('one/docs/a.md', 'two/docs/a.md', 'three/c.md', 'four/x/d.md');
    const inputs = ['one/docs', 'two/docs', 'three/c.md', 'four/*/*.md'].map((input) => join(root, input));
    const paths = ['c.md', 'four/x/d.md', 'one/docs/a.md', 'two/docs/a.md'];
    expect(await pathsOf(inputs)).toEqual(paths);
    expect(await pathsOf([...inputs].reverse())).toEqual(paths);
    expect(await pathsOf([...inputs, '-'])).toEqual([...paths.slice(0, 3), 'stdin', 'two/docs/a.md']);
    expect(await pathsOf(['one/docs/a.md', 'two/docs/a.md'].map((input) => join(root, input)))).toEqual([
      'one/docs/a.md',
      'two/docs/a.md',
    ]);
  });

  it('are found once, where an input is named twice or lies in another one', async () => {
    const root = tree('docs/a.md', 'docs/sub/b.md', 'docs/.hidden/c.md');
    const docs = join(root, 'docs');
    expect(await pathsOf([docs, `${docs}/.`, join(docs, 'sub'), join(docs, 'a.md'), join(docs, '*.md')])).toEqual([
      'a.md',
      'sub/b.md',
    ]);
    expect(await pathsOf([join(docs, '.hidden/c.md'), docs])).toEqual(['.hidden/c.md', 'a.md', 'sub/b.md']);
  });

  it('start at the base, and nothing is outside of it', async () => {
    const root = tree('docs/x/a.md', 'docs/y/b.md', 'other/c.md');
    const inputs = ['docs/x', 'docs/y/b.md', 'docs/*/a.md'].map((input) => join(root, input));
    expect(await pathsOf(inputs, root)).toEqual(['docs/x/a.md', 'docs/y/b.md']);
    expect(await pathsOf(inputs, join(root, 'docs'))).toEqual(['x/a.md', 'y/b.md']);
    for (const input of ['other', 'other/c.md', 'other/*.md', '.']) {
      await expect(pathsOf([join(root, input)], join(root, 'docs'))).rejects.toMatchObject({
        kind: 'usage',
        message: expect.stringContaining('--base'),
      });
    }
  });

  it('can be opened by another path, which is as it was named', async () => {
    const root = tree('docs/sub/b.md');
    const { articles } = await findArticles([join(root, 'docs')]);
    expect(articles.map((article) => [article.path, namedPathOf(article)])).toEqual([
      ['sub/b.md', join(root, 'docs/sub/b.md')],
    ]);
  });
});
