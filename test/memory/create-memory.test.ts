import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Article,
  articleOf,
  type CreateMemoryOptions,
  createMemory,
  type EntryTarget,
  entriesToString,
  type Memory,
  type MemoryCount,
  type MemoryEntry,
  parseArticle,
  validateTmx,
} from '../../src/index.js';

interface Written {
  readonly path: string;
  readonly type?: 'HT' | 'MT';
  /** `MM/DD/YYYY` */
  readonly date?: string;
  readonly lang?: string;
  readonly service?: string;
  readonly pairs: readonly (readonly [source: string, target: string])[];
}

/** An article with these pairs, numbered from 101. */
function articleWith({ path, type, date, lang = 'de-DE', service, pairs }: Written): Article {
  const keys = [
    `ms.contentlocale: ${lang}`,
    ...(type === undefined ? [] : [`ms.translationtype: ${type}`]),
    ...(date === undefined ? [] : [`ms.lasthandoff: ${date}`]),
    ...(service === undefined ? [] : [`ms.service: ${service}`]),
  ];
  const body = pairs.map(([source, target], index) => {
    const id = `1a2b3-${101 + index}`;
    return `<span data-ttu-id="${id}">${target}</span><span class="sxs-lookup"><span data-stu-id="${id}">${source}</span></span>`;
  });
  const article = articleOf(parseArticle(`---\n${keys.join('\n')}\n---\n\n${body.join('\n\n')}\n`, { path }));
  if (article === undefined) throw new Error('no article');
  return article;
}

function memoryOf(written: readonly Written[], options: CreateMemoryOptions = {}): Memory {
  const memory = createMemory(options);
  for (const each of written) memory.add(articleWith(each));
  return memory;
}

const shown = (memory: Memory): string[] =>
  memory.entries().map(({ source, targets }) => [source, ...targets].map(({ text }) => text).join(' | '));
const sum = (count: MemoryCount): number =>
  Object.values(count.leftOut).reduce((all, number) => all + number, count.entries);

const old: Written = { path: 'a.md', type: 'HT', date: '01/02/2019', service: 's', pairs: [['Save', 'Speichern']] };
const later: Written = { path: 'b.md', type: 'MT', date: '03/04/2020', service: 's', pairs: [['Save', 'Sichern']] };
const third: Written = {
  path: 'c.md',
  type: 'MT',
  date: '03/04/2020',
  pairs: [
    ['Save', 'Sichern'],
    ['Open', 'Öffnen'],
  ],
};

describe('createMemory', () => {
  it.each(['best', 'latest'] as const)(
    'says the same of what was replaced, read again with the articles (%s)',
    (keep) => {
      const articles: readonly Written[] = [
        { path: 'a.md', type: 'HT', date: '01/02/2021', pairs: [['Save', 'Sichern']] },
        { path: 'b.md', type: 'MT', date: '01/02/2020', pairs: [['Save', 'Ablegen']] },
      ];
      const withMemory = (document: string): MemoryEntry | undefined => {
        const memory = memoryOf(articles, { keep });
        memory.add(document);
        return memory.entries()[0];
      };
      const memoryWith = (type: string, day: string): string =>
        `<tmx version="1.4"><header srclang="en-US"/><body><tu changedate="${day}T000000Z"><prop type="x-translation-type">${type}</prop><tuv xml:lang="en-US"><seg>Save</seg></tuv><tuv xml:lang="de-DE"><seg>Speichern</seg></tuv></tu></body></tmx>`;
      for (const [type, day, replaced] of [
        ['HT', '20200601', 'Speichern'],
        ['MT', '20200102', 'Ablegen'],
        ['MT', '20190102', 'Ablegen'],
      ] as const) {
        const entry = withMemory(memoryWith(type, day));
        expect(entry?.targets[0]).toMatchObject({ text: 'Sichern', replaced: { text: replaced } });
        expect(withMemory(entriesToString(entry === undefined ? [] : [entry], 'tmx'))).toEqual(entry);
      }
    },
  );

  it.each(['codes', 'text', 'strip'] as const)('takes texts for the same that are written alike (%s)', (inline) => {
    const articles: readonly Written[] = [
      {
        path: 'a.md',
        pairs: [
          ['a\u0001b', 'Ziel'],
          ['ab', 'Zi\ud800el'],
          ['**a**\u0002 b \ufffe', 'Ziel \u0003'],
          ['**a** b', 'Ziel'],
        ],
      },
      {
        path: 'b.md',
        pairs: [
          ['c\u0004', 'Ziel'],
          ['x\u0005', '**y**\u0005'],
        ],
      },
    ];
    const written = (documents: readonly string[]): string => {
      const memory = memoryOf(articles, { keep: 'distinct', inline });
      for (const document of documents) memory.add(document);
      expect(sum(memory.count())).toBe(memory.count().found);
      return entriesToString(memory.entries(), 'tmx', { inline });
    };
    const memory = written([]);
    expect(memory.match(/<tu /g)).toHaveLength(4);
    expect(memory).not.toMatch(/ <\/seg>/);
    expect(written([memory])).toBe(memory);
  });

  it('has one entry for each source, and says what it replaced', () => {
    const memory = memoryOf([old, later, third]);
    expect(shown(memory)).toEqual(['Save | Speichern', 'Open | Öffnen']);
    const [save] = memory.entries();
    expect(save?.id).toMatch(/^a\.md\.[0-9a-f]{8}-101$/);
    expect(save?.targets[0]).toMatchObject({
      trgLang: 'de-DE',
      translationType: 'ht',
      firstHandoff: '2019-01-02',
      lastHandoff: '2019-01-02',
      count: 1,
      places: [{ path: 'a.md', id: '1a2b3-101', line: 8 }],
      service: 's',
      replaced: { text: 'Sichern', translationType: 'mt', lastHandoff: '2020-03-04' },
    });
    expect(memory.count()).toMatchObject({ found: 4, entries: 2, sources: 2, leftOut: { duplicate: 1, replaced: 1 } });
    expect(memory.count().languages).toEqual({
      'de-DE': { entries: 2, ht: 1, mt: 1, unknown: 0, years: { 2019: 1, 2020: 1 } },
    });
  });

  it('latest, distinct, all', () => {
    expect(shown(memoryOf([old, later, third], { keep: 'latest' }))).toEqual(['Save | Sichern', 'Open | Öffnen']);
    const distinct = memoryOf([old, later, third], { keep: 'distinct' });
    expect(shown(distinct)).toEqual(['Save | Speichern', 'Save | Sichern', 'Open | Öffnen']);
    expect(distinct.entries()[1]?.targets[0]).toMatchObject({ count: 2, places: [{ path: 'b.md' }] });
    // Where all agree: not here.
    expect(distinct.entries()[1]?.targets[0]?.service).toBeUndefined();
    const all = memoryOf([old, later, third], { keep: 'all' });
    expect(all.entries()).toHaveLength(4);
    expect(all.count()).toMatchObject({ found: 4, entries: 4, leftOut: {} });
  });

  it('leaves out what is not asked for, and counts it', () => {
    expect(memoryOf([old, later, third], { only: 'ht' }).count()).toMatchObject({ entries: 1, leftOut: { only: 3 } });
    expect(memoryOf([old, later, third], { since: '2020-01-01' }).count().leftOut).toEqual({ since: 1, duplicate: 1 });
    expect(memoryOf([old, later, third], { where: ['ms.service=s'] }).count().leftOut).toEqual({
      where: 2,
      replaced: 1,
    });
    expect(() => createMemory({ since: '2020-02-30' })).toThrow(/no day/);
    expect(() => createMemory({ where: ['=x'] })).toThrow(/KEY=VALUE/);
  });

  it('joins languages, and knows which of several belong together by the number', () => {
    const pairs = (tag: string): Written['pairs'] => [
      ['Start', `Start ${tag} 1`],
      ['Go', `Go ${tag}`],
      ['Start', `Start ${tag} 2`],
    ];
    const articles = ['ja-JP', 'de-DE'].map((lang): Written => ({ path: 'a.md', lang, pairs: pairs(lang) }));
    const joined = memoryOf(articles, { join: true, keep: 'distinct' });
    expect(shown(joined)).toEqual([
      'Start | Start de-DE 1 | Start ja-JP 1',
      'Go | Go de-DE | Go ja-JP',
      'Start | Start de-DE 2 | Start ja-JP 2',
    ]);
    expect(validateTmx(entriesToString(joined.entries(), 'tmx'))).toEqual([]);
  });

  it('takes a memory that it wrote: alone, and with the same articles', () => {
    for (const keep of ['best', 'latest', 'distinct'] as const) {
      const articles = [old, later, third];
      const text = entriesToString(memoryOf(articles, { keep }).entries(), 'tmx');
      const alone = createMemory({ keep });
      expect(alone.add(text)).toEqual([]);
      expect(entriesToString(alone.entries(), 'tmx')).toBe(text);
      const both = memoryOf(articles, { keep });
      both.add(text);
      expect(entriesToString(both.entries(), 'tmx')).toBe(text);
    }
  });

  it('takes what it wrote of characters that show nothing, too', () => {
    for (const blank of ['&nbsp;', '&nbsp; &nbsp;', '&#12288;', '&emsp;', '&#65279;', '&#8203;', '\u200b']) {
      const text = entriesToString(
        memoryOf([
          {
            path: 'a.md',
            pairs: [
              [blank, blank],
              ['x', blank],
            ],
          },
        ]).entries(),
        'tmx',
      );
      const again = createMemory();
      expect([blank, again.add(text)]).toEqual([blank, []]);
      expect(again.count()).toMatchObject({ found: 2, leftOut: {} });
      expect(entriesToString(again.entries(), 'tmx')).toBe(text);
    }
  });

  const article = fc
    .record({
      path: fc.constantFrom('a.md', 'b.md', 'c/d.md', 'e.md'),
      type: fc.constantFrom('HT' as const, 'MT' as const, undefined),
      date: fc.constantFrom('01/01/2019', '02/02/2020', undefined),
      pairs: fc.array(fc.tuple(fc.constantFrom('A', 'B', '**C**'), fc.constantFrom('x', '**y**', 'z')), {
        minLength: 1,
        maxLength: 4,
      }),
    })
    .map(
      ({ type, date, ...rest }): Written => ({
        ...rest,
        ...(type === undefined ? {} : { type }),
        ...(date === undefined ? {} : { date }),
      }),
    );
  const tree = fc.uniqueArray(article, { selector: ({ path }) => path, maxLength: 4 });
  const written = (memory: Memory): string => entriesToString(memory.entries(), 'tmx');

  it('is the same whatever the order of what is added', () => {
    fc.assert(
      fc.property(tree, fc.constantFrom('best', 'latest', 'distinct', 'all'), (articles, keep) => {
        const memory = memoryOf(articles, { keep });
        expect(written(memoryOf(articles.toReversed(), { keep }))).toBe(written(memory));
        expect(memory.count().found).toBe(sum(memory.count()));
      }),
    );
  });

  it('distinct and latest are associative over inputs, and best and latest of distinct memories are those of all', () => {
    const policies = fc.constantFrom(
      { keep: 'distinct', through: 'distinct' },
      { keep: 'best', through: 'distinct' },
      { keep: 'latest', through: 'distinct' },
      { keep: 'latest', through: 'latest' },
    );
    fc.assert(
      fc.property(tree, fc.nat(4), policies, (articles, cut, { keep, through }) => {
        const combined = createMemory({ keep });
        for (const some of [articles.slice(0, cut), articles.slice(cut)]) {
          combined.add(written(memoryOf(some, { keep: through })));
        }
        // A memory of the latest only does not know who translated the others, and in how many places: the day is the same.
        const decided = ({ lastHandoff }: EntryTarget): unknown => lastHandoff;
        const whole = (target: EntryTarget): unknown => [
          target.text,
          target.count,
          target.firstHandoff,
          target.lastHandoff,
          target.translationType,
          target.places.map(({ path, id }) => `${path} ${id}`),
        ];
        const plain = ({ source, targets }: MemoryEntry): unknown => [
          source.text,
          targets.map(through === 'latest' ? decided : whole),
        ];
        const bySource = (a: MemoryEntry, b: MemoryEntry): number => (a.source.text < b.source.text ? -1 : 1);
        const sorted = (memory: Memory): unknown =>
          (through === 'latest' ? memory.entries().toSorted(bySource) : memory.entries()).map(plain);
        expect(sorted(combined)).toEqual(sorted(memoryOf(articles, { keep })));
      }),
      { numRuns: 300 },
    );
  });
});
