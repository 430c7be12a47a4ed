import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { readFile } from '../../files/read-file.js';
import { listTracked, type Tracked } from '../../git/tracked.js';

/** A work tree of Git. */
export interface Repository {
  /** Its folder, absolute. */
  readonly root: string;
  /** The file of patterns that stands in no commit. */
  readonly exclude: string;
  /** Asks Git once, when it is first asked for. `undefined`: Git does not answer; `onFailure` was called with the reason. */
  tracked(onFailure: (reason: string) => void): Tracked | undefined;
}

/** The repository of a work tree whose top a folder is. */
export function openRepository(root: string): Repository {
  let known: { readonly tracked: Tracked | undefined } | undefined;
  return {
    root,
    exclude: join(commonFolderOf(join(root, '.git')), 'info', 'exclude'),
    tracked(onFailure) {
      if (known === undefined) {
        const answer = listTracked(root);
        if ('failure' in answer) onFailure(answer.failure);
        known = { tracked: 'failure' in answer ? undefined : answer };
      }
      return known.tracked;
    },
  };
}

/** The nearest folder from a folder upwards that is the top of a work tree. */
export function findRoot(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return undefined;
  }
}

/** In work trees besides the first, and in submodules, `.git` is a file that names a folder. */
function commonFolderOf(dotGit: string): string {
  try {
    if (statSync(dotGit).isDirectory()) return dotGit;
    const folder = resolve(dirname(dotGit), readFirstLine(dotGit).replace(/^gitdir: /, ''));
    return resolve(folder, existsSync(join(folder, 'commondir')) ? readFirstLine(join(folder, 'commondir')) : '.');
  } catch {
    return dotGit;
  }
}

/** As many bytes as the path of a folder may take. */
const mostBytes = 10_000;

/** @throws What the system says where it is no file that can be read; a pipe is not waited for. */
function readFirstLine(file: string): string {
  return readFile(file, mostBytes).toString('utf8').split(/\r?\n/, 1)[0] ?? '';
}
