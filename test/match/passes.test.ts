import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MatchContext } from '../../src/match/context.js';
import type { Match } from '../../src/match/match.js';
import { createMatcher } from '../../src/match/matcher.js';
import { createPassMatcher, type PassMatcher } from '../../src/match/passes.js';
import type { MemoryEntry } from '../../src/model/memory/entry.js';
import { stableHash } from '../../src/model/memory/text-key.js';
import { type EntryFacts, entry, text } from './tools.js';

const trgLang = 'de-DE';
const hex = (source: string): string => stableHash(source).toString(16).padStart(8, '0');
const words = fc.constantFrom('a', 'b', 'c', 'd', 'A', '1', '2', '`x`', '**y**', 'z.');
const sources = fc.array(words, { minLength: 1, maxLength: 9 }).map((all) => all.join(' '));
const facts: fc.Arbitrary<EntryFacts> = fc.record(
  {
    translationType: fc.constantFrom('ht' as const, 'mt' as const),
    lastHandoff: fc.constantFrom('2020-01-01', '2021-01-01'),
    places: fc.constantFrom([{ path: 'a.md', id: 'x-101', sourceHash: 'ff' }], [{ path: 'b.md', id: 'x-102' }]),
    contexts: fc.uniqueArray(fc.constantFrom(`${hex('a')}-${hex('b')}`, `00000000-${hex('b')}`)),
  },
  { requiredKeys: [] },
);
const contexts: fc.Arbitrary<MatchContext> = fc.record(
  {
    previous: fc.constant(text('a')),
    next: fc.constant(text('b')),
    sourceHash: fc.constant('FF'),
    id: fc.constant('101'),
  },
  { requiredKeys: [] },
);
const memories = fc
  .array(fc.tuple(sources, fc.constantFrom('T', 'U', 'V'), facts), { minLength: 1, maxLength: 25 })
  .map((rows) =>
    rows.map(([source, target, each], at): MemoryEntry => entry(source, target, { ...each, id: `${at}` })),
  );

/** Has all questions answered, and gives how many passes that took. */
function answer(matcher: PassMatcher, ask: () => void, take: (pass: ReturnType<PassMatcher['begin']>) => void): number {
  let passes = 0;
  for (ask(); matcher.open > 0; ask()) {
    passes++;
    const pass = matcher.begin();
    take(pass);
    pass.end();
  }
  return passes;
}

/** What both find, without what entries of passes do not have. */
const sure = (matches: readonly Match[], lowest = 70) =>
  matches
    .filter(({ score }) => score >= lowest)
    .map(({ entry: _entry, stored, target: { text: written, content }, ...rest }) => ({
      ...rest,
      stored: stored.text,
      written,
      content,
    }));

describe('a matcher of passes', () => {
  it.each([1, 3])('gives what a matcher of a memory does, %i at most', (limit) => {
    fc.assert(
      fc.property(memories, fc.array(fc.tuple(sources, contexts), { maxLength: 8 }), fc.nat(25), (all, asked, cut) => {
        const options = { trgLang, limit, penalties: { mt: 2 } };
        const parts = [
          { name: 'one', entries: all.slice(0, cut) },
          { name: 'two', entries: all.slice(cut), penalty: 1 },
        ];
        const whole = createMatcher(parts, options);
        const inPasses = createPassMatcher(options);
        const segments = [
          ...asked.map(([source, context]) => ({ source: text(source), context })),
          ...all.map(({ source }) => ({ source, context: {} })),
        ];
        const ask = () =>
          segments.map(({ source, context }) => [
            inPasses.knows(source),
            sure(inPasses.match(source, context)),
            sure(inPasses.match(source, context, 80)),
          ]);
        const passes = answer(inPasses, ask, (pass) => {
          for (const each of parts[0]?.entries ?? []) pass.add({ name: 'one', entries: [each] });
          pass.add({ name: 'two', entries: parts[1]?.entries.toReversed() ?? [], penalty: 1 });
          expect(pass.count.translations).toBe(whole.count.translations);
        });
        expect(passes).toBeLessThanOrEqual(2);
        expect(ask()).toEqual(
          segments.map(({ source, context }) => [
            whole.knows(source),
            sure(whole.match(source, context)),
            sure(whole.match(source, context, 80)),
          ]),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('gives one match only where the best is below what several are asked for', () => {
    fc.assert(
      fc.property(
        memories,
        fc.array(sources, { maxLength: 8 }),
        fc.integer({ min: 70, max: 101 }),
        (all, asked, several) => {
          const whole = createMatcher(all, { trgLang });
          const inPasses = createPassMatcher({ trgLang, several });
          const ask = () => asked.map((source) => sure(inPasses.match(text(source))));
          answer(inPasses, ask, (pass) => pass.add(all));
          for (const [at, found] of ask().entries()) {
            const expected = sure(whole.match(text(asked[at] ?? '')));
            const isLow = (expected[0]?.score ?? 0) < several;
            expect(found.slice(0, 1)).toEqual(expected.slice(0, 1));
            // Translations of the same source are few: all are given.
            if (!isLow)
              expect(found.filter(({ score }) => score >= several)).toEqual(
                expected.filter(({ score }) => score >= several),
              );
            else expect(found.filter(({ base }) => base < 100).length).toBeLessThanOrEqual(1);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('says what is open, and answers what is asked between passes in the next one', () => {
    const all = [entry('Save the file.', 'Datei speichern.'), entry('Close the window now.', 'Fenster schließen.')];
    const matcher = createPassMatcher({ trgLang });
    expect([matcher.open, matcher.knows(text('')), matcher.match(text('')), matcher.open]).toEqual([0, false, [], 0]);
    expect([matcher.knows(text('Save the file.')), matcher.open]).toEqual([false, 1]);
    const run = () => {
      const pass = matcher.begin();
      pass.add(all);
      pass.end();
    };
    run();
    expect([matcher.open, matcher.knows(text('Save the file.'))]).toEqual([0, true]);
    expect(matcher.match(text('Close the window.'))).toEqual([]);
    expect(matcher.open).toBe(1);
    run();
    // The same source is known not to be there; what is near is asked for now.
    expect(matcher.match(text('Close the window.'))).toEqual([]);
    expect(matcher.open).toBe(1);
    run();
    expect(matcher.match(text('Close the window.')).map(({ score, target }) => [score, target.text])).toEqual([
      [75, 'Fenster schließen.'],
    ]);
    expect(matcher.open).toBe(0);
    expect(matcher.match(text('Save the file.')).map(({ score }) => score)).toEqual([100]);
  });

  it('keeps nothing of an entry but what answers', () => {
    const matcher = createPassMatcher({ trgLang });
    const known = entry('Save.', 'Speichern.', {
      contexts: ['00000001-00000002'],
      previous: text('x'),
      next: text('y'),
      places: [
        { path: 'a.md', id: '1a2b3-101' },
        { path: 'b.md', id: '1a2b3-102' },
      ],
    });
    answer(
      matcher,
      () => matcher.match(text('Save.')),
      (pass) => pass.add([known]),
    );
    const [found] = matcher.match(text('Save.'));
    expect(found?.stored).toEqual({
      ...text('Speichern.'),
      trgLang,
      count: 1,
      places: [{ path: 'a.md', id: '1a2b3-101' }],
    });
    expect(found?.origin).toMatchObject({ path: 'a.md', id: '1a2b3-101' });
  });
});
