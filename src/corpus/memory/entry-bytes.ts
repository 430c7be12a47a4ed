import type { BuiltSet } from '../../memory/builder.js';
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
export function bytesOf(
  content: FileContent,
  options: ExportOptions & { readonly join: boolean },
): Generator<Uint8Array, void, undefined> {
  return takesWritten(content.exporter, options) ? writtenBytesOf(content, options) : chunkBytesOf(content, options);
}

/** Bytes that are put together before they are written. */
class Block {
  private bytes = Buffer.allocUnsafeSlow(blockLength);
  length = 0;

  hasRoom(bytes: number): boolean {
    return this.length + bytes <= blockLength;
  }

  addText(text: string): void {
    this.length += this.bytes.write(text, this.length);
  }

  addBytes(bytes: Uint8Array): void {
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** What is in it, which belongs to the caller from then on. */
  take(): Uint8Array {
    const taken = this.bytes.subarray(0, this.length);
    this.bytes = Buffer.allocUnsafeSlow(blockLength);
    this.length = 0;
    return taken;
  }
}

function* chunkBytesOf(
  { exporter, file, languages, set, trgLang }: FileContent,
  options: ExportOptions,
): Generator<Uint8Array, void, undefined> {
  const block = new Block();
  for (const chunks of chunksOf(exporter, file, languages, set.entries(trgLang), options)) {
    for (const chunk of chunks) {
      const isText = typeof chunk === 'string';
      const most = isText ? chunk.length * mostBytes : chunk.length;
      if (block.length > 0 && !block.hasRoom(most)) yield block.take();
      if (most > blockLength) yield isText ? Buffer.from(chunk) : chunk.slice();
      else if (isText) block.addText(chunk);
      else block.addBytes(chunk);
    }
  }
  if (block.length > 0) yield block.take();
}

/** Texts between texts that are kept encoded. */
const mostEncoded = 1000;

/** The same of texts that are kept as they are written: one step for an entry. */
function* writtenBytesOf(
  { exporter, languages, set, trgLang }: FileContent,
  options: ExportOptions,
): Generator<Uint8Array, void, undefined> {
  const block = new Block();
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
  yield encodeChunk(ofFormat(exporter, () => exporter.begin(languages, options)));
  for (const { entry, texts } of set.writtenEntries(trgLang)) {
    const { before, between, after } = writeAroundTexts(entry, options);
    const { source, target } = texts;
    const middle = encode(between);
    const end = encode(after);
    const most = before.length * mostBytes + source.length + middle.length + target.length + end.length;
    if (block.length > 0 && !block.hasRoom(most)) yield block.take();
    if (most > blockLength) yield Buffer.concat([Buffer.from(before), source, middle, target, end]);
    else {
      block.addText(before);
      block.addBytes(source);
      block.addBytes(middle);
      block.addBytes(target);
      block.addBytes(end);
    }
  }
  if (block.length > 0) yield block.take();
  yield encodeChunk(ofFormat(exporter, () => exporter.end(languages, options)));
}

function encodeChunk(chunk: Chunk): Uint8Array {
  return typeof chunk === 'string' ? Buffer.from(chunk) : chunk.slice();
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
