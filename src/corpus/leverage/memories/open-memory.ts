import { statSync } from 'node:fs';
import { type Readable, Writable } from 'node:stream';
import { reverseEntries } from '../../../memory/reverse.js';
import type { Diagnostic } from '../../../model/diagnostics/diagnostic.js';
import type { MemoryEntry } from '../../../model/memory/entry.js';
import type { Exporter } from '../../../write/exporter.js';
import { isDocumentPath } from '../../find/documents.js';
import { memoryIn } from '../../memory/memory.js';
import { lookAtMemory } from './look.js';
import { openDocuments, openFound } from './memory-documents.js';
import type { MemoriesOptions, MemoryInput } from './memory-input.js';
import { isRowsPath, readRows, readRowsFile } from './rows-file.js';

/**
 * Opens what an input holds as a memory: TMX, XLIFF and JSONL documents, side-by-side articles, whole trees of them. Each pair
 * with its place and what stands before and after it.
 *
 * @throws {CorpusError} `input`: it does not exist, or there is nothing of that kind in it; `usage`: an output is one of its
 * files. Of articles, only when they are read.
 */
export async function openMemory(input: string, options: MemoriesOptions): Promise<MemoryInput> {
  const opened = isRowsPath(input)
    ? openRows(input, options)
    : isDocumentPath(input)
      ? await openDocuments(input, options)
      : await openByContent(input, options);
  return {
    ...opened,
    async read(take) {
      const turned = (entry: MemoryEntry): void => {
        for (const each of reverseEntries([entry])) take(each);
      };
      const files = await opened.read(options.reverse ? turned : take);
      return files
        .map(({ path, namedPath, diagnostics }) => ({ path, namedPath, diagnostics: diagnostics.filter(isOfReading) }))
        .filter(({ diagnostics }) => diagnostics.length > 0);
    },
  };
}

/** What the name does not say, the first bytes do: of a file, of what can be read only once, of standard input. */
async function openByContent(input: string, options: MemoriesOptions): Promise<MemoryInput> {
  const { signal } = options;
  const looked = await lookAtMemory(input, options.stdin, signal);
  if (looked.kind === 'articles') return openArticles(input, options, looked.stdin);
  if (looked.kind === 'document') {
    const { document } = looked;
    if (document === undefined) return await openDocuments(input, options);
    return openFound(input, { documents: [{ ...document, path: input, file: input }], unreadable: [] }, options);
  }
  const { bytes } = looked;
  if (bytes === undefined) return openRows(input, options);
  const read: MemoryInput['read'] = async (take) => [
    { path: input, namedPath: input, diagnostics: await readRows(bytes, take) },
  ];
  return { name: input, size: undefined, read };
}

function openRows(input: string, { signal }: MemoriesOptions): MemoryInput {
  const stats = statSync(input, { throwIfNoEntry: false });
  return {
    name: input,
    size: stats?.isFile() === true ? stats.size : undefined,
    read: async (take) => [{ path: input, namedPath: input, diagnostics: await readRowsFile(input, take, signal) }],
  };
}

function openArticles(
  input: string,
  { srcLang, trgLang, reverse, outputs = [], jobs, signal, onProgress }: MemoriesOptions,
  stdin?: Readable,
): MemoryInput {
  return {
    name: input,
    size: undefined,
    async read(take) {
      const { files } = await memoryIn(
        reverse ? srcLang : trgLang,
        [stdin === undefined ? input : '-'],
        {
          ...(stdin === undefined ? {} : { stdin }),
          formats: [collectorOf(take)],
          output: '-',
          stdout: new Writable({ write: (_chunk, _encoding, done) => done() }),
          keep: 'all',
          context: 'memoq',
          alsoWrites: outputs,
          srcLang: reverse ? trgLang : srcLang,
          ...(jobs === undefined ? {} : { jobs }),
          ...(signal === undefined ? {} : { signal }),
        },
        onProgress,
      );
      return files;
    },
  };
}

/** What pairs of a memory are like is for `check` and `memory` to say; here, what could not be read of it is. */
function isOfReading({ code, severity }: Diagnostic): boolean {
  return severity === 'error' || /^(?:input|document)\//.test(code);
}

/** A format that gives entries, and writes nothing. */
function collectorOf(take: (entry: MemoryEntry) => void): Exporter {
  return {
    name: 'entries',
    title: 'entries',
    extension: '.entries',
    scope: 'language',
    multilingual: true,
    begin: () => '',
    article: () => [],
    entry(entry) {
      take(entry);
      return [];
    },
    end: () => '',
  };
}
