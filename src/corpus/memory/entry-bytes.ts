import type { BuiltSet } from '../../memory/builder.js';
import type { WrittenEntry } from '../../memory/entries/entries.js';
import type { MemoryEntry } from '../../model/memory/entry.js';
import type { ContextDialect, ExportOptions } from '../../write/export-options.js';
import type { Chunk, Exporter, Languages, OutputFile } from '../../write/exporter.js';
import { writeAroundTexts } from '../../write/formats/tmx/entry.js';
import { formats } from '../../write/formats.js';
import { ofFormat } from '../places/exporters.js';

/** What goes into a file of a memory. */
export interface FileContent {
  readonly exporter: Exporter;
  readonly file: OutputFile;
  readonly languages: Languages;
  readonly set: BuiltSet;
  /** `undefined`: all languages. */
  readonly trgLang: string | undefined;
}

/** Bytes that are written together. */
const blockLength = 1 << 18;
/** Bytes of UTF-8 that a UTF-16 code unit takes at most. */
const mostBytes = 3;

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
export function* bytesOf(
  { exporter, file, languages, set, trgLang }: FileContent,
  options: ExportOptions & { readonly join: boolean },
): Generator<Uint8Array, void, undefined> {
  const all = takesWritten(exporter, options)
    ? writtenChunksOf(exporter, languages, set.writtenEntries(trgLang), options)
    : chunksOf(exporter, file, languages, set.entries(trgLang), options);
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
