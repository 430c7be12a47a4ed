import { lstatSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';

/** Says which earlier path is the same file as a path, and spelled otherwise; `undefined`: none. */
export type SameNames = (path: string) => string | undefined;

/**
 * Remembers paths of outputs, and tells where two that differ in case (`A.xlf`, `a.xlf`), or in how a letter is composed, are
 * one file: on Windows and macOS they mostly are, on Linux they are on some disks. The file system is asked, and only where
 * two paths are that much alike.
 */
export function createSameNames(areSame: typeof areOneFile = areOneFile): SameNames {
  const first = new Map<string, string>();
  const further = new Map<string, string[]>();
  return (path) => {
    const key = path.normalize('NFC').toLowerCase().toUpperCase();
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, path);
    if (earlier === undefined || earlier === path) return undefined;
    const others = further.get(key) ?? [];
    if (others.includes(path)) return undefined;
    const same = [earlier, ...others].find((other) => areSame(other, path));
    if (same === undefined) further.set(key, [...others, path]);
    return same;
  };
}

/**
 * Whether the file system takes two paths, alike but for the spelling of their names, for one. Tried with empty files in a
 * temporary folder, in the nearest folder that is there; where none can be made, on what is usual.
 */
function areOneFile(one: string, other: string): boolean {
  const [names, others] = [one.split(/[/\\]/), other.split(/[/\\]/)];
  let probe: string | undefined;
  try {
    const folder = mkdtempSync(join(folderThere(dirname(one)), '.sspr-tm-'));
    probe = folder;
    return names.every((name, index) => {
      const spelled = others[index] ?? '';
      if (name === spelled) return true;
      writeFileSync(folder + sep + name, '');
      return lstatSync(folder + sep + spelled, { throwIfNoEntry: false }) !== undefined;
    });
  } catch {
    return process.platform === 'win32' || process.platform === 'darwin';
  } finally {
    if (probe !== undefined) rmSync(probe, { recursive: true, force: true });
  }
}

function folderThere(path: string): string {
  for (let folder = path; ; folder = dirname(folder)) {
    if (dirname(folder) === folder || lstatSync(folder, { throwIfNoEntry: false }) !== undefined) return folder;
  }
}
