import { existsSync, mkdirSync, openSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
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

/** Milliseconds between two attempts: two seconds in all. */
const pauses = [10, 20, 40, 80, 160, 320, 640, 730];

/**
 * Moves a file to the place of an older one. Windows replaces no file that another program has open; scanners for viruses
 * and indexers have it for a moment, so that it is tried again there.
 */
export async function moveToPlace(
  name: string,
  place: string,
  platform: NodeJS.Platform = process.platform,
): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      renameSync(name, place);
      return;
    } catch (error) {
      if (platform !== 'win32' || !isHeld(error)) throw error;
      const pause = pauses[attempt];
      if (pause === undefined) throw new Error('another program has it open, or it is read-only', { cause: error });
      await setTimeout(pause);
    }
  }
}

function isHeld(error: unknown): boolean {
  return error instanceof Error && 'code' in error && ['EPERM', 'EACCES', 'EBUSY'].includes(String(error.code));
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
