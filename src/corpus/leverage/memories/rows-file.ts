import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Diagnostic } from '../../../model/diagnostics/diagnostic.js';
import { finding, toDiagnostic } from '../../../model/diagnostics/diagnostic.js';
import { diagnosticKinds } from '../../../model/diagnostics/diagnostic-kinds.js';
import { mostOfAKind } from '../../../model/limits.js';
import type { MemoryEntry } from '../../../model/memory/entry.js';
import { entryOfRow } from '../../../read/memory/row.js';
import { CorpusError, reasonOf } from '../../error.js';

/** Whether a path is that of a memory in JSONL. */
export function isRowsPath(path: string): boolean {
  return /\.jsonl$/i.test(path);
}

/**
 * Gives the entries of a memory in JSONL, line by line, and then what is wrong with it.
 *
 * @throws {CorpusError} `input`: it cannot be read.
 */
export async function readRowsFile(
  path: string,
  take: (entry: MemoryEntry) => void,
  signal: AbortSignal | undefined,
): Promise<readonly Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  const report = (reason: string, line: number): void => {
    if (diagnostics.length >= mostOfAKind) return;
    const at = { offset: 0, line, column: 1 };
    const found = finding('document/row', { start: 0, end: 0 }, reason);
    diagnostics.push(toDiagnostic(found, { pointAt: () => at }, diagnosticKinds));
  };
  try {
    const input = createReadStream(path, { encoding: 'utf8', ...(signal === undefined ? {} : { signal }) });
    let number = 0;
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      number++;
      const text = number === 1 ? line.replace(/^\ufeff/, '') : line;
      if (text.trim() === '') continue;
      const entry = entryOfRow(text);
      if (typeof entry === 'string') report(entry, number);
      else take(entry);
    }
  } catch (error) {
    signal?.throwIfAborted();
    throw new CorpusError('input', `${path}: cannot be read: ${reasonOf(error)}.`, { cause: error });
  }
  return diagnostics;
}
