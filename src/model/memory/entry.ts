import type { Side, TranslationType } from '../article.js';

/** A text of an entry: its Markdown, and the same with inline codes apart from text. No range of it is of any article. */
export type EntryText = Pick<Side, 'text' | 'content'>;

/** Where a translation stands. */
export interface EntryPlace {
  /** The path of the article. */
  readonly path: string;
  /** The id of the pair in it. */
  readonly id: string;
  /** The line of the pair in it, 1-based. */
  readonly line?: number;
  /** The hash of the English original of the article: `ms.openlocfilehash`. */
  readonly sourceHash?: string;
  /** The commit that the English original is of: `ms.sourcegitcommit`. */
  readonly sourceCommit?: string;
  /** The commit of a history that has the article in this version; not there where none was read. */
  readonly commit?: string;
}

/** A property that another tool, or a person, wrote: a `<prop>` of TMX. */
export interface EntryProp {
  readonly type: string;
  readonly value: string;
}

/** What an entry replaced: the translation that was the next best. */
export interface ReplacedTarget extends EntryText {
  readonly translationType?: TranslationType;
  /** YYYY-MM-DD. */
  readonly lastHandoff?: string;
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
  /** In how many places it was seen. */
  readonly count: number;
  /** The first of these places, by path and id, as far as any is known. */
  readonly places: readonly EntryPlace[];
  /** `ms.service` of the articles, where all of them agree. */
  readonly service?: string;
  /** `ms.topic` of the articles, where all of them agree. */
  readonly topic?: string;
  /** What the rules of `check` found at the first place: their codes. Only there where that was asked for. */
  readonly findings?: readonly string[];
  /**
   * Hashes of the sources before and after, as `BEFORE-AFTER`, 8 hexadecimal digits each, at most four of them: `00000000`
   * where nothing stands there.
   */
  readonly contexts?: readonly string[];
  /** The source before at the first place, where it is known. */
  readonly previous?: EntryText;
  /** The source after at the first place, where it is known. */
  readonly next?: EntryText;
  /** What it replaced. */
  readonly replaced?: ReplacedTarget;
  /** What other tools wrote of it. */
  readonly props?: readonly EntryProp[];
}

/** The same type, whose optional properties may also be there without a value. */
type WithUndefined<Type> = {
  readonly [Name in keyof Type]: Type[Name] | (object extends Pick<Type, Name> ? undefined : never);
};

/** A place whose properties are all there, some of them without a value. */
export type UniformPlace = WithUndefined<EntryPlace>;

/**
 * What is known of a translation besides its texts, or the translation itself: where all properties are there in any case, what
 * reads many of them is compiled for one shape.
 */
export type UniformTarget = WithUndefined<Omit<EntryTarget, keyof EntryText | 'places'>> & {
  readonly places: readonly UniformPlace[];
};

/** What was translated, once: a source, and a translation of it in each language, or several. Plain data. */
export interface MemoryEntry {
  /** Unique in its memory: the `tuid` of TMX. */
  readonly id: string;
  /** A BCP 47 tag. */
  readonly srcLang: string;
  readonly source: EntryText;
  readonly targets: readonly EntryTarget[];
}
