import { extname } from 'node:path';
import type { Writable } from 'node:stream';
import type { BuiltSet } from '../../memory/builder.js';
import type { WrittenEntry } from '../../memory/entries/entries.js';
import type { MemoryEntry } from '../../model/memory/entry.js';
import type { ContextDialect, ExportOptions } from '../../write/export-options.js';
import type { Chunk, Exporter, Languages, OutputFile } from '../../write/exporter.js';
import { writeAroundTexts } from '../../write/formats/tmx/entry.js';
import { formats } from '../../write/formats.js';
import { CorpusError } from '../error.js';
import { createPacking } from '../packing.js';
import { type Destination, fileNameOf } from '../places/destination.js';
import { type Exporters, filesOf, ofFormat } from '../places/exporters.js';
import type { OutputGuard } from '../places/guard.js';
import { createFileSink } from '../sinks/file-sink.js';
import type { Sink } from '../sinks/sink.js';
import { createStreamSink } from '../sinks/stream-sink.js';
import { createTurns } from '../turns.js';

/** A file of a memory, and what goes into it. */
interface Planned {
  readonly exporter: Exporter;
  readonly file: OutputFile;
  readonly languages: Languages;
  readonly set: BuiltSet;
  /** `undefined`: all languages. */
  readonly trgLang: string | undefined;
  /** `undefined`: the stream. */
  readonly path: string | undefined;
}

/** What files of a memory are written with. */
export interface MemoryOutputsOptions extends ExportOptions {
  readonly srcLang: string;
  readonly join: boolean;
  readonly guard: OutputGuard;
  readonly stdout: Writable;
  readonly signal: AbortSignal | undefined;
  /** Called when all files are written, before the first of them comes to its place; what it throws keeps all as it was. */
  readonly beforeCommit?: () => void;
}

/** Bytes that are written together. */
const blockLength = 1 << 18;
/** Bytes of UTF-8 that a UTF-16 code unit takes at most. */
const mostBytes = 3;

/**
 * Writes the files of a memory; gives their paths. All of them are there as a whole in the end, or none is.
 *
 * @throws {CorpusError} `usage`: one file would hold what it cannot; `output`: a file cannot be written.
 */
export async function writeMemory(
  sets: { readonly memory: BuiltSet; readonly test?: BuiltSet },
  destination: Destination,
  exporters: Exporters,
  options: MemoryOutputsOptions,
): Promise<readonly string[]> {
  const planned = plan(sets, destination, exporters, options);
  const claimed = destination.kind === 'file' ? destination.path : undefined;
  for (const { path } of planned) if (path !== undefined && path !== claimed) options.guard.claim(path);
  const sinks: Sink[] = [];
  try {
    for (const each of planned) {
      const { path } = each;
      const isDerived = destination.kind === 'folder';
      const sink =
        path === undefined
          ? createStreamSink(options.stdout, options.signal)
          : createFileSink(path, { isDerived, signal: options.signal });
      sinks.push(sink);
      await writeFile(each, sink, options);
    }
    options.beforeCommit?.();
    for (const sink of sinks) await sink.commit();
  } catch (error) {
    for (const sink of sinks) sink.discard();
    throw error;
  }
  return sinks.map(({ path }) => path);
}

function plan(
  { memory, test }: { readonly memory: BuiltSet; readonly test?: BuiltSet },
  destination: Destination,
  exporters: Exporters,
  { srcLang, join }: MemoryOutputsOptions,
): Planned[] {
  const planned: Planned[] = [];
  const add = (set: BuiltSet, mark: string): void => {
    for (const exporter of exporters) {
      if (destination.kind === 'folder' && !join) {
        for (const trgLang of set.languages) addFiles(exporter, set, { srcLang, trgLang }, trgLang, mark);
      } else {
        const [trgLang = 'und', second] = set.languages;
        if (second !== undefined && !exporter.multilingual) {
          throw new CorpusError(
            'usage',
            `One file of ${exporter.title} has one target language, and there are ${set.languages.join(', ')}; ${join ? 'leave --join (join) out' : 'name a folder'}.`,
          );
        }
        addFiles(exporter, set, { srcLang, trgLang }, undefined, mark);
      }
    }
  };
  const addFiles = (
    exporter: Exporter,
    set: BuiltSet,
    languages: Languages,
    trgLang: string | undefined,
    mark: string,
  ): void => {
    for (const file of filesOf(exporter)) {
      const stem = `${srcLang}${join ? '' : `_${languages.trgLang}`}${mark}`;
      const path =
        destination.kind === 'folder'
          ? fileNameOf(destination.path, exporter, file, languages, stem)
          : destination.kind === 'file'
            ? besideName(destination.path, mark)
            : undefined;
      planned.push({ exporter, file, languages, set, trgLang, path });
    }
  };
  add(memory, '');
  if (test !== undefined) add(test, '.test');
  return planned;
}

/** The name of a file with a mark before its extension: `memory.test.jsonl`. */
function besideName(path: string, mark: string): string {
  const extension = extname(path);
  return path.slice(0, path.length - extension.length) + mark + extension;
}

async function writeFile(planned: Planned, sink: Sink, options: MemoryOutputsOptions): Promise<void> {
  const { exporter, file, languages, set, trgLang } = planned;
  const whose = `The format ${exporter.name}`;
  const packer =
    file.pack === undefined ? undefined : createPacking(await file.pack(languages, options), sink.path, whose);
  const turns = createTurns(options.signal);
  const write = async (bytes: Uint8Array): Promise<void> => {
    await turns();
    const written = sink.write(bytes);
    if (written !== undefined) await written;
    sink.flush();
  };
  const chunks = takesWritten(exporter, options)
    ? writtenChunksOf(exporter, languages, set.writtenEntries(trgLang), options)
    : chunksOf(exporter, file, languages, set.entries(trgLang), options);
  for (const bytes of bytesOf(chunks)) {
    if (packer === undefined) await write(bytes);
    else for (const packed of packer.add(bytes)) await write(packed);
  }
  for (const packed of packer?.end() ?? []) await write(packed);
}

/**
 * Whether texts are kept as a format writes them, and put into entries as bytes: in TMX they are the same wherever they
 * stand, but for entries of several languages, and for properties that say what stands before and after.
 */
export function takesWritten(
  exporter: Exporter,
  { join, context = 'none' }: { readonly join?: boolean | undefined; readonly context?: ContextDialect | undefined },
): boolean {
  return exporter.entry === formats.tmx.entry && join !== true && context === 'none';
}

/** The document, in pieces. Each chunk is encoded as it comes: joining them to one long text first takes longer. */
function* bytesOf(all: Iterable<Iterable<Chunk>>): Generator<Uint8Array, void, undefined> {
  let block = Buffer.allocUnsafeSlow(blockLength);
  let length = 0;
  const taken = (): Uint8Array => {
    const bytes = block.subarray(0, length);
    block = Buffer.allocUnsafeSlow(blockLength);
    length = 0;
    return bytes;
  };
  for (const chunks of all) {
    for (const chunk of chunks) {
      const isText = typeof chunk === 'string';
      const most = isText ? chunk.length * mostBytes : chunk.length;
      if (length > 0 && length + most > blockLength) yield taken();
      if (most > blockLength) yield isText ? Buffer.from(chunk) : chunk.slice();
      else if (isText) length += block.write(chunk, length);
      else {
        block.set(chunk, length);
        length += chunk.length;
      }
    }
  }
  if (length > 0) yield taken();
}

/** Texts between texts that are kept encoded. */
const mostEncoded = 1000;

function* writtenChunksOf(
  exporter: Exporter,
  languages: Languages,
  entries: Iterable<WrittenEntry>,
  options: ExportOptions,
): Generator<Iterable<Chunk>, void, undefined> {
  yield [ofFormat(exporter, () => exporter.begin(languages, options))];
  /** What stands between texts, of which there are as many as languages. */
  const encoded = new Map<string, Uint8Array>();
  const encode = (text: string): Uint8Array => {
    const known = encoded.get(text);
    if (known !== undefined) return known;
    const bytes = Buffer.from(text);
    if (encoded.size >= mostEncoded) encoded.clear();
    encoded.set(text, bytes);
    return bytes;
  };
  for (const { entry, texts } of entries) {
    const { before, between, after } = writeAroundTexts(entry, options);
    yield [before, texts.source, encode(between), texts.target, encode(after)];
  }
  yield [ofFormat(exporter, () => exporter.end(languages, options))];
}

function* chunksOf(
  exporter: Exporter,
  file: OutputFile,
  languages: Languages,
  entries: Iterable<MemoryEntry>,
  options: ExportOptions,
): Generator<Iterable<Chunk>, void, undefined> {
  yield [ofFormat(exporter, () => file.begin(languages, options))];
  let entry: MemoryEntry | undefined;
  const write = (): Iterable<Chunk> => (entry === undefined ? [] : (file.entry?.(entry, options) ?? []));
  for (entry of entries) yield ofFormat(exporter, write);
  yield [ofFormat(exporter, () => file.end(languages, options))];
}
