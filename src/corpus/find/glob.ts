import { CorpusError } from '../error.js';

/** Stars in one part of a path, and `**` in all of it: with each, the time for a name is multiplied by its length. */
const mostStars = 4;

/**
 * Finds the files that a glob matches.
 *
 * @throws {CorpusError} `input`: there is none; `usage`: matching a single name could take years.
 */
export async function expandGlob(pattern: string): Promise<string[]> {
  checkGlob(pattern);
  const { glob } = await import('tinyglobby');
  const files = await glob(pattern, {
    expandDirectories: false,
    followSymbolicLinks: false,
    ignore: ['**/node_modules/**'],
  });
  if (files.length > 0) return files;
  throw new CorpusError('input', `${pattern}: no such file, and no file matches it as a glob.`);
}

function checkGlob(pattern: string): void {
  if (/[+*]\(/.test(pattern)) {
    throw new CorpusError('usage', `${pattern}: a glob may not repeat a group, as +( and *( do; name the files.`);
  }
  const parts = pattern.split('/');
  const deep = parts.filter((part) => part === '**').length;
  if (deep > mostStars || parts.some((part) => part.split(/\*+/).length - 1 > mostStars)) {
    throw new CorpusError(
      'usage',
      `${pattern}: a part of a glob may have ${mostStars} stars, and a glob ${mostStars} times '**'; name the files.`,
    );
  }
}
