import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMatcher, type Matcher } from '../../src/match/matcher.js';
import type { MatcherOptions } from '../../src/match/options.js';
import { mix } from '../../src/match/shape/word-hash.js';
import { createMemory } from '../../src/memory/create-memory.js';
import type { MemoryEntry } from '../../src/model/memory/entry.js';
import { stableHash } from '../../src/model/memory/text-key.js';
import { parseArticle } from '../../src/read/article.js';
import { articleOf } from '../../src/read/result.js';
import { type EntryFacts, entry, text } from './tools.js';

const trgLang = 'de-DE';
const hex = (source: string): string => stableHash(source).toString(16).padStart(8, '0');
const none = '00000000';
const place = (path: string, id = '1a2b3-101', sourceHash?: string) => ({
  path,
  id,
  ...(sourceHash === undefined ? {} : { sourceHash }),
});

/** Each match as `SCORE TARGET PENALTIES`. */
function said(matcher: Matcher, source: string, context?: Parameters<Matcher['match']>[1]): readonly string[] {
  return matcher
    .match(text(source), context)
    .map(({ score, target, penalties }) => [score, target.text, ...penalties.map(({ name }) => name)].join(' '));
}

describe('contexts', () => {
  const one = entry('Save', 'Speichern', { contexts: [`${hex('Before')}-${hex('After')}`] });
  const matcher = createMatcher([one], { trgLang });

  it.each([
    [undefined, '100 Speichern'],
    [{}, '100 Speichern'],
    [{ previous: text('Before') }, '101 Speichern'],
    [{ next: text(' After ') }, '101 Speichern'],
    [{ previous: text('Before'), next: text('After') }, '101 Speichern'],
    [{ previous: text('Other'), next: text('After') }, '101 Speichern'],
    [{ previous: text('After'), next: text('Before') }, '100 Speichern'],
    [{ previous: text('') }, '100 Speichern'],
    [{ sourceHash: 'ab', id: '101' }, '100 Speichern'],
  ])('%j: %s', (context, expected) => {
    expect(said(matcher, 'Save', context)).toEqual([expected]);
    expect(matcher.match(text('Save'), context)[0]?.kind).toBe(expected.startsWith('101') ? 'context' : 'exact');
  });

  it('are the neighbours that an entry names, with their codes', () => {
    const named = createMatcher([entry('Save', 'S', { previous: text('**Before**'), next: text('After') })], {
      trgLang,
    });
    expect(said(named, 'Save', { previous: text('**Before**') })).toEqual(['101 S']);
    expect(said(named, 'Save', { previous: text('Before') })).toEqual(['100 S']);
    expect(said(named, 'Save', { next: text('After') })).toEqual(['101 S']);
  });

  it('are the place in the same original, whatever its id begins with', () => {
    const placed = createMatcher([entry('Save', 'S', { places: [place('a.md', '1a2b3-102', 'ABCDEF')] })], { trgLang });
    expect(said(placed, 'Save', { sourceHash: 'abcdef', id: '102' })).toEqual(['101 S']);
    expect(said(placed, 'Save', { sourceHash: 'abcdef', id: 'fffff-102' })).toEqual(['101 S']);
    expect(said(placed, 'Save', { sourceHash: 'abcdef', id: '103' })).toEqual(['100 S']);
    expect(said(placed, 'Save', { sourceHash: 'abcdee', id: '102' })).toEqual(['100 S']);
    expect(said(placed, 'Save', { sourceHash: 'abcdef' })).toEqual(['100 S']);
  });

  it.each([`${none}-${none}`, 'zzzzzzzz-zzzzzzzz', '', 'x', `${none}`])(
    'say nothing where they are none: %j',
    (context) => {
      const odd = createMatcher([entry('Save', 'S', { contexts: [context] })], { trgLang });
      expect(said(odd, 'Save', { previous: text('a'), next: text('') })).toEqual(['100 S']);
    },
  );

  it('cost nothing where they are missing, and help only the same source', () => {
    expect(said(matcher, 'Save.', { previous: text('Before') })).toEqual(['99 Speichern punctuation']);
  });

  it('of several entries of one translation are those of all', () => {
    const twice = [0, 1].map((at) =>
      entry('Save', 'S', { id: `${at}`, contexts: [`${hex(`b${at}`)}-${hex(`a${at}`)}`] }),
    );
    const both = createMatcher([...twice, entry('Save', 'T', { contexts: [`${hex('b0')}-${none}`] })], { trgLang });
    expect(said(both, 'Save', { previous: text('b0'), next: text('a1') })).toEqual(['101 S', '100 T']);
  });

  it('are of their source, though contexts of two sources may have one hash', () => {
    // The context before the second source that has the hash of "Before" before the first one.
    const of = (source: number): number => Math.imul(1 ^ Math.imul(source, 0xcc9e2d51), 0x85ebca6b);
    const factor = 0xc2b2ae35;
    let inverse = factor;
    for (let step = 0; step < 5; step++) inverse = Math.imul(inverse, 2 - Math.imul(factor, inverse));
    const before = stableHash('Before') | 0;
    const other = Math.imul(inverse, Math.imul(before, factor) ^ of(0) ^ of(1));
    expect(mix(1, 1, other)).toBe(mix(1, 0, before));
    const context = `${(other >>> 0).toString(16).padStart(8, '0')}-${none}`;
    const matcher = createMatcher([entry('Save', 'Speichern'), entry('Exit', 'Beenden', { contexts: [context] })], {
      trgLang,
    });
    expect(said(matcher, 'Save', { previous: text('Before') })).toEqual(['100 Speichern']);
  });
});

describe('several targets of a source', () => {
  const contexts = (before: string, after: string) => ({ contexts: [`${hex(before)}-${hex(after)}`] });
  const two = [
    entry('Save', 'Speichern', { id: '1', translationType: 'ht', ...contexts('A', 'B') }),
    entry('Save', 'Sichern', { id: '2', translationType: 'mt', ...contexts('A', 'C') }),
  ];
  const matcher = createMatcher(two, { trgLang });

  it('are ambiguous without a context that decides, human ones first', () => {
    const expected = ['99 Speichern ambiguous', '99 Sichern ambiguous'];
    expect(said(matcher, 'Save')).toEqual(expected);
    expect(said(matcher, 'Save', { previous: text('A') })).toEqual(expected);
    expect(said(matcher, 'Save', { previous: text('X') })).toEqual(expected);
    expect(matcher.match(text('Save')).map(({ band }) => band)).toEqual(['near', 'near']);
  });

  it('are decided by the context that says most', () => {
    expect(said(matcher, 'Save', { next: text('C') })).toEqual(['101 Sichern', '100 Speichern']);
    expect(said(matcher, 'Save', { previous: text('A'), next: text('C') })).toEqual(['101 Sichern', '100 Speichern']);
    const placed = createMatcher(
      [...two, entry('Save', 'Retten', { id: '3', places: [place('a.md', 'x-101', 'ff')] })],
      { trgLang },
    );
    const context = { previous: text('A'), next: text('C'), sourceHash: 'ff', id: 'x-101' };
    expect(said(placed, 'Save', context)[0]).toBe('101 Retten');
  });

  it('are decided by what is taken off', () => {
    expect(said(createMatcher(two, { trgLang, penalties: { mt: 1 } }), 'Save')).toEqual([
      '100 Speichern',
      '99 Sichern mt',
    ]);
    const memories = two.map((each, at) => ({ name: `m${at}`, entries: [each], penalty: 2 - at * 2 }));
    expect(said(createMatcher(memories, { trgLang }), 'Save')).toEqual(['100 Sichern', '98 Speichern memory']);
  });

  it('are one where they are the same, with codes, but for white space at their ends', () => {
    const same = [entry('Save', 'S', { id: '1' }), entry('Save ', ' S', { id: '2' })];
    expect(said(createMatcher(same, { trgLang }), 'Save')).toEqual(['100 S']);
    const codes = [entry('Save', 'S', { id: '1' }), entry('Save', '**S**', { id: '2' })];
    expect(said(createMatcher(codes, { trgLang }), 'Save')).toEqual(['99 S ambiguous', '99 **S** ambiguous']);
  });

  it('are seen where one match is asked for', () => {
    expect(said(createMatcher(two, { trgLang, limit: 1 }), 'Save')).toEqual(['99 Speichern ambiguous']);
  });
});

describe('penalties', () => {
  const mt = entry('Save', 'S', { translationType: 'mt', contexts: [`${hex('A')}-${none}`] });

  it('leave nothing at 100, nor above', () => {
    const matcher = createMatcher([mt], { trgLang, penalties: { mt: 1 } });
    expect(said(matcher, 'Save', { previous: text('A') })).toEqual(['99 S mt']);
    expect(said(createMatcher([mt], { trgLang }), 'Save', { previous: text('A') })).toEqual(['101 S']);
  });

  it('let a near match of another memory come first', () => {
    const memories = [{ entries: [mt], penalty: 10 }, { entries: [entry('Save.', 'T')] }];
    expect(said(createMatcher(memories, { trgLang }), 'Save')).toEqual(['99 T punctuation', '90 S memory']);
  });

  it('have their points, and nothing but the same source has 100', () => {
    const matcher = createMatcher([entry('Step 1', 'S 1')], { trgLang, penalties: { numbers: 5, case: 0 } });
    expect(said(matcher, 'Step 2')).toEqual(['95 S 2 numbers']);
    expect(said(matcher, 'STEP 1')).toEqual(['99 S 1 case']);
    expect(matcher.match(text('STEP 1'))[0]?.penalties).toEqual([{ name: 'case', points: 0 }]);
  });
});

describe('ties', () => {
  const rows: readonly [what: string, better: EntryFacts, worse: EntryFacts][] = [
    ['a human translation', { translationType: 'ht' }, { translationType: 'mt', lastHandoff: '2021-01-01' }],
    ['a human before nobody that is known', { translationType: 'ht' }, {}],
    ['the later hand-off', { lastHandoff: '2021-01-01' }, { lastHandoff: '2020-12-31', places: [place('a.md')] }],
    ['any hand-off', { lastHandoff: '2001-01-01' }, { places: [place('a.md')] }],
    ['the first path', { places: [place('a.md', 'z')] }, { places: [place('b.md', 'a')] }],
    ['a place', { places: [place('z.md')], id: 'z' }, { id: 'a' }],
    ['the first id in it', { places: [place('a.md', 'x-101')] }, { places: [place('a.md', 'x-102')] }],
    ['the id of the entry', { id: 'a' }, { id: 'b' }],
  ];

  it.each(rows)('are won by %s', (_, better, worse) => {
    for (const [first, second] of [
      ['Save.', 'Save!'],
      ['Save', 'Save'],
    ] as const) {
      const all = [entry(first, 'Better', better), entry(second, 'Worse', worse)];
      const expected = ['Better', 'Worse'];
      const told = (entries: readonly MemoryEntry[]) =>
        createMatcher(entries, { trgLang })
          .match(text('Save'))
          .map(({ target }) => target.text);
      expect(told(all)).toEqual(expected);
      expect(told(all.toReversed())).toEqual(expected);
    }
  });

  it('are won by the earlier memory, after the hand-off', () => {
    const one = {
      name: 'one',
      entries: [entry('Save.', 'One', { lastHandoff: '2020-01-01', places: [place('z.md')] })],
    };
    const two = {
      name: 'two',
      entries: [entry('Save.', 'Two', { lastHandoff: '2020-01-01', places: [place('a.md')] })],
    };
    const later = { name: 'later', entries: [entry('Save.', 'Later', { lastHandoff: '2020-01-02' })] };
    const matcher = createMatcher([one, two, later], { trgLang });
    expect(said(matcher, 'Save').map((each) => each.split(' ')[1])).toEqual(['Later', 'One', 'Two']);
    const [, found] = matcher.match(text('Save'));
    expect(found?.origin).toEqual({ memory: 'one', path: 'z.md', id: '1a2b3-101', date: '2020-01-01' });
  });
});

describe('what is asked', () => {
  it('is of the languages that are named', () => {
    const entries = [
      entry('Save', 'a', { trgLang: 'de-DE' }),
      entry('Save', 'b', { trgLang: 'de' }),
      entry('Save', 'c', { trgLang: 'de-AT' }),
      entry('Save', 'd', { trgLang: 'ja-JP' }),
      entry('Save', 'e', { srcLang: 'en-GB' }),
      entry('Save', 'f', { srcLang: 'EN-us' }),
      entry('Save', 'g', { srcLang: 'en' }),
    ];
    const matcher = createMatcher(entries, { trgLang, limit: 10 });
    expect(matcher.match(text('Save')).map(({ target }) => target.text)).toEqual(['a', 'b', 'f', 'g']);
    expect(matcher.count).toEqual({ translations: 4, distinct: 4, sources: 1, leftOut: { language: 3, empty: 0 } });
  });

  it('has targets of several languages in one entry', () => {
    const [de, ja] = [entry('Save', 'S').targets[0], entry('Save', '保存', { trgLang: 'ja-JP' }).targets[0]];
    const joined = { ...entry('Save', 'S'), targets: [ja, de].flatMap((each) => each ?? []) };
    expect(said(createMatcher([joined], { trgLang: 'ja-JP' }), 'Save')).toEqual(['100 保存']);
    expect(said(createMatcher([joined], { trgLang }), 'Save')).toEqual(['100 S']);
  });

  it('may be a memory', () => {
    const memory = createMemory({ trgLang });
    const pair = '<span class="sxs-lookup"><span data-stu-id="1a2b3-101">Hello</span></span>';
    const article = articleOf(parseArticle(`<span data-ttu-id="1a2b3-101">Hallo</span>${pair}`, { path: 'a.md' }));
    if (article !== undefined) memory.add(article);
    const [match] = createMatcher(memory, { trgLang }).match(text('Hello'));
    expect([match?.score, match?.target.text, match?.origin.path]).toEqual([100, 'Hallo', 'a.md']);
  });

  it('gives at most so many, of at least this score', () => {
    const entries = [...'abcdefgh'].map((letter) => entry(`one two three ${letter}`, letter));
    expect(createMatcher(entries, { trgLang }).match(text('one two three x'))).toHaveLength(5);
    expect(said(createMatcher(entries, { trgLang, limit: 2 }), 'one two three x')).toEqual(['75 a', '75 b']);
    expect(said(createMatcher(entries, { trgLang, minScore: 76 }), 'one two three x')).toEqual([]);
  });

  it('compares texts of up to 2,000 words, and knows longer ones as a whole', () => {
    const words = Array.from({ length: 2000 }, (_, index) => `w${index}`).join(' ');
    const matcher = createMatcher([entry(words, 'a'), entry(`${words} end`, 'b')], { trgLang, limit: 1 });
    expect(said(matcher, words.replace('w7 ', 'x '))).toEqual(['94 a']);
    expect(said(matcher, `${words} End`)).toEqual(['99 b case']);
    expect(said(createMatcher([entry(`${words} end`, 'b')], { trgLang }), `${words} x`)).toEqual([]);
  });

  it.each([
    [undefined, 'trgLang: name the language'],
    [{}, 'trgLang'],
    [{ trgLang: 'x_' }, 'trgLang'],
    [{ trgLang, limit: 0 }, 'limit'],
    [{ trgLang, minScore: 101 }, 'minScore'],
    [{ trgLang, penalties: { mtt: 1 } }, 'mtt'],
    [{ trgLang, penalties: { mt: -1 } }, 'mt'],
    [{ trgLang, penalties: { mt: 1.5 } }, 'mt'],
    [{ trgLang, max: 1 }, 'max'],
  ])('has options that are right: %j', (options, name) => {
    expect(() => createMatcher([], options as unknown as MatcherOptions)).toThrow(name);
    expect(() => createMatcher([{ entries: [], penalty: -1 }], { trgLang })).toThrow('penalty');
  });
});

describe('a lowest score for one question', () => {
  const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'A', '1', '2', '`x`', 'e.'), {
    minLength: 1,
    maxLength: 9,
  });
  const sources = words.map((each) => each.join(' '));
  const rows = fc.array(fc.tuple(sources, fc.constantFrom('T', 'U'), fc.constantFrom('ht' as const, 'mt' as const)), {
    maxLength: 20,
  });

  it('leaves out what is below it, and nothing else', () => {
    fc.assert(
      fc.property(rows, sources, fc.integer({ min: 70, max: 120 }), (all, source, least) => {
        const entries = all.map(([each, target, translationType]) => entry(each, target, { translationType }));
        const matcher = createMatcher(entries, { trgLang, penalties: { mt: 5, ambiguous: 0 } });
        const found = matcher.match(text(source));
        expect(matcher.match(text(source), {}, least)).toEqual(
          found.filter(({ score }) => score >= Math.min(least, 100)),
        );
        expect(matcher.match(text(source), {}, 1)).toEqual(found);
      }),
    );
  });
});

it.each([Number.NaN, '70'])('a lowest score that is none is refused: %s', (minScore) => {
  const matcher = createMatcher([entry('a b', 'T')], { trgLang });
  expect(() => matcher.match(text('a c'), {}, minScore as number)).toThrow(RangeError);
});

describe('what may be known', () => {
  const pieces = fc.constantFrom(
    ...[
      'Save',
      'a',
      ' ',
      '  ',
      '\n',
      '.',
      '**',
      '*',
      '_',
      '`',
      '\\',
      '\\*',
      '&amp;',
      '&',
      '[b](c.md)',
      '<br/>',
      'https://x.y',
    ],
    ...['保存', '\u0001', '\u0002', '\u{1f600}', '\ud800', '1', '![i](j.png)', '<xref:a.b>', '[!NOTE]', '\t'],
  );
  const markdown = fc.array(pieces, { maxLength: 12 }).map((all) => all.join(''));

  it('is all that is known', () => {
    fc.assert(
      fc.property(fc.array(markdown, { maxLength: 12 }), fc.array(markdown, { maxLength: 12 }), (known, others) => {
        const matcher = createMatcher(
          known.map((each) => entry(each, 'T')),
          { trgLang },
        );
        // Whatever it is spelled like: with white space around it, with references and escapes, or without.
        for (const each of [...known, ...known.map((each) => ` ${each}\n`), ...others]) {
          if (matcher.knows(text(each))) expect([each, matcher.mayKnow(each)]).toEqual([each, true]);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('is also what only control characters make the same', () => {
    const source = { text: '', content: [{ kind: 'text' as const, text: '\u0001ph<br>\u0002' }] };
    const matcher = createMatcher([{ ...entry('a', 'T'), source }], { trgLang });
    expect([matcher.knows(text('<br>')), matcher.mayKnow('<br>')]).toEqual([true, true]);
  });

  it('is nearly nothing else', () => {
    const matcher = createMatcher(
      Array.from({ length: 500 }, (_, at) => entry(`Select **${at}**, then wait for the \`${at % 7}\`.`, 'T')),
      { trgLang },
    );
    const asked = Array.from({ length: 1000 }, (_, at) => `Select **${at}**, then wait for a \`${at % 7}\`.`);
    expect(asked.filter((each) => matcher.mayKnow(each)).length).toBeLessThan(100);
    expect(createMatcher([], { trgLang }).mayKnow('Save')).toBe(false);
  });
});

describe('a match', () => {
  it('takes numbers and codes of the segment where it is near, and never else', () => {
    const matcher = createMatcher([entry('Wait **10** minutes', '**10** Minuten warten', { translationType: 'mt' })], {
      trgLang,
    });
    const adapted = (source: string) =>
      matcher.match(text(source)).map(({ target, adapted }) => [target.text, ...adapted]);
    expect(adapted('Wait **10** minutes')).toEqual([['**10** Minuten warten']]);
    expect(adapted('Wait **12** minutes')).toEqual([['**12** Minuten warten', 'numbers']]);
    expect(adapted('Wait *12* minutes!')).toEqual([['*12* Minuten warten', 'numbers', 'codes']]);
    expect(adapted('Wait *12* more minutes')).toEqual([['**10** Minuten warten']]);
    const [match] = matcher.match(text('Wait **12** minutes'));
    expect([match?.stored.text, match?.source.text, match?.kind, match?.base]).toEqual([
      '**10** Minuten warten',
      'Wait **10** minutes',
      'near',
      100,
    ]);
    expect(JSON.parse(JSON.stringify(match))).toEqual(match);
  });
});

describe('the order of entries', () => {
  const words = fc.array(fc.constantFrom('a', 'b', 'c', 'A', '1', '2', '`x`'), { minLength: 1, maxLength: 6 });
  const facts = fc.record(
    {
      translationType: fc.constantFrom('ht' as const, 'mt' as const),
      lastHandoff: fc.constantFrom('2020-01-01', '2021-01-01'),
      places: fc.constantFrom([place('a.md')], [place('b.md')]),
      contexts: fc.constantFrom([`${hex('a')}-${hex('b')}`], [`${hex('b')}-${none}`]),
    },
    { requiredKeys: [] },
  );
  const known = fc.tuple(words, fc.constantFrom('T', 'U', 'V'), facts);

  it('changes nothing', () => {
    fc.assert(
      fc.property(
        fc.array(known, { minLength: 1, maxLength: 12 }),
        fc.infiniteStream(fc.nat()),
        fc.array(words, { maxLength: 5 }),
        (rows, random, asked) => {
          const entries = rows.map(([source, target, each], at) =>
            entry(source.join(' '), target, { ...each, id: `${at}` }),
          );
          const shuffled = entries
            .map((each) => ({ each, at: random.next().value ?? 0 }))
            .sort((a, b) => a.at - b.at)
            .map(({ each }) => each);
          const [one, other] = [entries, shuffled].map((all) => createMatcher(all, { trgLang, limit: 3 }));
          for (const source of [...asked, ...rows.map(([each]) => each)]) {
            for (const context of [undefined, { previous: text('a'), next: text('b') }]) {
              const [first, second] = [one, other].map((matcher) => matcher?.match(text(source.join(' ')), context));
              expect(second).toEqual(first);
            }
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('hostile input', () => {
  it('has no match for what is empty, and none of it', () => {
    const entries = [entry('', 'T'), entry('Save', ''), entry('  ', 'T'), entry('Save', ' ')];
    const matcher = createMatcher(entries, { trgLang });
    expect([...said(matcher, ''), ...said(matcher, 'Save'), ...said(matcher, ' ')]).toEqual([]);
    expect(matcher.count.leftOut.empty).toBe(4);
    expect(createMatcher([], { trgLang }).match(text('Save'))).toEqual([]);
  });

  it('has lone surrogates, nothing but signs, and words without end', () => {
    const odd = ['\ud800', '\udc00a\ud800', '\u0301', '!!!', '\u200d', 'x'.repeat(100_000), `${'-'.repeat(5000)}a`];
    const matcher = createMatcher(
      odd.map((source, at) => entry(source, `${at}`)),
      { trgLang },
    );
    for (const [at, source] of odd.entries()) expect([at, ...said(matcher, source)]).toEqual([at, `100 ${at}`]);
  });

  it.each(['en-US', 'ja-JP'])('has texts of 100,000 words: %s', (srcLang) => {
    const long = Array.from({ length: 100_000 }, (_, at) => `w${at % 977}`).join(' ');
    const matcher = createMatcher([entry(long, 'T', { srcLang }), entry('w1 w2', 'U', { srcLang })], {
      srcLang,
      trgLang,
    });
    const plain = (source: string) => ({ text: source, content: [{ kind: 'text' as const, text: source }] });
    expect(matcher.match(plain(long))[0]?.score).toBe(100);
    expect(matcher.match(plain(`${long}.`))[0]?.score).toBe(99);
    expect(matcher.match(plain(`${long} more`))).toEqual([]);
  });

  it('has a million entries that are the same', () => {
    const same = entry('Select Save', 'T', { contexts: [`${hex('a')}-${hex('b')}`], places: [place('a.md')] });
    const other = entry('Select Save', 'U');
    const many = {
      *entries() {
        for (let at = 0; at < 1_000_000; at++) yield at % 1000 === 999 ? other : same;
      },
    };
    const matcher = createMatcher(many, { trgLang });
    expect(matcher.count).toMatchObject({ translations: 1_000_000, distinct: 2, sources: 1 });
    for (let at = 0; at < 1000; at++) expect(said(matcher, 'Select Save', { previous: text('a') })[0]).toBe('101 T');
    for (let at = 0; at < 1000; at++) expect(said(matcher, 'Select save.')[0]).toBe('98 T case punctuation');
  });

  it('has many sources that differ in a number only, as cells of tables do', () => {
    const count = 20_000;
    const matcher = createMatcher(
      Array.from({ length: count }, (_, at) => entry(`Row ${at} of them`, `Zeile ${at}`)),
      { trgLang },
    );
    for (let at = count; at < 2 * count; at++) {
      expect(matcher.match(text(`Row ${at} of them`))[0]?.target.text).toBe(`Zeile ${at}`);
    }
  });

  it('has many sources with the same words, and many targets of one source', () => {
    const numbers = Array.from({ length: 30_000 }, (_, at) => entry(`Step ${at}`, `Schritt ${at}`));
    const matcher = createMatcher(numbers, { trgLang, limit: 1 });
    expect(said(matcher, 'Step 29999')).toEqual(['100 Schritt 29999']);
    expect(said(matcher, 'Step 70000')).toEqual(['99 Schritt 70000 numbers']);
    const targets = Array.from({ length: 30_000 }, (_, at) => entry('Step', `${at}`, { id: `${at}`.padStart(5, '0') }));
    const several = createMatcher(targets, { trgLang, limit: 2 });
    for (let at = 0; at < 100; at++) expect(said(several, 'Step')).toEqual(['99 0 ambiguous', '99 1 ambiguous']);
  });
});
