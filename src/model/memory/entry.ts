import type { Side, TranslationType } from '../article.js';

/** A text of an entry: its Markdown, and the same with inline codes apart from text. */
export type EntryText = Pick<Side, 'text' | 'content'>;

/** Where a translation stands. */
export interface EntryPlace {
  /** The path of the article. */
  readonly path: string;
  /** The id of the pair in it. */
  readonly id: string;
}

/** A translation of the source of an entry. */
export interface EntryTarget extends EntryText {
  /** A BCP 47 tag. */
  readonly trgLang: string;
  /** Who translated it; not there where nothing says so. */
  readonly translationType?: TranslationType;
  /** The first hand-off that had it: YYYY-MM-DD. */
  readonly firstHandoff?: string;
  /** The last one. */
  readonly lastHandoff?: string;
  /** How often it was seen. */
  readonly count: number;
  /** Where it was seen, as far as that is known. */
  readonly places: readonly EntryPlace[];
}

/** What was translated, once: a source, and a translation of it in each language, or several. Plain data. */
export interface MemoryEntry {
  /** Unique in its memory: the `tuid` of TMX. */
  readonly id: string;
  /** A BCP 47 tag. */
  readonly srcLang: string;
  readonly source: EntryText;
  readonly targets: readonly EntryTarget[];
}
