import type { Stats } from 'node:fs';
import type { Builder } from '../../../memory/builder.js';
import { createFilter } from '../../../memory/filter.js';
import { createPairHasher, type WriteText } from '../../../memory/pairs/pair-hashes.js';
import { createTextHash, type HashKey } from '../../../memory/store/hash.js';
import { addLost, addUnit, isEmptyAs } from '../../../memory/translations.js';
import type { Diagnostic } from '../../../model/diagnostics/diagnostic.js';
import { diagnosticForFile } from '../../../model/diagnostics/diagnostic-kinds.js';
import type { DocumentLoss } from '../../../model/memory/document.js';
import type { UnitEntry } from '../../../read/memory/entry.js';
import type { MemoryHeader } from '../../../read/memory/formats/format.js';
import type { InlineMode } from '../../../write/export-options.js';
import type { Exporter } from '../../../write/exporter.js';
import { oddAttributes } from '../../../write/formats/tmx/header.js';
import { CorpusError } from '../../error.js';
import { loadMarker } from '../../export/process.js';
import type { ReportBuilder } from '../../export/report.js';
import { type FoundDocument, findDocuments } from '../../find/documents.js';
import type { InputFile } from '../../places/guard.js';
import { statsOf } from '../../sinks/file-place.js';
import type { MemoryCorpusOptions } from '../memory-usage.js';
import type { MemorySettings } from '../process.js';
import { readDocument } from './read-document.js';
import { isDocument } from './sorter.js';
import { askedOfDocuments, createUnitMarker } from './unit-marker.js';

/** Inputs that are articles, or hold them; and those that are documents. */
export interface SplitInputs {
  readonly articles: readonly string[];
  readonly documents: readonly string[];
}

/** Tells documents from all else. */
export function splitInputs(inputs: readonly string[]): SplitInputs {
  const documents = new Set(inputs.filter(isDocument));
  return { articles: inputs.filter((input) => !documents.has(input)), documents: [...documents] };
}

/** For messages about outputs. */
export function toInputFile({ file }: FoundDocument): InputFile {
  return { file, name: `the input ${file}` };
}

/** What documents are added with. */
export interface DocumentsOptions {
  readonly settings: MemorySettings;
  readonly options: MemoryCorpusOptions;
  readonly hashes: {
    readonly key: HashKey;
    readonly inline: InlineMode | undefined;
    readonly write: WriteText | undefined;
  };
}

/** Adds the translations of documents, and reports what is wrong with each, every kind once. */
export async function addDocuments(
  documents: readonly FoundDocument[],
  builder: Builder,
  report: ReportBuilder,
  { settings, options, hashes }: DocumentsOptions,
): Promise<void> {
  const to = {
    builder,
    filter: createFilter(options),
    hashesOf: createPairHasher({ hash: createTextHash(hashes.key), inline: hashes.inline, write: hashes.write }),
    inline: hashes.inline,
  };
  const marker = documents.length === 0 ? undefined : await loadMarker(await askedOfDocuments(settings), undefined);
  const mark = marker === undefined ? undefined : createUnitMarker(marker, (reason) => builder.leaveOut(reason, 1));
  for (const document of documents) {
    const { path, file } = document;
    const add = (unit: Parameters<typeof addUnit>[0]): void => addUnit(mark === undefined ? unit : mark(unit), to);
    const { diagnostics, found, lost } = await readDocument(document, add, settings.srcLang, options.signal);
    addLost(lost, builder);
    report.addOther({ path, namedPath: file, pairs: found, diagnostics });
  }
}

/** @throws {CorpusError} `usage`: a memory that grows is no TMX, or another format is asked for. */
export function requireTmx(path: string, exporters: readonly Pick<Exporter, 'name'>[]): void {
  if (!/\.tmx$/i.test(path)) {
    throw new CorpusError('usage', `update: ${path} is no TMX; a memory that grows is one (.tmx).`);
  }
  if (exporters.every(({ name }) => name === 'tmx')) return;
  throw new CorpusError('usage', 'update writes a TMX and nothing else; leave -f (formats) out.');
}

/**
 * The memory that grows; none where there is no such file yet.
 *
 * @throws {CorpusError} `usage`: it is an input, too.
 */
export async function findUpdated(
  path: string,
  inputs: readonly string[],
  signal: AbortSignal | undefined,
): Promise<FoundDocument | undefined> {
  if (inputs.includes(path)) throw new CorpusError('usage', `${path} is an input, too; --update reads it anyway.`);
  if (statsOf(path) === undefined) return undefined;
  const { documents, unreadable } = await findDocuments([path], signal);
  const [fault] = unreadable;
  if (fault !== undefined) throw new CorpusError('input', `${fault.file}: cannot be read: ${fault.reason}.`);
  return documents[0];
}

/**
 * Looks at the memory that grows once more before it is replaced: what others wrote meanwhile must not be lost.
 *
 * @throws {CorpusError} `output`: it is not as it was when it was read.
 */
export function requireUnchanged(path: string | undefined, before: Stats | undefined): void {
  if (path === undefined) return;
  const now = statsOf(path);
  if (now?.ino === before?.ino && now?.size === before?.size && now?.mtimeMs === before?.mtimeMs) return;
  throw new CorpusError('output', `${path} was changed while it was read; it stays as it is. Run the command again.`);
}

/**
 * Adds what is in the memory that grows: all of it, whatever is asked of other inputs.
 *
 * Gives its header.
 *
 * @throws {CorpusError} `input`: something of it would be lost; it stays as it is.
 */
export async function addUpdated(
  document: FoundDocument,
  builder: Builder,
  report: ReportBuilder,
  { settings, options, hashes }: DocumentsOptions,
): Promise<MemoryHeader | undefined> {
  let header: MemoryHeader | undefined;
  const onHeader = (found: MemoryHeader | undefined): void => {
    header = found;
  };
  const to = {
    builder,
    filter: () => undefined,
    hashesOf: createPairHasher({ hash: createTextHash(hashes.key), inline: hashes.inline, write: hashes.write }),
    inline: hashes.inline,
  };
  const add = (unit: Parameters<typeof addUnit>[0]): void => addUnit(unit, to);
  const lossOf = (unit: Parameters<typeof addUnit>[0]): DocumentLoss | undefined => lossAs(unit, hashes.inline);
  const { diagnostics, found } = await readDocument(document, add, settings.srcLang, options.signal, {
    onHeader,
    lossOf,
  });
  const [lost = lostOf(header)] = diagnostics;
  if (lost !== undefined) {
    const { line, column, message, code } = lost;
    throw new CorpusError(
      'input',
      `${document.file}:${line}:${column} ${message} (${code}) Of a memory that grows nothing may be lost: it stays as it is. Name it as an input, and another output with -o.`,
    );
  }
  report.addOther({ path: document.path, namedPath: document.file, pairs: found, diagnostics: [] });
  return header;
}

/** Without its codes, a text that has nothing else is none. */
function lossAs({ source, targets }: UnitEntry, inline: InlineMode | undefined): DocumentLoss | undefined {
  if (source === undefined || targets.length === 0) return undefined;
  if (!isEmptyAs(source, inline) && !targets.some((target) => isEmptyAs(target, inline))) return undefined;
  return { code: 'document/not-kept', args: [`a text of nothing but codes (with --inline ${inline})`] };
}

/** What is lost of a header: elements that are no properties and no notes, attributes that TMX does not have. */
function lostOf(header: MemoryHeader | undefined): Diagnostic | undefined {
  if (header === undefined) return undefined;
  const [other] = header.others;
  if (other !== undefined) return diagnosticForFile('document/not-kept', `<${other}> in its header`);
  const [odd] = oddAttributes(header);
  return odd === undefined ? undefined : diagnosticForFile('document/not-kept', `the attribute ${odd} of its header`);
}
