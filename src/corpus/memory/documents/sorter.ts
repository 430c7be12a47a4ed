import { basename, extname, resolve } from 'node:path';
import { diagnosticForFile } from '../../../model/diagnostics/diagnostic-kinds.js';
import { syntaxOfPath } from '../../../read/carriers/choose-syntax.js';
import { compareBytes } from '../../byte-order.js';
import { startOf, startsDocument } from '../../files/documents/starts-document.js';
import { type FoundDocument, isDocumentPath } from '../../find/documents.js';
import { type FoundArticle, namedPathOf } from '../../find/find.js';
import type { OtherFile } from '../../find/inputs.js';
import type { RunOptions } from '../../run/run.js';
import { withSlashes } from '../../with-slashes.js';

/**
 * Whether what is named, or a glob matches, is a TMX or XLIFF document: by its extension, and where that is neither that of one
 * nor of an article (`.sdlxliff`, `.mqxliff`), by its first bytes.
 */
export function isDocument(file: string): boolean {
  if (isDocumentPath(file)) return true;
  if (file === '-' || syntaxOfPath(file) !== undefined) return false;
  const start = startOf(file);
  return start !== undefined && startsDocument(start) === true;
}

/** Sorts out documents where articles are looked for. */
export interface DocumentSorter {
  /** With these, a run leaves them aside. */
  readonly options: Pick<RunOptions, 'leaveOut' | 'onPassedOver'>;
  /** Those that a glob matches, or a list names, whatever the glob ends with: they are read. */
  listed(): readonly string[];
  /** Those that are not read: what there is to say of each folder with some, and of each table. */
  passedOver(read: readonly FoundDocument[]): readonly OtherFile[];
}

export function createDocumentSorter(): DocumentSorter {
  const listed: string[] = [];
  /** Tables that are named; in folders, nobody looks at them. */
  const tables: FoundArticle[] = [];
  /** Those that stand below each input. */
  const below = new Map<string, string[]>();
  return {
    options: {
      leaveOut: () => (found) => {
        if (typeof found.file !== 'string') return false;
        const isTable = table.test(found.file);
        if (isTable) tables.push(found);
        else if (isDocument(found.file)) listed.push(found.file);
        else return false;
        return true;
      },
      onPassedOver(folder, file) {
        if (!isDocumentPath(file)) return;
        const files = below.get(folder) ?? [];
        below.set(folder, files);
        files.push(file);
      },
    },
    listed: () => listed,
    passedOver(read) {
      const known = new Set(read.map(({ file }) => resolve(file)));
      const inFolders = [...below].flatMap(([folder, files]) => {
        const others = files.filter((file) => !known.has(resolve(file)));
        return others.length === 0 ? [] : [passedOverIn(folder, others)];
      });
      return [...tables.map(unreadTable), ...inFolders];
    },
  };
}

/** What a memory is written as, too, and what no article is. */
const table = /\.(?:jsonl|ndjson|csv)$/i;

function unreadTable(found: FoundArticle): OtherFile {
  const diagnostics = [diagnosticForFile('document/unreadable', 'it is a table, and neither TMX nor XLIFF')];
  return { path: found.path, namedPath: namedPathOf(found), diagnostics };
}

function passedOverIn(folder: string, files: readonly string[]): OtherFile {
  const namedPath = withSlashes(folder);
  const all = files.length === 1 ? '1 document' : `${files.length.toLocaleString('en-US')} documents`;
  // As they are spelled: a glob tells `.xlf` from `.XLF`.
  const extensions = [...new Set(files.map((file) => extname(file).slice(1)))].sort(compareBytes);
  const name = `*.${extensions.length === 1 ? extensions[0] : `{${extensions.join(',')}}`}`;
  const glob = `${namedPath.replace(/\/+$/, '')}/**/${name}`;
  const diagnostics = [diagnosticForFile('input/documents', all, glob, name)];
  return { path: basename(resolve(folder)), namedPath, diagnostics };
}
