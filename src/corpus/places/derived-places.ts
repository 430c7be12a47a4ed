import { lstatSync, type Stats } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Diagnostic } from '../../model/diagnostics/diagnostic.js';
import { diagnosticForFile } from '../../model/diagnostics/diagnostic-kinds.js';
import { type OldFile, realPathOf } from '../sinks/file-place.js';
import { withSlashes } from '../with-slashes.js';
import { createSameNames } from './same-names.js';

/**
 * Says of a path that a run makes itself what is in the way there (`output/blocked`), or which path it was asked for before
 * is the same file (`output/same-name`); `undefined`: nothing.
 */
export type DerivedPlaces = (path: string) => Diagnostic | undefined;

/**
 * Looks at paths that a run makes itself below a folder that its user named. Whoever made the folder has put there what he
 * likes, and the user did not ask to write where that leads: such a path is a regular file, or nothing is there yet, and no
 * folder on the way is a symbolic link that leads out of the named one. The named one itself may be a link.
 */
export function createDerivedPlaces(folder: string): DerivedPlaces {
  const find = createPlaceFinder(folder);
  return (path) => {
    const found = find(path);
    return 'code' in found ? found : undefined;
  };
}

/** A place that nothing is in the way of, as it was found: whoever writes there at once need not look again. */
export interface FoundPlace {
  readonly path: string;
  readonly old: OldFile;
}

/** As {@link createDerivedPlaces}, with what was found. */
export function createPlaceFinder(folder: string): (path: string) => Diagnostic | FoundPlace {
  /** What is in the way, by the folders that were looked at. */
  const known = new Map<string, string | undefined>([[join(folder), undefined]]);
  const obstacleOn = (path: string): string | undefined => {
    const above: string[] = [];
    // No system has paths of so many folders that this takes long.
    for (let each = path; !known.has(each) && isBelow(each, folder); each = dirname(each)) above.push(each);
    let obstacle = known.get(above.length === 0 ? path : dirname(above.at(-1) ?? path));
    for (const each of above.reverse()) {
      obstacle ??= obstacleOf(each, folder);
      known.set(each, obstacle);
    }
    return obstacle;
  };
  const sameAs = createSameNames();
  return (path) => {
    const old = oldFileAt(path);
    const obstacle = obstacleOn(dirname(path)) ?? noFile(path, old);
    if (obstacle !== undefined) return diagnosticForFile('output/blocked', withSlashes(path), withSlashes(obstacle));
    const other = sameAs(path);
    return other === undefined
      ? { path, old }
      : diagnosticForFile('output/same-name', withSlashes(path), withSlashes(other));
  };
}

function isBelow(path: string, folder: string): boolean {
  const way = relative(folder, path);
  // From one drive to another there is no way.
  return way !== '' && way.split(sep)[0] !== '..' && !isAbsolute(way);
}

/** Why no file can stand in what is to be a folder. */
function obstacleOf(path: string, folder: string): string | undefined {
  const stats = oldFileAt(path);
  if (typeof stats === 'string' || stats.isDirectory()) return undefined;
  if (!stats.isSymbolicLink()) return `${path} is no folder`;
  const real = realPathOf(path);
  const within = realPathOf(folder) ?? resolve(folder);
  if (real !== undefined && isBelow(real, within)) return undefined;
  return `${path} is a symbolic link that leads out of ${folder}`;
}

function noFile(path: string, old: OldFile): string | undefined {
  return typeof old === 'string' || old.isFile() ? undefined : `${path} is ${kindOf(old)}`;
}

function kindOf(stats: Stats): string {
  if (stats.isSymbolicLink()) return 'a symbolic link';
  if (stats.isDirectory()) return 'a folder';
  return stats.isFIFO() ? 'a pipe' : 'a device or a socket';
}

function oldFileAt(path: string): OldFile {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) ?? 'none';
  } catch {
    // Whoever writes there learns why it cannot be done.
    return 'unknown';
  }
}
