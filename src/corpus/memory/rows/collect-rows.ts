import { threadId } from 'node:worker_threads';
import { createPairHasher, type PairHashes, type WriteText } from '../../../memory/pairs/pair-hashes.js';
import { RowList } from '../../../memory/pairs/row-list.js';
import type { Shared } from '../../../memory/pairs/rows.js';
import { createTextHash, type HashKey, type TextHash } from '../../../memory/store/hash.js';
import type { Article, Segment, Unit } from '../../../model/article.js';
import type { Content } from '../../../model/content.js';
import { createLineCounter } from '../../../model/position.js';
import { type KnownPair, settle } from '../../../read/known-pairs.js';
import type { PairsOfVersion } from '../../../read/versions/pairs-of-version.js';
import type { InlineMode } from '../../../write/export-options.js';
import { isExported } from '../../../write/formats/tmx.js';
import type { Arena } from '../../run/arena.js';
import { reasonOf, textsOf } from './count-versions.js';
import { type EncodedRows, encodeRows } from './encoded-rows.js';
import { createSentTexts } from './sent-texts.js';

/** A part of an article whose pairs are collected. */
interface CollectedPart {
  readonly article: Article;
  readonly findings?: ReadonlyMap<string, readonly string[]>;
  /** Names of the texts of each pair, as a reader of versions gives them. */
  readonly numbers?: readonly number[];
}

/** Collects the pairs of articles that are exported, one article after the other, and sends each text once. */
export interface RowCollector {
  /**
   * Begins the article with an index. They are read in the order of their indexes, whichever threads they come from: what was
   * sent of later ones is not there yet for one that was left until now, and goes once more: then `true` is given, and what was
   * made of known pairs is to be forgotten.
   */
  begin(index: number): boolean;
  add(part: CollectedPart): void;
  /** The same of a version of an article, whose pairs were not read any further than they are collected. */
  addVersion(version: Pick<PairsOfVersion, 'pairs'>): void;
  /** What was added since the last call; `undefined`: nothing. */
  take(shared: Shared, arena: Arena): EncodedRows | undefined;
}

/** A pair that a reader of versions knows by a number. */
interface KnownHashes {
  readonly hashes: PairHashes;
  /** The number that its texts were sent with. */
  readonly text: number;
  readonly source: Content;
  readonly target: Content;
}

/** What the texts of a pair of versions are collected as, in one object: there is one for each pair that is known. */
interface KnownRow extends Omit<PairHashes, 'text'> {
  /** The number that they were sent with. */
  readonly text: number;
}

/** Known pairs, twice as many at most: then those are forgotten that were not met since. */
const mostKnown = 1 << 17;

/** How pairs are collected. */
export interface CollectorOptions {
  readonly key: HashKey;
  readonly inline: InlineMode | undefined;
  /** Writes texts as a format does, which are sent with them. Default: that is left to whoever writes entries. */
  readonly write?: WriteText | undefined;
  /** Default: that of the key. */
  readonly hash?: TextHash;
}

/** `sender`: what tells it from other collectors. Default: the number of the thread. */
export function createRowCollector(
  { key, inline, write, hash = createTextHash(key) }: CollectorOptions,
  sender: number = threadId,
): RowCollector {
  const hashesOf = createPairHasher({ hash, inline, write });
  const sent = createSentTexts();
  const rows = new RowList();
  let first = 0;
  let texts: string[] = [];
  let young = new Map<number, KnownHashes>();
  let old = new Map<number, KnownHashes>();
  const numberOf = (pair: PairHashes): number => {
    const number = sent.numberOf(pair);
    if (sent.isNew) {
      if (texts.length === 0) first = number;
      texts.push(pair.text());
    }
    return number;
  };
  const remember = (number: number, known: KnownHashes): KnownHashes => {
    if (young.size >= mostKnown) {
      old = young;
      young = new Map();
    }
    young.set(number, known);
    return known;
  };
  /** The same texts may read otherwise, where an article defines other references: contents are compared. */
  const knownOf = (number: number, { source, target }: Segment): KnownHashes => {
    const known = young.get(number) ?? old.get(number);
    if (known !== undefined && isSame(known.source, source.content) && isSame(known.target, target.content)) {
      return young.has(number) ? known : remember(number, known);
    }
    const pair = hashesOf(source, target);
    const text = numberOf(pair);
    return remember(number, { hashes: { ...pair }, text, source: source.content, target: target.content });
  };
  const rowOf = (pair: KnownPair): KnownRow => {
    const { source, target } = textsOf(pair);
    const hashes = hashesOf(source, target);
    const { sourceLow, sourceHigh, targetLow, targetHigh, writing, context, targetCheck } = hashes;
    const row: KnownRow = {
      sourceLow,
      sourceHigh,
      targetLow,
      targetHigh,
      writing,
      // As it is where it goes: a number of 32 bits with a sign is no object.
      context: context | 0,
      targetCheck: targetCheck | 0,
      text: numberOf(hashes),
    };
    settle(pair, row);
    return row;
  };
  /** Apart from what takes an article: those have many shapes, for each of which this would be compiled again. */
  const addUnits = (
    text: string,
    units: readonly Unit[],
    findings: CollectedPart['findings'],
    named: readonly number[] | undefined,
  ): void => {
    const lineAt = createLineCounter(text);
    let segment = 0;
    for (const { parts } of units) {
      for (const part of parts) {
        const number = part.kind === 'segment' && !part.recovered ? named?.[segment++] : undefined;
        if (!isExported(part, inline)) continue;
        const { id, range, source, target } = part;
        const line = lineAt(range.start);
        const found = findings === undefined ? undefined : (findings.get(id) ?? []);
        if (number === undefined) {
          const pair = hashesOf(source, target);
          rows.add(pair, id, line, numberOf(pair), found);
        } else {
          const known = knownOf(number, part);
          rows.add(known.hashes, id, line, known.text, found);
        }
      }
    }
  };
  let last = -1;
  return {
    begin(index) {
      const isBack = index < last;
      if (isBack) {
        sent.forget();
        young = new Map();
        old = new Map();
      }
      last = index;
      return isBack;
    },
    add: ({ article: { text, units }, findings, numbers }) => addUnits(text, units, findings, numbers),
    addVersion({ pairs }) {
      for (const { id, line, skip, known } of pairs) {
        if (skip !== undefined || reasonOf(known, inline) !== undefined) continue;
        const row = (known.value ?? rowOf(known)) as KnownRow;
        rows.add(row, id, line, row.text);
      }
    },
    take(shared, arena) {
      const encoded = rows.count === 0 ? undefined : encodeRows(rows, { first, texts }, shared, sender, arena);
      rows.clear();
      texts = [];
      return encoded;
    },
  };
}

/** One content, or one text without codes in both: what else they could differ in is said by the number of the pair. */
function isSame(known: Content, content: Content): boolean {
  if (known === content) return true;
  const [one] = known;
  const [other] = content;
  if (known.length !== 1 || content.length !== 1 || one?.kind !== 'text' || other?.kind !== 'text') return false;
  return one.text === other.text && one.markdown === other.markdown;
}
