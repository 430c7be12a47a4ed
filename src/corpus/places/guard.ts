import { fstatSync, readdirSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { CorpusError } from '../error.js';
import { type FoundArticle, namedPathOf } from '../find/find.js';
import { type Folders, folderOf, keyOf, type Place, placeOf, realPathOf, statsOf } from '../sinks/file-place.js';

/** A file that a run reads. */
export interface InputFile {
  /** Bytes where its name is not UTF-8; a number: the descriptor of an open file. */
  readonly file: string | Buffer | number;
  /** What messages call it: `the input a.md`. */
  readonly name: string;
}

/** Files of a run that are read and written by its caller. */
export interface FilesBeside {
  /** Files that the caller reads besides, such as a config file: no output may be one of them. Default: none. */
  readonly alsoReads?: readonly string[];
  /** Files that the caller writes besides, such as a report: none may be an input, or an output, of the run. Default: none. */
  readonly alsoWrites?: readonly string[];
}

/** Keeps outputs of a run from inputs, and from each other. */
export interface OutputGuard {
  /**
   * Takes a path for an output. `-` and what is no file, such as `/dev/null`, may be taken any number of times.
   *
   * @throws {CorpusError} `usage`: it is the same file as an input, or as an output that was taken before.
   */
  claim(output: string): void;
  /** What `claim` would throw. */
  conflictOf(output: string): CorpusError | undefined;
  /** What `claim` would throw for some name in a folder: of names that show only during the run, those that `mayBe` theirs. */
  conflictIn(folder: string, mayBe: (name: string) => boolean): CorpusError | undefined;
}

/**
 * A guard for outputs. Two paths are the same file where they lead to one by links of either kind, by folders that are
 * links, or by another spelling: the system's numbers of files decide, and the real path of what is not there yet.
 *
 * `inputs` are looked at when an output is found to be there already: most runs write new files.
 */
export function createOutputGuard(inputs: Iterable<InputFile>): OutputGuard {
  let read: ReadonlyMap<string, InputFile> | undefined;
  const taken = new Map<string, InputFile>();
  const folders: Folders = new Map();
  const conflictAt = (output: string, { path, stats }: Place): CorpusError | undefined => {
    const key = keyOf({ path, stats });
    if (stats !== undefined) read ??= indexOf(inputs);
    const others = stats === undefined ? [taken.get(key)] : [read?.get(key), taken.get(key)];
    const other = others.find((each) => each !== undefined && (stats === undefined || isSame(output, stats, each)));
    if (other === undefined) return undefined;
    return new CorpusError('usage', `${output} is the same file as ${other.name}; name another output.`);
  };
  const conflictOf = (output: string): CorpusError | undefined => {
    const place = output === '-' ? undefined : placeOf(output, folders);
    return place === undefined ? undefined : conflictAt(output, place);
  };
  return {
    claim(output) {
      const place = output === '-' ? undefined : placeOf(output, folders);
      if (place === undefined) return;
      const conflict = conflictAt(output, place);
      if (conflict !== undefined) throw conflict;
      taken.set(keyOf(place), { file: output, name: `the output ${output}` });
    },
    conflictOf,
    conflictIn(folder, mayBe) {
      const { path } = folderOf(folder, folders);
      const places = [...taken.keys()].filter((key) => dirname(key) === path).map((key) => basename(key));
      const names = [...namesIn(folder), ...places].filter(mayBe);
      for (const name of names) {
        const conflict = conflictOf(join(folder, name));
        if (conflict !== undefined) return conflict;
      }
      return undefined;
    },
  };
}

/** Where a run reads from besides. */
interface ListedInputs {
  readonly stdin?: Readable | undefined;
  /** The list of inputs; `-`: standard input. */
  readonly filesFrom?: string | undefined;
}

/** A list of inputs is read as an article is. */
function listOf(filesFrom: string | undefined): readonly Pick<FoundArticle, 'file' | 'slice'>[] {
  return filesFrom === undefined ? [] : [{ file: filesFrom === '-' ? undefined : filesFrom }];
}

/** A guard for a run over articles, with the files of its caller, and `others` that the run reads. */
export function guardArticles(
  articles: readonly FoundArticle[],
  { alsoReads = [], alsoWrites = [], stdin, filesFrom }: FilesBeside & ListedInputs,
  others: Iterable<InputFile> = [],
): OutputGuard {
  const guard = createOutputGuard(inputsOf([...articles, ...listOf(filesFrom)], alsoReads, stdin, others));
  for (const path of alsoWrites) guard.claim(path);
  return guard;
}

function* inputsOf(
  articles: readonly Pick<FoundArticle, 'file' | 'slice'>[],
  alsoReads: readonly string[],
  stdin: Readable | undefined,
  others: Iterable<InputFile>,
): Generator<InputFile, void, undefined> {
  for (const { file, slice } of articles) {
    // What is where an article of a revision would be is not read.
    if (slice !== undefined) continue;
    if (file !== undefined) yield { file, name: `the input ${namedPathOf({ file })}` };
    // A file that the shell opened is an input like any other.
    else if (stdin === undefined) yield { file: 0, name: 'standard input' };
    else if ('fd' in stdin && typeof stdin.fd === 'number') yield { file: stdin.fd, name: 'standard input' };
  }
  for (const file of alsoReads) yield { file, name: `the config file ${file}` };
  yield* others;
}

/** Names of what is in a folder; none where it cannot be read. */
export function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function indexOf(inputs: Iterable<InputFile>): ReadonlyMap<string, InputFile> {
  const index = new Map<string, InputFile>();
  for (const input of inputs) {
    const stats = statsOf(input.file);
    if (stats?.isFile()) index.set(keyOf({ path: '', stats }), input);
  }
  return index;
}

/** Numbers of files may be larger than a number of JavaScript can tell apart; some file systems have none. */
function isSame(output: string, { ino }: Stats, other: InputFile): boolean {
  const { file } = other;
  if (ino === 0) return typeof file === 'string' && realPathOf(output) === realPathOf(file);
  if (Number.isSafeInteger(ino)) return true;
  const same = typeof file === 'number' ? fstatSync(file, { bigint: true }) : statSync(file, { bigint: true });
  return statSync(output, { bigint: true }).ino === same.ino;
}
