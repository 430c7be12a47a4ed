import { expect, it } from 'vitest';
import { checkArticle } from '../../src/index.js';
import { articleOf, pair } from '../support/pairs.js';

const codes = (path: string, target: string, source: string): string[] =>
  checkArticle(articleOf(`<a>${pair('1a2b3-102', target, source)}</a>`, path)).map(({ code }) => code);

it('rules that are about Markdown do not look at XML', () => {
  const [target, source] = ['Siehe [!Notiz] nicht :::x', 'See [!NOTE] not :::y'];
  expect(codes('a.md', target, source)).toContain('check/syntax');
  expect(codes('a.yml', target, source)).toContain('check/syntax');
  expect(codes('a.xml', target, source)).toEqual([]);
});

it('other rules do', () => {
  expect(codes('a.xml', 'In 15 Minuten &amp; mehr', 'In 51 minutes &amp; more')).toEqual(['check/numbers']);
});
