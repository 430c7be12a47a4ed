import { join } from 'node:path';
import { statsOf } from '../sinks/file-place.js';

/** What every Git repository has in its folder: two folders, and a file. */
const folders = ['objects', 'refs'] as const;

/** Whether a folder is a bare Git repository: its articles are in commits, and not in files. */
export function isBareRepository(folder: string): boolean {
  return (
    folders.every((name) => statsOf(join(folder, name))?.isDirectory() === true) &&
    statsOf(join(folder, 'HEAD'))?.isFile() === true
  );
}
