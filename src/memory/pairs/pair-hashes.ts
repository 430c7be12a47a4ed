import type { EntryText } from '../../model/memory/entry.js';
import type { InlineMode } from '../../write/export-options.js';
import { stableHash, type TextHash } from '../store/hash.js';
import { isPlain, keyOf, packPair, packPlain, plainTextOf, textFor } from './texts.js';

/** How texts are told apart. */
export interface Hashes {
  readonly hash: TextHash;
  readonly inline: InlineMode | undefined;
}

/** What tells a pair from others, as a store takes it. */
export interface PairHashes {
  sourceLow: number;
  sourceHigh: number;
  targetLow: number;
  targetHigh: number;
  /** Tells writings of it apart that count as one. */
  writing: number;
  /** The hash of its source that is the same in each run. */
  context: number;
  /** The packed texts. */
  text: () => string;
}

/** Hashes of sources and of targets have nothing to do with each other. */
const sourceSalt = 1;
const targetSalt = 2;

/** Hashes pairs, one after the other: what it gives is valid until the next is asked for. */
export function createPairHasher({ hash, inline }: Hashes): (source: EntryText, target: EntryText) => PairHashes {
  let source = '';
  let target = '';
  let packed = '';
  const packedPlain = (): string => packPlain(source, target);
  const packedBefore = (): string => packed;
  const found: PairHashes = {
    sourceLow: 0,
    sourceHigh: 0,
    targetLow: 0,
    targetHigh: 0,
    writing: 0,
    context: 0,
    text: packedPlain,
  };
  const setKeys = (sourceKey: string, targetKey: string): void => {
    hash.of(sourceKey, sourceSalt);
    found.sourceLow = hash.low;
    found.sourceHigh = hash.high;
    hash.of(targetKey, targetSalt);
    found.targetLow = hash.low;
    found.targetHigh = hash.high;
    found.context = stableHash(sourceKey);
  };
  return (given, translation) => {
    const plainSource = plainTextOf(given, inline);
    const plainTarget = plainSource === undefined ? undefined : plainTextOf(translation, inline);
    if (plainSource !== undefined && plainTarget !== undefined) {
      // Texts without codes have one way to be written.
      source = plainSource;
      target = plainTarget;
      setKeys(source, target);
      found.writing = 0;
      found.text = packedPlain;
      return found;
    }
    const sourceText = textFor(given, inline);
    const targetText = textFor(translation, inline);
    setKeys(keyOf(sourceText), keyOf(targetText));
    packed = packPair(sourceText, targetText);
    found.writing = isPlain(sourceText) && isPlain(targetText) ? 0 : stableHash(packed);
    found.text = packedBefore;
    return found;
  };
}
