import { posix, resolve } from 'node:path';
import { syntaxOfPath } from '../../../read/carriers/choose-syntax.js';
import { CorpusError } from '../../error.js';
import { type Commit, type FileVersion, type HistoryFile, listHistory } from '../../git/history.js';
import { listRenames } from '../../git/renames.js';
import { commitOf, type Located, locate } from '../../git/revision.js';
import { type FindOptions, type FoundArticle, type FoundFault, inOrder } from '../find.js';
import type { ArticleVersion } from '../found.js';
import { globCharacter, splitGlob } from '../glob.js';
import { type PlacedFile, placeFiles } from './place-files.js';
import { createRepositories } from './repositories.js';
import { nearestFolder, pathBelow } from './resolve-input.js';
import type { FoundRevision } from './revision.js';
import { spoolObjects } from './spool.js';

/** How a history is searched. */
export interface HistorySearch extends FindOptions {
  /** Whether renames are listed. Default: `false`. */
  readonly renames?: boolean;
}

/** An article at its path, and its versions. */
interface Past extends FoundArticle {
  readonly versions: readonly FoundArticle[];
}

/**
 * Finds every version of the articles that inputs name in the history of a revision of the Git repositories that they are
 * in, and copies each once to one temporary file, which whoever asks removes. Inputs are paths of that history: what was
 * removed since may be named, too.
 *
 * A version is a content at a path: what stands at two paths are two versions, and what came back is none of its own. They
 * come in the order of their paths, and for each path in the order of the commits that have them first, the oldest first.
 *
 * @throws {CorpusError} `usage`: there is no such revision, or standard input was named; `input`: an input is in no
 * repository, or nowhere in the history, or Git cannot list it.
 */
export async function findHistory(
  rev: string,
  inputs: readonly string[],
  options: HistorySearch = {},
): Promise<FoundRevision> {
  if (inputs.includes('-')) throw new CorpusError('usage', 'Standard input has no history: leave out - or --history.');
  const find = createLocator();
  const wanted = wantedPaths([...inputs], options.paths ?? [], find);
  const cut: FoundFault[] = [];
  const renames: RenamesOf[] = [];
  const repositories = createRepositories<HistoryFile>(async (folder, subject, gitFolder) => {
    const commit = commitOf(folder, rev, subject);
    const history = await listHistory(folder, commit, subject, wanted(gitFolder), options.signal);
    if (history.cut !== undefined)
      cut.push({ path: subject, file: subject, reason: `${shortOf(history.cut)} of ${history.cut.date}` });
    if (options.renames) {
      const files = new Set(history.files);
      renames.push({ files, listed: await listRenames(folder, commit, subject, options.signal) });
    }
    return [...history.files];
  }, find);
  const { placed, unreadable, excluded, trees, repeated } = await placeFiles(inputs, options, {
    title: `the history of ${rev}`,
    repositories,
    // What it was last is meant.
    isFolder: (file, below) => below.some((each) => ageOf(each) > ageOf(file)),
  });
  const objects = Array.from(placed.values(), ({ repository, file }) =>
    file.versions.map(({ object }) => ({ repository, object })),
  ).flat();
  options.onFound?.(objects.length);
  const spooled = await spoolObjects(objects, options.signal);
  const found = new Map<string, Past>();
  for (const [key, { place, repository, file, called, pairsOnly }] of placed) {
    const versions: FoundArticle[] = [];
    for (const version of file.versions) {
      const name = `${shortOf(version.first)}:${called}`;
      const slice = spooled.sliceOf(repository, version.object, name, pairsOnly);
      if (slice !== undefined) versions.push({ ...place, slice, version: toVersion(version) });
    }
    if (versions.length > 0) found.set(key, { ...place, versions });
  }
  const spool = spooled.keep(found.size > 0);
  const { articles, alike } = inOrder(found);
  return {
    articles: articles.flatMap(withNames),
    alike,
    unreadable,
    unruly: [],
    excluded,
    ignored: 0,
    trees,
    cut: cut.sort((a, b) => (a.path < b.path ? -1 : 1)),
    ...(spool === undefined ? {} : { spool }),
    ...(repeated === undefined ? {} : { repeated }),
    ...(options.renames ? { renamed: renamedOf(renames, placed.values()) } : {}),
  };
}

/** What Git lists for a repository that has these files. */
interface RenamesOf {
  readonly files: ReadonlySet<HistoryFile>;
  readonly listed: readonly (readonly [from: string, to: string])[];
}

/** The same in paths of articles, as far as both are in the run. */
function renamedOf(
  renames: readonly RenamesOf[],
  placed: Iterable<PlacedFile<HistoryFile>>,
): readonly (readonly [string, string])[] {
  const all = [...placed];
  return renames.flatMap(({ files, listed }) => {
    const paths = new Map(all.filter(({ file }) => files.has(file)).map(({ file, place }) => [file.path, place.path]));
    return listed.flatMap(([from, to]) => {
      const [before, after] = [paths.get(from), paths.get(to)];
      return before === undefined || after === undefined ? [] : [[before, after] as const];
    });
  });
}

/** The versions under the name that the article was given beside others. */
function withNames({ name, versions }: Past): readonly FoundArticle[] {
  return versions[0]?.name === name ? versions : versions.map((version) => ({ ...version, name }));
}

/** Most versions share the object of their commit. */
function toVersion({ first, last }: FileVersion): ArticleVersion {
  return first === last ? first : { ...first, last };
}

function ageOf({ versions }: HistoryFile): number {
  let age = -1;
  for (const version of versions) age = Math.max(age, version.age);
  return age;
}

function shortOf({ commit }: Commit): string {
  return commit.slice(0, 12);
}

/** Looks each folder up once. */
function createLocator(): typeof locate {
  const known = new Map<string, Located>();
  return (folder, subject) => {
    const located = known.get(folder) ?? locate(folder, subject);
    known.set(folder, located);
    return located;
  };
}

/** Which paths of a repository inputs may mean: a history has many others. */
function wantedPaths(
  inputs: readonly string[],
  paths: readonly string[],
  find: typeof locate,
): (gitFolder: string) => (path: string) => boolean {
  const tops = new Map<string, { readonly articles: Set<string>; readonly all: Set<string> }>();
  const add = (input: string, path: string, kind: 'articles' | 'all'): void => {
    const absolute = resolve(path);
    const folder = nearestFolder(absolute);
    const { gitFolder, prefix } = find(folder, input);
    const own = tops.get(gitFolder) ?? { articles: new Set(), all: new Set() };
    own[kind].add(pathBelow(prefix, folder, absolute));
    tops.set(gitFolder, own);
  };
  for (const input of inputs) {
    add(input, input, 'articles');
    if (globCharacter.test(input)) add(input, splitGlob(input).folder, 'all');
  }
  for (const path of paths) add(path, path, 'articles');
  return (gitFolder) => {
    const { articles, all } = tops.get(gitFolder) ?? { articles: new Set(), all: new Set() };
    return (path) => {
      // A file that is named itself may have any name.
      if (articles.has(path)) return true;
      const isArticle = syntaxOfPath(path.slice(path.lastIndexOf('/') + 1)) !== undefined;
      for (let folder = posix.dirname(path); ; folder = posix.dirname(folder)) {
        const name = folder === '.' ? '' : folder;
        if (all.has(name) || (isArticle && articles.has(name))) return true;
        if (name === '' || name === '/') return false;
      }
    };
  };
}
