import type { Article, Unit } from '../model/article.js';
import type { MemoryEntry } from '../model/memory/entry.js';
import type { SourceArticle } from '../model/source-article.js';
import type { ExportOptions } from './export-options.js';

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
  /** Codes of what rules found in its pairs, by their ids, where rules were run. Default: none were. */
  readonly findings?: ReadonlyMap<string, readonly string[]>;
}

/** An article that is to be translated, on its way out. */
export interface SourceItem {
  readonly article: SourceArticle;
  /** The path that names the article in the output, with `/`. */
  readonly path: string;
  readonly trgLang: string;
}

/** The languages of an output file. */
export interface Languages {
  readonly srcLang: string;
  readonly trgLang: string;
}

/** A part of a file: text, to be encoded in UTF-8, or bytes. */
export type Chunk = string | Uint8Array;

/**
 * Puts the chunks of a file into a form with a state over all of them, such as an archive; in one thread, in their order.
 * What it gives is memory of its own: the bytes that it is handed are others after the call.
 */
export interface Packer {
  /** One or more whole chunks, in UTF-8. Gives what there is to write so far. */
  add(chunks: Uint8Array): Iterable<Uint8Array>;
  /** There are no more. Gives the rest of the file. */
  end(): Iterable<Uint8Array>;
}

/**
 * A file of a format: how it begins, holds articles, and ends. The chunks of one file, joined, are a whole document.
 *
 * No state is kept between articles: they are written by several threads, and put together in the order of their paths.
 */
export interface OutputFile {
  /** The end of its name, with its dot. Files that differ by language say so here. */
  readonly extension: string | ((languages: Languages) => string);
  begin(languages: Languages, options: ExportOptions): Chunk;
  /** An article in chunks; none where it has nothing to export. */
  article(item: ExportItem, options: ExportOptions): Iterable<Chunk>;
  /** An article that is to be translated, in chunks; none where it has nothing to translate. Default: files of the format take none. */
  source?(item: SourceItem, options: ExportOptions): Iterable<Chunk>;
  /** An entry of a memory in chunks. Default: files of the format take no entries. */
  entry?(entry: MemoryEntry, options: ExportOptions): Iterable<Chunk>;
  end(languages: Languages, options: ExportOptions): Chunk;
  /**
   * What makes the file of its chunks, loaded where it is needed only: in the thread that writes it, for each file.
   * Default: the chunks are the file.
   */
  pack?(languages: Languages, options: ExportOptions): Promise<Packer>;
  /**
   * What stands before `item.stem` wherever the file holds it, and nowhere else: where two articles of a file have one
   * stem, the stems of the later one get a number there. Default: the file holds no stem.
   */
  stemMark?(options: ExportOptions): string;
}

/**
 * A format. All that the command line, paths of outputs and messages need is in this object.
 *
 * @example
 * const targets = {
 *   name: 'targets',
 *   title: 'a line for each target',
 *   extension: '.txt',
 *   scope: 'language',
 *   begin: () => '',
 *   article: ({ article }) => pairsOf(article).map(({ target }) => `${toPlainText(target.content)}\n`),
 *   end: () => '',
 * };
 * const target = '<span data-ttu-id="1a2b3-101">**Hallo**</span>';
 * const source = '<span class="sxs-lookup"><span data-stu-id="1a2b3-101">**Hello**</span></span>';
 * const article = articleOf(parseArticle(target + source));
 * article && exportToString([article], targets) // 'Hallo\n'
 */
export interface Exporter<Name extends string = string> extends OutputFile {
  /** By which options know it: lower case. */
  readonly name: Name;
  /** What people call it, with its version. */
  readonly title: string;
  /** Extensions by which a file of the format can be named, too. Default: none. */
  readonly otherExtensions?: readonly string[];
  /** In a folder: a file for each article, or one for each target language. */
  readonly scope: 'article' | 'language';
  /** Whether one file may hold several target languages. Default: `false`. */
  readonly multilingual?: boolean;
  /** Whether a file without any article is valid. Default: `false`. */
  readonly mayBeEmpty?: boolean;
  /** Whether it is written where no format is asked for. Default: `false`. */
  readonly usual?: boolean;
  /** Whether its files hold a digest of what translators edit, so that an edited one is not replaced. Default: `false`. */
  readonly hasDigest?: boolean;
  /**
   * Whether its files read the units of an article from `ExportItem.units` where there are some: then an article that is
   * too large to be in memory is written in parts. Default: `false`: articles are read as a whole.
   */
  readonly takesParts?: boolean;
  /** Files that are written beside the first one. Default: none. */
  readonly beside?: readonly OutputFile[];
  /** Loads what only this format needs; called once in each thread, before anything is written. Default: nothing. */
  prepare?(): Promise<void>;
}
