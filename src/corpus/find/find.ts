import { anything, type OptionKindsOf, texts } from '../../model/options.js';
import { syntaxOfPath } from '../../read/carriers/choose-syntax.js';
import { compareBytes } from '../byte-order.js';
import { createRealPaths } from '../real-paths.js';
import { requireList, requireUsage } from '../usage.js';
import { createExcluder } from './exclude.js';
import type { FoundArticle, FoundFault } from './found.js';
import { type InputOptions, inputOptions, type LeftOut } from './input-options.js';
import { type NamedInput, resolveInputs } from './named-inputs.js';
import { addFile, type Search } from './search/search.js';

export { type FoundArticle, type FoundFault, namedPathOf } from './found.js';

/** What a search gave. All lists are in the order of the bytes of the paths. */
export interface FoundArticles extends LeftOut {
  readonly articles: readonly FoundArticle[];
  /** Articles whose names are not UTF-8, and in text are that of another article. */
  readonly alike: readonly FoundArticle[];
  /** Folders that could not be read. `file`: as it can be opened. */
  readonly unreadable: readonly FoundFault[];
  /** Files `.gitignore` that are not obeyed as Git would, or not to the end. */
  readonly unruly: readonly FoundFault[];
  /** The folders that hold a tree each: those that were named, that globs start from, or that named files stand in. Absolute; none is in another one. */
  readonly trees: readonly string[];
  /** What inputs name again, in words; `undefined`: nothing. */
  readonly repeated?: string;
}

/** How articles are looked for. */
export interface FindOptions extends Pick<InputOptions, 'base' | 'exclude' | 'ignore'> {
  /** Further inputs: files and folders, never globs. Default: none. */
  readonly paths?: readonly string[];
  /** Called with the number of articles found so far, after each folder. */
  readonly onFound?: (articles: number) => void;
  /** Stops it: the promise rejects with the reason of the signal. */
  readonly signal?: AbortSignal | undefined;
}

/** The same, for callers that want to know more. */
interface LookOptions extends FindOptions {
  /** Called with each file of a folder that is no article, and with the folder as it was named. */
  readonly onPassedOver?: (folder: string, file: string) => void;
}

/**
 * Finds the articles that inputs name: files, folders, globs, and `-` for standard input.
 *
 * Folders are searched for the files of carriers, all the way down: Markdown, and what else holds pairs (YAML, XML).
 * `node_modules`, names that start with a dot, and symbolic links are passed over; and so are, in folders and globs, YAML
 * and XML without pairs, what `exclude` matches, and what a `.gitignore` names and Git does not track. A pipe or a device
 * that is named is read here, because that can be done once. Globs are tried where no file has that very name. Order is
 * that of the bytes of the paths; that of the inputs changes nothing, and what several of them name is found once.
 *
 * @throws {CorpusError} `input`: an input does not exist, or a glob matches nothing; `usage`: an input is not below the
 * base, an option has a value that it does not take, or a glob of `exclude` is none.
 */
export async function findArticles(inputs: readonly string[], options: FindOptions = {}): Promise<FoundArticles> {
  requireList('inputs', inputs);
  requireUsage(options, findOptionKinds);
  return lookFor(inputs, options);
}

const findOptionKinds: OptionKindsOf<FindOptions> = {
  base: inputOptions.base,
  exclude: inputOptions.exclude,
  ignore: inputOptions.ignore,
  paths: texts,
  onFound: anything,
  signal: anything,
};

/** The same for callers that have looked at the options, and may have more of them. */
export async function lookFor(inputs: readonly string[], options: LookOptions): Promise<FoundArticles> {
  const { base, paths, onFound, onPassedOver, signal } = options;
  const isExcluded = await createExcluder(options.exclude);
  const { named, readsStdin, trees, again } = await resolveInputs(inputs, base, paths);
  const search: Search = {
    articles: new Map(),
    unreadable: [],
    unruly: [],
    excluded: 0,
    ignored: 0,
    repeated: 0,
    realPaths: createRealPaths(),
    isExcluded,
    obeys: options.ignore !== false,
    onFound,
    onPassedOver,
  };
  if (readsStdin) search.articles.set('-', { path: 'stdin', file: undefined, name: 'stdin' });
  for (const input of named) {
    await addInput(input, search, signal);
  }
  const { excluded, ignored } = search;
  const repeated = describeRepeated(again, search.repeated);
  return {
    ...inOrder(search.articles),
    unreadable: search.unreadable.sort((a, b) => compareBytes(a.path, b.path)),
    unruly: search.unruly.sort((a, b) => compareBytes(a.path, b.path)),
    excluded,
    ignored,
    trees,
    ...(repeated === undefined ? {} : { repeated }),
  };
}

/** So many inputs are named in a message. */
const mostNamed = 3;

/** What inputs name again: `again`, other inputs as a whole; and a number of articles. */
export function describeRepeated(again: readonly string[], articles: number): string | undefined {
  const more = again.length - mostNamed;
  const parts = [
    ...again.slice(0, mostNamed),
    ...(more > 0 ? [`${more} more inputs`] : []),
    ...(articles > 0 ? [articles === 1 ? '1 article' : `${articles.toLocaleString('en-US')} articles`] : []),
  ];
  return parts.length === 0 ? undefined : parts.join(', ');
}

/** Adds what an input names. Runs over files need nothing of what looks into folders, and nothing of Git. */
async function addInput(input: NamedInput, search: Search, signal: AbortSignal | undefined): Promise<void> {
  if (input.kind === 'folder') {
    const { walk } = await import('./search/walk.js');
    await walk(input, search);
  } else if (input.kind === 'glob') {
    const { addMatches } = await import('./search/matches.js');
    await addMatches(input, search);
  } else if (input.isOnce && !search.articles.has(input.real)) {
    const { readOnce } = await import('../files/read-once.js');
    addFile(input, input.named, search, await readOnce(input.named, signal));
  } else addFile(input, input.named, search);
}

interface Ordered<Found> {
  readonly articles: readonly Found[];
  readonly alike: readonly Found[];
}

/** Articles in the order of the bytes of their paths, and apart those whose names are alike. */
export function inOrder<Found extends FoundArticle>(found: ReadonlyMap<string, Found>): Ordered<Found> {
  return tellApart(withOwnNames(inByteOrder(found)));
}

function inByteOrder<Found extends FoundArticle>(found: ReadonlyMap<string, Found>): Found[] {
  return [...found.values()].sort((a, b) => compareBytes(a.path, b.path));
}

/**
 * Articles with names of their own where only their extensions differ: `a.md` keeps the name `a`, and `a.xml` beside it
 * becomes `a.xml`.
 */
function withOwnNames<Found extends FoundArticle>(articles: Found[]): Found[] {
  const isOther = ({ path }: FoundArticle): boolean => syntaxOfPath(path)?.pairsOnly === true;
  // Most trees are Markdown and nothing else.
  if (!articles.some(isOther)) return articles;
  const counts = new Map<string, number>();
  for (const { name } of articles) counts.set(name, (counts.get(name) ?? 0) + 1);
  return articles.map((found) =>
    isOther(found) && (counts.get(found.name) ?? 0) > 1 ? { ...found, name: found.path } : found,
  );
}

/**
 * Leaves out articles whose path is that of another one: bytes that are not UTF-8 are all U+FFFD in text. Of these, the one
 * whose name is UTF-8 is kept, else the first by its bytes.
 */
function tellApart<Found extends FoundArticle>(articles: Found[]): Ordered<Found> {
  if (!articles.some(({ file }) => file instanceof Buffer)) return { articles, alike: [] };
  const kept = new Map<string, Found>();
  for (const found of articles) {
    const other = kept.get(found.path);
    if (other === undefined || rankOf(found) < rankOf(other)) kept.set(found.path, found);
  }
  const isAlike = (found: Found): boolean => found.file instanceof Buffer && kept.get(found.path) !== found;
  return { articles: articles.filter((found) => !isAlike(found)), alike: articles.filter(isAlike) };
}

function rankOf({ file }: FoundArticle): string {
  return file instanceof Buffer ? file.toString('latin1') : '';
}
