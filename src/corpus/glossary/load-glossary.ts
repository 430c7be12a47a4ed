import { resolve } from 'node:path';
import type { Diagnostic } from '../../model/diagnostics/diagnostic.js';
import type { GlossaryDiagnosticCode } from '../../model/diagnostics/glossary-kinds.js';
import type { Glossary } from '../../model/terms/glossary.js';
import {
  type ReadableGlossaryFormat,
  type ReadGlossaryOptions,
  readGlossary,
} from '../../read/glossary/read-glossary.js';
import { CorpusError, reasonOf } from '../error.js';
import { readUpTo } from '../files/read-file.js';
import { mostGlossaryBytes } from '../limits.js';

const advice = 'A glossary is TBX, CSV, a table between tabs, or JSON; make one with: sspr-tm terms INPUT… -o FILE.tbx';

/** A glossary that was read from a file, and what is wrong with it. */
export interface LoadedGlossary {
  readonly glossary: Glossary;
  readonly diagnostics: readonly Diagnostic<GlossaryDiagnosticCode>[];
}

/**
 * Reads a glossary from a file: TBX, CSV, a table between tabs, or JSON, in UTF-8, or in UTF-16 with a byte order mark.
 * What is left out of it is reported.
 *
 * @throws {CorpusError} `input`: it cannot be read; `usage`: it is a workbook; nothing in it could be read, or only up to
 * some damage: what is held against half a glossary says nothing.
 */
export async function loadGlossary(
  path: string,
  languages: Pick<ReadGlossaryOptions, 'srcLang' | 'trgLang'> = {},
): Promise<LoadedGlossary> {
  const format = formatOf(path);
  const read = await readGlossary(textOf(path), { ...languages, ...(format === undefined ? {} : { format }) });
  const diagnostics = read._tag === 'Right' ? [] : read.left;
  const fatal = read._tag === 'Left' ? diagnostics[0] : diagnostics.find(({ code }) => code === 'glossary/unreadable');
  if (read._tag === 'Left' || fatal !== undefined) {
    const { line = 1, column = 1, message = 'there is no term in it.' } = fatal ?? {};
    throw new CorpusError('usage', `${path}:${line}:${column}: ${message} ${advice}`);
  }
  return { glossary: read.right, diagnostics };
}

const formats: Readonly<Record<string, ReadableGlossaryFormat>> = {
  tbx: 'tbx',
  json: 'json',
  csv: 'csv',
  tsv: 'tsv',
  tab: 'tsv',
  utf8: 'tsv',
};

/** By its extension; `undefined`: as its text looks. */
function formatOf(path: string): ReadableGlossaryFormat | undefined {
  const extension = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(formats, extension) ? formats[extension] : undefined;
}

function textOf(path: string): string {
  const bytes = bytesOf(path);
  if (isWorkbook(bytes)) {
    throw new CorpusError('usage', `${path} is a workbook, which is not read; save its sheet as CSV (UTF-8).`);
  }
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

function bytesOf(path: string): Uint8Array {
  try {
    return readUpTo(resolve(path), mostGlossaryBytes);
  } catch (error) {
    throw new CorpusError('input', `${path}: the glossary cannot be read: ${reasonOf(error)}. ${advice}`, {
      cause: error,
    });
  }
}

/** How files begin that spreadsheets write: ZIP (XLSX, ODS), and the compound file of XLS. */
const workbooks: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

function isWorkbook(bytes: Uint8Array): boolean {
  return workbooks.some((start) => start.every((byte, at) => bytes[at] === byte));
}
