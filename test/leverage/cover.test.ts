import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bestCover, type Stretch } from '../../src/leverage/cover.js';

const stretch = (first: number, last: number, worth: number, isUsual = false): Stretch => ({
  first,
  last,
  worth,
  isUsual,
});
const shown = (cover: readonly Stretch[] | undefined): string | undefined =>
  cover?.map(({ first, last }) => `${first}-${last}`).join(' ');
const never = (): boolean => false;

it('takes what is worth most by the weights of its parts', () => {
  const usual = [stretch(0, 0, 0, true), stretch(1, 1, 100, true)];
  expect(shown(bestCover([10, 1], [...usual, stretch(0, 1, 50)], never))).toBe('0-1');
  expect(shown(bestCover([1, 10], [...usual, stretch(0, 1, 50)], never))).toBe('0-0 1-1');
});

it('prefers what is usual, where nothing is gained', () => {
  const usual = [stretch(0, 0, 100, true), stretch(1, 1, 100, true)];
  for (const all of [
    [...usual, stretch(0, 1, 100)],
    [stretch(0, 1, 100), ...usual],
  ]) {
    expect(shown(bestCover([3, 4], all, never))).toBe('0-0 1-1');
  }
});

it('leaves out parts that may be, and has no cover where others are left', () => {
  expect(shown(bestCover([0, 5, 0], [stretch(1, 1, 100)], (part) => part !== 1))).toBe('1-1');
  expect(bestCover([5, 5], [stretch(0, 0, 100)], never)).toBeUndefined();
  expect(bestCover([], [], never)).toEqual([]);
});

it('is as good as the best of all covers', () => {
  const stretches = fc.array(
    fc
      .tuple(fc.nat(5), fc.nat(3), fc.nat(100), fc.boolean())
      .map(([first, more, worth, isUsual]) => stretch(first, first + more, worth, isUsual)),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(fc.array(fc.nat(20), { minLength: 1, maxLength: 6 }), stretches, fc.nat(63), (weights, all, skips) => {
      const fitting = all.filter(({ last }) => last < weights.length);
      const isSkipped = (part: number): boolean => (skips & (1 << part)) !== 0;
      const worthIn = (cover: readonly Stretch[]): number =>
        cover.reduce(
          (sum, { first, last, worth }) => sum + worth * weights.slice(first, last + 1).reduce((a, b) => a + b, 0),
          0,
        );
      let best: number | undefined;
      const search = (at: number, chosen: readonly Stretch[]): void => {
        if (at === weights.length) best = Math.max(best ?? -1, worthIn(chosen));
        else {
          if (isSkipped(at)) search(at + 1, chosen);
          for (const each of fitting) if (each.first === at) search(each.last + 1, [...chosen, each]);
        }
      };
      search(0, []);
      const cover = bestCover(weights, fitting, isSkipped);
      expect(cover === undefined ? undefined : worthIn(cover)).toBe(best);
      let end = 0;
      for (const { first, last } of cover ?? []) {
        expect(first).toBeGreaterThanOrEqual(end);
        end = last + 1;
      }
    }),
  );
});
