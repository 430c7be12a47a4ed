import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Candidate, choose, compareCodePoints, comparePlaces, type Policy } from '../../src/memory/policy.js';

const base: Candidate = { type: 'mt', last: 20200101, count: 1, path: 'b.md', id: 'x-101', text: () => 'b' };

/** A better and a worse candidate, by what decides. */
const table: readonly [policy: Policy, what: string, better: Partial<Candidate>, worse: Partial<Candidate>][] = [
  ['best', 'a human before a machine, however old', { type: 'ht', last: 20100101 }, { count: 9, path: 'a.md' }],
  ['best', 'a human before one of whom nothing is known', { type: 'ht' }, { type: undefined, last: 20210101 }],
  ['best', 'the later hand-off', { last: 20200102 }, { count: 9, path: 'a.md' }],
  ['best', 'any hand-off before none', { last: 19990101 }, { last: 0, count: 9 }],
  ['best', 'the later one, where only a machine and nobody are known', { type: undefined, last: 20200102 }, {}],
  ['best', 'more places', { count: 2 }, { path: 'a.md' }],
  ['best', 'the first path', { path: 'a.md', id: 'x-9' }, { id: 'x-1' }],
  ['best', 'the first id, in the order of its characters', { id: 'x-1001' }, { id: 'x-101', text: () => 'a' }],
  ['best', 'a place before none', { path: 'z.md' }, { path: '', id: '' }],
  ['best', 'the text', { text: () => 'a' }, {}],
  ['best', 'one of which something is known', {}, { type: undefined }],
  ['latest', 'one of which something is known', {}, { type: undefined }],
  ['latest', 'the later hand-off, whoever translated', { last: 20200102 }, { type: 'ht', count: 9 }],
  ['latest', 'a human of one day', { type: 'ht' }, { count: 9, path: 'a.md' }],
  ['latest', 'more places', { count: 2 }, { path: 'a.md' }],
];

describe('choose', () => {
  it.each(table)('%s: %s', (policy, _, first, second) => {
    const better = { ...base, ...first };
    const worse = { ...base, ...second };
    expect(choose([worse, better], policy)).toEqual({ kept: [better], replaced: [worse] });
    expect(choose([better, worse], policy)).toEqual({ kept: [better], replaced: [worse] });
  });

  const candidate = fc
    .record({
      type: fc.constantFrom('ht' as const, 'mt' as const, undefined),
      last: fc.constantFrom(0, 20190101, 20200101),
      count: fc.integer({ min: 1, max: 3 }),
      path: fc.constantFrom('', 'a.md', 'b.md'),
      id: fc.constantFrom('x-1', 'x-2'),
      words: fc.string({ maxLength: 2 }),
    })
    .map(({ words, ...rest }): Candidate => ({ ...rest, text: () => words }));
  const told = ({ text, ...rest }: Candidate): unknown => ({ ...rest, text: text() });

  it('chooses the same of one set in any order, and the same again', () => {
    fc.assert(
      fc.property(
        fc
          .array(candidate, { minLength: 1, maxLength: 8 })
          .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        fc.constantFrom<Policy>('best', 'latest', 'distinct', 'all'),
        ([all, shuffled], policy) => {
          const chosen = choose(all, policy);
          expect(choose(shuffled, policy).kept.map(told)).toEqual(chosen.kept.map(told));
          expect(choose(chosen.kept, policy).kept).toEqual(chosen.kept);
          expect(chosen.kept.length + chosen.replaced.length).toBe(all.length);
          if (policy === 'distinct' || policy === 'all') expect(chosen.replaced).toEqual([]);
          else expect(chosen.kept).toHaveLength(1);
        },
      ),
    );
  });

  it('never chooses a machine translation where a human one is there', () => {
    fc.assert(
      fc.property(fc.array(candidate, { minLength: 1, maxLength: 8 }), (all) => {
        const [best] = choose(all, 'best').kept;
        expect(best?.type === 'ht').toBe(all.some(({ type }) => type === 'ht'));
      }),
    );
  });
});

describe('the order of places and texts', () => {
  it('is that of code points', () => {
    expect(['\u{1f600}', '\uff00', 'b', 'a'].sort(compareCodePoints)).toEqual(['a', 'b', '\uff00', '\u{1f600}']);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        expect(Math.sign(compareCodePoints(a, b))).toBe(Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b))));
      }),
    );
  });

  it('has what is not known last', () => {
    expect(comparePlaces({ path: '', id: '' }, { path: 'z', id: '' })).toBeGreaterThan(0);
    expect(comparePlaces({ path: 'a', id: '2' }, { path: 'a', id: '1' })).toBeGreaterThan(0);
    expect(comparePlaces({ path: 'a', id: '1' }, { path: 'a', id: '1' })).toBe(0);
  });
});
