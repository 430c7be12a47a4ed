import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { diagnosticForFile } from '../model/diagnostic.js';
import { extensions, type Format } from '../write/exporter.js';
import { skipAll } from '../write/selection.js';
import { type Arena, createArena } from './arena.js';
import { createCommitting } from './committing.js';
import { CorpusError } from './error.js';
import type { Exporters } from './exporters.js';
import type { FoundArticle } from './find.js';
import type { OutputGuard } from './guard.js';
import type { ProcessedArticle, Settings } from './process.js';
import type { FileReport, ReportBuilder } from './report.js';
import { createFileSink, createStreamSink, type Sink } from './sink.js';

/** Where everything goes: below a folder, or into one file or stream. */
export type Destination =
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'file'; readonly path: string; readonly format: Format }
  | { readonly kind: 'stream'; readonly format: Format };

const allFormats: readonly Format[] = ['xliff', 'tmx', 'xliff1.2'];

/** The format of the file that a path names by its extension, `.xliff` included; else the path is that of a folder. */
function formatOfPath(path: string): Format | undefined {
  const name = path.toLowerCase().replace(/\.xliff$/, extensions.xliff);
  return allFormats.find((format) => name.endsWith(extensions[format]));
}

/** The formats that a run writes where none is asked for: that of the file which `output` names, else the usual ones. */
export function formatsFor(output: string, usual: readonly Format[] = ['xliff', 'tmx']): readonly Format[] {
  const named = formatOfPath(output);
  if (named === undefined) return usual;
  const alike = usual.filter((format) => extensions[format] === extensions[named]);
  return alike.length === 1 ? alike : [named];
}

/** Reads the option `output`. */
export function destinationOf(path: string, asked: readonly Format[]): Destination {
  const [format, second] = asked;
  if (format === undefined) throw new CorpusError('usage', 'No output format is asked for.');
  if (path === '-') {
    if (second === undefined) return { kind: 'stream', format };
    throw new CorpusError(
      'usage',
      `Standard output takes one format, and ${asked.join(', ')} are asked for; add -f ${format}.`,
    );
  }
  const named = formatOfPath(path);
  if (named === undefined) return { kind: 'folder', path };
  if (second === undefined && extensions[format] === extensions[named]) return { kind: 'file', path, format };
  throw new CorpusError(
    'usage',
    `${path} names a file of one format, but ${asked.join(', ')} ${second === undefined ? 'is' : 'are'} asked for; ask for ${named} only, or name a folder.`,
  );
}

/** No output may take the place of another one, or of an input: told before anything is written. */
export function checkPaths(
  articles: readonly FoundArticle[],
  destination: Destination,
  { formats, srcLang }: Pick<Settings, 'formats' | 'srcLang'>,
  guard: OutputGuard,
): void {
  if (destination.kind === 'file') guard.claim(destination.path);
  if (destination.kind !== 'folder') return;
  const documents = formats.filter((format) => format !== 'tmx');
  if (documents.length > 1) {
    throw new CorpusError(
      'usage',
      `${documents.join(' and ')} would be written to the same files; ask for one of them.`,
    );
  }
  const names = new Map<string, string>();
  for (const { name, path } of documents.length === 0 ? [] : articles) {
    const output = join(destination.path, name + extensions.xliff);
    const other = names.get(name);
    if (other !== undefined) {
      throw new CorpusError(
        'usage',
        `${other} and ${path} would both be written to ${output}; export them one by one, or all into one file (-f xliff -o all.xlf).`,
      );
    }
    names.set(name, path);
    guard.claim(output);
  }
  // Which memories there are shows when articles are read.
  const isMemory = (name: string): boolean => name.startsWith(`${srcLang}_`) && name.endsWith(extensions.tmx);
  const conflict = formats.includes('tmx') ? guard.conflictIn(destination.path, isMemory) : undefined;
  if (conflict !== undefined) throw conflict;
}

/** The output files of a run. */
export interface Outputs {
  /** Gives what the report says of it. */
  add(article: ProcessedArticle, found: FoundArticle): Promise<FileReport>;
  /** Nobody reads the bytes of articles that were added any longer. */
  flush(): void;
  commit(): Promise<void>;
  discard(): Promise<void>;
}

interface OpenDocument {
  readonly sink: Sink;
  readonly format: Format;
  readonly trgLang: string;
  readonly stems: Map<string, number>;
}

export function createOutputs(
  destination: Destination,
  settings: Settings,
  exporters: Exporters,
  report: ReportBuilder,
  guard: OutputGuard,
  stdout: Writable,
): Outputs {
  const open = new Map<string, OpenDocument>();
  const arena = createArena();
  // Neither can occur in the texts of a unit, where `<` is escaped.
  const beforeStem = settings.context === 'omegat' ? '<prop type="x-tuid">' : '<tu tuid="';
  const started = async (key: string, format: Format, trgLang: string, sink: () => Sink): Promise<OpenDocument> => {
    const present = open.get(key);
    if (present !== undefined) return present;
    const document = { sink: sink(), format, trgLang, stems: new Map<string, number>() };
    open.set(key, document);
    await document.sink.write(
      Buffer.from(exporters[format]?.begin({ srcLang: settings.srcLang, trgLang }, settings) ?? ''),
    );
    return document;
  };
  const finished = async ({ sink, format }: OpenDocument): Promise<void> => {
    report.addOutput(sink.path);
    // A file is handed to the system before anything is waited for: bytes of articles are valid no longer than that.
    const written = sink.write(Buffer.from(exporters[format]?.end() ?? ''));
    if (written !== undefined) await written;
    await sink.commit();
  };
  const documentFor = (format: Format, trgLang: string, name: string): Promise<OpenDocument> => {
    if (destination.kind === 'stream') return started('', format, trgLang, () => createStreamSink(stdout));
    if (destination.kind === 'file') return started('', format, trgLang, () => createFileSink(destination.path));
    const file = format === 'tmx' ? `${settings.srcLang}_${trgLang}` : name;
    const path = join(destination.path, file + extensions[format]);
    return started(path, format, trgLang, () => {
      if (format === 'tmx') guard.claim(path);
      return createFileSink(path);
    });
  };
  const committing = createCommitting();
  return {
    async add(article, { path, name }) {
      const { output } = article;
      if (output === undefined) return report.addArticle(path, article);
      for (const format of settings.formats) {
        const document = await documentFor(format, output.trgLang, name);
        if (format !== 'tmx' && document.trgLang !== output.trgLang) {
          const diagnostic = diagnosticForFile('language/mixed', output.trgLang, document.trgLang);
          const { bytes, pairs, compared, diagnostics } = article;
          return report.addArticle(path, {
            bytes,
            pairs: skipAll(pairs, diagnostic.code),
            compared,
            diagnostics: [diagnostic, ...diagnostics],
          });
        }
        const pieces = output.bytes[format] ?? [];
        for (const bytes of format === 'tmx'
          ? withOwnStem(pieces, output.stem, document.stems, beforeStem, arena)
          : pieces) {
          await document.sink.write(bytes);
        }
        if (format !== 'tmx' && destination.kind === 'folder') {
          open.delete(document.sink.path);
          await committing.add(finished(document));
        }
      }
      return report.addArticle(path, article);
    },
    flush() {
      for (const { sink } of open.values()) sink.flush();
      arena.give(arena.take());
    },
    async commit() {
      await committing.finish();
      for (const [key, document] of open) {
        await finished(document);
        open.delete(key);
      }
    },
    async discard() {
      for (const { sink } of open.values()) sink.discard();
      await committing.settle();
    },
  };
}

/** The units of an article whose stem another article of the file has already: a number behind the stem makes them unique. */
function withOwnStem(
  pieces: readonly Uint8Array[],
  stem: string,
  stems: Map<string, number>,
  beforeStem: string,
  arena: Arena,
): readonly Uint8Array[] {
  const earlier = stems.get(stem) ?? 0;
  stems.set(stem, earlier + 1);
  if (earlier === 0) return pieces;
  const start = Buffer.from(beforeStem + stem);
  const number = Buffer.from(`.${earlier + 1}`);
  return pieces.map((bytes) => insertBehind(bytes, start, number, arena));
}

function insertBehind(bytes: Uint8Array, start: Buffer, inserted: Buffer, arena: Arena): Uint8Array {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const parts: Uint8Array[] = [];
  let from = 0;
  for (let at = text.indexOf(start); at >= 0; at = text.indexOf(start, from)) {
    const end = at + start.length;
    parts.push(text.subarray(from, end), inserted);
    from = end;
  }
  parts.push(text.subarray(from));
  return arena.concat(parts);
}
