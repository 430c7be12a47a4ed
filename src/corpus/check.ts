import { readFileSync } from 'node:fs';
import type { Severity } from '../model/diagnostic.js';
import { validateTmx } from '../validate/tmx.js';
import { validateXliff } from '../validate/xliff.js';
import { decodeDocument } from './decode.js';
import { reasonOf } from './error.js';
import { type FoundArticle, findArticles } from './find.js';
import { readFoundArticle } from './read.js';

/** What was found in a file: diagnostics of an article, or problems of an XLIFF or TMX document. */
export interface CheckedFile {
  readonly path: string;
  readonly findings: readonly FileFinding[];
}

/** A diagnostic or a problem: what both have in common. */
export interface FileFinding {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/**
 * Checks what inputs name: side-by-side articles, and XLIFF (`.xlf`, `.xliff`) and TMX (`.tmx`) documents, which are
 * looked at where they are named or matched by a glob. In the order of the bytes of the paths; lazy.
 *
 * @throws {CorpusError} `input`: an input does not exist, or a glob matches nothing.
 */
export async function* checkFiles(
  inputs: readonly string[],
  stdin?: Uint8Array,
): AsyncGenerator<CheckedFile, void, undefined> {
  const { articles, unreadable } = await findArticles(inputs);
  for (const { path, reason } of unreadable) yield { path, findings: [unreadableFinding(reason)] };
  for (const found of articles) yield { path: found.path, findings: checkFile(found, stdin) };
}

function checkFile(found: FoundArticle, stdin: Uint8Array | undefined): readonly FileFinding[] {
  const validate = validatorFor(found.path);
  if (validate === undefined || found.file === undefined) return readFoundArticle(found, stdin).diagnostics;
  try {
    return validate(decodeDocument(readFileSync(found.file)));
  } catch (error) {
    return [unreadableFinding(reasonOf(error))];
  }
}

function validatorFor(path: string): ((text: string) => readonly FileFinding[]) | undefined {
  if (/\.xl(?:f|iff)$/i.test(path)) return validateXliff;
  return /\.tmx$/i.test(path) ? validateTmx : undefined;
}

function unreadableFinding(reason: string): FileFinding {
  const message = `Cannot be read: ${reason}.`;
  return { code: 'input/unreadable', severity: 'error', message, offset: 0, line: 1, column: 1 };
}
