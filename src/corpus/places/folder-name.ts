import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { CorpusError } from '../error.js';

/** Extensions that nobody gives a folder; others may be names of languages, versions or branches (`docs.de`, `docs.live`). */
const ofFiles = new Set(
  'csv doc docx gz htm html json jsonl log md mqxliff parquet pdf po sdlxliff tbx tmx tsv txt xlf xliff xls xlsx xml yaml yml zip'.split(
    ' ',
  ),
);

/**
 * Refuses what looks like the path of a file where a folder would be made: nobody who says `report.txt` wants a folder.
 * `accepted`: what may be named, in words.
 *
 * @throws {CorpusError} `usage`: nothing is there, and the name has an extension of files and no separator after it.
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
  const [extension, letters = ''] = /(?<=[^./\\])\.([A-Za-z0-9]+)$/.exec(basename(path)) ?? [];
  return !/[/\\]$/.test(path) && ofFiles.has(letters.toLowerCase()) ? extension : undefined;
}
