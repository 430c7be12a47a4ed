import { type Stats, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { compareBytes } from '../byte-order.js';
import { CorpusError, reasonOf } from '../error.js';
import { expandGlob, withSlashes } from './glob.js';
import { nameInputs } from './input-names.js';

/** An input that is a folder or a file, or the folder that a glob starts from. */
export interface NamedInput {
  readonly kind: 'folder' | 'glob' | 'file';
  /** As it was named. */
  readonly named: string;
  readonly absolute: string;
  /** What stands before the paths of what is found below it: empty, or ends with `/`. For a file: the whole path. */
  readonly prefix: string;
  /** The file, or those that the glob matches. */
  readonly files: readonly string[];
  /** An article that is a pipe or a device. */
  readonly isOnce?: true;
}

/** What there is to look into. `T`: what is known of an input besides. */
export interface ResolvedInputs<T = unknown> {
  /** No folder comes after one that is in it: of several names of an article, that below the outermost input counts. */
  readonly named: readonly (NamedInput & T)[];
  readonly readsStdin: boolean;
  /** The folders of inputs, absolute; none of them is in another one. */
  readonly trees: readonly string[];
}

/** An input that has no name yet. */
export type Unnamed = Omit<NamedInput, 'prefix'>;

/**
 * Looks at what inputs are, and names them. `paths`: further ones, which are no globs.
 *
 * @throws {CorpusError} `input`: an input does not exist, or a glob matches nothing; `usage`: an input is not below the
 * base.
 */
export async function resolveInputs(
  inputs: readonly string[],
  base: string | undefined,
  paths: readonly string[] = [],
): Promise<ResolvedInputs> {
  const found = new Map<string, Unnamed>();
  const add = (input: string, resolved: Unnamed): void => {
    const key = `${resolved.kind} ${resolved.kind === 'glob' ? resolve(input) : resolved.absolute}`;
    const other = found.get(key);
    if (other === undefined || compareNames(resolved.named, other.named) < 0) found.set(key, resolved);
  };
  for (const input of inputs) if (input !== '-') add(input, resolveExisting(input) ?? (await resolveGlob(input)));
  for (const path of paths) add(path, resolveExisting(path, true));
  return nameResolved([...found.values()], inputs.includes('-'), base);
}

/** Names inputs that were looked at; what else is known of them stays with them. */
export function nameResolved<T extends Unnamed>(
  found: readonly T[],
  readsStdin: boolean,
  base: string | undefined,
): ResolvedInputs<T> {
  const all = [...found].sort((a, b) => a.absolute.length - b.absolute.length || compareBytes(a.absolute, b.absolute));
  const folders = new Set(all.filter(({ kind }) => kind === 'folder').map(({ absolute }) => absolute));
  const prefixOf = base === undefined ? prefixesByName(all, folders, readsStdin) : prefixesBelow(resolve(base));
  return {
    named: all.map((input) => ({ ...input, prefix: prefixOf(input) })),
    readsStdin,
    trees: treesOf(all, base),
  };
}

/**
 * What names files in outputs, in their order; `-` is `stdin`.
 *
 * @throws {CorpusError} `usage`: a file is not below the base.
 */
export function nameFiles(files: readonly string[], base: string | undefined): string[] {
  const all = files
    .filter((file) => file !== '-')
    .map((file): Unnamed => ({ kind: 'file', named: file, absolute: resolve(file), files: [file] }));
  const prefixOf =
    base === undefined ? prefixesByName(all, new Set(), files.includes('-')) : prefixesBelow(resolve(base));
  const names = new Map(all.map((file) => [file.named, prefixOf(file)]));
  return files.map((file) => names.get(file) ?? 'stdin');
}

/** Of several spellings of one input the shortest counts. */
export function compareNames(a: string, b: string): number {
  return a.length - b.length || compareBytes(a, b);
}

/** What a path leads to; `undefined`: nothing, and it may be a glob, unless it `isPath`. */
function resolveExisting(input: string, isPath: true): Unnamed;
function resolveExisting(input: string): Unnamed | undefined;
function resolveExisting(input: string, isPath?: boolean): Unnamed | undefined {
  const stats = statOf(input, isPath);
  if (stats === undefined) return undefined;
  const absolute = resolve(input);
  return stats.isDirectory()
    ? { kind: 'folder', named: input, absolute, files: [] }
    : { kind: 'file', named: input, absolute, files: [input], ...(isOnce(input, stats) ? { isOnce: true } : {}) };
}

async function resolveGlob(input: string): Promise<Unnamed> {
  const files = await expandGlob(input);
  const named = globBase(input);
  return { kind: 'glob', named, absolute: resolve(named), files };
}

/** Documents are copied to a file where they are opened. */
function isOnce(input: string, stats: Stats): boolean {
  return !stats.isFile() && !/\.(?:xl(?:f|iff)|tmx)$/i.test(input);
}

type PrefixOf = (input: Unnamed) => string;

/** A single input needs no name; several are told apart by theirs. */
function prefixesByName(all: readonly Unnamed[], folders: ReadonlySet<string>, readsStdin: boolean): PrefixOf {
  // What is in a folder that was named too is found there.
  const outermost = new Map(all.map(({ absolute }) => [absolute, outermostOf(absolute, folders) ?? absolute]));
  const different = [...new Set(outermost.values())];
  const isSingle = different.length === 1 && !readsStdin;
  const names = new Map(
    nameInputs(
      different.map((path) => withSlashes(path)),
      readsStdin ? ['stdin'] : [],
    ).map(({ absolute, name }) => [absolute, name]),
  );
  return ({ kind, absolute }) => {
    const top = outermost.get(absolute) ?? absolute;
    const name = names.get(withSlashes(top)) ?? '';
    const below = withSlashes(relative(top, absolute));
    if (kind === 'file' && below === '') return isSingle ? basename(absolute) : name;
    const path = [isSingle ? '' : name, below].filter((part) => part !== '').join('/');
    return kind === 'file' || path === '' ? path : `${path}/`;
  };
}

function prefixesBelow(base: string): PrefixOf {
  return ({ kind, named, absolute }) => {
    const below = relative(base, absolute);
    if (below === '..' || below.startsWith(`..${sep}`) || isAbsolute(below) || (kind === 'file' && below === '')) {
      throw new CorpusError('usage', `${named} is not below ${base}; name a folder that holds all inputs with --base.`);
    }
    const path = withSlashes(below);
    return kind === 'file' || path === '' ? path : `${path}/`;
  };
}

/** The outermost of some folders that holds a path, or is it. */
function outermostOf(absolute: string, folders: ReadonlySet<string>): string | undefined {
  let outermost: string | undefined;
  for (let folder = absolute; ; folder = dirname(folder)) {
    if (folders.has(folder)) outermost = folder;
    if (dirname(folder) === folder) return outermost;
  }
}

/** A named file belongs to the base where it is below one, else to its folder: nobody knows how far its tree reaches. */
function treesOf(all: readonly Unnamed[], base: string | undefined): string[] {
  const folders = new Set(
    all.map(({ kind, absolute }) => {
      if (kind !== 'file') return absolute;
      return base === undefined ? dirname(absolute) : resolve(base);
    }),
  );
  return [...folders].filter((folder) => outermostOf(folder, folders) === folder);
}

function statOf(input: string, isPath: boolean | undefined): Stats | undefined {
  try {
    return statSync(input);
  } catch (error) {
    if (isPath !== true && globCharacter.test(input)) return undefined;
    throw new CorpusError('input', `${input}: cannot be read: ${reasonOf(error)}.`, { cause: error });
  }
}

/** Any of these makes a glob of a path. */
export const globCharacter: RegExp = /[*?[\]{}()!]/;

/** The folder that a glob starts from: its folders up to the first with a character of globs. */
export function globBase(pattern: string): string {
  const folders = withSlashes(pattern).split('/').slice(0, -1);
  const first = folders.findIndex((folder) => globCharacter.test(folder));
  return folders.slice(0, first < 0 ? folders.length : first).join('/') || (isAbsolute(pattern) ? '/' : '.');
}
