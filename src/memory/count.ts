/** What came into a memory, and what became of it: `found` is `entries` and all of `leftOut`. */
export interface MemoryCount {
  /** Pairs of articles, and translations in memories. */
  readonly found: number;
  /** Translations in the memory. */
  readonly entries: number;
  /**
   * By reason: why a pair is not exported (as `export` says it), `only`, `since`, `where`; `document/…`: why a variant of a
   * unit is no translation (a unit that is damaged counts once); `duplicate`: it stands in the
   * memory, from another place; `replaced`: a better translation of its source does; `held-out`: its source stands in the
   * test set.
   */
  readonly leftOut: Readonly<Record<string, number>>;
  /** Sources, in all languages together. */
  readonly sources: number;
  /** Translations by language, and by whom; and the first and the last hand-off. */
  readonly languages: Readonly<Record<string, LanguageCount>>;
}

/** What a memory holds in a language. */
export interface LanguageCount {
  readonly entries: number;
  readonly ht: number;
  readonly mt: number;
  readonly unknown: number;
  /** By the year of the last hand-off; `unknown` where none is known. */
  readonly years: Readonly<Record<string, number>>;
}

/** Adds a number to that of a name. */
export function addTo(counts: Record<string, number>, name: string, number: number): void {
  if (number !== 0) counts[name] = (counts[name] ?? 0) + number;
}
