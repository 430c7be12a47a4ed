import { expect, it } from 'vitest';
import { checkArticle } from '../../src/index.js';
import { articleOf, pair } from '../support/pairs.js';

/** What the rule finds in a pair of a German article. */
function findingsOf(source: string, target: string): number {
  const article = articleOf(`---\nms.contentlocale: de-DE\n---\n${pair('1a2b3-102', target, source)}`);
  return checkArticle(article).filter(({ code }) => code === 'check/numbers').length;
}

const groups = (count: number): string => `1${' 000'.repeat(count)}`;

// More than any call takes as arguments.
it('numbers of one segment may be a hundred thousand', () => {
  const many = Array.from({ length: 130_000 }, (_, index) => String(1000 + index)).join(' ');
  expect(findingsOf(many, `${many} 7`)).toBe(1);
});

it('a number may have as many groups', () => {
  expect(findingsOf(groups(40_000), `1${'000'.repeat(40_000)}9`)).toBe(1);
  expect(findingsOf(groups(40_000), `1${'000'.repeat(40_000)}`)).toBe(0);
});
