import { statSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { CorpusError } from '../../error.js';
import type { RepositoryFile } from '../../git/revision.js';
import { createRealPaths } from '../../real-paths.js';
import { withSlashes } from '../../with-slashes.js';
import { checkGlob, type GlobParts, globCharacter, splitGlob } from '../glob.js';
import type { Unnamed } from '../named-inputs.js';
import type { Repositories, Repository } from './repositories.js';

/** What an input is in its repository. */
export interface Resolved<File extends RepositoryFile> extends Unnamed {
  readonly repository: Repository<File>;
  /** The file; or the path of the folder in the repository, empty or with `/` at its end; and which of the files below it. */
  readonly below: string;
  readonly inTree: readonly File[];
}

/** What inputs are looked for in. */
export interface Searched<File extends RepositoryFile> {
  /** In words: `main`. */
  readonly title: string;
  readonly repositories: Repositories<File>;
  /** Whether a path that is both a file and a folder is the folder. Default: it is the file. */
  isFolder?(file: File, below: readonly File[]): boolean;
}

/**
 * Finds what an input is. `isPath`: it is no glob.
 *
 * @throws {CorpusError} `input`: there is no such file or folder, or it is in no repository; `usage`: it is no article.
 */
export async function resolveInput<File extends RepositoryFile>(
  input: string,
  isPath: boolean,
  { title, repositories, isFolder }: Searched<File>,
): Promise<Resolved<File>> {
  const inTree = async (path: string): Promise<InTree<File>> => {
    const absolute = resolve(path);
    const folder = nearestFolder(absolute);
    const { repository, prefix } = await repositories.at(folder, input);
    return { repository, path: pathBelow(prefix, folder, absolute) };
  };
  const { repository, path } = await inTree(input);
  const absolute = resolve(input);
  const real = createRealPaths().folder(input);
  const below = path === '' ? '' : `${path}/`;
  const file = repository.fileAt(path);
  const files = file !== undefined && isFolder === undefined ? [] : repository.filesBelow(below);
  if (file !== undefined && (files.length === 0 || isFolder?.(file, files) !== true)) {
    requireArticle(path);
    return { kind: 'file', named: input, absolute, real, files: [input], repository, below: path, inTree: [file] };
  }
  if (files.length > 0 || path === '') {
    return { kind: 'folder', named: input, absolute, real, files: [], repository, below, inTree: files };
  }
  if (isPath || !globCharacter.test(input)) {
    throw new CorpusError('input', `${input}: there is no such file or folder in ${title}.`);
  }
  const parts = splitGlob(input);
  return resolveGlob(input, parts, await inTree(parts.folder), title);
}

/** A path in a repository, without `/` at its end; empty for the top. */
interface InTree<File extends RepositoryFile> {
  readonly repository: Repository<File>;
  readonly path: string;
}

/** The path in a repository of what is below a folder of it. */
export function pathBelow(prefix: string, folder: string, absolute: string): string {
  return (prefix + withSlashes(relative(folder, absolute))).replace(/\/$/, '');
}

async function resolveGlob<File extends RepositoryFile>(
  input: string,
  { folder: named, rest }: GlobParts,
  { repository, path }: InTree<File>,
  title: string,
): Promise<Resolved<File>> {
  checkGlob(rest);
  const { default: picomatch } = await import('picomatch');
  const below = path === '' ? '' : `${path}/`;
  const isMatch = picomatch(rest, { windows: false });
  const files = repository
    .filesBelow(below)
    .filter((file) => !/(?:^|\/)node_modules\//.test(file.path) && isMatch(file.path.slice(below.length)));
  if (files.length === 0) {
    throw new CorpusError(
      'input',
      `${input}: there is no such file in ${title}, and no file of it matches it as a glob.`,
    );
  }
  for (const file of files) requireArticle(file.path);
  const real = createRealPaths().folder(named);
  return { kind: 'glob', named, absolute: resolve(named), real, files: [], repository, below, inTree: files };
}

/** Documents are read where they are. */
function requireArticle(path: string): void {
  if (!/\.(?:xl(?:f|iff)|tmx)$/i.test(path)) return;
  throw new CorpusError('usage', `${path}: only articles are read of a revision; check out the document to read it.`);
}

/** The path, or the nearest above it, that is a folder on the disk. */
export function nearestFolder(path: string): string {
  for (let at = path; ; at = dirname(at)) {
    if (statSync(at, { throwIfNoEntry: false })?.isDirectory() || dirname(at) === at) return at;
  }
}
