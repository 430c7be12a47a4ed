import type { Ignore } from 'ignore';
import { reasonOf } from '../../error.js';
import { readFile } from '../../files/read-file.js';
import { longestIgnorePattern, mostIgnoreBytes, mostIgnorePatterns } from '../../limits.js';
import { hasTooManyStars } from '../glob.js';

/** The patterns of a `.gitignore`, and those that hold where it says nothing. */
export interface Rules {
  readonly matcher: Ignore;
  /** Its patterns, and what makes a matcher of some of them. */
  readonly lines: readonly string[];
  readonly make: (lines: readonly string[]) => Ignore;
  /** The file, as it can be opened. */
  readonly file: string;
  /** A path below the named folder is one below the folder of the file by this before it, and so many characters less. */
  readonly above: string;
  readonly cut: number;
  /** How many patterns they are, with those of `outer`. */
  readonly patterns: number;
  readonly outer?: Rules | undefined;
}

/** What is wrong with a `.gitignore`; what is right of it holds. */
export type OnFault = (file: string, reason: string) => void;

/** The rules of a file, and `outer` ones; those alone where the file is not there, or says nothing. */
export async function readRules(
  file: string,
  place: Pick<Rules, 'above' | 'cut'>,
  outer: Rules | undefined,
  onFault: OnFault,
): Promise<Rules | undefined> {
  let text: string;
  try {
    text = readFile(file, mostIgnoreBytes).toString('utf8');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) onFault(file, reasonOf(error));
    return outer;
  }
  const patterns = text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '' && !line.startsWith('#'));
  if (patterns.length === 0) return outer;
  const { default: ignore } = await import('ignore');
  const make = (some: readonly string[]): Ignore =>
    ignore({ allowRelativePaths: true, ignorecase: isCaseIgnored() }).add(some);
  const known = outer?.patterns ?? 0;
  const lines = patterns.filter(isBearable).slice(0, mostIgnorePatterns - known);
  const left = patterns.length - lines.length;
  if (left > 0) {
    onFault(
      file,
      `${left} of its patterns ${left === 1 ? 'is' : 'are'} not applied: too many, too long, or of too many stars`,
    );
  }
  return { matcher: make(lines), lines, make, file, ...place, patterns: known + lines.length, outer };
}

function isBearable(pattern: string): boolean {
  return pattern.length <= longestIgnorePattern && !hasTooManyStars(pattern);
}

/** What Git takes for granted where a repository does not say. */
function isCaseIgnored(): boolean {
  return process.platform === 'win32' || process.platform === 'darwin';
}

/** What rules say of a path below the named folder; `undefined`: nothing. The nearest that say anything decide. */
export function isIgnored(rules: Rules | undefined, path: string, isFolder: boolean): boolean {
  for (let at = rules; at !== undefined; at = at.outer) {
    const { ignored, unignored } = test(at, path, isFolder);
    if (ignored || unignored) return ignored;
  }
  return false;
}

/**
 * The rules that hold in a folder which is looked into: patterns that leave the folder itself out say nothing of what is
 * in it, because nearer ones, or its name among the inputs, overruled them.
 */
export function rulesInside(rules: Rules | undefined, path: string): Rules | undefined {
  const all: Rules[] = [];
  let isOverruled = false;
  for (let at = rules; at !== undefined; at = at.outer) {
    all.push(at);
    isOverruled ||= test(at, path, true).ignored;
  }
  if (!isOverruled) return rules;
  return all.reduceRight<Rules | undefined>((outer, each) => {
    if (!test(each, path, true).ignored) return { ...each, outer };
    const lines = each.lines.filter((line) => !test({ ...each, matcher: each.make([line]) }, path, true).ignored);
    return lines.length === 0 ? outer : { ...each, lines, matcher: each.make(lines), outer };
  }, undefined);
}

function test(
  { matcher, above, cut }: Rules,
  path: string,
  isFolder: boolean,
): { ignored: boolean; unignored: boolean } {
  const full = above + path.slice(cut);
  return matcher.test(isFolder && !full.endsWith('/') ? `${full}/` : full);
}
