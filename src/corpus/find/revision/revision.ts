import { CorpusError } from '../../error.js';
import { commitOf, listTree, type TreeFile } from '../../git/revision.js';
import { type FindOptions, type FoundArticle, type FoundArticles, type FoundFault, inOrder } from '../find.js';
import { placeFiles } from './place-files.js';
import { createRepositories } from './repositories.js';
import { spoolObjects } from './spool.js';

/** Articles of revisions, and the file that they are in; `undefined`: there are none. */
export interface FoundRevision extends FoundArticles {
  readonly spool?: string;
  /** Repositories that are not there to the end of their histories. */
  readonly cut?: readonly FoundFault[];
  /** Which articles got other paths in a history, where that is asked for. */
  readonly renamed?: readonly (readonly [from: string, to: string])[];
}

/**
 * Finds the articles that inputs name at a revision of the Git repositories that they are in, and copies them to one
 * temporary file, which whoever asks removes. Inputs are paths of the revision, whether they are on the disk or not: files,
 * folders, globs; in a bare repository, paths below its folder.
 *
 * @throws {CorpusError} `usage`: there is no such revision, or standard input was named; `input`: an input is in no
 * repository, or not in the revision.
 */
export async function findRevision(
  rev: string,
  inputs: readonly string[],
  options: FindOptions = {},
): Promise<FoundRevision> {
  if (inputs.includes('-')) throw new CorpusError('usage', 'Standard input has no revisions: leave out - or --rev.');
  const repositories = createRepositories<TreeFile>((folder, subject) =>
    listTree(folder, commitOf(folder, rev, subject), subject),
  );
  const { placed, unreadable, excluded, trees, repeated } = await placeFiles(inputs, options, {
    title: rev,
    repositories,
  });
  const objects = Array.from(placed.values(), ({ repository, file }) => ({ repository, object: file.object }));
  const spooled = await spoolObjects(objects, options.signal);
  const found = new Map<string, FoundArticle>();
  for (const [key, { place, repository, file, called, pairsOnly }] of placed) {
    const slice = spooled.sliceOf(repository, file.object, `${rev}:${called}`, pairsOnly);
    if (slice !== undefined) found.set(key, { ...place, slice });
  }
  const spool = spooled.keep(found.size > 0);
  return {
    ...inOrder(found),
    unreadable,
    unruly: [],
    excluded,
    ignored: 0,
    trees,
    ...(spool === undefined ? {} : { spool }),
    ...(repeated === undefined ? {} : { repeated }),
  };
}
