import type { Article, TranslationType } from '../model/article.js';
import type { EntryText } from '../model/memory/entry.js';
import { createLineCounter } from '../model/position.js';
import type { InlineMode } from '../write/export-options.js';
import { exportedPairs } from '../write/formats/tmx.js';
import type { Origin } from './facts.js';
import { stableHash, type TextHash } from './store/hash.js';
import type { Store } from './store/store.js';
import { isPlain, keyOf, packPair, textFor } from './texts.js';

/** A pair of an article, as a store takes it. */
export interface Row {
  readonly sourceLow: number;
  readonly sourceHigh: number;
  readonly targetLow: number;
  readonly targetHigh: number;
  readonly writing: number;
  /** The hash of its source that is the same in each run. */
  readonly context: number;
  readonly id: string;
  readonly line: number;
  /** The packed texts. */
  readonly text: () => string | Uint8Array;
  readonly findings?: readonly string[];
}

/** What all pairs of an article share. */
export interface Shared {
  readonly trgLang: string;
  readonly type: TranslationType | undefined;
  readonly origin: Origin;
  readonly service: string | undefined;
  readonly topic: string | undefined;
}

/** How texts are told apart. */
export interface Hashes {
  readonly hash: TextHash;
  readonly inline: InlineMode | undefined;
}

/** Hashes of sources and of targets have nothing to do with each other. */
const sourceSalt = 1;
const targetSalt = 2;

/** A pair as a store takes it. */
export function rowOf(
  given: EntryText,
  translation: EntryText,
  { hash, inline }: Hashes,
  { id, line, findings }: Pick<Row, 'id' | 'line' | 'findings'>,
): Row {
  const source = textFor(given, inline);
  const target = textFor(translation, inline);
  const key = keyOf(source);
  hash.of(key, sourceSalt);
  const { low: sourceLow, high: sourceHigh } = hash;
  hash.of(keyOf(target), targetSalt);
  const { low: targetLow, high: targetHigh } = hash;
  const packed = packPair(source, target);
  return {
    sourceLow,
    sourceHigh,
    targetLow,
    targetHigh,
    // Texts without codes have one way to be written.
    writing: isPlain(source) && isPlain(target) ? 0 : stableHash(packed),
    context: stableHash(key),
    id,
    line,
    text: () => packed,
    ...(findings === undefined ? {} : { findings }),
  };
}

/** The pairs that are exported of an article. `findings`: what rules found in them, by their ids. */
export function rowsOf(
  { text, units }: Article,
  hashes: Hashes,
  findings?: ReadonlyMap<string, readonly string[]>,
): Row[] {
  const lineAt = createLineCounter(text);
  return exportedPairs(units, hashes.inline).map(({ source, target, id, range }) => {
    const place = { id, line: lineAt(range.start) };
    return rowOf(
      source,
      target,
      hashes,
      findings === undefined ? place : { ...place, findings: findings.get(id) ?? [] },
    );
  });
}

/** Puts pairs of an article, one after the other, into a store. */
export function addRows(store: Store, rows: readonly Row[], shared: Shared): void {
  const { origin, type, service, topic, trgLang } = shared;
  const { date, first = date } = origin;
  const sources = rows.map(({ sourceLow, sourceHigh }) => store.source(sourceLow, sourceHigh));
  for (const [at, row] of rows.entries()) {
    const { id, line, findings } = row;
    const facts = { type, first, last: date, count: 1, origin, id, line, service, topic };
    const index = store.add({
      source: sources[at] ?? 0,
      targetLow: row.targetLow,
      targetHigh: row.targetHigh,
      trgLang,
      writing: row.writing,
      before: rows[at - 1]?.context ?? 0,
      after: rows[at + 1]?.context ?? 0,
      facts: findings === undefined ? facts : { ...facts, findings },
      text: row.text,
    });
    if (store.isFirstAt(index, { origin, id })) {
      store.setNeighbours(index, sources[at - 1] ?? -1, sources[at + 1] ?? -1);
    }
  }
}
