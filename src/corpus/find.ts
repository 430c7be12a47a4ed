import { type Dirent, readdirSync, type Stats, statSync } from 'node:fs';
import { dirname, isAbsolute, normalize, relative, sep } from 'node:path';
import { compareBytes } from './byte-order.js';
import { CorpusError, reasonOf } from './error.js';

/** An article that was found, not yet read. */
export interface FoundArticle {
  /** As it was named, or the folder as it was named and the way from there; with `/`. */
  readonly path: string;
  /** The same for the file system. Bytes where the name is not UTF-8. `undefined`: standard input. */
  readonly file: string | Buffer | undefined;
  /** Where its output belongs, below the output folder, without extension; with `/`. */
  readonly name: string;
}

/** What a search gave. All lists are in the order of the bytes of the paths. */
export interface FoundArticles {
  readonly articles: readonly FoundArticle[];
  /** Folders that could not be read. */
  readonly unreadable: readonly { readonly path: string; readonly reason: string }[];
  /** Files in folders whose format might hold pairs, but which are not Markdown. */
  readonly others: readonly FoundArticle[];
}

const articleExtension = /\.(?:md|markdown)$/i;
const otherExtension = /\.(?:ya?ml|xml|html?|json|txt)$/i;

/**
 * Finds the articles that inputs name: files, folders, globs, and `-` for standard input.
 *
 * Folders are searched for Markdown files, all the way down; `node_modules`, names that start with a dot, and symbolic
 * links are passed over. Globs are tried where no file has that very name. Order is that of the bytes of the paths.
 *
 * `onFound` is told how many articles were found so far, after each folder.
 *
 * @throws {CorpusError} `input`: an input does not exist, or a glob matches nothing.
 */
export async function findArticles(
  inputs: readonly string[],
  onFound?: (articles: number) => void,
): Promise<FoundArticles> {
  const articles = new Map<string, FoundArticle>();
  const others = new Map<string, FoundArticle>();
  const unreadable: { path: string; reason: string }[] = [];
  for (const input of inputs) {
    if (input === '-') {
      articles.set('-', { path: 'stdin', file: undefined, name: 'stdin' });
      continue;
    }
    const stats = statOf(input);
    if (stats === undefined) {
      const base = globBase(input);
      for (const file of await expandGlob(input)) addFile(articles, file, base);
    } else if (stats.isDirectory()) {
      walk(input, { articles, others, unreadable }, onFound);
    } else {
      addFile(articles, input);
    }
  }
  return {
    articles: inByteOrder(articles),
    others: inByteOrder(others).filter(({ path }) => !articles.has(path)),
    unreadable: unreadable.sort((a, b) => compareBytes(a.path, b.path)),
  };
}

function statOf(input: string): Stats | undefined {
  try {
    return statSync(input);
  } catch (error) {
    if (globCharacter.test(input)) return undefined;
    throw new CorpusError('input', `${input}: cannot be read: ${reasonOf(error)}.`, { cause: error });
  }
}

/** Any of these makes a glob of a path. */
const globCharacter = /[*?[\]{}()!]/;

async function expandGlob(pattern: string): Promise<string[]> {
  const { glob } = await import('tinyglobby');
  const files = await glob(pattern, {
    expandDirectories: false,
    followSymbolicLinks: false,
    ignore: ['**/node_modules/**'],
  });
  if (files.length > 0) return files;
  throw new CorpusError('input', `${pattern}: no such file, and no file matches it as a glob.`);
}

/** The folder that a glob starts from: its folders up to the first with a character of globs. */
function globBase(pattern: string): string {
  const folders = withSlashes(pattern).split('/').slice(0, -1);
  const first = folders.findIndex((folder) => globCharacter.test(folder));
  return folders.slice(0, first < 0 ? folders.length : first).join('/') || (isAbsolute(pattern) ? '/' : '.');
}

/**
 * A file that was named stands below the output folder as it was named. If that leads elsewhere, it stands there as it
 * does below the folder that its glob starts from, or by its name alone.
 */
function addFile(articles: Map<string, FoundArticle>, file: string, base: string = dirname(file)): void {
  const path = withSlashes(normalize(file));
  const elsewhere = isAbsolute(file) || path.startsWith('../');
  const name = elsewhere ? withSlashes(relative(base, file)) : path;
  articles.set(path, { path, file, name: withoutExtension(name) });
}

interface Search {
  readonly articles: Map<string, FoundArticle>;
  readonly others: Map<string, FoundArticle>;
  readonly unreadable: { path: string; reason: string }[];
}

/** A folder on the way down. Paths end with the separator, or are empty: they are put together, not normalised again. */
interface Folder {
  readonly path: string;
  /** The same, where that is not UTF-8. */
  readonly bytes?: Buffer;
}

function walk(
  root: string,
  { articles, others, unreadable }: Search,
  onFound: ((articles: number) => void) | undefined,
): void {
  const normal = normalize(root);
  const top: Folder = { path: normal === '.' ? '' : normal.endsWith(sep) ? normal : normal + sep };
  const folders = [top];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    let entries: readonly (Dirent | Dirent<Buffer>)[];
    try {
      entries = readFolder(folder);
    } catch (error) {
      const path = folder === top ? root : folder.path.slice(0, -sep.length);
      unreadable.push({ path: withSlashes(path), reason: reasonOf(error) });
      continue;
    }
    for (const entry of entries) {
      const own = String(entry.name);
      if (own.startsWith('.') || own === 'node_modules') continue;
      const file = folder.path + own;
      const bytes = bytesOf(folder, entry.name, own);
      if (entry.isDirectory()) {
        const path = file + sep;
        folders.push(bytes === undefined ? { path } : { path, bytes: Buffer.concat([bytes, Buffer.from(sep)]) });
      } else if (entry.isFile()) {
        const list = articleExtension.test(own) ? articles : otherExtension.test(own) ? others : undefined;
        if (list === undefined) continue;
        const path = withSlashes(file);
        // A part of the path, which takes no memory of its own: trees are large.
        const found = { path, file: bytes ?? file, name: path.slice(top.path.length, path.lastIndexOf('.')) };
        // Bytes that are no UTF-8 all read alike: such files are told apart by their bytes.
        list.set(bytes === undefined ? path : `${path}\0${bytes.toString('latin1')}`, found);
      }
    }
    onFound?.(articles.size);
  }
}

/** The entries of a folder; with names in bytes where one of them, or the way there, may not be UTF-8. */
function readFolder({ path, bytes }: Folder): readonly (Dirent | Dirent<Buffer>)[] {
  const folder = bytes ?? (path || '.');
  const entries = bytes === undefined ? readdirSync(folder, { withFileTypes: true }) : undefined;
  if (entries?.every(({ name }) => !name.includes('\ufffd'))) return entries;
  return readdirSync(folder, { withFileTypes: true, encoding: 'buffer' });
}

/** The path as bytes where it is not UTF-8: the system knows the file by no other name. */
function bytesOf(folder: Folder, name: string | Buffer, decoded: string): Buffer | undefined {
  if (typeof name === 'string' || (folder.bytes === undefined && Buffer.from(decoded).equals(name))) return undefined;
  return Buffer.concat([folder.bytes ?? Buffer.from(folder.path), name]);
}

function inByteOrder(found: ReadonlyMap<string, FoundArticle>): FoundArticle[] {
  return [...found.values()].sort((a, b) => compareBytes(a.path, b.path));
}

function withoutExtension(path: string): string {
  return path.replace(/(?<=[^/])\.[^./]+$/, '');
}

function withSlashes(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}
