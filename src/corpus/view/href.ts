import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import type { FoundArticle } from '../find/find.js';

/**
 * The way from a file that is written to an article, as a relative URL; from the current folder where none is written.
 *
 * Not there where no URL leads to it: for standard input, for an article of a Git revision, for a name that is no text, and from one drive to another.
 */
export function relativeUrl(output: string, { file, slice }: Pick<FoundArticle, 'file' | 'slice'>): string | undefined {
  if (slice !== undefined || typeof file !== 'string' || !file.isWellFormed()) return undefined;
  const path = relative(output === '-' ? '.' : dirname(resolve(output)), resolve(file));
  if (isAbsolute(path)) return undefined;
  // With a dot before it, no name of a file reads as a scheme.
  return `./${path.split(sep).map(encodeURIComponent).join('/')}`;
}
