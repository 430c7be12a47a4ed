import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../../model/diagnostics/diagnostic.js';
import { diagnosticForFile } from '../../model/diagnostics/diagnostic-kinds.js';
import { normalizeLanguage } from '../../model/language.js';
import type { ArticleSide } from '../../split/split.js';
import { CorpusError, reasonOf } from '../error.js';
import { readFile } from '../files/read-file.js';
import { mostWholeCharacters } from '../limits.js';
import { type InputFile, namesIn } from '../places/guard.js';
import { type Difference, differenceOf } from './difference.js';

/** Real articles that rebuilt ones are held against. */
export interface RealArticles {
  /** How a side differs from the real article, or why that cannot be read; `undefined` where there are none in its language. */
  compare(side: ArticleSide, language: string, name: string, bytes: Buffer): Difference | Diagnostic | undefined;
}

/** Whether any real article is there, whichever thread looked for it. */
export interface RealWatch {
  /** Takes what a comparison gave. */
  add(compared: Difference | Diagnostic | undefined): void;
  /** Reported of the folder where none of the articles that were compared is there: most likely it is another folder. */
  finding(folder: string): Diagnostic | undefined;
}

export function createRealWatch(): RealWatch {
  let asked = 0;
  let found = 0;
  return {
    add(compared) {
      asked++;
      if (compared !== undefined && compared !== 'missing') found++;
    },
    finding: (folder) => (asked > 0 && found === 0 ? diagnosticForFile('input/no-real-articles', folder) : undefined),
  };
}

/**
 * The real articles of a folder, at the same relative paths: below `FOLDER/LANGUAGE` where that is there. Else the folder
 * itself holds those of the side that is asked for, or of the source where both are.
 *
 * @throws {CorpusError} `input`: there is no such folder.
 */
export function openRealArticles(folder: string, sides: readonly ArticleSide[], srcLang: string): RealArticles {
  if (!isFolder(folder)) throw new CorpusError('input', `${folder}: cannot be read: there is no such folder.`);
  const folders = new Map<string, string | undefined>();
  const byLanguage = isFolder(join(folder, srcLang));
  const folderOf = (side: ArticleSide, language: string): string | undefined => {
    const own = join(folder, language);
    if (isFolder(own)) return own;
    return sides.length === 1 || (side === 'source' && !byLanguage) ? folder : undefined;
  };
  return {
    compare(side, language, name, bytes) {
      const key = `${side} ${language}`;
      if (!folders.has(key)) folders.set(key, folderOf(side, language));
      const root = folders.get(key);
      if (root === undefined) return undefined;
      const path = join(root, name);
      try {
        return differenceOf(bytes, readFile(path, mostWholeCharacters));
      } catch (error) {
        if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) {
          return 'missing';
        }
        return diagnosticForFile('input/unreadable', `the real article ${path}: ${reasonOf(error)}`);
      }
    },
  };
}

/** The files that articles of such names may be held against: in the folder itself, and in that of any language. */
export function* realFiles(
  folder: string | undefined,
  names: readonly string[],
): Generator<InputFile, void, undefined> {
  if (folder === undefined) return;
  const languages = namesIn(folder).filter((name) => normalizeLanguage(name) !== undefined);
  for (const root of [folder, ...languages.map((language) => join(folder, language))]) {
    for (const name of names) yield { file: join(root, name), name: `the real article ${join(root, name)}` };
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
