import { existsSync, mkdirSync, openSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { removeLeftOvers } from './left-overs.js';

/** A file beside the place of another one. */
export interface Temporary {
  readonly descriptor: number;
  readonly name: string;
}

/** Tells the temporary files of this process from those of others; with a number, from each other. */
const own = `${process.pid}-${Math.random().toString(36).slice(2, 12)}`;
let temporaries = 0;

/**
 * Opens a temporary file beside a path. It has a short name of its own, so that names of any length work. Missing folders
 * are made; what killed runs left in the folder is removed.
 *
 * `isPrivate`: nobody else may read it before it takes the place of another one, which says who may.
 */
export function openTemporary(path: string, isPrivate: boolean): Temporary {
  const folder = dirname(path);
  const name = join(folder, `.sspr-tm-${own}-${++temporaries}.tmp`);
  const open = (): Temporary => ({ descriptor: openSync(name, 'wx+', isPrivate ? 0o600 : 0o666), name });
  try {
    removeLeftOvers(folder);
    return open();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    makeFolder(folder);
    return open();
  }
}

/** Makes a folder and those around it. The recursive mode of `mkdirSync` never ends where a file system has no folders to make. */
function makeFolder(folder: string): void {
  const parent = dirname(folder);
  if (parent !== folder && !existsSync(parent)) makeFolder(parent);
  try {
    mkdirSync(folder);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
}
