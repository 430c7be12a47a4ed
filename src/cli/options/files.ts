import type { FilesBeside } from '../../corpus/places/guard.js';

/** Options that name files which the command line reads and writes itself. */
export interface FileOptions {
  /** The config file, named or found. */
  readonly config?: string;
  readonly report?: string;
  readonly glossary?: string;
}

/** What a run has to know of files that it does not read or write itself. */
export function filesBeside({ config, report, glossary }: FileOptions): Required<FilesBeside> {
  return {
    alsoReads: [config, glossary].filter((file) => file !== undefined),
    alsoWrites: report === undefined || report === '-' ? [] : [report],
  };
}
