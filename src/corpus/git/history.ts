import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { askGit } from './git.js';
import { readLog } from './log.js';
import { pathOf, type RepositoryFile } from './revision.js';

/** A commit of a history. */
export interface Commit {
  /** Its name: the hash as hexadecimal digits. */
  readonly commit: string;
  /** The day on which it was committed, in UTC: YYYY-MM-DD. */
  readonly date: string;
}

/** A version of a file: its content at one path, however many commits have it there. */
export interface FileVersion {
  /** The name of the object. */
  readonly object: string;
  /** The first commit that has it. */
  readonly first: Commit;
  /** The last commit that put it there: another one than the first where it came back after another version, or was made twice. */
  readonly last: Commit;
  /** Its place among all versions that were listed, by their last commits. */
  readonly age: number;
}

/** A path of a history, and all that ever stood there. */
export interface HistoryFile extends RepositoryFile {
  /** Each object once, in the order of the commits that have it first, the oldest first. */
  readonly versions: readonly FileVersion[];
}

/** What a history has. */
export interface History {
  readonly files: readonly HistoryFile[];
  /** The commit where it ends because the clone is shallow; of several the last. */
  readonly cut?: Commit;
}

/** How the history is listed. */
const asListed = [...['--reverse', '--date-order', '-c', '--raw', '--no-renames', '--no-abbrev', '--format=%H %ct']];

/**
 * Lists what the commits that are reachable from one have at each path, by one `git log`. Of a commit it gives what it has
 * and its parent has not; of a merge, what none of its parents has: all else is listed of these. So that is all that any of
 * the commits has. Only regular files; what was removed later is there, too.
 *
 * `wants`: which paths are listed.
 *
 * @throws {CorpusError} `input`: Git cannot list it.
 */
export async function listHistory(
  folder: string,
  commit: string,
  subject: string,
  wants: (path: string) => boolean,
  signal: AbortSignal | undefined,
): Promise<History> {
  const collector = createCollector(wants, shallowEnds(folder));
  await readLog(folder, [...asListed, commit, '--'], subject, collector.take, signal);
  return collector.end();
}

/** A version while the history is listed: commits by their numbers. */
interface Listed {
  readonly object: string;
  readonly first: number;
  last: number;
}

interface ListedFile extends RepositoryFile {
  readonly versions: Listed[];
  /** Which version an object is; only there where they are many. */
  known?: Map<string, Listed>;
}

interface Collector {
  take(field: string): void;
  end(): History;
}

/** So few are looked at one by one. */
const few = 8;

function createCollector(wants: (path: string) => boolean, ends: ReadonlySet<string>): Collector {
  const files = new Map<string, ListedFile | undefined>();
  const commits: Commit[] = [];
  /** The commit whose changes come, and its number once something of it is wanted. */
  let current: Commit = { commit: '', date: '' };
  let number = -1;
  let cut: Commit | undefined;
  /** The object whose path comes. */
  let object: string | undefined;
  let isPath = false;
  const add = (path: string, added: string): void => {
    let file = files.get(path);
    if (file === undefined) {
      if (files.has(path)) return;
      const found = pathOf(Buffer.from(path, 'latin1'));
      file = wants(found.path) ? { ...found, versions: [] } : undefined;
      files.set(path, file);
      if (file === undefined) return;
    }
    if (number < 0) number = commits.push(current) - 1;
    const version = versionOf(file, added);
    if (version !== undefined) {
      version.last = number;
      return;
    }
    const listed: Listed = { object: added, first: number, last: number };
    file.versions.push(listed);
    file.known?.set(added, listed);
  };
  return {
    take(field) {
      if (isPath) {
        if (object !== undefined) add(field, object);
        isPath = false;
        return;
      }
      const from = field.charCodeAt(0) === 10 ? 1 : 0;
      if (field.length === from) return;
      if (field.charCodeAt(from) === 0x3a) {
        object = objectOf(field, from);
        isPath = true;
        return;
      }
      const space = field.indexOf(' ', from);
      current = { commit: field.slice(from, space), date: dayOf(Number(field.slice(space + 1))) };
      number = -1;
      if (ends.has(current.commit)) cut = current;
    },
    end() {
      const listed: HistoryFile[] = [];
      const absent: Commit = { commit: '', date: '' };
      for (const file of files.values()) {
        if (file === undefined) continue;
        const { versions, known: _, ...found } = file;
        const all = versions.map(({ object: name, first, last }): FileVersion => {
          return { object: name, first: commits[first] ?? absent, last: commits[last] ?? absent, age: last };
        });
        listed.push({ ...found, versions: all });
      }
      return cut === undefined ? { files: listed } : { files: listed, cut };
    },
  };
}

function versionOf(file: ListedFile, object: string): Listed | undefined {
  const { versions } = file;
  if (file.known === undefined && versions.length > few) {
    file.known = new Map(versions.map((version) => [version.object, version]));
  }
  return file.known === undefined ? versions.find((version) => version.object === object) : file.known.get(object);
}

/**
 * The object that a record of `--raw` ends with: `:MODE MODE OBJECT OBJECT STATUS`; of a merge, with a colon, a mode and an
 * object more for each further parent. `undefined`: it is no regular file, or is removed.
 */
function objectOf(record: string, start: number): string | undefined {
  let parents = 0;
  while (record.charCodeAt(start + parents) === 0x3a) parents++;
  const words = record.slice(start + parents).split(' ');
  const mode = words[parents];
  return mode?.startsWith('100') ? words[2 * parents + 1] : undefined;
}

const latestSecond = Date.UTC(9999, 11, 31) / 1000;

/** The day, in UTC, of a time in seconds since 1970. */
function dayOf(seconds: number): string {
  const known = Math.min(Math.max(Number.isFinite(seconds) ? seconds : 0, 0), latestSecond);
  return new Date(known * 1000).toISOString().slice(0, 10);
}

/** The commits without parents in a shallow clone whose parents are only not in it. */
function shallowEnds(folder: string): ReadonlySet<string> {
  const answer = askGit(folder, ['rev-parse', '--git-path', 'shallow']);
  if ('failure' in answer) return new Set();
  try {
    const file = resolve(folder, answer.output.toString('utf8').replace(/\n$/, ''));
    return new Set(readFileSync(file, 'latin1').split('\n').filter(Boolean));
  } catch {
    return new Set();
  }
}
