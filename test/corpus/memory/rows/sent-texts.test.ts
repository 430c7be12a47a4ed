import { expect, it } from 'vitest';
import { createSentTexts } from '../../../../src/corpus/memory/rows/sent-texts.js';
import type { PairHashes } from '../../../../src/memory/pairs/pair-hashes.js';

const pair = (of: Partial<PairHashes>): PairHashes => ({
  sourceLow: 1,
  sourceHigh: 2,
  targetLow: 3,
  targetHigh: 4,
  writing: 5,
  context: 6,
  targetCheck: 7,
  text: () => '',
  ...of,
});

it('numbers pairs of texts once; and hashes of other kinds tell them apart where those are the same', () => {
  const sent = createSentTexts();
  const see = (of: Partial<PairHashes>): unknown => [sent.numberOf(pair(of)), sent.isNew];
  expect(see({})).toEqual([0, true]);
  expect(see({})).toEqual([0, false]);
  const others = (
    ['sourceLow', 'sourceHigh', 'targetLow', 'targetHigh', 'writing', 'context', 'targetCheck'] as const
  ).map((name) => see({ [name]: 77 }));
  expect(others).toEqual([1, 2, 3, 4, 5, 6, 7].map((number) => [number, true]));
});

it('forgets when it knows many, and gives no number twice', () => {
  const sent = createSentTexts(2);
  const numbers = [1, 2, 3, 1, 3].map((sourceLow) => [sent.numberOf(pair({ sourceLow })), sent.isNew]);
  expect(numbers).toEqual([
    [0, true],
    [1, true],
    [2, true],
    [3, true],
    [2, false],
  ]);
});
