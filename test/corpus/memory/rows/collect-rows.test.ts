import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRowCollector } from '../../../../src/corpus/memory/rows/collect-rows.js';
import { countVersion } from '../../../../src/corpus/memory/rows/count-versions.js';
import { createRowDecoder } from '../../../../src/corpus/memory/rows/encoded-rows.js';
import { createSpool } from '../../../../src/corpus/memory/texts/spool.js';
import { createArena } from '../../../../src/corpus/run/arena.js';
import { type Builder, createBuilder } from '../../../../src/memory/builder.js';
import { allSteps } from '../../../../src/memory/entries/steps.js';
import { createHoldout } from '../../../../src/memory/holdout.js';
import { createPairHasher } from '../../../../src/memory/pairs/pair-hashes.js';
import { rowsOf } from '../../../../src/memory/pairs/rows.js';
import { sharedOf } from '../../../../src/memory/pairs/shared.js';
import type { Policy } from '../../../../src/memory/policy.js';
import { createTextHash, type HashKey } from '../../../../src/memory/store/hash.js';
import type { Texts } from '../../../../src/memory/store/texts.js';
import type { PairsOfVersion } from '../../../../src/read/versions/pairs-of-version.js';
import { createVersionReader, type VersionReader } from '../../../../src/read/versions/versions.js';
import { pairsOf as countOfPairs } from '../../../../src/write/selection.js';
import { weakHash } from '../../../support/weak-hash.js';

const key: HashKey = [3, 4];

/** Texts with and without codes; what `[a][x]` is depends on the article; two differ in nothing but their writing. */
const texts = [
  'One',
  '**One**',
  'See [a][x].',
  'Two & < 3',
  '&amp; it',
  '& it',
  ' Rot ',
  '\u0002odd',
  '&#32;',
  '日本語 `x`',
  '𝔸',
];

const pairs = fc.array(fc.tuple(fc.constantFrom(...texts), fc.constantFrom(...texts)), { maxLength: 6 });
const article = fc.record({
  pairs,
  isDefined: fc.boolean(),
  path: fc.constantFrom('b.md', 'a.md', 'z/c.md', '日.md'),
  date: fc.constantFrom('2020-01-01', '2021-05-05'),
  trgLang: fc.constantFrom('de-DE', 'ja-JP'),
  thread: fc.constantFrom(1, 2),
  turn: fc.nat(5),
});
type Given = (typeof article extends fc.Arbitrary<infer T> ? T : never) & { readonly index: number };

function textOf({ pairs: all, isDefined }: Given): string {
  const lines = all.map(([source, target], at) => {
    const id = `1a2b3-${at % 2 === 0 ? '' : 'p'}${101 + at}`;
    return `<span data-ttu-id="${id}">${target}</span><span class="sxs-lookup"><span data-stu-id="${id}">${source}</span></span>\n`;
  });
  return `${lines.join('\n')}\n${isDefined ? '[x]: y.md\n' : ''}`;
}

function builderOf(keep: Policy, holdout: number, own?: Texts): Builder {
  const more = own === undefined ? {} : { texts: own };
  return createBuilder({
    policy: keep,
    srcLang: 'en-US',
    join: false,
    hasNeighbours: true,
    hasVersions: true,
    holdout: holdout === 0 ? undefined : createHoldout(holdout),
    ...more,
  });
}

function resultOf(builder: Builder): unknown {
  const { memory, test } = allSteps(builder.build());
  return [memory, test].map((set) => set && { count: set.count, entries: [...set.entries()] });
}

function readAs(as: string, reader: VersionReader, text: string, path: string): PairsOfVersion | undefined {
  const bytes = Buffer.from(text);
  const decode = (start: number, end: number): string => bytes.toString('utf8', start, end);
  const read = as === 'bytes' ? reader.readBytes({ bytes: bytes.toString('latin1'), decode }, path) : undefined;
  return read ?? reader.readPairs(text, { path });
}

describe('the pairs that threads collect', () => {
  it('make the memory that those of articles make, whatever was sent before, by whom, and in which order', () => {
    const policy = fc.constantFrom<Policy>('best', 'latest', 'distinct', 'all');
    const inline = fc.constantFrom(undefined, 'text' as const, 'strip' as const);
    fc.assert(
      fc.property(
        fc.array(article, { maxLength: 8 }),
        policy,
        inline,
        fc.constantFrom(0, 0.5),
        fc.constantFrom('whole', 'text', 'bytes'),
        fc.boolean(),
        (found, keep, mode, held, as, isWeak) => {
          const articles: Given[] = found.map((each, index) => ({ ...each, index }));
          const plain = builderOf(keep, held);
          const hashesOf = createPairHasher({ hash: createTextHash(key), inline: mode });
          const spool = createSpool();
          const sent = builderOf(keep, held, spool);
          const decode = createRowDecoder(spool);
          const encoded = new Map<number, () => void>();
          for (const thread of [1, 2]) {
            const hash = isWeak ? { hash: weakHash(key) } : {};
            const collector = createRowCollector({ key, inline: mode, ...hash }, thread);
            const reader = createVersionReader();
            const own = articles.filter((each) => each.thread === thread).sort((a, b) => a.turn - b.turn);
            for (const each of own) {
              const { index, path, date, trgLang } = each;
              if (collector.begin(index)) reader.forget();
              const read = reader.read(textOf(each), { path });
              const pairsOfVersion = as === 'whole' ? undefined : readAs(as, reader, textOf(each), path);
              if (pairsOfVersion === undefined) collector.add(thread === 1 ? read : { article: read.article });
              else {
                expect(countVersion(pairsOfVersion, mode)).toMatchObject(
                  countOfPairs(read.article, mode === undefined ? {} : { inline: mode }),
                );
                collector.addVersion(pairsOfVersion);
              }
              const shared = sharedOf(read.article, path, trgLang, { commit: `${index}`, date });
              const rows = collector.take(shared, createArena());
              encoded.set(index, () => {
                plain.addArticle(rowsOf(read.article, hashesOf, mode), shared);
                if (rows !== undefined) sent.addArticle(decode(rows), shared);
              });
            }
          }
          for (const { index } of articles) encoded.get(index)?.();
          expect(resultOf(sent)).toEqual(resultOf(plain));
          spool.close();
        },
      ),
    );
  });

  it.each(['whole', 'pairs'])('send a text once, and once more where an earlier article comes later: %s', (add) => {
    const collector = createRowCollector({ key, inline: undefined }, 7);
    const reader = createVersionReader();
    const take = (index: number): number | undefined => {
      if (collector.begin(index)) reader.forget();
      const given = { pairs: [['One', 'Eins']], isDefined: false } as unknown as Given;
      const read = reader.read(textOf(given), {});
      if (add === 'whole') collector.add(read);
      else collector.addVersion(reader.readPairs(textOf(given), {}) ?? expect.fail());
      return collector.take(sharedOf(read.article, 'a.md', 'de-DE'), createArena())?.lengths.length;
    };
    expect([take(4), take(5), take(2), take(3)]).toEqual([1, 0, 1, 0]);
  });
});
