import { type Dirent, readdirSync } from 'node:fs';
import { basename, normalize, relative, resolve, sep } from 'node:path';
import { syntaxOfPath } from '../../read/carriers/choose-syntax.js';
import { compareBytes } from '../byte-order.js';
import { reasonOf } from '../error.js';
import { type Content, readOnce } from '../files/read-once.js';
import { mayHoldPairs } from './holds-pairs.js';
import { type NamedInput, resolveInputs, withSlashes } from './named-inputs.js';

/** An article that was found, not yet read. */
export interface FoundArticle {
  /**
   * What names it in outputs: its path below the folder that was named, or its name where itself was named; with several
   * inputs, after the name of its own. Below the base, where there is one. With `/`; never absolute.
   */
  readonly path: string;
  /** As it was named, or the folder as it was named and the way from there. Bytes where the name is not UTF-8. `undefined`: standard input. */
  readonly file: string | Buffer | undefined;
  /**
   * Where its output belongs, below the output folder: `path` without extension; with it, where it is no Markdown and
   * another article has the same path without.
   */
  readonly name: string;
  /** Of a pipe or a device, which can be read only once. */
  readonly content?: Content;
}

/** What a search gave. All lists are in the order of the bytes of the paths. */
export interface FoundArticles {
  readonly articles: readonly FoundArticle[];
  /** Articles whose names are not UTF-8, and in text are that of another article. */
  readonly alike: readonly FoundArticle[];
  /** Folders that could not be read. `file`: as it can be opened. */
  readonly unreadable: readonly { readonly path: string; readonly file: string; readonly reason: string }[];
  /** The folders that hold a tree each: those that were named, that globs start from, or that named files stand in. Absolute; none is in another one. */
  readonly trees: readonly string[];
}

/** How articles are looked for. */
export interface FindOptions {
  /** The folder that paths start from; all inputs are below it. Default: each input, by its name where there are several. */
  readonly base?: string;
  /** Called with the number of articles found so far, after each folder. */
  readonly onFound?: (articles: number) => void;
  /** Stops it: the promise rejects with the reason of the signal. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Finds the articles that inputs name: files, folders, globs, and `-` for standard input.
 *
 * Folders are searched for the files of carriers, all the way down: Markdown, and what else holds pairs (YAML, XML).
 * `node_modules`, names that start with a dot, and symbolic links are passed over; and so are, in folders and globs, YAML
 * and XML without pairs. A pipe or a device that is named is read here, because that can be done once. Globs are tried where no file has that very name. Order is that of the bytes of the paths; that
 * of the inputs changes nothing, and what several of them name is found once.
 *
 * @throws {CorpusError} `input`: an input does not exist, or a glob matches nothing; `usage`: an input is not below the
 * base.
 */
export async function findArticles(
  inputs: readonly string[],
  { base, onFound, signal }: FindOptions = {},
): Promise<FoundArticles> {
  const { named, readsStdin, trees } = await resolveInputs(inputs, base);
  const search: Search = { articles: new Map(), unreadable: [] };
  if (readsStdin) search.articles.set('-', { path: 'stdin', file: undefined, name: 'stdin' });
  for (const input of named) {
    if (input.kind === 'folder') walk(input, search, onFound);
    else addFiles(input, search, input.isOnce ? await readOnce(input.named, signal) : undefined);
  }
  const { articles, alike } = tellApart(withOwnNames(inByteOrder(search.articles)));
  return {
    articles,
    alike,
    unreadable: search.unreadable.sort((a, b) => compareBytes(a.path, b.path)),
    trees,
  };
}

/** The path of an article as it can be opened from where the command runs, for messages; with `/`. */
export function namedPathOf({ file }: Pick<FoundArticle, 'file'>): string {
  return file === undefined ? 'stdin' : withSlashes(String(file));
}

/** Files that were named, or that a glob matches. */
function addFiles({ kind, absolute, prefix, files }: NamedInput, { articles }: Search, content?: Content): void {
  for (const file of files) {
    const key = resolve(file);
    if (articles.has(key) || (kind === 'glob' && !mayBeArticle(file))) continue;
    const path = kind === 'file' ? prefix : prefix + withSlashes(relative(absolute, key));
    const normal = normalize(file);
    const found = { path, file: normal, name: withoutExtension(path) };
    articles.set(key, content === undefined ? found : { ...found, content });
  }
}

interface Search {
  readonly articles: Map<string, FoundArticle>;
  readonly unreadable: { path: string; file: string; reason: string }[];
}

/** A folder on the way down. Paths end with the separator, or are empty: they are put together, not normalised again. */
interface Folder {
  readonly path: string;
  /** The same, where that is not UTF-8. */
  readonly bytes?: Buffer;
}

function walk(
  { named, absolute, prefix }: NamedInput,
  { articles, unreadable }: Search,
  onFound: ((articles: number) => void) | undefined,
): void {
  const normal = normalize(named);
  const top: Folder = { path: normal === '.' ? '' : normal.endsWith(sep) ? normal : normal + sep };
  const start = top.path.length;
  const absoluteTop = absolute.endsWith(sep) ? absolute : absolute + sep;
  // Parts of paths take no memory of their own: trees are large.
  const pathOf = (file: string): string => {
    const below = withSlashes(file.slice(start));
    return prefix === '' ? below : prefix + below;
  };
  const folders = [top];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    let entries: readonly (Dirent | Dirent<Buffer>)[];
    try {
      entries = readFolder(folder);
    } catch (error) {
      const file = folder === top ? named : folder.path.slice(0, -sep.length);
      const path = folder === top ? prefix.slice(0, -1) || basename(absolute) || '.' : pathOf(file);
      unreadable.push({ path, file: withSlashes(file), reason: reasonOf(error) });
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
        const carrier = syntaxOfPath(own);
        if (carrier === undefined) continue;
        // Bytes that are no UTF-8 all read alike: such files are told apart by their bytes.
        const key =
          absoluteTop + (bytes === undefined ? file.slice(start) : `${file.slice(start)}\0${bytes.toString('latin1')}`);
        if (articles.has(key) || (carrier.pairsOnly && !mayHoldPairs(bytes ?? file))) continue;
        const path = pathOf(file);
        articles.set(key, { path, file: bytes ?? file, name: path.slice(0, path.lastIndexOf('.')) });
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

/** Whether what a glob matches is an article: of carriers that are for other things, too, only what may hold pairs. */
function mayBeArticle(file: string): boolean {
  return syntaxOfPath(file)?.pairsOnly !== true || mayHoldPairs(file);
}

/**
 * Articles with names of their own where only their extensions differ: `a.md` keeps the name `a`, and `a.xml` beside it
 * becomes `a.xml`.
 */
function withOwnNames(articles: FoundArticle[]): FoundArticle[] {
  const isOther = ({ path }: FoundArticle): boolean => syntaxOfPath(path)?.pairsOnly === true;
  // Most trees are Markdown and nothing else.
  if (!articles.some(isOther)) return articles;
  const counts = new Map<string, number>();
  for (const { name } of articles) counts.set(name, (counts.get(name) ?? 0) + 1);
  return articles.map((found) =>
    isOther(found) && (counts.get(found.name) ?? 0) > 1 ? { ...found, name: found.path } : found,
  );
}

/**
 * Leaves out articles whose path is that of another one: bytes that are not UTF-8 are all U+FFFD in text. Of these, the one
 * whose name is UTF-8 is kept, else the first by its bytes.
 */
function tellApart(articles: FoundArticle[]): Pick<FoundArticles, 'articles' | 'alike'> {
  if (!articles.some(({ file }) => file instanceof Buffer)) return { articles, alike: [] };
  const kept = new Map<string, FoundArticle>();
  for (const found of articles) {
    const other = kept.get(found.path);
    if (other === undefined || rankOf(found) < rankOf(other)) kept.set(found.path, found);
  }
  const isAlike = (found: FoundArticle): boolean => found.file instanceof Buffer && kept.get(found.path) !== found;
  return { articles: articles.filter((found) => !isAlike(found)), alike: articles.filter(isAlike) };
}

function rankOf({ file }: FoundArticle): string {
  return file instanceof Buffer ? file.toString('latin1') : '';
}

function withoutExtension(path: string): string {
  return path.replace(/(?<=[^/])\.[^./]+$/, '');
}
