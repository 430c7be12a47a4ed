import { statSync } from 'node:fs';
import { dirname, join, normalize, relative, resolve, sep } from 'node:path';
import { syntaxOfPath } from '../../../read/carriers/choose-syntax.js';
import { CorpusError } from '../../error.js';
import type { TreeFile } from '../../git/revision.js';
import { createExcluder, excludesOnTheWay } from '../exclude.js';
import { type FindOptions, type FoundArticles, inOrder } from '../find.js';
import { checkGlob, withSlashes } from '../glob.js';
import { globBase, globCharacter, type NamedInput, nameResolved, type Unnamed } from '../named-inputs.js';
import { createRepositories, type Repository } from './repositories.js';
import { spoolArticles } from './spool.js';
import type { TreeArticle } from './tree-article.js';

/** Articles of a revision, and the file that they are in; `undefined`: there are none. */
export interface FoundRevision extends FoundArticles {
  readonly spool?: string;
}

/** What an input is at the revision. */
interface Resolved extends Unnamed {
  readonly repository: Repository;
  /** The file; or the path of the folder in trees, empty or with `/` at its end; and which of the files below it. */
  readonly below: string;
  readonly inTree: readonly TreeFile[];
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
  { base, paths = [], exclude, onFound, signal }: FindOptions = {},
): Promise<FoundRevision> {
  if (inputs.includes('-')) throw new CorpusError('usage', 'Standard input has no revisions: leave out - or --rev.');
  const isExcluded = await createExcluder(exclude);
  const repositories = createRepositories(rev);
  const resolved = new Map<string, Resolved>();
  for (const [list, isPath] of [
    [inputs, false],
    [paths, true],
  ] as const) {
    for (const input of list) {
      const each = await resolveInput(input, isPath, rev, repositories.at);
      const key = `${each.kind} ${each.kind === 'glob' ? resolve(input) : each.absolute}`;
      if (!resolved.has(key)) resolved.set(key, each);
    }
  }
  const { named, trees } = nameResolved([...resolved.values()], false, base);
  const articles = new Map<string, TreeArticle>();
  const excluded = new Set<string>();
  for (const input of named) {
    const exclusion = isExcluded === undefined || input.kind === 'file' ? undefined : excludesOnTheWay(isExcluded);
    for (const file of input.inTree) {
      const below = file.path.slice(input.below.length);
      if (input.kind === 'folder' && !isWalked(below)) continue;
      const out = exclusion?.(below);
      if (out !== undefined) excluded.add(join(input.absolute, out));
      else addFile(input, file, below, rev, repositories.isSingle(), articles);
    }
    onFound?.(articles.size);
  }
  const { spool, found } = await spoolArticles(articles, signal);
  return {
    ...inOrder(found),
    unreadable: [],
    unruly: [],
    excluded: excluded.size,
    ignored: 0,
    trees,
    ...(spool === undefined ? {} : { spool }),
  };
}

function addFile(
  input: NamedInput & Resolved,
  file: TreeFile,
  below: string,
  rev: string,
  isSingle: boolean,
  articles: Map<string, TreeArticle>,
): void {
  const { repository, below: top } = input;
  const isNamed = input.kind === 'file';
  const own = file.bytes?.subarray(Buffer.byteLength(top));
  const key = isNamed
    ? input.absolute
    : `${join(input.absolute, below)}${own === undefined ? '' : `\0${own.toString('latin1')}`}`;
  if (articles.has(key)) return;
  const path = isNamed ? input.prefix : input.prefix + below;
  const place = isNamed ? normalize(input.named) : join(input.named, below);
  const bytes = own === undefined ? undefined : Buffer.concat([Buffer.from(join(input.named, sep)), own]);
  articles.set(key, {
    found: { path, file: bytes ?? place, name: path.replace(/(?<=[^/])\.[^./]+$/, '') },
    repository,
    object: file.object,
    called: `${rev}:${isSingle ? file.path : withSlashes(place)}`,
    pairsOnly: !isNamed && syntaxOfPath(below)?.pairsOnly === true,
  });
}

/** Whether a walk through the folder would have come to a file, and taken it for an article. */
function isWalked(below: string): boolean {
  if (/(?:^|\/)(?:\.|node_modules\/|\/)/.test(below)) return false;
  // What is a name there is a way out of the folder here.
  if (sep === '\\' && /[\\:]/.test(below)) return false;
  return syntaxOfPath(below.slice(below.lastIndexOf('/') + 1)) !== undefined;
}

async function resolveInput(
  input: string,
  isPath: boolean,
  rev: string,
  repositoryAt: (folder: string, subject: string) => { repository: Repository; prefix: string },
): Promise<Resolved> {
  const inTree = (path: string): { repository: Repository; path: string } => {
    const absolute = resolve(path);
    const folder = nearestFolder(absolute);
    const { repository, prefix } = repositoryAt(folder, input);
    return { repository, path: (prefix + withSlashes(relative(folder, absolute))).replace(/\/$/, '') };
  };
  const { repository, path } = inTree(input);
  const absolute = resolve(input);
  const file = repository.fileAt(path);
  if (file !== undefined) {
    requireArticle(path);
    return { kind: 'file', named: input, absolute, files: [input], repository, below: path, inTree: [file] };
  }
  const below = path === '' ? '' : `${path}/`;
  const files = repository.filesBelow(below);
  if (files.length > 0 || path === '') {
    return { kind: 'folder', named: input, absolute, files: [], repository, below, inTree: files };
  }
  if (isPath || !globCharacter.test(input)) {
    throw new CorpusError('input', `${input}: there is no such file or folder in ${rev}.`);
  }
  return resolveGlob(input, inTree(globBase(input)), rev);
}

async function resolveGlob(
  input: string,
  { repository, path }: { repository: Repository; path: string },
  rev: string,
): Promise<Resolved> {
  const spelled = withSlashes(input);
  checkGlob(spelled);
  const { default: picomatch } = await import('picomatch');
  const named = globBase(input);
  const below = path === '' ? '' : `${path}/`;
  const rest = spelled.startsWith(`${named}/`) ? spelled.slice(named.length + 1) : spelled.replace(/^(?:\.?\/)+/, '');
  const isMatch = picomatch(rest, { windows: false });
  const files = repository
    .filesBelow(below)
    .filter((file) => !/(?:^|\/)node_modules\//.test(file.path) && isMatch(file.path.slice(below.length)));
  if (files.length === 0) {
    throw new CorpusError(
      'input',
      `${input}: there is no such file in ${rev}, and no file of it matches it as a glob.`,
    );
  }
  for (const file of files) requireArticle(file.path);
  return { kind: 'glob', named, absolute: resolve(named), files: [], repository, below, inTree: files };
}

/** Documents are read where they are. */
function requireArticle(path: string): void {
  if (!/\.(?:xl(?:f|iff)|tmx)$/i.test(path)) return;
  throw new CorpusError('usage', `${path}: only articles are read of a revision; check out the document to read it.`);
}

/** The path, or the nearest above it, that is a folder on the disk. */
function nearestFolder(path: string): string {
  for (let at = path; ; at = dirname(at)) {
    if (statSync(at, { throwIfNoEntry: false })?.isDirectory() || dirname(at) === at) return at;
  }
}
