import { fstatSync, readSync, writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { runGit } from './run-git.js';

/** Where an object is in the file that it was copied to; or why it is not there. */
export type CopiedBlob = { readonly start: number; readonly end: number } | { readonly missing: string };

const absent = 'the repository does not have it (its clone is partial); fetch it first';

/**
 * Copies objects of a repository to the end of a file, by one `git cat-file --batch`, which writes there itself. `set` is told
 * where each of them is, by its index, in any order. Where Git ends at one that it cannot read, that one is missing, and the
 * others are copied by another; then it is asked once which of them it has.
 *
 * @throws {Error} The file cannot be written, or read.
 */
export async function copyBlobs(
  folder: string,
  objects: readonly string[],
  descriptor: number,
  set: (index: number, blob: CopiedBlob) => void,
  signal: AbortSignal | undefined,
): Promise<void> {
  let left = objects.map((_, index) => index);
  let areAsked = false;
  const copy = (indexes: readonly number[]): Promise<Copied> =>
    copySome(folder, objects, indexes, descriptor, set, signal);
  for (let start = 0; start < left.length; ) {
    const { next, said } = await copy(left.slice(start));
    start += next;
    const index = left[start];
    if (index === undefined) return;
    // What was on its way is asked for once more, alone: another one may be what Git ended at.
    const alone = await copy([index]);
    if (alone.next === 0) set(index, { missing: alone.said || said || 'Git cannot read it' });
    start++;
    if (areAsked) continue;
    // A partial clone lacks thousands, and older versions of Git end at each of them.
    areAsked = true;
    const present = await findPresent(folder, objects, signal);
    if (present === undefined) continue;
    const isPresent = (each: number): boolean => present.has(objects[each] ?? '');
    left = left.slice(start);
    for (const each of left) if (!isPresent(each)) set(each, { missing: absent });
    left = left.filter(isPresent);
    start = 0;
  }
}

/** Those of the objects that the repository has, by its own list of all: nothing is fetched for that. */
async function findPresent(
  folder: string,
  objects: readonly string[],
  signal: AbortSignal | undefined,
): Promise<ReadonlySet<string> | undefined> {
  const wanted = new Set(objects);
  const present = new Set<string>();
  const list = ['cat-file', '--batch-all-objects', '--unordered', '--batch-check=%(objectname)', '--buffer'];
  const { isWell } = await runGit(folder, list, {
    async read(stdout) {
      for await (const line of createInterface({ input: stdout })) if (wanted.has(line)) present.add(line);
    },
    signal,
  });
  return isWell ? present : undefined;
}

/** How many of the objects came, and what Git said. */
interface Copied {
  readonly next: number;
  readonly said: string;
}

async function copySome(
  folder: string,
  objects: readonly string[],
  indexes: readonly number[],
  descriptor: number,
  set: (index: number, blob: CopiedBlob) => void,
  signal: AbortSignal | undefined,
): Promise<Copied> {
  const from = fstatSync(descriptor).size;
  const input = `${indexes.map((index) => objects[index]).join('\n')}\n`;
  const { isWell, said } = await runGit(folder, ['cat-file', '--batch', '--buffer'], {
    input,
    into: descriptor,
    signal,
  });
  const { size } = fstatSync(descriptor);
  let next = 0;
  for (let at = from; at < size && next < indexes.length; next++) {
    const line = readLine(descriptor, at);
    if (line === undefined) break;
    const [, type, length] = line.split(' ');
    const start = at + line.length + 1;
    // A line end follows the object.
    const end = length === undefined ? start - 1 : start + Number(length);
    if (end + 1 > size) break;
    set(indexes[next] ?? 0, type === 'blob' ? { start, end } : { missing: absent });
    at = end + 1;
  }
  // What Git could not write is no fault of an object: who tries it sees why.
  if (!isWell && next < indexes.length) writeSync(descriptor, filler);
  return { next, said };
}

/** As much as Git writes at once. */
const filler = Buffer.alloc(1 << 16);

/** No line that says what follows is longer. */
const head = Buffer.allocUnsafeSlow(256);

/** The line that starts at an offset; `undefined`: it does not end. */
function readLine(descriptor: number, start: number): string | undefined {
  const length = readSync(descriptor, head, 0, head.length, start);
  const end = head.subarray(0, length).indexOf(10);
  return end < 0 ? undefined : head.toString('latin1', 0, end);
}
