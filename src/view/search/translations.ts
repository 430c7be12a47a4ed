/** A translation of a source, with all segments that have it, by their numbers. */
export interface Translation {
  /** The language of its target; empty where that is not known. */
  readonly trgLang: string;
  readonly segments: readonly number[];
}

/** The translations of a source: by language, and in each the most frequent first. */
export interface Translations {
  /** Adds a segment; `targets`: its folded targets. */
  add(segment: number, trgLang: string, targets: string): void;
  all(): readonly Translation[];
}

/** Starts without any. */
export function createTranslations(): Translations {
  const known = new Map<string, { readonly trgLang: string; readonly segments: number[] }>();
  return {
    add(segment, trgLang, targets) {
      const key = `${trgLang}\n${targets}`;
      const group = known.get(key);
      if (group === undefined) known.set(key, { trgLang, segments: [segment] });
      else group.segments.push(segment);
    },
    all: () =>
      [...known.values()].sort((one, other) =>
        one.trgLang === other.trgLang
          ? other.segments.length - one.segments.length
          : one.trgLang < other.trgLang
            ? -1
            : 1,
      ),
  };
}
