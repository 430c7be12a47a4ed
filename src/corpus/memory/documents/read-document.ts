import { type Diagnostic, finding, toDiagnostic } from '../../../model/diagnostics/diagnostic.js';
import { diagnosticForFile } from '../../../model/diagnostics/diagnostic-kinds.js';
import { type DocumentDiagnosticCode, documentKinds } from '../../../model/diagnostics/document-kinds.js';
import type { DocumentLoss, DocumentUnit } from '../../../model/memory/document.js';
import type { Point } from '../../../model/position.js';
import { describeFault } from '../../../read/fault-words.js';
import { entryOf, type UnitEntry } from '../../../read/memory/entry.js';
import type { MemoryHeader } from '../../../read/memory/formats/format.js';
import { createMemoryReader, type LostUnits } from '../../../read/memory/reader.js';
import { CorpusError, reasonOf } from '../../error.js';
import { type FileText, openFileText } from '../../files/documents/file-text.js';
import { openDocumentFile } from '../../files/documents/open-document.js';
import type { FoundDocument } from '../../find/documents.js';
import { createTurns } from '../../turns.js';

/** What reading a document gives. */
export interface ReadDocument {
  readonly diagnostics: readonly Diagnostic[];
  /** How many translations came in: those that are taken, those that are left out, and units that are lost. */
  readonly found: number;
  /** Units that could not be read. */
  readonly lost: LostUnits;
}

/** How a document is read. */
interface ReadOptions {
  /** It is to be written again: called with its header. */
  readonly onHeader?: (header: MemoryHeader | undefined) => void;
  /** What else is lost of a unit. */
  readonly lossOf?: (unit: UnitEntry) => DocumentLoss | undefined;
  /** As in `EntryOptions`. Default: `false`. */
  readonly lookUp?: boolean;
}

/**
 * Reads a document in pieces, and gives what is wrong with it: what is left out of its units for the same reason, once. One
 * that cannot be read, or no further, costs only itself.
 */
export async function readDocument(
  document: FoundDocument,
  take: (unit: UnitEntry) => void,
  srcLang: string,
  signal: AbortSignal | undefined,
  options: ReadOptions = {},
): Promise<ReadDocument> {
  try {
    const { file, descriptor } = document;
    const text = descriptor === undefined ? await openDocumentFile(file, signal) : openFileText(descriptor);
    return await readText(text, take, srcLang, signal, options);
  } catch (error) {
    const cause = error instanceof CorpusError && error.kind === 'input' ? error.cause : error;
    if (cause instanceof Error && 'syscall' in cause) {
      return { diagnostics: [diagnosticForFile('input/unreadable', reasonOf(cause))], found: 0, lost: noneLost };
    }
    throw error;
  }
}

async function readText(
  text: FileText,
  take: (unit: UnitEntry) => void,
  srcLang: string,
  signal: AbortSignal | undefined,
  { onHeader, lossOf, lookUp }: ReadOptions,
): Promise<ReadDocument> {
  try {
    const reader = createMemoryReader({ attributes: onHeader !== undefined });
    const lost = new Map<string, Diagnostic>();
    let found = 0;
    const takeAll = (units: readonly DocumentUnit[]): void => {
      for (const unit of units) {
        const entry = entryOf(unit, { srcLang, lookUp });
        found += translationsIn(entry);
        const more = lossOf?.(entry);
        for (const { code, args } of more === undefined ? entry.leftOut : [...entry.leftOut, more]) {
          if (!lost.has(code)) lost.set(code, at(unit, code, args));
        }
        take(entry);
      }
    };
    const turns = createTurns(signal);
    const pieces = text.pieces();
    let next = pieces.next();
    for (; next.done !== true; next = pieces.next()) {
      await turns();
      takeAll(reader.push(next.value));
    }
    takeAll(reader.end());
    const fault = next.value;
    const end =
      fault === undefined
        ? []
        : [at({ offset: fault.offset, line: 1, column: 1 }, 'document/unreadable', [describeFault(fault)])];
    onHeader?.(reader.header);
    // What could not be read at all says why the rest is none.
    const wrong = reader.diagnostics.filter(({ code }) => fault === undefined || code !== 'document/unreadable');
    for (const piece of fault === undefined ? [] : text.unread()) {
      await turns();
      reader.push(piece);
    }
    for (const count of Object.values(reader.lost)) found += count;
    return { diagnostics: [...wrong, ...end, ...lost.values()], found, lost: reader.lost };
  } finally {
    text.close();
  }
}

/** Those that it has, and those that are left out of it. */
function translationsIn({ targets, leftOut }: UnitEntry): number {
  let count = targets.length;
  for (const { isSource } of leftOut) if (isSource !== true) count++;
  return count;
}

const noneLost: LostUnits = { 'document/damaged': 0, 'document/unreadable': 0 };

function at(point: Point, code: DocumentDiagnosticCode, args: readonly string[]): Diagnostic {
  const place = { start: point.offset, end: point.offset };
  return toDiagnostic(finding(code, place, ...args), { pointAt: () => point }, documentKinds);
}
