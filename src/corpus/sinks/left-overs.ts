import { lstatSync, readdirSync, readlinkSync, realpathSync, rmSync, type Stats } from 'node:fs';
import { join } from 'node:path';

/** The temporary files of runs; the number is that of the process. */
const pattern = /^\.sspr-tm-(?:([0-9]+)-)?[0-9a-z]+(?:-[0-9a-z]+)*\.tmp$/;

/** Whether a file is named as a temporary one. */
export function isTemporary(name: string): boolean {
  return pattern.test(name);
}

/** Milliseconds after which nobody writes a file any more, if nobody wrote to it meanwhile. */
const oldAge = 24 * 60 * 60 * 1000;

/** Folders that were looked through. A process that writes into more looks again. */
const seen = new Set<string>();
const mostSeen = 100_000;

/**
 * Removes the temporary files that killed runs left in a folder: regular files of the own user with the name of one, which
 * nobody wrote to for a day and nobody has open. Each folder is looked through once. What cannot be removed stays.
 */
export function removeLeftOvers(folder: string): void {
  if (seen.has(folder)) return;
  if (seen.size >= mostSeen) seen.clear();
  seen.add(folder);
  let held: Held | undefined;
  for (const name of namesIn(folder)) {
    const match = pattern.exec(name);
    if (match === null) continue;
    const path = join(folder, name);
    const stats = ownStatsOf(path);
    if (stats === undefined || !isLeftOver(stats)) continue;
    held ??= findHeld();
    if (!held(path, match[1])) tryTo(() => rmSync(path));
  }
}

function namesIn(folder: string): readonly string[] {
  return tryTo(() => readdirSync(folder)) ?? [];
}

function ownStatsOf(path: string): Stats | undefined {
  return tryTo(() => lstatSync(path));
}

function isLeftOver(stats: Stats): boolean {
  const isOwn = process.getuid === undefined || stats.uid === process.getuid();
  return stats.isFile() && stats.nlink === 1 && isOwn && Date.now() - stats.mtimeMs > oldAge;
}

/** Whether some process has a file open; `pid`: the one that its name tells. */
type Held = (path: string, pid: string | undefined) => boolean;

/** Looks at once for all files that processes have open. Where the system does not say, a process that is there has its. */
function findHeld(): Held {
  const files = openNow();
  if (files === undefined) return (_, pid) => pid !== undefined && isAlive(Number(pid));
  return (path) => files.has(tryTo(() => realpathSync(path)) ?? path);
}

function openNow(): ReadonlySet<string> | undefined {
  const processes = namesIn('/proc').filter((name) => /^[0-9]+$/.test(name));
  if (processes.length === 0) return undefined;
  const files = new Set<string>();
  for (const process of processes) {
    const folder = `/proc/${process}/fd`;
    for (const file of namesIn(folder)) {
      const target = tryTo(() => readlinkSync(`${folder}/${file}`));
      if (target !== undefined) files.add(target);
    }
  }
  return files;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function tryTo<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    // Whoever needs it learns why it cannot be done.
    return undefined;
  }
}
