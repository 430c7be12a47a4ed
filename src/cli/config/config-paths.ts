import { realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Option } from 'commander';

/** Options whose path is only read. Every other path is one to write to, so that a new option is on the safe side. */
const read: ReadonlySet<string> = new Set(['against', 'base', 'baseline', 'changes', 'glossary']);

/** Options without a path that let what a user has be replaced. */
const replacing: ReadonlySet<string> = new Set(['inPlace', 'overwrite']);

function isPath(option: Option): boolean {
  return /[<[](?:path|file|dir|folder|list)[>\]]/.test(option.flags) && option.parseArg === undefined;
}

/** What a config file says of an option, as a run takes it. */
export type Placed = { readonly value: unknown } | { readonly refused: string };

/**
 * The value of an option in a config file: paths are relative to the file.
 *
 * One that was found, and not named, may come with a tree of somebody else's: it says where nothing is written, and what
 * it has read is in its own folder.
 */
export function placeValue(option: Option, value: unknown, file: string, found: boolean): Placed {
  const name = option.attributeName();
  if (found && replacing.has(name) && value !== false) return { refused: 'does not let files be replaced' };
  if (found && name === 'filesFrom') return { refused: 'names no inputs' };
  if (typeof value !== 'string' || value === '-' || !isPath(option)) return { value };
  if (found && !read.has(name)) return { refused: 'sets no path to write to' };
  const folder = dirname(resolve(file));
  const path = resolve(folder, value);
  if (found && !isWithin(path, folder)) return { refused: 'names nothing outside of its own folder' };
  return { value: isAbsolute(value) ? value : relative('.', path) || '.' };
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(realPath(folder), realPath(path));
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** The path without symbolic links, as far as it exists. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(realPath(parent), basename(path));
  }
}
