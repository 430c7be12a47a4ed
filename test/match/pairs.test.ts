import { describe, expect, it } from 'vitest';
import { createMatcher } from '../../src/match/matcher.js';
import { createStreamMatcher } from '../../src/match/stream.js';
import { scoredPairs } from './pairs.js';
import { entry, text } from './tools.js';

describe('scores', () => {
  it('are told of many pairs', () => {
    expect(scoredPairs.length).toBeGreaterThanOrEqual(80);
  });

  it.each(scoredPairs)('$srcLang: $stored | $asked: $score', ({ stored, asked, score, band, penalties, srcLang }) => {
    const options = { srcLang, trgLang: 'de-DE' };
    const tell = (known: string, segment: string): unknown => {
      const [match] = createMatcher([entry(known, 'T', { srcLang })], options).match(text(segment));
      return [match?.score ?? 0, match?.band ?? 'new', match?.penalties.map(({ name }) => name) ?? []];
    };
    expect(tell(stored, asked)).toEqual([score, band, penalties]);
    expect(tell(asked, stored)).toEqual([score, band, penalties]);
    const stream = createStreamMatcher([{ source: text(asked) }], options);
    stream.add([entry(stored, 'T', { srcLang })]);
    expect(stream.matches()[0]?.[0]?.score ?? 0).toBe(score);
  });
});
