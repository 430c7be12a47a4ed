import { type ContextHashes, evidence } from '../context.js';
import { Buckets } from '../index/buckets.js';
import { mix } from '../shape/word-hash.js';
import { Ints } from './ints.js';

/** So many of those that were added last are not added again. */
const recent = 4096;
/** A place, and a neighbour on either side. */
const contextsOfOne = 3;

/** Which translations of a source were seen in a context. */
export class Contexts {
  private readonly hashes: Ints;
  private readonly translations: Ints;
  private count = 0;
  private readonly lastHashes = new Int32Array(recent);
  private readonly lastTranslations = new Int32Array(recent).fill(-1);
  private buckets: Buckets | undefined;

  /** `capacity`: so many translations are expected. */
  constructor(capacity = 0) {
    this.hashes = new Ints(capacity * contextsOfOne);
    this.translations = new Ints(capacity * contextsOfOne);
  }

  add(source: number, translation: number, bit: number, hash: number): void {
    const key = mix(bit, source, hash | 0);
    const place = (key ^ translation) & (recent - 1);
    if (this.lastHashes[place] === key && this.lastTranslations[place] === translation) return;
    this.lastHashes[place] = key;
    this.lastTranslations[place] = translation;
    this.hashes.set(this.count, key);
    this.translations.set(this.count++, translation);
  }

  /** Nothing is added any more. */
  finish(): void {
    const { count } = this;
    this.buckets = new Buckets(this.hashes.values, this.translations.values, { count, load: 2, keepsHashes: true });
    this.hashes.trim(0);
    this.translations.trim(0);
  }

  /** The translations of a source that were seen in a context, each with the bits of what they have in common with it. */
  find(source: number, { before, after, key }: ContextHashes): ReadonlyMap<number, number> {
    const found = new Map<number, number>();
    this.findFor(source, evidence.before, before, found);
    this.findFor(source, evidence.after, after, found);
    this.findFor(source, evidence.key, key, found);
    return found;
  }

  private findFor(source: number, bit: number, hash: number, found: Map<number, number>): void {
    const { buckets } = this;
    if (hash === 0 || buckets?.hashes === undefined) return;
    const key = mix(bit, source, hash | 0);
    const end = buckets.endOf(key);
    for (let at = buckets.startOf(key); at < end; at++) {
      if (buckets.hashes[at] !== key) continue;
      const translation = buckets.items[at] as number;
      found.set(translation, (found.get(translation) ?? 0) | bit);
    }
  }
}
