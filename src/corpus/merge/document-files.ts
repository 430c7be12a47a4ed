import { realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { type AssignedFile, createAssigner } from '../../merge/files/assign-files.js';
import { mergeFinding } from '../../merge/finding.js';
import type { MergeInto } from '../../merge/merged.js';
import type { Article } from '../../model/article.js';
import type { Content } from '../../model/content.js';
import type { Diagnostic } from '../../model/diagnostics/diagnostic.js';
import { diagnosticForFile } from '../../model/diagnostics/diagnostic-kinds.js';
import type { EditedFile, Piece } from '../../read/edited/document.js';
import { readFoundArticle } from '../articles/read.js';
import type { FoundArticle } from '../find/find.js';

/** The files of an XLIFF document, and the articles that they are of. */
export interface DocumentFiles {
  /** The file of an article, by its place; `undefined` where it has none. */
  fileOf(article: number): EditedFile | undefined;
  /** Files that are of no article, or may be of several. */
  readonly findings: readonly Diagnostic[];
}

/** A file of a document, as far as its article is looked for. */
export type NamedFile = Pick<EditedFile, 'original' | 'offset' | 'units'>;

/** Which file of a document is which article, by places; and those that are of none, or may be of several. */
export interface FoundFiles {
  readonly files: ReadonlyMap<number, number>;
  readonly findings: readonly Diagnostic[];
}

/** Finds the articles of the files of a document. `locate` completes findings about its places. */
export type FileFinder = (files: readonly NamedFile[], locate: MergeInto['locate']) => FoundFiles;

/** So many names are listed where one message has all. */
const shownNames = 5;

/**
 * Finds the article of each file of a document, however its path is spelled now: from another folder, absolute, through a
 * symbolic link, in a folder of the tree or around it.
 *
 * `stdin`: what there is to read where an article has no file.
 */
export function findFiles(
  { locate }: Pick<MergeInto, 'locate'>,
  files: readonly EditedFile[],
  articles: readonly FoundArticle[],
  stdin?: Uint8Array,
): DocumentFiles {
  const [only] = files;
  // One article, one file: whatever they are called, `merge` says whether it is of it.
  if (articles.length === 1 && files.length === 1) return { fileOf: () => only, findings: [] };
  const found = createFileFinder(articles, stdin)(files, locate);
  return { fileOf: (article) => files[found.files.get(article) ?? -1], findings: found.findings };
}

/** The same for any number of documents: what is read of an article is read once. */
export function createFileFinder(articles: readonly FoundArticle[], stdin?: Uint8Array): FileFinder {
  const realOf = createRealPaths();
  const assign = createAssigner({
    paths: articles.map((article) => pathsOf(article, realOf)),
    idsOf(index) {
      const found = articles[index];
      return found === undefined ? new Set() : idsOf(readFoundArticle(found, { stdin }).article);
    },
    sourcesOf(index) {
      const found = articles[index];
      return found === undefined ? new Set() : sourcesOf(readFoundArticle(found, { stdin }).article);
    },
  });
  return (files, locate) => {
    const assignment = assign(files.map(toAssignedFile));
    const { unused, doubtful } = assignment;
    const nameOf = (index: number): string => files[index]?.original ?? '';
    if (unused.length === files.length) {
      const names = unused.slice(0, shownNames).map(nameOf).join(', ');
      const others = unused.length > shownNames ? ` and ${unused.length - shownNames} more` : '';
      const shown = files.length === 0 ? 'it has no <file>' : `${names}${others}`;
      return { files: new Map(), findings: [diagnosticForFile('merge/no-article', shown)] };
    }
    const findings = [
      ...unused.map((index) => mergeFinding('merge/unused-file', files[index]?.offset ?? 0, nameOf(index))),
      ...doubtful.map(({ file, articles: places }) => {
        const paths = places.slice(0, shownNames).map((index) => articles[index]?.path ?? '');
        const others = places.length > shownNames ? [`${places.length - shownNames} more`] : [];
        const names = [...paths, ...others].join(', ');
        return mergeFinding('merge/several-articles', files[file]?.offset ?? 0, nameOf(file), names);
      }),
    ];
    return { files: assignment.files, findings: findings.length === 0 ? [] : (locate?.(findings) ?? []) };
  };
}

function toAssignedFile(file: NamedFile): AssignedFile {
  return {
    original: file.original,
    ids: () => file.units.map(({ id }) => id),
    sources: () =>
      file.units.flatMap(({ parts }) =>
        parts.filter(({ kind }) => kind === 'segment').map(({ source }) => textOf(source)),
      ),
  };
}

/** A text without its codes, which stand for the same however they are written. */
function textOf(pieces: Content | readonly Piece[]): string {
  let text = '';
  for (const piece of pieces) {
    if (typeof piece === 'string') text += piece;
    else if (piece.kind === 'text') text += piece.text;
  }
  return text;
}

function sourcesOf(article: Article | undefined): ReadonlySet<string> {
  const sources = new Set<string>();
  for (const unit of article?.units ?? []) {
    for (const part of unit.parts) if (part.kind === 'segment') sources.add(textOf(part.source.content));
  }
  return sources;
}

function idsOf(article: Article | undefined): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const unit of article?.units ?? []) {
    ids.add(unit.id);
    for (const part of unit.parts) if (part.kind === 'segment') ids.add(part.id);
  }
  return ids;
}

/** The name of an article, and the paths that lead to it: absolute, and without symbolic links. */
function pathsOf({ path, file }: FoundArticle, realOf: (folder: string) => string): readonly string[] {
  if (typeof file !== 'string') return [path];
  const absolute = resolve(file);
  const real = join(realOf(dirname(absolute)), basename(absolute));
  return real === absolute ? [path, absolute] : [path, absolute, real];
}

/** Folders are looked up once. */
function createRealPaths(): (folder: string) => string {
  const known = new Map<string, string>();
  return (folder) => {
    let real = known.get(folder);
    if (real === undefined) {
      try {
        real = realpathSync(folder);
      } catch {
        real = folder;
      }
      known.set(folder, real);
    }
    return real;
  };
}
