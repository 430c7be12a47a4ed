import { basename, resolve } from 'node:path';
import { diagnosticForFile } from '../../../model/diagnostics/diagnostic-kinds.js';
import { type FoundDocument, isDocumentPath } from '../../find/documents.js';
import { withSlashes } from '../../find/glob.js';
import type { OtherFile } from '../../find/inputs.js';
import type { RunOptions } from '../../run/run.js';

/** Sorts out documents where articles are looked for. */
export interface DocumentSorter {
  /** With these, a run leaves them aside. */
  readonly options: Pick<RunOptions, 'leaveOut' | 'onPassedOver'>;
  /** Those that a glob matches, or a list names, whatever the glob ends with: they are read. */
  listed(): readonly string[];
  /** Those that stand in folders, and are none of those that are read: what there is to say of each of the folders. */
  passedOver(read: readonly FoundDocument[]): readonly OtherFile[];
}

export function createDocumentSorter(): DocumentSorter {
  const listed: string[] = [];
  /** Those that stand below each input. */
  const below = new Map<string, string[]>();
  return {
    options: {
      leaveOut: () => (found) => {
        if (typeof found.file !== 'string' || !isDocumentPath(found.file)) return false;
        listed.push(found.file);
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
      return [...below].flatMap(([folder, files]) => {
        const count = files.filter((file) => !known.has(resolve(file))).length;
        return count === 0 ? [] : [passedOverIn(folder, count)];
      });
    },
  };
}

function passedOverIn(folder: string, count: number): OtherFile {
  const namedPath = withSlashes(folder);
  const all = count === 1 ? '1 document' : `${count.toLocaleString('en-US')} documents`;
  const glob = `${namedPath.replace(/\/+$/, '')}/**/*.{tmx,xlf,xliff}`;
  return { path: basename(resolve(folder)), namedPath, diagnostics: [diagnosticForFile('input/documents', all, glob)] };
}
