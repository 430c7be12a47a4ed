import { realpathSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { CorpusError } from '../error.js';
import { askGit, gitError } from './git.js';

/** A folder that is in a Git repository, or is one. */
export interface Located {
  /** What tells repositories apart: the folder of the objects, and of `HEAD`. */
  readonly gitFolder: string;
  /** The path of the folder in the trees of the repository: empty, or with `/` at its end. */
  readonly prefix: string;
}

/**
 * The repository of a folder. `subject`: what was named.
 *
 * @throws {CorpusError} `input`: it is in none, or Git does not answer.
 */
export function locate(folder: string, subject: string): Located {
  const answer = askGit(folder, ['rev-parse', '--is-inside-work-tree', '--absolute-git-dir', '--show-prefix']);
  if ('failure' in answer) throw gitError(`${subject}: no revision can be read of it`, answer.failure);
  const [isInside, gitFolder = '', ...prefix] = answer.output.toString('utf8').split('\n');
  if (isInside === 'true') return { gitFolder, prefix: prefix.slice(0, -1).join('\n') };
  // In a bare repository, paths below its folder are those of its trees.
  const below = relative(realpathSync(gitFolder), realpathSync(folder)).split(sep).join('/');
  return { gitFolder, prefix: below === '' ? '' : `${below}/` };
}

/** As many branches as a message bears. */
const mostBranches = 20;

/**
 * The commit that a revision is in the repository of a folder.
 *
 * @throws {CorpusError} `usage`: there is none; the message names the branches that there are.
 */
export function commitOf(folder: string, rev: string, subject: string): string {
  const isName = rev !== '' && !rev.includes('\0');
  // In two steps: what is put after `:/words` would be words to look for.
  let object: string | undefined;
  for (const name of isName ? namesOf(rev) : []) object ??= objectOf(folder, name);
  const commit = object === undefined ? undefined : objectOf(folder, `${object}^{commit}`);
  if (commit !== undefined) return commit;
  const branches = askGit(folder, ['for-each-ref', '--format=%(refname)', 'refs/heads', 'refs/remotes']);
  const names =
    'failure' in branches
      ? []
      : branches.output
          .toString('utf8')
          .split('\n')
          .filter((name) => name !== '' && !name.endsWith('/HEAD'))
          .map((name) => name.replace(/^refs\/(?:heads|remotes)\//, ''));
  const more = names.length > mostBranches ? ` and ${names.length - mostBranches} more` : '';
  const known = names.length === 0 ? 'it has no branches' : `it has ${names.slice(0, mostBranches).join(', ')}${more}`;
  throw new CorpusError('usage', `${subject}: there is no revision "${rev}"; ${known}.`);
}

/** What a revision may be named by: one that begins as an option does is a tag or a branch, where Git looks for them. */
function namesOf(rev: string): readonly string[] {
  return rev.startsWith('-') ? ['tags', 'heads', 'remotes'].map((kind) => `refs/${kind}/${rev}`) : [rev];
}

/** The name of an object; `undefined`: there is none, or it is one to leave out (`^REV`). */
function objectOf(folder: string, rev: string): string | undefined {
  const answer = askGit(folder, ['rev-parse', '--verify', '--quiet', rev]);
  const name = 'output' in answer ? answer.output.toString('latin1').trim() : '';
  return /^[0-9a-f]+$/.test(name) ? name : undefined;
}

/** A file of a repository. */
export interface RepositoryFile {
  /** With `/`. */
  readonly path: string;
  /** The same, where that is not UTF-8. */
  readonly bytes?: Buffer;
}

/** A file of a tree. */
export interface TreeFile extends RepositoryFile {
  /** The name of the object. */
  readonly object: string;
}

/** A path of a repository. */
export function pathOf(bytes: Buffer): RepositoryFile {
  const path = bytes.toString('utf8');
  return path.includes('\ufffd') && !Buffer.from(path).equals(bytes) ? { path, bytes } : { path };
}

/**
 * All regular files of a commit; no symbolic links and no submodules.
 *
 * @throws {CorpusError} `input`: Git cannot read them.
 */
export function listTree(folder: string, commit: string, subject: string): TreeFile[] {
  const answer = askGit(folder, ['ls-tree', '-r', '-z', '--full-tree', commit]);
  if ('failure' in answer) throw gitError(`${subject}: its files cannot be listed`, answer.failure);
  const { output } = answer;
  const files: TreeFile[] = [];
  for (let start = 0; start < output.length; ) {
    const end = output.indexOf(0, start);
    const tab = output.indexOf(9, start);
    if (end < 0 || tab < 0) break;
    const [mode = '', type, object = ''] = output.toString('latin1', start, tab).split(' ');
    if (type === 'blob' && mode.startsWith('100')) {
      files.push({ ...pathOf(output.subarray(tab + 1, end)), object });
    }
    start = end + 1;
  }
  return files;
}
