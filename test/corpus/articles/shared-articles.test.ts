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

  it('are versions of articles, which take a few bytes each', () => {
    const spool = '/tmp/spool';
    const first = { commit: 'a'.repeat(40), date: '2020-01-01' };
    const second = { commit: 'b'.repeat(64), date: '2021-12-31' };
    const short = ({ commit }: { readonly commit: string }): string => commit.slice(0, 12);
    const place = { path: 'in/日本.md', file: 'x/in/日本.md', name: 'in/日本' };
    const bytes = { path: '\ufffd.md', file: Buffer.from([0xe4, 0x2e, 0x6d, 0x64]), name: '\ufffd' };
    const refused = { code: 'input/unreadable', reason: 'it is missing' } as const;
    const of = (called: string, start: number): { spool: string; start: number; end: number; called: string } => {
      return { spool, start, end: start + 10, called };
    };
    const articles: FoundArticle[] = [
      { ...place, slice: of(`${short(first)}:docs/日本.md`, 0), version: first },
      { ...place, slice: of(`${short(second)}:docs/日本.md`, 10), version: second },
      { ...place, slice: { ...of(`${short(second)}:docs/日本.md`, 20), refused }, version: { ...second, last: first } },
      // Nothing says that all versions are called alike.
      { ...place, slice: of('another name', 30), version: first },
      { ...place, name: 'in/日本.md', slice: of(`${short(first)}:docs/日本.md`, 40), version: first },
      { ...bytes, slice: of(`${short(first)}:x`, 50), version: first },
      { ...bytes, slice: of(`${short(second)}:x`, 60), version: { ...first, last: second } },
      { path: 'a.md', file: 'a.md', name: 'a', slice: of('main:a.md', 70) },
    ];
    const shared = readShared(shareArticles(articles));
    const backwards = [7, 6, 5, 4, 3, 2, 1, 0].map((index) => shared.at(index)).reverse();
    expect(backwards).toEqual(articles);
    expect(Array.from({ length: shared.length + 1 }, (_, index) => shared.at(index))).toEqual([...articles, undefined]);
    const many = Array.from({ length: 1000 }, (_, index): FoundArticle => {
      return { ...place, slice: of(`${short(first)}:docs/日本.md`, index * 10), version: first };
    });
    expect(shareArticles(many).bytes.length).toBeLessThan(30 * many.length);
  });

  it('are none where there are none', () => {
    expect(readShared(shareArticles([])).at(0)).toBeUndefined();
  });
});
