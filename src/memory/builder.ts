import type { MemoryEntry } from '../model/memory/entry.js';
import { addTo, type LanguageCount, type MemoryCount } from './count.js';
import { entriesOf, type WrittenEntry, writtenEntriesOf } from './entries/entries.js';
import { joinedEntriesOf } from './entries/join.js';
import type { EntrySource } from './entries/known-target.js';
import { type Selection, select } from './entries/selection.js';
import type { Steps } from './entries/steps.js';
import type { Facts } from './facts.js';
import { sourcesIn } from './held-sources.js';
import type { Holdout } from './holdout.js';
import type { PairHashes } from './pairs/pair-hashes.js';
import { digitsOf, type Rows } from './pairs/row-list.js';
import { addRows, type Shared } from './pairs/rows.js';
import type { Policy } from './policy.js';
import { Store } from './store/store.js';
import { createTexts, type Texts } from './store/texts.js';

/** How a memory is built. */
export interface BuilderOptions {
  readonly policy: Policy;
  readonly srcLang: string;
  readonly join: boolean;
  /** Whether entries say what stands before and after them. */
  readonly hasNeighbours: boolean;
  /** Whether articles may come in several versions. */
  readonly hasVersions: boolean;
  /** The articles that are a set for tests. Default: there is none. */
  readonly holdout?: Holdout | undefined;
  /** Where texts are kept. Default: in memory. */
  readonly texts?: Texts;
}

/** A set of entries: the memory, or what is held out of it. */
export interface BuiltSet {
  /** The languages of its targets, in the order of their tags. */
  readonly languages: readonly string[];
  /** Those in a language, or all of them; made as they are asked for. */
  entries(trgLang?: string): Iterable<MemoryEntry>;
  /** The same where texts are kept as a format writes them, and each language has entries of its own. */
  writtenEntries(trgLang?: string): Iterable<WrittenEntry>;
  readonly count: MemoryCount;
}

/** Builds a memory of what is added to it, in any order. */
export interface Builder {
  /** Pairs that are left out before they come to the memory, by reason. */
  leaveOut(reason: string, count: number): void;
  addArticle(rows: Rows, shared: Shared): void;
  /** A translation of a document. */
  addTranslation(
    pair: PairHashes,
    trgLang: string,
    facts: Facts,
    contexts: readonly (readonly [number, number])[],
  ): void;
  build(): Steps<Built>;
}

/** What was built. */
export interface Built {
  readonly memory: BuiltSet;
  /** What is held out of it. */
  readonly test?: BuiltSet;
}

export function createBuilder({
  policy,
  srcLang,
  join,
  hasNeighbours,
  hasVersions,
  holdout,
  texts = createTexts(),
}: BuilderOptions): Builder {
  const newStore = (): Store => new Store(texts, policy, hasVersions);
  const rest = newStore();
  const test = holdout === undefined ? undefined : newStore();
  const leftOut: Record<string, number> = {};
  const added = { rest: 0, test: 0 };
  const setOf = (store: Store, selection: Selection, found: number, reasons: Record<string, number>): BuiltSet => {
    const from: EntrySource = { store, selection, policy, srcLang, hasNeighbours };
    addTo(reasons, 'duplicate', found - store.targetCount);
    addTo(reasons, 'replaced', selection.replaced);
    addTo(reasons, 'held-out', selection.leftOut);
    const languages = countLanguages(store, selection);
    const total = Object.values(reasons).reduce((sum, count) => sum + count, selection.kept.length);
    return {
      languages: Object.keys(languages),
      entries: (trgLang) => (join ? joinedEntriesOf(from) : entriesOf(from, trgLang)),
      writtenEntries: (trgLang) => writtenEntriesOf(from, trgLang),
      count: { found: total, entries: selection.kept.length, leftOut: reasons, sources: selection.sources, languages },
    };
  };
  return {
    leaveOut: (reason, count) => addTo(leftOut, reason, count),
    addArticle(rows, shared) {
      const isHeldOut = test !== undefined && holdout?.has(shared.origin) === true;
      added[isHeldOut ? 'test' : 'rest'] += rows.count;
      addRows(isHeldOut ? test : rest, texts, rows, shared, hasNeighbours);
    },
    addTranslation(pair, trgLang, facts, contexts) {
      added.rest++;
      const { id, origin, type, first, last, count, service, topic, props, replaced, neighbours } = facts;
      // Written out: objects that are spread have hidden classes of their own.
      const sharing = rest.share({
        origin,
        trgLang,
        type,
        first,
        last,
        count,
        service,
        topic,
        props,
        replaced,
        neighbours: hasNeighbours ? neighbours : undefined,
      });
      const [before = 0, after = 0] = contexts[0] ?? [];
      const end = id.length - digitsOf(id);
      const index = rest.add(
        {
          source: rest.source(pair.sourceLow, pair.sourceHigh, pair.context),
          targetLow: pair.targetLow,
          targetHigh: pair.targetHigh,
          targetCheck: pair.targetCheck,
          writing: pair.writing,
          before,
          after,
          idName: rest.nameNumber(id.slice(0, end)),
          idNumber: end === id.length ? 0 : Number(id.slice(end)),
          line: facts.line,
          findings: facts.findings,
          text: () => texts.add(pair.text()),
        },
        sharing,
      );
      for (let at = 1; at < contexts.length; at++) rest.extras.addContext(index, ...(contexts[at] ?? [0, 0]));
    },
    *build() {
      const isHeldOut = test === undefined ? undefined : sourcesIn(test, rest);
      const memory = setOf(rest, yield* select(rest, policy, isHeldOut), added.rest, { ...leftOut });
      if (test === undefined) return { memory };
      return { memory, test: setOf(test, yield* select(test, policy), added.test, {}) };
    },
  };
}

function countLanguages(store: Store, { kept }: Selection): Readonly<Record<string, LanguageCount>> {
  const counts = new Map<
    string,
    { entries: number; ht: number; mt: number; unknown: number; years: Record<string, number> }
  >();
  for (const index of kept) {
    const trgLang = store.languageOf(index);
    const type = store.typeOf(index);
    const last = store.lastOf(index);
    const count = counts.get(trgLang) ?? { entries: 0, ht: 0, mt: 0, unknown: 0, years: {} };
    counts.set(trgLang, count);
    count.entries++;
    count[type ?? 'unknown']++;
    addTo(count.years, last === 0 ? 'unknown' : String(Math.floor(last / 10_000)), 1);
  }
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
