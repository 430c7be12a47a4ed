import type { PairHashes } from '../../../memory/pairs/pair-hashes.js';
import { Column, HashTable } from '../../../memory/store/columns.js';

/** Pairs of texts that are known to be sent; with more, they are forgotten, and are sent once more. */
const mostKnown = 1 << 21;

/** The pairs of texts that a thread sent, which has each of them go once. */
export interface SentTexts {
  /** The number of a pair that was sent; of another one the next number, which {@link SentTexts.isNew} tells. */
  numberOf(pair: PairHashes): number;
  /** Whether the last pair that was asked for is sent with this number for the first time. */
  readonly isNew: boolean;
  /** Has all go once more. */
  forget(): void;
}

/** Numbers begin with 0, and are never given again. Pairs are told apart by 64 bits of their keyed hashes, and 32 of others. */
export function createSentTexts(most: number = mostKnown): SentTexts {
  let table = new HashTable();
  let checks = new Column();
  let sought = 0;
  const isSought = (index: number): boolean => checks.at(index) === sought;
  /** What was sent before the table was begun. */
  let forgotten = 0;
  const sent = {
    isNew: false,
    numberOf({ sourceLow, sourceHigh, targetLow, targetHigh, writing, context, targetCheck }: PairHashes): number {
      const low = Math.imul(sourceLow, 0x5bd1e995) ^ Math.imul(targetLow ^ writing, 0x1b873593);
      const high = Math.imul(sourceHigh, 0x38495ab5) ^ Math.imul(targetHigh ^ (writing << 1), 0x01000193);
      sought = Math.imul(context, 0x01000193) ^ targetCheck;
      const known = table.find(low, high, isSought);
      sent.isNew = known < 0;
      if (known >= 0) return forgotten + known;
      if (table.size >= most) sent.forget();
      const added = table.add(low, high);
      checks.set(added, sought);
      return forgotten + added;
    },
    forget() {
      forgotten += table.size;
      table = new HashTable();
      checks = new Column();
    },
  };
  return sent;
}
