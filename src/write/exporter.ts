import type { Article, Unit } from '../model/article.js';
import { date, language, nameOf, type OptionKinds, truth } from '../model/options.js';

/** The output formats, by the names that the command line knows them by. */
export type Format = 'xliff' | 'tmx' | 'xliff1.2';

/** All of them. */
export const formatNames: readonly Format[] = ['xliff', 'tmx', 'xliff1.2'];

/**
 * How inline markup is written. `codes`: as inline elements; `text`: the Markdown as literal text, for clients that read
 * Markdown as plain text; `strip`: not at all.
 */
export type InlineMode = 'codes' | 'text' | 'strip';

/** XLIFF: a unit for each block, with its pairs as segments; or one for each pair. */
export type UnitMode = 'block' | 'pair';

/**
 * TMX: in whose way a unit says where its text stands. `omegat`: file, sentence before and sentence after, so that
 * OmegaT applies the unit there only; `memoq`: the texts before and after.
 */
export type ContextDialect = 'none' | 'omegat' | 'memoq';

/** What can be chosen of the output. */
export interface ExportOptions {
  /** The source language, a BCP 47 tag. Default: `en-US`. */
  readonly srcLang?: string;
  /** The target language, a BCP 47 tag. Default: that of the article, else `und`. */
  readonly trgLang?: string;
  /** Default: `codes`. */
  readonly inline?: InlineMode;
  /** Default: `block`. */
  readonly units?: UnitMode;
  /** Default: `none`. */
  readonly context?: ContextDialect;
  /** Whether the front matter is written, as XLIFF metadata and TMX properties. Default: `true`. */
  readonly metadata?: boolean;
  /** When the output was made, `YYYYMMDDThhmmssZ`, for formats that can say so. Default: it is not said. */
  readonly date?: string;
}

/** An article on its way out. */
export interface ExportItem {
  readonly article: Article;
  /** The units of an article that is too large to have all of them in memory; read once. Default: those of `article`. */
  readonly units?: Iterable<Unit>;
  /** The path that names the article in the output, as a project of a client has it: below the folder that was exported; with `/`. */
  readonly path: string;
  readonly trgLang: string;
  /** Unique among the articles of one file and stable over hand-offs; TMX `tuid`s start with it. */
  readonly stem: string;
}

/** The languages of an output file. */
export interface Languages {
  readonly srcLang: string;
  readonly trgLang: string;
}

/**
 * A format: how its files begin, hold articles, and end. No state is kept between articles.
 *
 * The chunks of one file, joined, are a well-formed document. All are text to be encoded in UTF-8.
 */
export interface Exporter {
  readonly format: Format;
  /** With its dot. */
  readonly extension: string;
  begin(languages: Languages, options: ExportOptions): string;
  /** An article in chunks; none where it has nothing to export. */
  article(item: ExportItem, options: ExportOptions): Iterable<string>;
  end(): string;
}

/** The source language where none is named. */
export const defaultSrcLang = 'en-US';

/** The extensions of the formats. */
export const extensions: Readonly<Record<Format, string>> = { xliff: '.xlf', tmx: '.tmx', 'xliff1.2': '.xlf' };

/** What the options of all formats take. */
export const exportOptionKinds: OptionKinds = {
  srcLang: language,
  trgLang: language,
  inline: nameOf(['codes', 'text', 'strip'] satisfies InlineMode[]),
  units: nameOf(['block', 'pair'] satisfies UnitMode[]),
  context: nameOf(['none', 'omegat', 'memoq'] satisfies ContextDialect[]),
  metadata: truth,
  date,
};
