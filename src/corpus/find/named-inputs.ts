import { type Stats, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { compareBytes } from '../byte-order.js';
import { CorpusError, reasonOf } from '../error.js';
import { createRealPaths, type RealPaths } from '../real-paths.js';
import { withSlashes } from '../with-slashes.js';
import { expandGlob, globCharacter, splitGlob } from './glob.js';
import { nameInputs } from './input-names.js';

/** An input that is a folder or a file, or the folder that a glob starts from. */
export interface NamedInput {
  readonly kind: 'folder' | 'glob' | 'file';
  /** As it was named. */
  readonly named: string;
  readonly absolute: string;
  /** The same, links followed: inputs that lead to one place are one. */
  readonly real: string;
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

/** The same, and inputs that were named before, as {@link chooseSpellings} has them. */
export interface FoundInputs extends ResolvedInputs {
  readonly again: readonly string[];
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
): Promise<FoundInputs> {
  const chosen = chooseSpellings<Unnamed>();
  const realPaths = createRealPaths();
  for (const input of inputs) {
    if (input !== '-') chosen.add(input, resolveExisting(input, realPaths) ?? (await resolveGlob(input, realPaths)));
  }
  for (const path of paths) chosen.add(path, resolveExisting(path, realPaths, true));
  const named = nameResolved(chosen.inputs(), inputs.includes('-'), base);
  return { ...named, again: chosen.again() };
}

/** Takes inputs, each once: of several spellings, the shortest counts. */
export function chooseSpellings<T extends Unnamed>(): {
  add(input: string, resolved: T): void;
  inputs(): T[];
  /** Folders that were named again, and other inputs that lead to one place by links. */
  again(): readonly string[];
} {
  const found = new Map<string, T>();
  const again: string[] = [];
  return {
    add(input, resolved) {
      const key = `${resolved.kind} ${resolved.kind === 'glob' ? resolve(input) : resolved.real}`;
      const other = found.get(key);
      if (other !== undefined && (resolved.kind === 'folder' || resolved.absolute !== other.absolute)) {
        again.push(compareNames(resolved.named, other.named) < 0 ? other.named : resolved.named);
      }
      if (other === undefined || compareNames(resolved.named, other.named) < 0) found.set(key, resolved);
    },
    inputs: () => [...found.values()],
    again: () => again.sort(compareNames),
  };
}

/** Names inputs that were looked at; what else is known of them stays with them. */
export function nameResolved<T extends Unnamed>(
  found: readonly T[],
  readsStdin: boolean,
  base: string | undefined,
): ResolvedInputs<T> {
  const all = [...found].sort(
    (a, b) => a.real.length - b.real.length || compareBytes(a.real, b.real) || compareBytes(a.absolute, b.absolute),
  );
  const folders = new Map<string, string>();
  for (const { kind, real, absolute } of all) if (kind === 'folder' && !folders.has(real)) folders.set(real, absolute);
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
    .map((file): Unnamed => {
      const absolute = resolve(file);
      return { kind: 'file', named: file, absolute, real: absolute, files: [file] };
    });
  const prefixOf =
    base === undefined ? prefixesByName(all, new Map(), files.includes('-')) : prefixesBelow(resolve(base));
  const names = new Map(all.map((file) => [file.named, prefixOf(file)]));
  return files.map((file) => names.get(file) ?? 'stdin');
}

/** Of several spellings of one input the shortest counts. */
export function compareNames(a: string, b: string): number {
  return a.length - b.length || compareBytes(a, b);
}

/** What a path leads to; `undefined`: nothing, and it may be a glob, unless it `isPath`. */
function resolveExisting(input: string, realPaths: RealPaths, isPath: true): Unnamed;
function resolveExisting(input: string, realPaths: RealPaths): Unnamed | undefined;
function resolveExisting(input: string, realPaths: RealPaths, isPath?: boolean): Unnamed | undefined {
  const stats = statOf(input, isPath);
  if (stats === undefined) return undefined;
  const absolute = resolve(input);
  if (stats.isDirectory()) {
    return { kind: 'folder', named: input, absolute, real: realPaths.folder(input), files: [] };
  }
  const file: Unnamed = { kind: 'file', named: input, absolute, real: realPaths.file(input), files: [input] };
  return isOnce(input, stats) ? { ...file, isOnce: true } : file;
}

async function resolveGlob(input: string, realPaths: RealPaths): Promise<Unnamed> {
  const files = await expandGlob(input);
  const { folder: named } = splitGlob(input);
  return { kind: 'glob', named, absolute: resolve(named), real: realPaths.folder(named), files };
}

/** Documents are copied to a file where they are opened. */
function isOnce(input: string, stats: Stats): boolean {
  return !stats.isFile() && !/\.(?:xl(?:f|iff)|tmx)$/i.test(input);
}

type PrefixOf = (input: Unnamed) => string;

/** A single input needs no name; several are told apart by theirs. */
function prefixesByName(all: readonly Unnamed[], folders: ReadonlyMap<string, string>, readsStdin: boolean): PrefixOf {
  // What is in a folder that was named too is found there.
  const outermost = new Map(all.map(({ real }) => [real, outermostOf(real, folders) ?? real]));
  // The name is that which was given, not that of the place where a link leads to.
  const given = new Map<string, string>();
  for (const { real, absolute } of all) if (!given.has(real)) given.set(real, absolute);
  const different = [...new Set(outermost.values())].map((top) => folders.get(top) ?? given.get(top) ?? top);
  const isSingle = different.length === 1 && !readsStdin;
  const names = new Map(
    nameInputs(
      different.map((path) => withSlashes(path)),
      readsStdin ? ['stdin'] : [],
    ).map(({ absolute, name }) => [absolute, name]),
  );
  return ({ kind, absolute, real }) => {
    const top = outermost.get(real) ?? real;
    const name = names.get(withSlashes(folders.get(top) ?? given.get(top) ?? top)) ?? '';
    const below = withSlashes(relative(top, real));
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
function outermostOf(absolute: string, folders: Pick<ReadonlySet<string>, 'has'>): string | undefined {
  let outermost: string | undefined;
  for (let folder = absolute; ; folder = dirname(folder)) {
    if (folders.has(folder)) outermost = folder;
    if (dirname(folder) === folder) return outermost;
  }
}

/** A named file belongs to the base where it is below one, else to its folder: nobody knows how far its tree reaches. */
function treesOf(all: readonly Unnamed[], base: string | undefined): string[] {
  const folders = new Map<string, string>();
  for (const { kind, absolute, real } of all) {
    const isFile = kind === 'file';
    const key = !isFile ? real : base === undefined ? dirname(real) : resolve(base);
    const folder = !isFile ? absolute : base === undefined ? dirname(absolute) : resolve(base);
    if (!folders.has(key)) folders.set(key, folder);
  }
  return [...folders].filter(([key]) => outermostOf(key, folders) === key).map(([, folder]) => folder);
}

function statOf(input: string, isPath: boolean | undefined): Stats | undefined {
  try {
    return statSync(input);
  } catch (error) {
    if (isPath !== true && globCharacter.test(input)) return undefined;
    throw new CorpusError('input', `${input}: cannot be read: ${reasonOf(error)}.`, { cause: error });
  }
}
