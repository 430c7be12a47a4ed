import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { type Diagnostic, diagnosticForFile } from '../model/diagnostic.js';
import { extensions, type Format } from '../write/exporter.js';
import { skipAll } from '../write/selection.js';
import { createArena } from './arena.js';
import { createCommitting } from './committing.js';
import { type Destination, pathIn } from './destination.js';
import { CorpusError } from './error.js';
import type { Exporters } from './exporters.js';
import { type FoundArticle, namedPathOf } from './find.js';
import type { OutputGuard } from './guard.js';
import { createKeeper } from './keeper.js';
import type { ProcessedArticle, Settings } from './process.js';
import type { FileReport, ReportBuilder } from './report.js';
import { createFileSink, createStreamSink, type Sink } from './sink.js';
import { withOwnStem } from './stems.js';

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
  for (const article of documents.length === 0 ? [] : articles) {
    const { name } = article;
    const output = join(destination.path, name + extensions.xliff);
    const other = names.get(name);
    if (other !== undefined) {
      throw new CorpusError(
        'usage',
        `${other} and ${namedPathOf(article)} would both be written to ${output}; export them one by one, or all into one file (-f xliff -o all.xlf).`,
      );
    }
    names.set(name, namedPathOf(article));
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

/** What outputs need besides. */
export interface OutputsEnvironment {
  readonly guard: OutputGuard;
  readonly stdout: Writable;
  /** XLIFF files that were edited are replaced, too. */
  readonly overwrite: boolean;
  readonly signal: AbortSignal | undefined;
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
  { guard, stdout, overwrite, signal }: OutputsEnvironment,
): Outputs {
  const keeper = createKeeper(destination, settings, exporters, overwrite, signal);
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
    const path = pathIn(destination.path, format, settings.srcLang, trgLang, name);
    return started(path, format, trgLang, () => {
      if (format === 'tmx') guard.claim(path);
      return createFileSink(path);
    });
  };
  const committing = createCommitting();
  let isTold = false;
  return {
    async add(article, found) {
      const { output } = article;
      if (output === undefined) return report.addArticle(found, article);
      const kept = await keeper.keptFor(output, found.name);
      if (kept !== undefined && destination.kind === 'file' && !isTold) {
        isTold = true;
        report.addOther({ path: kept, namedPath: kept, diagnostics: [editedAt(kept)] });
      }
      for (const format of settings.formats) {
        if (kept !== undefined && format !== 'tmx') continue;
        const document = await documentFor(format, output.trgLang, found.name);
        if (format !== 'tmx' && document.trgLang !== output.trgLang) {
          const diagnostic = diagnosticForFile('language/mixed', output.trgLang, document.trgLang);
          return report.addArticle(found, leftOut(article, diagnostic.code, [diagnostic]));
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
      if (kept === undefined) return report.addArticle(found, article);
      const told = destination.kind === 'file' ? [] : [editedAt(kept)];
      // What the memory has is exported.
      if (!settings.formats.includes('tmx')) return report.addArticle(found, leftOut(article, 'output/edited', told));
      return report.addArticle(found, { ...article, diagnostics: [...told, ...article.diagnostics] });
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

function editedAt(path: string): Diagnostic {
  return diagnosticForFile('output/edited', path);
}

/** The article without its output. */
function leftOut(
  { bytes, pairs, compared, diagnostics }: ProcessedArticle,
  reason: string,
  told: readonly Diagnostic[],
): ProcessedArticle {
  return { bytes, pairs: skipAll(pairs, reason), compared, diagnostics: [...told, ...diagnostics] };
}
