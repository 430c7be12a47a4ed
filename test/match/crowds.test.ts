import { describe, expect, it } from 'vitest';
import { Pattern } from '../../src/match/index/distance.js';
import { Groups } from '../../src/match/index/groups.js';
import { Ranking } from '../../src/match/known/ranking.js';
import { createMatcher } from '../../src/match/matcher.js';
import type { MatcherOptions } from '../../src/match/options.js';
import { Features } from '../../src/match/shape/shape.js';
import { createStreamMatcher } from '../../src/match/stream.js';
import type { MemoryEntry } from '../../src/model/memory/entry.js';
import { type Family, families, sourcesOf } from './families.js';
import { entry, text } from './tools.js';

const cells: readonly Family[] = [
  ['cells with numbers', 'en-US', (at) => `${at}.${at % 7} MB`],
  ['cells with numbers, codes and signs', 'en-US', (at) => `\`v${at % 91}\`${at % 3 === 0 ? ':' : ''} ${at} Files`],
  ['links in the same words', 'en-US', (at) => `See [the list](a${at}.md), part ${at % 97}, for all of it`],
  ['links in others', 'en-US', (at) => `See [the list](a${at}.md) of k${'abcdefghij'[at % 10]}${at % 997}x for it`],
  ['cells of one word', 'de-DE', (at) => `W${at.toString(36).replace(/\d/g, 'Z')} ja nein vielleicht`],
  ['numbers in characters', 'ja-JP', (at) => `手順${at}では**一覧${at % 13}**を開きます`],
];
const all = [...families, ...cells];
/** Of so many sources, one is asked for with a change. */
const asksOf = 8;

/** What is asked of a family: its own sources with a change, most of which has thousands that are as near. */
function askedOf(language: string, sources: readonly string[], count: number): readonly string[] {
  const isSpaced = !/^(?:ja|zh)/.test(language);
  const changes: readonly ((source: string) => string)[] = [
    (source) => source.replace(/w[a-z]+/i, 'wnobody'),
    (source) => source.replace(/\d+/, '70707'),
    (source) => source.toUpperCase(),
    (source) => (isSpaced ? source.split(' ').slice(0, -1).join(' ') : source.slice(0, -1)),
    (source) => `${source}${isSpaced ? ' zz' : '々'}`,
    (source) => source.replace(/[\u4e00-\u9fff]/, '々').replace(/[`*]+/g, '**'),
  ];
  const step = Math.max(1, Math.floor(sources.length / count));
  return Array.from({ length: count }, (_, at) => {
    const source = sources[(at * step) % sources.length] ?? '';
    return changes[at % changes.length]?.(source) ?? source;
  });
}

/** Entries of sources; who translated them, and when, has nothing to do with their order. */
function entriesOf(language: string, sources: readonly string[]): MemoryEntry[] {
  return sources.map((source, at) =>
    entry(source, `T ${at % 50}`, {
      id: String((at * 7919) % 10_007),
      srcLang: language,
      translationType: at % 5 === 3 ? 'ht' : 'mt',
      lastHandoff: `2020-01-${10 + ((at * 31) % 17)}`,
    }),
  );
}

/** How often texts are compared, looked at in an index, and offered to a ranking. */
function stepsOf(language: string, sources: readonly string[], limit: number): Record<string, number> {
  const matcher = createMatcher(entriesOf(language, sources), { srcLang: language, trgLang: 'de-DE', limit });
  const asked = askedOf(language, sources, Math.floor(sources.length / asksOf)).map(text);
  const steps: Record<string, number> = {};
  const watched: readonly (readonly [object, string])[] = [
    [Pattern.prototype, 'distanceTo'],
    [Groups.prototype, 'lengthOf'],
    [Features.prototype, 'compare'],
    [Ranking.prototype, 'offer'],
  ];
  const before = watched.map(([prototype, name]) => Reflect.get(prototype, name) as (...args: unknown[]) => unknown);
  try {
    for (const [at, [prototype, name]] of watched.entries()) {
      steps[name] = 0;
      Reflect.set(prototype, name, function (this: unknown, ...args: unknown[]) {
        steps[name] = (steps[name] ?? 0) + 1;
        return before[at]?.apply(this, args);
      });
    }
    for (const each of asked) matcher.match(each);
  } finally {
    for (const [at, [prototype, name]] of watched.entries()) Reflect.set(prototype, name, before[at]);
  }
  return steps;
}

describe.each(all)('a memory of sources that are like each other: %s', (...family) => {
  const [, language] = family;

  it.each([1, 5])('is looked at as much for each segment, however large it is; at most %i', (limit) => {
    const large = 6000;
    const [few, many] = [2000, large].map((count) => stepsOf(language, sourcesOf(family, count), limit));
    // Where few are like each other, more of them may be looked at, up to what a search may spend.
    const spent = 300 * (large / asksOf);
    for (const [name, steps] of Object.entries(many ?? {})) {
      expect([name, steps < 5 * (few?.[name] ?? 0) + spent]).toEqual([name, true]);
    }
  });

  it.each<Partial<MatcherOptions>>([
    { limit: 1 },
    { limit: 5 },
    { limit: 3, penalties: { mt: 2, codes: 0, numbers: 4 } },
  ])('gives the matches from 70 on that are found where all are compared: %j', (more) => {
    const options = { srcLang: language, trgLang: 'de-DE', ...more };
    const sources = sourcesOf(family, 1500);
    const entries = entriesOf(language, sources);
    const half = entries.length >> 1;
    const memories = [
      { name: 'one', entries: entries.slice(0, half), penalty: 3 },
      { name: 'other', entries: entries.slice(half) },
    ];
    const asked = askedOf(language, sources, 18).map(text);
    const stream = createStreamMatcher(
      asked.map((source) => ({ source })),
      options,
    );
    stream.add(memories);
    const matcher = createMatcher(memories, options);
    for (const [at, each] of asked.entries()) {
      const said = (matches: ReturnType<typeof matcher.match>): readonly string[] =>
        matches
          .filter(({ score }) => score >= 70)
          .map(({ score, source, target, penalties }) => JSON.stringify([score, source.text, target.text, penalties]));
      expect([each.text, said(matcher.match(each))]).toEqual([each.text, said(stream.matchesOf(at))]);
    }
  });
});
