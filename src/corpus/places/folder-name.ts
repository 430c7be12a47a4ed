import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { CorpusError } from '../error.js';

/** Knows which letters name a language: folders of articles are often called `docs.de`. */
const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/**
 * Refuses what looks like the path of a file where a folder would be made: nobody who says `report.txt` wants a folder.
 * `accepted`: what may be named, in words.
 *
 * @throws {CorpusError} `usage`: nothing is there, and the name has an extension and no separator after it.
 */
export function requireFolder(path: string, accepted: string): void {
  const extension = extensionOf(path);
  if (extension === undefined || existsSync(path)) return;
  throw new CorpusError(
    'usage',
    `${path} would be a folder, but ${extension} is the extension of a file; name ${accepted}, or ${path}/ if it is to be a folder.`,
  );
}

function extensionOf(path: string): string | undefined {
  const [extension, letters = ''] = /(?<=[^./\\])\.([A-Za-z][A-Za-z0-9]{1,4})$/.exec(basename(path)) ?? [];
  const isOther = /[/\\]$/.test(path) || /^v[0-9]/i.test(letters) || isLanguage(letters);
  return isOther ? undefined : extension;
}

function isLanguage(letters: string): boolean {
  return /^[a-z]{2,3}$/i.test(letters) && languages.of(letters) !== undefined;
}
