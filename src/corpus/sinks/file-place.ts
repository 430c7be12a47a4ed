import { fstatSync, lstatSync, readlinkSync, realpathSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** What is at the place of an output: of a link, the link itself. `unknown`: the system does not say it. */
export type OldFile = Stats | 'none' | 'unknown';

/** Where an output goes. */
export interface Place {
  /** The real path. */
  readonly path: string;
  /** Of the file that is there; `undefined`: there is none. */
  readonly stats: Stats | undefined;
}

/** What tells the file from others. */
export function keyOf({ path, stats }: Place): string {
  return stats === undefined ? path : `${stats.dev}:${stats.ino}`;
}

/** A folder on the way to outputs. */
export interface Folder {
  readonly path: string;
  readonly isThere: boolean;
}

/** Folders that were looked at, by their paths. */
export type Folders = Map<string, Folder>;

/** Links that are followed where nothing is at their end; systems follow about as many. */
const mostLinks = 40;

/** `undefined` where there is something that is no file: nothing is lost there. */
export function placeOf(output: string, folders: Folders): Place | undefined {
  let path = output;
  for (let links = 0; links < mostLinks; links++) {
    const folder = folderOf(dirname(path), folders);
    path = join(folder.path, basename(path));
    const own = folder.isThere ? ownStatsOf(path) : undefined;
    if (own === undefined) return { path, stats: undefined };
    const stats = own.isSymbolicLink() ? statsOf(path) : own;
    if (stats !== undefined) return stats.isFile() ? { path, stats } : undefined;
    path = resolve(folder.path, readlinkSync(path));
  }
  return { path, stats: undefined };
}

function ownStatsOf(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** The real path of a folder, as far as it is there. */
export function folderOf(path: string, folders: Folders): Folder {
  const known = folders.get(path);
  if (known !== undefined) return known;
  const real = realPathOf(path);
  let folder: Folder = { path: real ?? path, isThere: real !== undefined };
  if (real === undefined && dirname(path) !== path) {
    folder = { path: join(folderOf(dirname(path), folders).path, basename(path)), isThere: false };
  }
  folders.set(path, folder);
  return folder;
}

export function realPathOf(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}

/** What the system knows of a file, or of an open one by its descriptor. */
export function statsOf(file: string | Buffer | number): Stats | undefined {
  try {
    return typeof file === 'number' ? fstatSync(file) : statSync(file);
  } catch {
    // What cannot be looked at cannot be read or written either, and is reported then.
    return undefined;
  }
}
