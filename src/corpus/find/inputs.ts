import { basename, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import type { Diagnostic } from '../../model/diagnostics/diagnostic.js';
import { diagnosticForFile } from '../../model/diagnostics/diagnostic-kinds.js';
import { carriers } from '../../read/carriers/carriers.js';
import { CorpusError } from '../error.js';
import { TooLargeError } from '../files/read-file.js';
import { isBareRepository } from '../git/bare-repository.js';
import { mostPipedBytes } from '../limits.js';
import { withSlashes } from '../with-slashes.js';
import { type FindOptions, type FoundArticle, type FoundFault, lookFor, namedPathOf } from './find.js';
import { describeLeftOut, type LeftOut } from './input-options.js';
import { compareNames } from './named-inputs.js';
import type { FoundRevision } from './revision/revision.js';
import { sameName } from './same-name.js';

/** What there is to work on. */
export interface Inputs extends LeftOut {
  /** In the order of the bytes of their paths. */
  readonly articles: readonly FoundArticle[];
  /** Folders that cannot be read, and files without a name of their own: there is only something to say of them. */
  readonly others: readonly OtherFile[];
  /** The temporary file that articles of a revision are in; whoever asked for them removes it. */
  readonly spool?: string;
  /** The folders that hold a tree each, absolute. */
  readonly trees: readonly string[];
  /** Which articles got other paths in a history, where that is asked for. */
  readonly renamed?: readonly (readonly [from: string, to: string])[];
}

/** A file or folder that is no article. */
export interface OtherFile {
  /** What names it in outputs. */
  readonly path: string;
  /** The path by which it can be opened. */
  readonly namedPath: string;
  /** How many translations came in from it. Default: 0. */
  readonly pairs?: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** What is looked for, in words. */
const searched = carriers
  .map(({ title, extensions, pairsOnly }) => `${title}${pairsOnly ? ' with pairs' : ''} (${extensions.join(', ')})`)
  .join(', ');

/**
 * Finds what inputs name.
 *
 * @throws {CorpusError} `input`: an input does not exist, or there are no articles in what is named; `usage`: an input is
 * not below the base.
 */
export async function findInputs(
  inputs: readonly string[],
  options: FindOptions & {
    /** The revision that is read; or whose history is. */
    readonly rev?: string;
    /** Whether all versions are read that are reachable from `rev`. Default: `false`. */
    readonly history?: boolean;
    /** Whether renames in the history are listed. Default: `false`. */
    readonly renames?: boolean;
    /** Called with each file of a folder that is no article, and with the folder as it was named. */
    readonly onPassedOver?: (folder: string, file: string) => void;
    /** What is said besides where there are no articles. */
    readonly advice?: string;
  } = {},
): Promise<Inputs> {
  const found = await findAll(inputs, options);
  const { articles, alike, unreadable, unruly, excluded, ignored, trees, cut = [] } = found;
  const all = [...inputs, ...(options.paths ?? [])];
  if (all.length > 0 && articles.length + unreadable.length + alike.length === 0) {
    const left = describeLeftOut({ excluded, ignored });
    throw new CorpusError(
      'input',
      `${listed(all)}: there is no article in it: ${searched}${left === undefined ? '' : `; left out: ${left}`}.${options.advice ?? ''}${adviceOnRepository(all, options)}`,
    );
  }
  return {
    articles,
    others: [
      ...unreadable.map(unreadableOther),
      ...unruly.map((fault) => otherOf(fault, 'input/ignore-rules')),
      ...cut.map((fault) => otherOf(fault, 'input/shallow')),
      ...(found.repeated === undefined ? [] : [repeatedIn(all, found.repeated)]),
      ...alike.map((each) => ({ path: each.path, namedPath: namedPathOf(each), diagnostics: [sameName(each)] })),
    ],
    excluded,
    ignored,
    trees,
    ...(found.spool === undefined ? {} : { spool: found.spool }),
    ...(found.renamed === undefined ? {} : { renamed: found.renamed }),
  };
}

/** A bare repository that was named without a revision is what somebody meant. */
function adviceOnRepository(inputs: readonly string[], { rev, history }: { rev?: string; history?: boolean }): string {
  if (rev !== undefined || history === true) return '';
  const bare = inputs.find((input) => input !== '-' && isBareRepository(input));
  return bare === undefined ? '' : ` ${bare} is a bare Git repository: name a revision, such as --rev HEAD.`;
}

async function findAll(
  inputs: readonly string[],
  options: FindOptions & { readonly rev?: string; readonly history?: boolean; readonly renames?: boolean },
): Promise<FoundRevision> {
  const { rev, history } = options;
  // Few runs read revisions.
  if (history === true) {
    const { findHistory } = await import('./revision/history.js');
    return findHistory(rev ?? 'HEAD', inputs, options);
  }
  if (rev === undefined) return lookFor(inputs, options);
  const { findRevision } = await import('./revision/revision.js');
  return findRevision(rev, inputs, options);
}

/** A file or folder that cannot be read, and that costs only itself. */
export function unreadableOther(fault: FoundFault): OtherFile {
  return otherOf(fault, 'input/unreadable');
}

function otherOf(
  { path, file, reason }: FoundFault,
  code: 'input/unreadable' | 'input/ignore-rules' | 'input/shallow',
): OtherFile {
  return { path, namedPath: file, diagnostics: [diagnosticForFile(code, reason)] };
}

/** What was named again is reported at the first input. */
function repeatedIn(inputs: readonly string[], repeated: string): OtherFile {
  const [first = '.'] = inputs.filter((input) => input !== '-').sort(compareNames);
  const diagnostics = [diagnosticForFile('input/repeated', repeated)];
  return { path: basename(resolve(first)), namedPath: withSlashes(first), diagnostics };
}

/** As many inputs as a message bears. */
const mostListed = 20;

function listed(inputs: readonly string[]): string {
  const more = inputs.length - mostListed;
  return more <= 0 ? inputs.join(', ') : `${inputs.slice(0, mostListed).join(', ')} and ${more} more`;
}

/**
 * All bytes of standard input. Where these are more than an article may have, there is nothing in as many, which is refused
 * like any article that is too large. Rejects with the reason of the signal.
 */
export async function readAll(stream: Readable, signal?: AbortSignal): Promise<Uint8Array> {
  const { readUpTo } = await import('../files/read-once.js');
  try {
    return await readUpTo(stream, mostPipedBytes, signal);
  } catch (error) {
    if (error instanceof TooLargeError) return new Uint8Array(mostPipedBytes + 1);
    throw error;
  }
}
