import { describe, expect, it } from 'vitest';
import { readShared, shareArticles } from '../../../src/corpus/articles/shared-articles.js';
import type { FoundArticle } from '../../../src/corpus/find/find.js';

describe('articles in shared bytes', () => {
  it('are those that were shared, whatever their names', () => {
    const articles: FoundArticle[] = [
      { path: 'docs/a b.md', file: 'docs/a b.md', name: 'a b' },
      { path: 'docs/日本 😀.md', file: 'docs/日本 😀.md', name: '日本 😀' },
      { path: 'a/a.md', file: 'a\\a.md', name: 'a/a' },
      { path: 'elsewhere.md', file: '../elsewhere.md', name: 'another' },
      { path: 'stdin', file: undefined, name: 'stdin' },
      { path: 'docs/\ufffd.md', file: Buffer.from('docs/\xff.md', 'latin1'), name: '\ufffd' },
      { path: 'docs/"\n.md', file: 'docs/"\n.md', name: '"\n' },
    ];
    const shared = readShared(shareArticles(articles));
    expect(shared.length).toBe(articles.length);
    expect(Array.from({ length: shared.length + 1 }, (_, index) => shared.at(index))).toEqual([...articles, undefined]);
  });

  it('are none where there are none', () => {
    expect(readShared(shareArticles([])).at(0)).toBeUndefined();
  });
});
