import { join, relative, resolve, sep } from 'node:path';
import type { Writable } from 'node:stream';
import type { Diagnostic } from '../../model/diagnostics/diagnostic.js';
import { normalizeLanguage } from '../../model/language.js';
import { CorpusError } from '../error.js';
import { type FoundArticle, namedPathOf } from '../find/find.js';
import { createDerivedPlaces, createPlaceFinder } from '../places/derived-places.js';
import { namesIn, type OutputGuard } from '../places/guard.js';
import { impossiblePath } from '../places/impossible-path.js';
import { createFileWriter } from '../sinks/committing.js';
import { createStreamSink } from '../sinks/stream-sink.js';

/** Where the sides of articles are written. */
export interface SplitOutputs {
  /** Gives what there is to say where it cannot be written because of its path. */
  write(article: FoundArticle, language: string, bytes: Uint8Array): Promise<Diagnostic | undefined>;
  /** Waits until all is on the disk. */
  commit(): Promise<void>;
  /** Takes away what is not whole. */
  discard(): Promise<void>;
}

/** Writes to `FOLDER/LANGUAGE/relative/path.md`. */
export function createFolderOutputs(
  folder: string,
  guard: OutputGuard,
  onWritten: (path: string) => void,
): SplitOutputs {
  const writers = new Map<string, string>();
  const files = createFileWriter();
  const placeAt = createPlaceFinder(folder);
  return {
    async write(article, language, bytes) {
      const path = join(folder, language, fileNameOf(article));
      const impossible = impossiblePath(path);
      if (impossible !== undefined) return impossible;
      const place = placeAt(path);
      if ('code' in place) return place;
      const other = writers.get(path);
      if (other !== undefined) throw sameOutput(other, namedPathOf(article), path);
      guard.claim(path);
      writers.set(path, namedPathOf(article));
      const written = files.write(path, [bytes], { isDerived: true, old: place.old });
      onWritten(path);
      await written;
      return undefined;
    },
    commit: files.finish,
    discard: files.discard,
  };
}

/** Writes to a stream. */
export function createStreamOutputs(stdout: Writable, signal: AbortSignal | undefined): SplitOutputs {
  const sink = createStreamSink(stdout, signal);
  return {
    write: async (_article, _language, bytes) => {
      await sink.write(bytes);
      return undefined;
    },
    commit: async () => undefined,
    discard: async () => undefined,
  };
}

/** Two articles with one relative path would take each other's place, in the source language at least. */
export function checkNames(articles: readonly FoundArticle[], folder: string, language: string): void {
  const names = new Map<string, string>();
  for (const article of articles) {
    const name = fileNameOf(article);
    const other = names.get(name);
    if (other !== undefined) throw sameOutput(other, namedPathOf(article), join(folder, language, name));
    names.set(name, namedPathOf(article));
  }
}

/**
 * No side may take the place of an input: reported before anything is written. `alsoWritten` are outputs of the caller.
 *
 * `languagesOf` reads an article, and gives the languages that it is written in. It is asked only where the article
 * would take such a place in the folder of some language.
 */
export function checkSides(
  articles: readonly FoundArticle[],
  folder: string,
  alsoWritten: readonly string[],
  guard: OutputGuard,
  languagesOf: (index: number) => readonly string[],
): void {
  const languages = languageFolders(folder, alsoWritten);
  const obstacleAt = createDerivedPlaces(folder);
  for (const [index, article] of articles.entries()) {
    const conflictOf = (language: string): CorpusError | undefined => {
      const path = join(folder, language, fileNameOf(article));
      // What cannot be written for what is in the way takes no place.
      return obstacleAt(path) === undefined ? guard.conflictOf(path) : undefined;
    };
    if (languages.every((language) => conflictOf(language) === undefined)) continue;
    const conflict = languagesOf(index).map(conflictOf).find(Boolean);
    if (conflict !== undefined) throw conflict;
  }
}

/** Names of folders that may be those of languages: of those that are there, and on the way to other outputs. */
function languageFolders(folder: string, alsoWritten: readonly string[]): readonly string[] {
  const others = alsoWritten.map((path) => relative(resolve(folder), resolve(path)).split(sep)[0] ?? '');
  return [...namesIn(folder), ...others].filter((name) => normalizeLanguage(name) !== undefined);
}

function sameOutput(first: string, second: string, path: string): CorpusError {
  return new CorpusError(
    'usage',
    `${first} and ${second} would both be written to ${path}; split them one by one, to folders of their own.`,
  );
}

/** The path of an article below the folder of its language. */
export function fileNameOf({ path }: FoundArticle): string {
  return /(?<=[^/])\.[^./]+$/.test(path) ? path : `${path}.md`;
}
