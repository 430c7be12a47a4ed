import { describe, expect, it } from 'vitest';
import { Pattern } from '../../src/match/index/distance.js';
import { Groups } from '../../src/match/index/groups.js';
import { InnerMatcher } from '../../src/match/inner.js';
import { penaltiesOf } from '../../src/match/options.js';
import { distanceOf, type OracleText, readText, scoreBy } from '../support/match-oracle.js';
import { type Family, families, sourcesOf } from './families.js';
import { text } from './tools.js';

function scoresOf(language: string, sources: readonly string[]): Int32Array {
  const inner = new InnerMatcher(language, { penalties: penaltiesOf({}) });
  for (const source of sources) inner.add(text(source));
  return inner.scores(50);
}

/** How often texts are compared, and how often a text of the index is looked at. */
function stepsOf([, language]: Family, sources: readonly string[]): readonly number[] {
  const { distanceTo } = Pattern.prototype;
  const { lengthOf } = Groups.prototype;
  let compared = 0;
  let looked = 0;
  Pattern.prototype.distanceTo = function (...args) {
    compared++;
    return distanceTo.apply(this, args);
  };
  Groups.prototype.lengthOf = function (group) {
    looked++;
    return lengthOf.call(this, group);
  };
  try {
    scoresOf(language, sources);
  } finally {
    Object.assign(Pattern.prototype, { distanceTo });
    Object.assign(Groups.prototype, { lengthOf });
  }
  return [compared, looked];
}

describe.each(families)('sources that are like each other: %s', (...family) => {
  const [, language] = family;

  it('are compared with about as many others each, however many there are', () => {
    const [few, many] = [3000, 9000].map((count) => stepsOf(family, sourcesOf(family, count)));
    expect(few?.[0]).toBeGreaterThan(0);
    for (const [at, steps] of (many ?? []).entries()) expect(steps).toBeLessThan(5 * (few?.[at] ?? 0));
  });

  it('have the best score from 70 on, as brute force finds it', () => {
    const sources = sourcesOf(family, 700);
    const scores = scoresOf(language, sources);
    const read = sources.map((source) => readText(text(source).content, language));
    const found = (score: number): number => (score < 70 ? 0 : score);
    // What stands far behind, where there are more before it than are compared.
    for (let at = read.length - 12; at < read.length; at++) {
      const own = read[at] as OracleText;
      const all = read
        .slice(0, at)
        .map((other) => scoreBy(own, other, distanceOf(own.words, other.words)))
        .reduce((best, score) => Math.max(best, score), 0);
      expect([sources[at], found(scores[at] ?? 0)]).toEqual([sources[at], found(all)]);
    }
  });
});

it('finds one among thousands that begin alike', () => {
  const sources = sourcesOf(families[4] as Family, 3000);
  const [first = ''] = sources;
  const near = first.replace('others', 'rest');
  const scores = scoresOf('en-US', [...sources, near, `${near} of it`]);
  const count = near.split(' ').length;
  const score = (distance: number, longer: number): number => Math.floor((100 * (longer - distance)) / longer);
  expect([...scores.slice(-2)]).toEqual([score(1, count), score(2, count + 2)]);
});
