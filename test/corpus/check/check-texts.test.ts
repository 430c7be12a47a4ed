import { describe, expect, it } from 'vitest';
import { withTexts } from '../../../src/corpus/check/check-texts.js';
import type { FileFinding } from '../../../src/corpus/check/file-finding.js';
import { articleOf, pair } from '../../support/pairs.js';

const place = { code: 'check/numbers', severity: 'warning', message: '', offset: 0, line: 1, column: 1 } as const;
const findingsIn = (segment: string, count: number): FileFinding[] =>
  Array.from({ length: count }, () => ({ ...place, segment }));

describe('the texts of findings', () => {
  it('are those of the pairs, as they are written', () => {
    const article = articleOf(`${pair('1a2b3-102', '**Eins**', '*One*')} ${pair('1a2b3-103', 'Zwei', 'Two')}`);
    const findings = [place, ...findingsIn('1a2b3-103', 1), ...findingsIn('1a2b3-102', 2), ...findingsIn('other', 1)];
    expect(withTexts(findings, article).map(({ source, target }) => [source, target])).toEqual([
      [undefined, undefined],
      ['Two', 'Zwei'],
      ['*One*', '**Eins**'],
      ['*One*', '**Eins**'],
      [undefined, undefined],
    ]);
  });

  it('are whole up to ten thousand characters, and no half of a character ends them', () => {
    const source = `x${'😀'.repeat(6000)}`;
    const article = articleOf(pair('1a2b3-102', 'y'.repeat(10_000), source));
    const [found] = withTexts(findingsIn('1a2b3-102', 1), article);
    expect(found?.target).toBe('y'.repeat(10_000));
    expect(found?.source).toBe(`${source.slice(0, 9999)}\ufffd…`);
  });

  it.each([
    [300, 30],
    [2000, 2000],
    [400_000, 100_000],
  ])('of a pair of %i characters do not grow as the square of its %i findings', (length, count) => {
    const article = articleOf(pair('1a2b3-102', 'y'.repeat(length), 'x'.repeat(length)));
    const found = withTexts(findingsIn('1a2b3-102', count), article);
    let written = 0;
    for (const { source = '', target = '' } of found) written += source.length + target.length;
    expect(written).toBeGreaterThan(200 * count);
    expect(written).toBeLessThanOrEqual(40 * length + 206 * count);
  });
});
