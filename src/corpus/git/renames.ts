import { CorpusError } from '../error.js';
import { readLog } from './log.js';
import { pathOf } from './revision.js';

/** Files that come and go in one commit are compared with each other, as long as there are no more of them than so many. */
const mostCompared = 2000;

/**
 * Lists which files got other paths in the commits that are reachable from one: what Git takes for renames, with changes or
 * without. Those of merges are not known. Where Git lacks what it would compare, there are only those that it found before.
 */
export async function listRenames(
  folder: string,
  commit: string,
  subject: string,
  signal: AbortSignal | undefined,
): Promise<readonly (readonly [from: string, to: string])[]> {
  const renames: [string, string][] = [];
  /** The paths that come after a status. */
  let paths: string[] | undefined;
  const take = (field: string): void => {
    if (paths === undefined) {
      if (/^\n?R[0-9]*$/.test(field)) paths = [];
      return;
    }
    paths.push(pathOf(Buffer.from(field, 'latin1')).path);
    const [from, to] = paths;
    if (from === undefined || to === undefined) return;
    renames.push([from, to]);
    paths = undefined;
  };
  const compared = ['-M', `-l${mostCompared}`, '--diff-filter=R', '--name-status', '--format='];
  try {
    await readLog(folder, [...compared, commit, '--'], subject, take, signal);
  } catch (error) {
    if (!(error instanceof CorpusError)) throw error;
  }
  return renames;
}
