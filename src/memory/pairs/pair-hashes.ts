import type { EntryText } from '../../model/memory/entry.js';
import { keyOf, plainTextOf, stableHash, textFor } from '../../model/memory/text-key.js';
import { legalText } from '../../write/codes/legal-text.js';
import type { InlineMode } from '../../write/export-options.js';
import { packPair, packPlain, packWritten, withWritten } from '../packed-texts.js';
import type { TextHash } from '../store/hash.js';

/** How texts are told apart. */
export interface Hashes {
  readonly hash: TextHash;
  readonly inline: InlineMode | undefined;
  /** Writes a text as a format does, `other` with the codes that its codes may be partners of. Default: that is not kept. */
  readonly write?: WriteText | undefined;
}

/** Writes one text of a pair, without the control characters that XML does not allow. */
export type WriteText = (text: EntryText, other: EntryText, inline: InlineMode | undefined) => string;

/** What tells a pair from others, as a store takes it. */
export interface PairHashes {
  sourceLow: number;
  sourceHigh: number;
  targetLow: number;
  targetHigh: number;
  /** Tells writings of it apart that count as one. */
  writing: number;
  /** Another hash of its source, which is the same in each run; and of its target: texts are taken for the same where all are. */
  context: number;
  targetCheck: number;
  /** The packed texts, with what is written of them where that is kept; to be called before the next pair is hashed. */
  text: () => string;
}

/** Hashes of sources and of targets have nothing to do with each other. */
const sourceSalt = 1;
const targetSalt = 2;

/** Hashes pairs, one after the other: what it gives is valid until the next is asked for. */
export function createPairHasher({
  hash,
  inline,
  write,
}: Hashes): (source: EntryText, target: EntryText) => PairHashes {
  let source = '';
  let target = '';
  let sourceText: EntryText = nothing;
  let targetText: EntryText = nothing;
  let packed = '';
  const packedPlain = (): string => {
    if (write === undefined) return packPlain(source, target);
    const ofSource = write(sourceText, targetText, inline);
    const ofTarget = write(targetText, sourceText, inline);
    return ofSource === source && ofTarget === target
      ? packWritten(source, target)
      : withWritten(packPlain(source, target), ofSource, ofTarget);
  };
  const packedPair = (): string =>
    write === undefined
      ? packed
      : withWritten(packed, write(sourceText, targetText, inline), write(targetText, sourceText, inline));
  const found: PairHashes = {
    sourceLow: 0,
    sourceHigh: 0,
    targetLow: 0,
    targetHigh: 0,
    writing: 0,
    context: 0,
    targetCheck: 0,
    text: packedPlain,
  };
  const setKeys = (sourceKey: string, targetKey: string): void => {
    hash.of(sourceKey, sourceSalt);
    found.sourceLow = hash.low;
    found.sourceHigh = hash.high;
    found.context = hash.stable;
    hash.of(targetKey, targetSalt);
    found.targetLow = hash.low;
    found.targetHigh = hash.high;
    found.targetCheck = hash.stable;
  };
  return (given, translation) => {
    sourceText = legalText(given);
    targetText = legalText(translation);
    const plainSource = plainTextOf(sourceText, inline);
    const plainTarget = plainSource === undefined ? undefined : plainTextOf(targetText, inline);
    if (plainSource !== undefined && plainTarget !== undefined) {
      // Texts without codes have one way to be written.
      source = plainSource;
      target = plainTarget;
      setKeys(source, target);
      found.writing = 0;
      found.text = packedPlain;
      return found;
    }
    const ofSource = textFor(sourceText, inline);
    const ofTarget = textFor(targetText, inline);
    setKeys(keyOf(ofSource), keyOf(ofTarget));
    // All that texts with the same keys may differ in stands in the packed texts.
    packed = packPair(ofSource, ofTarget);
    found.writing = stableHash(packed) | 0;
    found.text = packedPair;
    return found;
  };
}

const nothing: EntryText = { text: '', content: [] };
