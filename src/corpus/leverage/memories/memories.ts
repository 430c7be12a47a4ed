import { statSync } from 'node:fs';
import { Writable } from 'node:stream';
import { reverseEntries } from '../../../memory/reverse.js';
import type { Diagnostic } from '../../../model/diagnostics/diagnostic.js';
import type { MemoryEntry } from '../../../model/memory/entry.js';
import type { Exporter } from '../../../write/exporter.js';
import { isDocumentPath } from '../../find/documents.js';
import type { OtherFile } from '../../find/inputs.js';
import { memoryCorpus } from '../../memory/memory.js';
import type { Progress } from '../../run/run.js';
import { openDocuments } from './memory-documents.js';
import { isRowsPath, readRowsFile } from './rows-file.js';

/** How memories are read. */
export interface MemoriesOptions {
  readonly srcLang: string;
  readonly trgLang: string;
  /** Whether they are turned around: their targets are what is translated. */
  readonly reverse: boolean;
  /** Files that the run writes: none may be one that a memory is read from. */
  readonly outputs?: readonly string[];
  readonly jobs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** A memory that was named. */
export interface MemoryInput {
  /** As it was named. */
  readonly name: string;
  /** How many bytes its documents have; `undefined`: it has none, or they can be read only once. */
  readonly size: number | undefined;
  /** Gives its entries, one after the other, and then what there is to say of what it was read from. */
  read(take: (entry: MemoryEntry) => void): Promise<readonly OtherFile[]>;
}

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
      : openArticles(input, options);
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
): MemoryInput {
  return {
    name: input,
    size: undefined,
    async read(take) {
      const { files } = await memoryCorpus(
        [input],
        {
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
