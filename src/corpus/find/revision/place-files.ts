import { join, normalize, sep } from 'node:path';
import { syntaxOfPath } from '../../../read/carriers/choose-syntax.js';
import type { RepositoryFile } from '../../git/revision.js';
import { withSlashes } from '../../with-slashes.js';
import { createExcluder, excludesOnTheWay } from '../exclude.js';
import { describeRepeated, type FindOptions, type FoundArticle, type FoundFault } from '../find.js';
import { chooseSpellings, type NamedInput, nameResolved } from '../named-inputs.js';
import type { Repository } from './repositories.js';
import { type Resolved, resolveInput, type Searched } from './resolve-input.js';

/** A file of a repository that an input names, or that is below one. */
export interface PlacedFile<File extends RepositoryFile> {
  /** What it is called in outputs, and where it would be on the disk. */
  readonly place: Pick<FoundArticle, 'path' | 'file' | 'name'>;
  readonly repository: Repository<File>;
  readonly file: File;
  /** Its path for messages: that in the repository; with several repositories, as the input was named. */
  readonly called: string;
  /** It is an article only where it holds pairs. */
  readonly pairsOnly: boolean;
}

/** What inputs name in repositories. */
export interface PlacedFiles<File extends RepositoryFile> {
  /** By what tells them apart. */
  readonly placed: ReadonlyMap<string, PlacedFile<File>>;
  /** Files that have no place on the disk: on Windows, names with `\\` or `:` lead out of the folder. */
  readonly unreadable: readonly FoundFault[];
  /** How many files and folders were left out. */
  readonly excluded: number;
  /** The folders that hold a tree each, absolute. */
  readonly trees: readonly string[];
  /** What inputs name again, in words; `undefined`: nothing. */
  readonly repeated?: string;
}

/**
 * Finds the files of repositories that inputs name, and what they are called in outputs. Inputs are paths of what is
 * searched, whether they are on the disk or not: files, folders, globs; in a bare repository, paths below its folder.
 *
 * @throws {CorpusError} `input`: an input is in no repository, or not in what is searched; `usage`: it is not below the base.
 */
export async function placeFiles<File extends RepositoryFile>(
  inputs: readonly string[],
  { base, paths = [], exclude, onFound }: FindOptions,
  searched: Searched<File>,
): Promise<PlacedFiles<File>> {
  const isExcluded = await createExcluder(exclude);
  const chosen = chooseSpellings<Resolved<File>>();
  for (const input of inputs) chosen.add(input, await resolveInput(input, false, searched));
  for (const path of paths) chosen.add(path, await resolveInput(path, true, searched));
  const { named, trees } = nameResolved(chosen.inputs(), false, base);
  const placed = new Map<string, PlacedFile<File>>();
  const excluded = new Set<string>();
  const unreadable: FoundFault[] = [];
  let again = 0;
  for (const input of named) {
    const exclusion = isExcluded === undefined || input.kind === 'file' ? undefined : excludesOnTheWay(isExcluded);
    for (const file of input.inTree) {
      const below = file.path.slice(input.below.length);
      if (input.kind === 'folder' && !isWalked(below)) continue;
      const out = exclusion?.(below);
      if (out !== undefined) excluded.add(join(input.absolute, out));
      else if (leadsOut(below)) {
        const path = input.prefix + below;
        const reason = 'its name has a character that Windows has for paths; rename it, or read the revision elsewhere';
        unreadable.push({ path, file: `${withSlashes(input.named)}/${below}`, reason });
      } else if (!placeFile(input, file, below, searched.repositories.isSingle(), placed) && input.kind === 'folder')
        again++;
    }
    onFound?.(placed.size);
  }
  const repeated = describeRepeated(chosen.again(), again);
  return { placed, unreadable, excluded: excluded.size, trees, ...(repeated === undefined ? {} : { repeated }) };
}

/** Whether it is a new one. */
function placeFile<File extends RepositoryFile>(
  input: NamedInput & Resolved<File>,
  file: File,
  below: string,
  isSingle: boolean,
  placed: Map<string, PlacedFile<File>>,
): boolean {
  const { repository, below: top } = input;
  const isNamed = input.kind === 'file';
  const own = file.bytes?.subarray(Buffer.byteLength(top));
  const key = isNamed
    ? input.real
    : `${join(input.real, below)}${own === undefined ? '' : `\0${own.toString('latin1')}`}`;
  if (placed.has(key)) return false;
  const path = isNamed ? input.prefix : input.prefix + below;
  const place = isNamed ? normalize(input.named) : join(input.named, below);
  const bytes = own === undefined ? undefined : Buffer.concat([Buffer.from(join(input.named, sep)), own]);
  placed.set(key, {
    place: { path, file: bytes ?? place, name: path.replace(/(?<=[^/])\.[^./]+$/, '') },
    repository,
    file,
    called: isSingle ? file.path : withSlashes(place),
    pairsOnly: !isNamed && syntaxOfPath(below)?.pairsOnly === true,
  });
  return true;
}

/** Whether what is a name in a repository is a way out of the folder here. */
function leadsOut(below: string): boolean {
  return sep === '\\' && /[\\:]/.test(below);
}

/** Whether a walk through the folder would have come to a file, and taken it for an article. */
function isWalked(below: string): boolean {
  if (/(?:^|\/)(?:\.|node_modules\/|\/)/.test(below)) return false;
  return syntaxOfPath(below.slice(below.lastIndexOf('/') + 1)) !== undefined;
}
