import { describe, expect, it } from 'vitest';
import { exportToString, readSource, sourceArticleOf, sourcesToString } from '../../src/index.js';
import { articleOf, pair } from '../support/pairs.js';

const article = articleOf(`${pair('1a2b3-101', 'Los', 'Go')}\n`, 'a.md');
const source = sourceArticleOf(readSource('Go.\n', { path: 'a.md' }));
const instruction = /<\?sspr-tm [^?]*\?>\n/;
const options = { trgLang: 'de-DE' };

describe('without a digest', () => {
  it.each(['xliff', 'xliff1.2'] as const)('%s is the same but for the processing instruction', (format) => {
    for (const write of [
      (more: object) => exportToString([article], format, { ...options, ...more }),
      (more: object) => sourcesToString(source === undefined ? [] : [source], format, { ...options, ...more }),
    ]) {
      expect(write({})).toMatch(instruction);
      expect(write({ digest: false })).toBe(write({}).replace(instruction, ''));
      expect(write({ digest: true })).toBe(write({}));
    }
  });
});
