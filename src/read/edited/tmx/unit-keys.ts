import { type Chains, chainKeys, nextOf } from '../chains.js';
import { withPlainEnds } from '../source-key.js';
import { textKeyOf } from '../text-key.js';

/** What a unit with one target says: of which pair of which article it is, and its texts. */
export interface UnitTexts {
  /** The path of the article. */
  readonly article: string;
  /** The id of the pair. */
  readonly pair: string;
  /** That of the target, in lower case. */
  readonly language: string;
  /** Texts have `\0KIND DATA\0` for each native code. */
  readonly source: string;
  readonly target: string;
}

/** A number for all of it: white space counts, but for that at the ends of texts; line ends are LF. */
export function unitKeyOf({ article, pair, language, source, target }: UnitTexts): number {
  const names = `${article}\0\0${pair}\0\0${language}`;
  return textKeyOf(`${names}\0\0${withPlainEnds(source)}\0\0${withPlainEnds(target)}`);
}

/** Keys of units: some twenty bytes for each. */
export interface UnitKeys {
  has(key: number): boolean;
  /** What they are made of, for another thread. */
  toData(): UnitKeysData;
}

/** Plain data. */
export interface UnitKeysData extends Chains {
  readonly keys: Float64Array;
}

/** `known`: what others are made of; none are added to these. */
export function createUnitKeys(known?: UnitKeysData): UnitKeys & { add(key: number): void } {
  let keys = known?.keys ?? new Float64Array(64);
  let count = known?.keys.length ?? 0;
  let chains: Chains | undefined = known;
  return {
    add(key) {
      if (count === keys.length) {
        const more = new Float64Array(count * 2);
        more.set(keys);
        keys = more;
      }
      keys[count++] = key;
      chains = undefined;
    },
    has(key) {
      chains ??= chainKeys(keys.subarray(0, count));
      return nextOf(key, keys, chains) > 0;
    },
    toData() {
      chains ??= chainKeys(keys.subarray(0, count));
      return { keys: keys.subarray(0, count), first: chains.first, next: chains.next };
    },
  };
}
