import type { Article, TranslationType } from '../../model/article.js';
import { createLineCounter } from '../../model/position.js';
import type { InlineMode } from '../../write/export-options.js';
import { isExported } from '../../write/formats/tmx.js';
import type { Origin } from '../facts.js';
import type { Store } from '../store/store.js';
import type { Texts } from '../store/texts.js';
import type { createPairHasher } from './pair-hashes.js';
import { column, RowList, type Rows, width } from './row-list.js';

/** What all pairs of an article share. */
export interface Shared {
  readonly trgLang: string;
  readonly type: TranslationType | undefined;
  readonly origin: Origin;
  readonly service: string | undefined;
  readonly topic: string | undefined;
}

/** The pairs that are exported of an article. */
export function rowsOf(
  { text, units }: Article,
  hashesOf: ReturnType<typeof createPairHasher>,
  inline: InlineMode | undefined,
): RowList {
  const rows = new RowList();
  const lineAt = createLineCounter(text);
  for (const { parts } of units) {
    for (const part of parts) {
      if (!isExported(part, inline)) continue;
      const pair = hashesOf(part.source, part.target);
      rows.add(pair, part.id, lineAt(part.range.start), pair.text());
    }
  }
  return rows;
}

/** Puts pairs of an article, one after the other, into a store. `hasNeighbours`: with what stands before and after them. */
export function addRows(store: Store, texts: Texts, rows: Rows, shared: Shared, hasNeighbours: boolean): void {
  const { count, numbers, prefixes, findings } = rows;
  const { origin, trgLang, type, service, topic } = shared;
  const { date, first = date } = origin;
  // Written out: objects that are spread have hidden classes of their own.
  const sharing = store.share({ origin, trgLang, type, first, last: date, count: 1, service, topic });
  const names = Int32Array.from(prefixes, (prefix) => store.nameNumber(prefix));
  const sources = new Int32Array(count);
  /** The translations of texts that were there before; -1: of others. */
  const known = new Int32Array(count).fill(-1);
  for (let row = 0, at = 0; row < count; row++, at += width) {
    const index = rows.knownText === undefined ? -1 : store.ofText(rows.knownText(row), sharing);
    known[row] = index;
    sources[row] =
      index >= 0
        ? store.sourceOf(index)
        : store.source(
            numbers[at + column.sourceLow] ?? 0,
            numbers[at + column.sourceHigh] ?? 0,
            numbers[at + column.context] ?? 0,
          );
  }
  let row = 0;
  const pair = {
    source: 0,
    targetLow: 0,
    targetHigh: 0,
    targetCheck: 0,
    writing: 0,
    before: 0,
    after: 0,
    idName: 0,
    idNumber: 0,
    line: 0,
    findings: findings?.[0],
    text: () => rows.textIn(texts, row),
  };
  for (let at = 0; row < count; row++, at += width) {
    pair.source = sources[row] ?? 0;
    pair.targetLow = numbers[at + column.targetLow] ?? 0;
    pair.targetHigh = numbers[at + column.targetHigh] ?? 0;
    pair.targetCheck = numbers[at + column.targetCheck] ?? 0;
    pair.writing = numbers[at + column.writing] ?? 0;
    pair.before = row === 0 ? 0 : (numbers[at - width + column.context] ?? 0);
    pair.after = row === count - 1 ? 0 : (numbers[at + width + column.context] ?? 0);
    pair.idName = names[numbers[at + column.prefix] ?? 0] ?? 0;
    pair.idNumber = numbers[at + column.digits] ?? 0;
    pair.line = numbers[at + column.line] ?? 0;
    pair.findings = findings?.[row];
    let index = known[row] ?? -1;
    if (index >= 0) store.addTo(index, pair, sharing);
    else {
      index = store.add(pair, sharing);
      if (rows.knownText !== undefined) store.setOfText(rows.knownText(row), index);
    }
    if (hasNeighbours && store.isFirstAt(index, pair, sharing)) {
      store.extras.setNeighbours(index, sources[row - 1] ?? -1, sources[row + 1] ?? -1);
    }
  }
}
