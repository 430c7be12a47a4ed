import { basename, dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import type { FoundArticle } from '../find/find.js';

/**
 * Gives the way from a file that is written to an article, as a relative URL; from the current folder where none is written.
 *
 * Not there where no URL leads to it: for standard input, for an article of a Git revision, for a name that is no text, and from one drive to another.
 */
export function createUrls(output: string): (article: Pick<FoundArticle, 'file' | 'slice'>) => string | undefined {
  const folder = resolve(output === '-' ? '.' : dirname(output));
  // Articles of one folder follow each other.
  let last = '';
  let way: string | undefined;
  return ({ file, slice }) => {
    if (slice !== undefined || typeof file !== 'string' || !file.isWellFormed()) return undefined;
    const parent = dirname(file);
    if (way === undefined || parent !== last) {
      last = parent;
      way = relative(folder, resolve(parent));
    }
    if (isAbsolute(way)) return undefined;
    // With a dot before it, no name of a file reads as a scheme.
    const names = way === '' ? [] : way.split(sep);
    return `./${[...names, basename(file)].map(encodeURIComponent).join('/')}`;
  };
}
