import { statSync } from 'node:fs';
import type { MemoryEntry } from '../../../model/memory/entry.js';
import { type FoundDocuments, findDocuments } from '../../find/documents.js';
import { unreadableOther } from '../../find/inputs.js';
import { toInputFile } from '../../memory/documents/documents.js';
import { readDocument } from '../../memory/documents/read-document.js';
import { guardArticles } from '../../places/guard.js';
import type { MemoriesOptions, MemoryInput } from './memory-input.js';

/**
 * The TMX and XLIFF documents that an input names, which are read in pieces.
 *
 * @throws {CorpusError} `input`: there is none; `usage`: an output is one of them.
 */
export async function openDocuments(input: string, options: MemoriesOptions): Promise<MemoryInput> {
  return openFound(input, await findDocuments([input], options.signal), options);
}

/** The same of documents that were found. @throws {CorpusError} `usage`: an output is one of them. */
export function openFound(
  input: string,
  { documents, unreadable }: FoundDocuments,
  { srcLang: asked, trgLang, reverse, outputs = [], signal }: MemoriesOptions,
): MemoryInput {
  const srcLang = reverse ? trgLang : asked;
  guardArticles([], { alsoWrites: outputs }, documents.map(toInputFile));
  return {
    name: input,
    size: documents.some(({ descriptor }) => descriptor !== undefined)
      ? undefined
      : documents.reduce((sum, { file }) => sum + sizeOf(file), 0),
    async read(take) {
      const files = unreadable.map(unreadableOther);
      for (const document of documents) {
        const { path, file: namedPath } = document;
        const { diagnostics } = await readDocument(
          document,
          ({ id = '', srcLang: own = srcLang, source, targets }) => {
            if (source !== undefined && targets.length > 0)
              take({ id, srcLang: own, source, targets } satisfies MemoryEntry);
          },
          srcLang,
          signal,
          { lookUp: true },
        );
        files.push({ path, namedPath, diagnostics });
      }
      return files;
    },
  };
}

/** The size of a regular file, in bytes; 0 of what is gone. */
function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
