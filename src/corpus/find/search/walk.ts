import { type Dirent, readdirSync } from 'node:fs';
import { basename, normalize, sep } from 'node:path';
import { syntaxOfPath } from '../../../read/carriers/choose-syntax.js';
import { reasonOf } from '../../error.js';
import { withSlashes } from '../../with-slashes.js';
import { mayHoldPairs } from '../holds-pairs.js';
import type { Ignoring, IgnoringFolder } from '../ignore/ignoring.js';
import type { NamedInput } from '../named-inputs.js';
import { openIgnoring } from './open-ignoring.js';
import type { Search } from './search.js';

/** A folder on the way down. Paths end with the separator, or are empty: they are put together, not normalised again. */
interface Folder {
  readonly path: string;
  /** The same, where that is not UTF-8. */
  readonly bytes?: Buffer;
  readonly ignoring?: IgnoringFolder;
}

/** Adds what is below a folder, but for what is left out. */
export async function walk(input: NamedInput, search: Search): Promise<void> {
  const { named, absolute, real, prefix } = input;
  const { articles, unreadable, isExcluded, onFound, onPassedOver } = search;
  const ignoring = openIgnoring(input, search);
  const normal = normalize(named);
  const top: Folder = {
    path: normal === '.' ? '' : normal.endsWith(sep) ? normal : normal + sep,
    ...(ignoring === undefined ? {} : { ignoring: await ignoring.top() }),
  };
  const start = top.path.length;
  const realTop = real.endsWith(sep) ? real : real + sep;
  // Parts of paths take no memory of their own: trees are large.
  const pathOf = (file: string): string => {
    const below = withSlashes(file.slice(start));
    return prefix === '' ? below : prefix + below;
  };
  const folders = [top];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    let entries: readonly (Dirent | Dirent<Buffer>)[];
    try {
      entries = readFolder(folder);
    } catch (error) {
      const file = folder === top ? named : folder.path.slice(0, -sep.length);
      const path = folder === top ? prefix.slice(0, -1) || basename(absolute) || '.' : pathOf(file);
      unreadable.push({ path, file: withSlashes(file), reason: reasonOf(error) });
      continue;
    }
    const at = await ignoringIn(folder, entries, ignoring, start);
    for (const entry of entries) {
      const own = String(entry.name);
      if (own.startsWith('.') || own === 'node_modules') continue;
      const file = folder.path + own;
      const isFolder = entry.isDirectory();
      const carrier = isFolder ? undefined : syntaxOfPath(own);
      if (!isFolder && (carrier === undefined || !entry.isFile())) {
        if (onPassedOver !== undefined && entry.isFile() && !isExcluded?.(withSlashes(file.slice(start)), false)) {
          onPassedOver(named, file);
        }
        continue;
      }
      const below = withSlashes(file.slice(start));
      if (isExcluded?.(below, isFolder)) {
        search.excluded++;
        continue;
      }
      const bytes = bytesOf(folder, entry.name, own);
      if (isFolder) {
        const inside = at === undefined ? undefined : ignoring?.enter(at, below);
        if (at !== undefined && inside === undefined) {
          search.ignored++;
          continue;
        }
        const path = file + sep;
        folders.push({
          path,
          ...(bytes === undefined ? {} : { bytes: Buffer.concat([bytes, Buffer.from(sep)]) }),
          ...(inside === undefined ? {} : { ignoring: inside }),
        });
        continue;
      }
      if (at !== undefined && ignoring?.leavesOut(at, below)) {
        search.ignored++;
        continue;
      }
      // Bytes that are no UTF-8 all read alike: such files are told apart by their bytes.
      const key =
        realTop + (bytes === undefined ? file.slice(start) : `${file.slice(start)}\0${bytes.toString('latin1')}`);
      if (articles.has(key)) search.repeated++;
      if (articles.has(key) || (carrier?.pairsOnly && !mayHoldPairs(bytes ?? file))) continue;
      const path = pathOf(file);
      articles.set(key, { path, file: bytes ?? file, name: path.slice(0, path.lastIndexOf('.')) });
    }
    onFound?.(articles.size);
  }
}

/** The entries of a folder; with names in bytes where one of them, or the way there, may not be UTF-8. */
function readFolder({ path, bytes }: Folder): readonly (Dirent | Dirent<Buffer>)[] {
  const folder = bytes ?? (path || '.');
  const entries = bytes === undefined ? readdirSync(folder, { withFileTypes: true }) : undefined;
  if (entries?.every(({ name }) => !name.includes('\ufffd'))) return entries;
  return readdirSync(folder, { withFileTypes: true, encoding: 'buffer' });
}

/** The path as bytes where it is not UTF-8: the system knows the file by no other name. */
function bytesOf(folder: Folder, name: string | Buffer, decoded: string): Buffer | undefined {
  if (typeof name === 'string' || (folder.bytes === undefined && Buffer.from(decoded).equals(name))) return undefined;
  return Buffer.concat([folder.bytes ?? Buffer.from(folder.path), name]);
}

/** What is left out of a folder whose entries are known. */
async function ignoringIn(
  { path, ignoring: at }: Folder,
  entries: readonly (Dirent | Dirent<Buffer>)[],
  ignoring: Ignoring | undefined,
  start: number,
): Promise<IgnoringFolder | undefined> {
  if (at === undefined || ignoring === undefined) return undefined;
  const own = entries.filter(({ name }) => String(name).startsWith('.git')).map(({ name }) => String(name));
  // Most folders have neither: then nothing is waited for.
  return own.length === 0 ? at : ignoring.open(at, path, withSlashes(path.slice(start)), (name) => own.includes(name));
}
