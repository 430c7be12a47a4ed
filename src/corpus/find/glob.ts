import { statSync } from 'node:fs';
import path from 'node:path';
import { CorpusError } from '../error.js';
import { withSlashes } from '../with-slashes.js';

/** Any of these makes a glob of a path. */
export const globCharacter: RegExp = /[*?[\]{}()!]/;

/** Stars in one part of a path, and `**` in all of it: with each, the time for a name is multiplied by its length. */
const mostStars = 4;

/**
 * Finds the files that a glob matches.
 *
 * @throws {CorpusError} `input`: there is none; `usage`: matching a single name could take years.
 */
export async function expandGlob(pattern: string): Promise<string[]> {
  const { folder, rest } = splitGlob(pattern);
  checkGlob(rest);
  const { glob } = await import('tinyglobby');
  // From its folder: of what stands before, nothing is read as a glob, and no platform has roots of its own.
  const files = await glob(rest, {
    cwd: folder,
    expandDirectories: false,
    followSymbolicLinks: false,
    ignore: ['**/node_modules/**'],
  });
  if (files.length > 0) return folder === '.' ? files : files.map((file) => path.join(folder, file));
  throw new CorpusError('input', `${pattern}: no such file, and no file matches it as a glob.`);
}

/** A glob in two. */
export interface GlobParts {
  /** The folder that it starts from. */
  readonly folder: string;
  /** What is matched below that; with `/`. */
  readonly rest: string;
}

/**
 * Cuts a glob where it starts to be one: at the first part with a character of globs, unless a folder has that very name,
 * as `Program Files (x86)` has. `isFolder`, `platform`: those of the system.
 *
 * @example
 * splitGlob('docs/a/*.md') // { folder: 'docs/a', rest: '*.md' }
 */
export function splitGlob(
  pattern: string,
  isFolder: (path: string) => boolean = isFolderThere,
  platform: Pick<typeof path, 'sep' | 'parse'> = path,
): GlobParts {
  const spelled = withSlashes(pattern, platform.sep);
  const { root } = platform.parse(spelled);
  const parts = spelled.slice(root.length).split('/');
  let folder = root;
  let below = 0;
  for (; below < parts.length - 1; below++) {
    const part = parts[below] ?? '';
    const next = folder + (folder === root ? '' : '/') + part;
    if (globCharacter.test(part) && !isFolder(next)) break;
    folder = next;
  }
  return { folder: folder || '.', rest: parts.slice(below).join('/') };
}

function isFolderThere(place: string): boolean {
  return statSync(place, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** Whether matching a single name could take years. */
export function hasTooManyStars(pattern: string): boolean {
  const parts = pattern.split('/');
  const deep = parts.filter((part) => /^\*{2,}$/.test(part)).length;
  return deep > mostStars || parts.some((part) => part.split(/\*+/).length - 1 > mostStars);
}

/** Choices in a glob: with each, the time for a name is multiplied by its length. */
const mostChoices = 4;

/** Groups, further stars of a part, and further `**`: what has several ways to match the same characters of a name. */
function choicesIn(pattern: string): number {
  const parts = pattern.split('/');
  const deep = parts.filter((part) => /^\*{2,}$/.test(part)).length;
  const further = parts.reduce((sum, part) => sum + Math.max(0, part.split(/\*+/).length - 2), 0);
  return pattern.split(/[({]/).length - 1 + further + Math.max(0, deep - 1);
}

/** @throws {CorpusError} `usage`: matching a single name could take years. */
export function checkGlob(pattern: string): void {
  // Within a group and after it, a plus repeats what stands before it.
  if (/[+*]\(|\(.*\+/s.test(pattern)) {
    throw new CorpusError('usage', `${pattern}: a glob may not repeat a group, as +( and *( do; name the files.`);
  }
  if (choicesIn(pattern) > mostChoices) {
    throw new CorpusError(
      'usage',
      `${pattern}: a glob may have ${mostChoices} choices in all: groups, as {a,b}, second stars in a part, and a second '**'; give several globs, or name the files.`,
    );
  }
  if (hasTooManyStars(pattern)) {
    throw new CorpusError(
      'usage',
      `${pattern}: a part of a glob may have ${mostStars} stars, and a glob ${mostStars} times '**'; name the files.`,
    );
  }
}
