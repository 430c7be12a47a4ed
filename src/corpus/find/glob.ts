import { sep } from 'node:path';
import { CorpusError } from '../error.js';

/** Stars in one part of a path, and `**` in all of it: with each, the time for a name is multiplied by its length. */
const mostStars = 4;

/**
 * Finds the files that a glob matches.
 *
 * @throws {CorpusError} `input`: there is none; `usage`: matching a single name could take years.
 */
export async function expandGlob(pattern: string): Promise<string[]> {
  const spelled = withSlashes(pattern);
  checkGlob(spelled);
  const { glob } = await import('tinyglobby');
  const files = await glob(spelled, {
    expandDirectories: false,
    followSymbolicLinks: false,
    ignore: ['**/node_modules/**'],
  });
  if (files.length > 0) return files;
  throw new CorpusError('input', `${pattern}: no such file, and no file matches it as a glob.`);
}

/** The path or glob with `/`, whatever the platform writes; `separator`: what it writes. */
export function withSlashes(path: string, separator: string = sep): string {
  return separator === '/' ? path : path.replaceAll(separator, '/');
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
