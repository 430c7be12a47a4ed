import { lstatSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { realPathOf } from './sinks/file-place.js';

/** Says where paths lead, links followed: of files in one folder, that is asked once. */
export interface RealPaths {
  folder(path: string): string;
  file(path: string): string;
}

/** Where `A.md` is mostly `a.md`, too: the system says how a name is spelled. */
const mayDifferInCase = process.platform === 'win32' || process.platform === 'darwin';

/** What is not there is where it would be. */
export function createRealPaths(): RealPaths {
  const folders = new Map<string, string>();
  const folder = (path: string): string => {
    const absolute = resolve(path);
    const known = folders.get(absolute);
    if (known !== undefined) return known;
    const above = dirname(absolute);
    const real = realPathOf(absolute) ?? (above === absolute ? absolute : join(folder(above), basename(absolute)));
    folders.set(absolute, real);
    return real;
  };
  return {
    folder,
    file(path) {
      const absolute = resolve(path);
      return (
        (mayDifferInCase || isLink(absolute) ? realPathOf(absolute) : undefined) ??
        join(folder(dirname(absolute)), basename(absolute))
      );
    },
  };
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  } catch {
    return false;
  }
}
