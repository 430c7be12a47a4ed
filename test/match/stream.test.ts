import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MatchContext } from '../../src/match/context.js';
import type { Match } from '../../src/match/match.js';
import { createMatcher } from '../../src/match/matcher.js';
import { createPassMatcher } from '../../src/match/passes.js';
import { createStreamMatcher } from '../../src/match/stream.js';
import type { MemoryEntry } from '../../src/model/memory/entry.js';
import { stableHash } from '../../src/model/memory/text-key.js';
import { type EntryFacts, entry, text } from './tools.js';

const trgLang = 'de-DE';
const hex = (source: string): string => stableHash(source).toString(16).padStart(8, '0');

const sourceOf = (longest: number) =>
  fc
    .array(fc.constantFrom('a', 'b', 'c', 'd', 'A', '1', '2', '`x`', '**y**', 'z.'), {
      minLength: 1,
      maxLength: longest,
    })
    .map((all) => all.join(' '));
const facts: fc.Arbitrary<EntryFacts> = fc.record(
  {
    translationType: fc.constantFrom('ht' as const, 'mt' as const),
    lastHandoff: fc.constantFrom('2020-01-01', '2021-01-01'),
    places: fc.constantFrom([{ path: 'a.md', id: 'x-101', sourceHash: 'ff' }], [{ path: 'b.md', id: 'x-102' }]),
    contexts: fc.uniqueArray(
      fc.constantFrom(`${hex('a')}-${hex('b')}`, `${hex('b')}-00000000`, `00000000-${hex('b')}`),
    ),
  },
  { requiredKeys: [] },
);
const contexts: fc.Arbitrary<MatchContext> = fc.record(
  {
    previous: fc.constantFrom(text('a'), text('b')),
    next: fc.constant(text('b')),
    sourceHash: fc.constant('FF'),
    id: fc.constant('101'),
  },
  { requiredKeys: [] },
);
const entries = fc
  .array(fc.tuple(sourceOf(9), fc.constantFrom('T', 'U', 'V'), facts), { minLength: 1, maxLength: 25 })
  .map((rows) =>
    rows.map(([source, target, each], at): MemoryEntry => entry(source, target, { ...each, id: `${at}` })),
  );

/** What both give: below 70, each has what it found. */
const sure = (matches: readonly Match[] | undefined) => matches?.filter(({ score }) => score >= 70);

describe('a matcher of a stream', () => {
  it.each([1, 3])('gives what a matcher of a memory does, %i at most', (limit) => {
    fc.assert(
      fc.property(
        entries,
        fc.array(fc.tuple(sourceOf(9), contexts), { maxLength: 8 }),
        fc.nat(25),
        (all, asked, cut) => {
          const options = { trgLang, limit, penalties: { mt: 2 } };
          const known = all.map(({ source }) => ({ source }));
          const segments = [...asked.map(([source, context]) => ({ source: text(source), context })), ...known];
          const memories = [
            { name: 'one', entries: all.slice(0, cut) },
            { name: 'two', entries: all.slice(cut), penalty: 1 },
          ];
          const matcher = createMatcher(memories, options);
          const stream = createStreamMatcher(segments, options);
          const [one, two] = memories;
          // Parts of a memory, in any order.
          for (const each of one?.entries ?? []) stream.add({ name: 'one', entries: [each] });
          stream.add({ ...two, entries: two?.entries.toReversed() ?? [] });
          for (const [at, found] of stream.matches().entries()) {
            const segment: { source: MemoryEntry['source']; context?: MatchContext } = segments[at] ?? {
              source: text(''),
            };
            expect(sure(found)).toEqual(sure(matcher.match(segment.source, segment.context)));
          }
          expect(stream.count.translations).toBe(matcher.count.translations);
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each([1, 3])('gives the same of many sources with the same words, %i at most', (limit) => {
    const source = fc
      .tuple(
        fc.nat(60),
        fc.constantFrom('', ':', '!'),
        fc.constantFrom('of', 'Of', '*of*'),
        fc.constantFrom('way', 'road'),
      )
      .map(([number, sign, of, way]) => `Step ${number}${sign} ${of} the long ${way}`);
    const many = fc
      .array(fc.tuple(source, fc.constantFrom('T', 'U'), facts), { minLength: 30, maxLength: 60, size: 'max' })
      .map((rows) => rows.map(([each, target, known], at) => entry(each, target, { ...known, id: `${at}` })));
    fc.assert(
      fc.property(many, fc.array(source, { minLength: 1, maxLength: 6 }), (all, asked) => {
        const options = { trgLang, limit, penalties: { mt: 1 } };
        const memories = [
          { name: 'one', entries: all.slice(0, 20) },
          { name: 'two', entries: all.slice(20), penalty: 1 },
        ];
        const matcher = createMatcher(memories, options);
        const stream = createStreamMatcher(
          asked.map((each) => ({ source: text(each) })),
          options,
        );
        for (const each of memories) stream.add(each);
        for (const [at, each] of asked.entries()) {
          expect(sure(stream.matchesOf(at))).toEqual(sure(matcher.match(text(each))));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('has the same segment as often as it is asked for, each in its context', () => {
    const segments = [
      { source: text('Save') },
      { source: text('Save'), context: { previous: text('a') } },
      { source: text('') },
    ];
    const stream = createStreamMatcher(segments, { trgLang });
    expect(stream.matches()).toEqual([[], [], []]);
    stream.add([
      entry('Save', 'S', { contexts: [`${hex('a')}-00000000`] }),
      entry('', 'x'),
      entry('Save', 'T', { trgLang: 'fr' }),
    ]);
    expect(stream.matches().map((matches) => matches.map(({ score }) => score))).toEqual([[100], [101], []]);
    expect(stream.count).toEqual({ translations: 1, leftOut: { language: 1, empty: 1 } });
    expect(stream.matchesOf(1)).toEqual(stream.matches()[1]);
    expect([stream.matchesOf(2), stream.matchesOf(3), stream.matchesOf(-1)]).toEqual([[], [], []]);
    // What was given stays as it was.
    stream.add([entry('Save', 'U')]);
    expect(stream.matches()[0]?.map(({ score }) => score)).toEqual([99, 99]);
  });

  it('has many segments with one source, and many entries of it', () => {
    const segments = Array.from({ length: 20_000 }, (_, at) => ({
      source: text('Note'),
      context: { previous: text(`p${at}`) },
    }));
    const stream = createStreamMatcher(segments, { trgLang, limit: 1 });
    stream.add(
      Array.from({ length: 20_000 }, (_, at) =>
        entry('Note', `${at % 7}`, { id: `${at}`, contexts: [`${hex(`p${at}`)}-00000000`] }),
      ),
    );
    const found = stream.matches().map(([best]) => `${best?.score} ${best?.target.text}`);
    expect(found.slice(0, 8)).toEqual([0, 1, 2, 3, 4, 5, 6, 0].map((target) => `101 ${target}`));
    expect(found[19_999]).toBe(`101 ${19_999 % 7}`);
  });

  it.each([1, 3])('gives the same for many segments that differ in numbers, signs and codes, %i at most', (limit) => {
    const source = fc
      .tuple(
        fc.nat(200),
        fc.constantFrom('', ':', '!'),
        fc.constantFrom('of', 'Of', '*of*'),
        fc.constantFrom('way', 'road'),
      )
      .map(([number, sign, of, way]) => `Step ${number}${sign} ${of} the long ${way}`);
    const rows = fc.array(fc.tuple(source, fc.constantFrom('T', 'U'), facts), {
      minLength: 1,
      maxLength: 60,
      size: 'max',
    });
    const asked = Array.from(
      { length: 240 },
      (_, at) => `Step ${at % 80}${at < 160 ? '' : '!'} ${at < 80 ? '*of*' : 'of'} the long way`,
    );
    fc.assert(
      fc.property(rows, fc.constantFrom(1, 75, 98), (all, several) => {
        const entries = all.map(([each, target, known], at) => entry(each, target, { ...known, id: `${at}` }));
        const options = { trgLang, limit, penalties: { mt: 1 } };
        const matcher = createMatcher(entries, options);
        const stream = createStreamMatcher(
          asked.map((each) => ({ source: text(each) })),
          options,
        );
        stream.add(entries);
        const inPasses = createPassMatcher({ ...options, several });
        const ask = () => asked.map((each) => inPasses.match(text(each))[0]);
        for (ask(); inPasses.open > 0; ask()) {
          const pass = inPasses.begin();
          pass.add(entries);
          pass.end();
        }
        const best = ask();
        for (const [at, each] of asked.entries()) {
          const expected = sure(matcher.match(text(each)));
          expect(sure(stream.matchesOf(at))).toEqual(expected);
          expect([best[at]?.score, best[at]?.target.text]).toEqual([expected?.[0]?.score, expected?.[0]?.target.text]);
        }
      }),
      { numRuns: 30 },
    );
  });

  const numbered = (at: number): string => `Version 1.${at}.0`;
  const coded = (at: number): string => `Run \`step${at}\` now`;
  it.each([
    ['a number', numbered, (at: number) => at, ['0', '1', '10', '100', '1000'].map((at) => `99 Version 1.${at}.0`)],
    ['a number, and few pairs', numbered, (at: number) => at % 3, [0, 1, 2].map((at) => `99 Version 1.${at}.0`)],
    ['a code', coded, (at: number) => at, ['0', '1', '10', '100', '1000'].map((at) => `99 Run \`step${at}\` now`)],
  ] as const)('has many segments that differ in %s only, and many entries that do', (_, textAt, knownAt, expected) => {
    const segments = Array.from({ length: 15_000 }, (_, at) => ({ source: text(textAt(at + 15_000)) }));
    const stream = createStreamMatcher(segments, { trgLang });
    const entries = Array.from({ length: 15_000 }, (_, at) => {
      const known = textAt(knownAt(at));
      return entry(known, known, { id: `${knownAt(at)}` });
    });
    stream.add(entries);
    expect(stream.matchesOf(14_999).map(({ score, source }) => `${score} ${source.text}`)).toEqual(expected);
  });

  it('knows of many targets of one source what came of each, however long ago', () => {
    const context = { previous: text('a'), next: text('b') };
    const inParts = (at: number, ...contexts: readonly string[]) =>
      entry('Note', `${at}`, { id: `${at}`, lastHandoff: `20${10 + at}-01-01`, contexts });
    const all = Array.from({ length: 60 }, (_, at) => inParts(at, `${hex('a')}-00000000`));
    const more = [inParts(0, `00000000-${hex('b')}`), inParts(9, `00000000-${hex('b')}`)];
    const later = entry('Note', '0', { lastHandoff: '2009-01-01', translationType: 'ht' });
    for (const entries of [
      [later, ...all, ...more],
      [...all, ...more, later],
      [...all, ...more.slice(0, 1), later],
    ]) {
      const stream = createStreamMatcher([{ source: text('Note'), context }], { trgLang, limit: 1 });
      for (const each of entries) stream.add([each]);
      expect(stream.matchesOf(0)).toEqual(createMatcher(entries, { trgLang, limit: 1 }).match(text('Note'), context));
    }
  });

  it('has many segments in one context, and many entries in it', () => {
    const context = { previous: text('a') };
    const segments = Array.from({ length: 20_000 }, () => ({ source: text('Note'), context }));
    const stream = createStreamMatcher(segments, { trgLang });
    stream.add(
      Array.from({ length: 20_000 }, (_, at) =>
        entry('Note', `${at % 3}`, { id: `${at}`, contexts: [`${hex('a')}-00000000`] }),
      ),
    );
    expect(stream.matchesOf(19_999).map(({ score }) => score)).toEqual([99, 99, 99]);
  });

  it('keeps nothing of the document that entries were cut out of', () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    // Half of the sources are those of entries, the others are near to them.
    const sourceAt = (at: number, end: string): string => `Select the file ${at} of the list ${end}`;
    const segments = Array.from({ length: 40 }, (_, at) => ({
      source: text(sourceAt(at, at % 2 === 0 ? 'now' : 'again')),
    }));
    const stream = createStreamMatcher(segments, { trgLang });
    collect();
    const before = process.memoryUsage().heapUsed;
    for (let at = 0; at < 40; at++) {
      const document = `${'x'.repeat(1 << 20)}${sourceAt(at, 'now')}|Die Datei ${at} der Liste auswählen`;
      const [source = '', target = ''] = document.slice(1 << 20).split('|');
      stream.add([entry(source, target, { id: `${at}` })]);
    }
    collect();
    expect((process.memoryUsage().heapUsed - before) / (1 << 20)).toBeLessThan(10);
    expect(stream.matches().map(([best]) => best?.target.text)).toEqual(
      segments.map((_, at) => `Die Datei ${at} der Liste auswählen`),
    );
  });
});
