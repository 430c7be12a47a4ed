import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createHoldout, type HeldVersion } from '../../src/memory/holdout.js';

it('of single versions is that of each hash, and of the path where there is none', () => {
  const holdout = createHoldout(0.5);
  const names = Array.from({ length: 1000 }, (_, number) => `${number}`);
  const chosen = names.filter((sourceHash) => holdout.has({ path: 'x.md', sourceHash }));
  expect(chosen.length).toBeGreaterThan(400);
  expect(chosen.length).toBeLessThan(600);
  for (const name of names) {
    const has = holdout.has({ path: 'x.md', sourceHash: name });
    expect(holdout.has({ path: name })).toBe(has);
    expect(createHoldout(0.5, [{ path: 'x.md', sourceHash: name }]).has({ path: 'x.md', sourceHash: name })).toBe(has);
  }
  expect(names.filter((path) => createHoldout(0).has({ path }))).toEqual([]);
});

it('is one for all versions, for what shares a source, and for what was renamed, in any order', () => {
  const number = fc.integer({ min: 0, max: 12 });
  const version = fc.record({
    path: number.map((each) => `${each} a.md`),
    sourceHash: fc.option(number.map(String), { nil: undefined }),
    date: fc.option(
      number.map((each) => `2020-01-${10 + each}`),
      { nil: undefined },
    ),
  });
  const renames = fc.array(fc.tuple(number, number), { maxLength: 4 });
  fc.assert(
    fc.property(fc.array(version, { maxLength: 20 }), renames, fc.nat(), (versions, moved, turn) => {
      const renamed = moved.map(([from, to]) => [`${from} a.md`, `${to} a.md`] as const);
      const holdout = createHoldout(0.5, versions, renamed);
      const pathsOf = (key: string): HeldVersion[] =>
        versions.filter(({ path, sourceHash }) => path === key || sourceHash === key);
      for (const each of versions) {
        const has = holdout.has(each);
        for (const other of [...pathsOf(each.path), ...(each.sourceHash === undefined ? [] : pathsOf(each.sourceHash))])
          expect(holdout.has(other)).toBe(has);
        for (const [from, to] of renamed) expect(holdout.has({ path: from })).toBe(holdout.has({ path: to }));
        const at = turn % versions.length;
        const turned = createHoldout(
          0.5,
          [...versions.slice(at), ...versions.slice(0, at)].reverse(),
          [...renamed].reverse(),
        );
        expect(turned.has(each)).toBe(has);
      }
    }),
  );
});

it('stays with more commits: the oldest version decides', () => {
  const versions = Array.from({ length: 200 }, (_, number) => ({
    path: `${number % 20}.md`,
    sourceHash: createHash('sha1').update(`${number}`).digest('hex'),
    date: `2020-${String(10 + Math.floor(number / 100))}-${String(10 + (Math.floor(number / 20) % 5)).padStart(2, '0')}`,
  }));
  const before = createHoldout(0.5, versions.slice(0, 100));
  const after = createHoldout(0.5, versions);
  const sides = versions.slice(0, 20).map((each) => before.has(each));
  expect(versions.slice(0, 20).map((each) => after.has(each))).toEqual(sides);
  expect(new Set(sides).size).toBe(2);
});
