import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { type Diagnostic, finding, toDiagnostic } from '../../../model/diagnostics/diagnostic.js';
import { diagnosticKinds } from '../../../model/diagnostics/diagnostic-kinds.js';
import { mostOfAKind } from '../../../model/limits.js';
import type { MemoryEntry } from '../../../model/memory/entry.js';
import { entryOfRow } from '../../../read/memory/row.js';
import { CorpusError, reasonOf } from '../../error.js';
import { longestRow } from '../../limits.js';

/** Whether a path is that of a memory in JSONL. */
export function isRowsPath(path: string): boolean {
  return /\.(?:jsonl|ndjson)$/i.test(path);
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
  try {
    return await readRows(createReadStream(path, signal === undefined ? {} : { signal }), take);
  } catch (error) {
    signal?.throwIfAborted();
    throw new CorpusError('input', `${path}: cannot be read: ${reasonOf(error)}.`, { cause: error });
  }
}

/** The same of its bytes. */
export async function readRows(
  bytes: AsyncIterable<Uint8Array>,
  take: (entry: MemoryEntry) => void,
): Promise<readonly Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  const odd = new Map<string, { readonly line: number; count: number }>();
  let number = 0;
  for await (const line of linesOf(bytes)) {
    number++;
    const text = typeof line === 'string' && number === 1 ? line.replace(/^\ufeff/, '') : line;
    if (typeof text === 'string' && text.trim() === '') continue;
    const entry = typeof text === 'string' ? entryOfRow(text, addOdd) : text.reason;
    if (typeof entry !== 'string') take(entry);
    else if (diagnostics.length < mostOfAKind) diagnostics.push(at(number, 'document/row', entry));
  }
  function addOdd(field: string): void {
    const known = odd.get(field);
    if (known === undefined) odd.set(field, { line: number, count: 1 });
    else known.count++;
  }
  for (const [field, { line, count }] of odd) {
    diagnostics.push(at(line, 'document/row-field', field, count.toLocaleString('en-US')));
  }
  return diagnostics;
}

function at(line: number, code: 'document/row' | 'document/row-field', ...args: readonly string[]): Diagnostic {
  const point = { offset: 0, line, column: 1 };
  return toDiagnostic(finding(code, { start: 0, end: 0 }, ...args), { pointAt: () => point }, diagnosticKinds);
}

/** A line, or why it cannot be read. */
type Line = string | { readonly reason: string };

/** The lines of a text: LF ends one, because JSON may hold any other line end (U+2028). */
async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Line, void, undefined> {
  let parts: Uint8Array[] = [];
  let length = 0;
  const add = (part: Uint8Array): void => {
    length += part.length;
    if (length <= longestRow) parts.push(part);
    else parts = [];
  };
  const line = (): Line => {
    const whole = parts.length === 1 ? (parts[0] as Uint8Array) : Buffer.concat(parts);
    const isTooLong = length > longestRow;
    parts = [];
    length = 0;
    if (isTooLong) return { reason: `it has more than ${longestRow.toLocaleString('en-US')} bytes` };
    return isUtf8(whole) ? Buffer.from(whole.buffer, whole.byteOffset, whole.length).toString('utf8') : notUtf8;
  };
  for await (const chunk of bytes) {
    let from = 0;
    for (let end = chunk.indexOf(0x0a); end >= 0; end = chunk.indexOf(0x0a, from)) {
      add(chunk.subarray(from, end));
      yield line();
      from = end + 1;
    }
    if (from < chunk.length) add(chunk.subarray(from));
  }
  if (length > 0) yield line();
}

const notUtf8: Line = { reason: 'it is not UTF-8' };
