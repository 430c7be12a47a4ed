import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { type Diagnostic, diagnosticForFile } from '../model/diagnostic.js';
import type { Exporter, OutputFile } from '../write/exporter.js';
import { skipAll } from '../write/selection.js';
import { createArena } from './arena.js';
import { createCommitting } from './committing.js';
import { type Destination, namesakes, pathIn } from './destination.js';
import { CorpusError } from './error.js';
import { type Exporters, filesOf } from './exporters.js';
import { type FoundArticle, namedPathOf } from './find.js';
import type { OutputGuard } from './guard.js';
import { createKeeper } from './keeper.js';
import { tooLongPath } from './path-length.js';
import type { ArticleOutput, ProcessedArticle, Settings } from './process.js';
import type { FileReport, ReportBuilder } from './report.js';
import { createFileSink, createStreamSink, type Sink } from './sink.js';
import { withOwnStem } from './stems.js';

/** No output may take the place of another one, or of an input: told before anything is written. */
export function checkPaths(
  articles: readonly FoundArticle[],
  destination: Destination,
  exporters: Exporters,
  srcLang: string,
  guard: OutputGuard,
): void {
  if (destination.kind === 'file') guard.claim(destination.path);
  if (destination.kind !== 'folder') return;
  const same = namesakes(exporters);
  if (same.length > 0) {
    throw new CorpusError('usage', `${same.join(' and ')} would be written to the same files; ask for one of them.`);
  }
  const documents = exporters.filter(({ scope }) => scope === 'article');
  // Files whose names say their language are claimed when they are opened.
  const files = documents
    .flatMap(filesOf)
    .flatMap(({ extension }) => (typeof extension === 'string' ? [extension] : []));
  const names = new Map<string, string>();
  for (const article of documents.length === 0 ? [] : articles) {
    const { name } = article;
    const output = join(destination.path, name);
    const other = names.get(name);
    if (other !== undefined) {
      const into = documents.map((exporter) => `-f ${exporter.name} -o all${files[0] ?? ''}`)[0] ?? '';
      throw new CorpusError(
        'usage',
        `${other} and ${namedPathOf(article)} would both be written to ${output}${files[0] ?? ''}; export them one by one, or all into one file (${into}).`,
      );
    }
    names.set(name, namedPathOf(article));
    for (const extension of files) guard.claim(output + extension);
  }
  // Which files of languages there are shows when articles are read.
  const endings = exporters.filter(({ scope }) => scope === 'language').flatMap(filesOf);
  const isOutput = (name: string): boolean =>
    name.startsWith(`${srcLang}_`) &&
    endings.some(({ extension }) => typeof extension !== 'string' || name.endsWith(extension));
  const conflict = endings.length > 0 ? guard.conflictIn(destination.path, isOutput) : undefined;
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
  readonly file: OutputFile;
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
  const keeper = createKeeper(destination, settings, overwrite, signal);
  const open = new Map<string, OpenDocument>();
  const arena = createArena();
  const { srcLang } = settings;
  const started = async (key: string, file: OutputFile, trgLang: string, sink: () => Sink): Promise<OpenDocument> => {
    const present = open.get(key);
    if (present !== undefined) return present;
    const document = { sink: sink(), file, trgLang, stems: new Map<string, number>() };
    open.set(key, document);
    await document.sink.write(Buffer.from(file.begin({ srcLang, trgLang }, settings)));
    return document;
  };
  const finished = async ({ sink, file, trgLang }: OpenDocument): Promise<void> => {
    report.addOutput(sink.path);
    // A file is handed to the system before anything is waited for: bytes of articles are valid no longer than that.
    const written = sink.write(Buffer.from(file.end({ srcLang, trgLang }, settings)));
    if (written !== undefined) await written;
    await sink.commit();
  };
  const documentFor = (exporter: Exporter, file: OutputFile, trgLang: string, name: string): Promise<OpenDocument> => {
    if (destination.kind === 'stream') return started('', file, trgLang, () => createStreamSink(stdout));
    if (destination.kind === 'file') return started('', file, trgLang, () => createFileSink(destination.path));
    const path = pathIn(destination.path, exporter, file, { srcLang, trgLang }, name);
    return started(path, file, trgLang, () => {
      if (exporter.scope === 'language' || typeof file.extension !== 'string') guard.claim(path);
      return createFileSink(path);
    });
  };
  const committing = createCommitting();
  const isOwn = ({ scope }: Exporter): boolean => scope === 'article' && destination.kind === 'folder';
  const tooLongFor = (trgLang: string, name: string): Diagnostic | undefined => {
    if (destination.kind !== 'folder') return undefined;
    for (const exporter of exporters.filter(isOwn)) {
      for (const file of filesOf(exporter)) {
        const found = tooLongPath(pathIn(destination.path, exporter, file, { srcLang, trgLang }, name));
        if (found !== undefined) return found;
      }
    }
    return undefined;
  };
  /** Adds the article to a file; `undefined` where its language is another than that of the document. */
  const write = async (
    exporter: Exporter,
    file: OutputFile,
    pieces: readonly Uint8Array[],
    { trgLang, stem }: ArticleOutput,
    name: string,
  ): Promise<OpenDocument | undefined> => {
    const document = await documentFor(exporter, file, trgLang, name);
    if (!exporter.multilingual && document.trgLang !== trgLang) return undefined;
    const mark = file.stemMark?.(settings);
    const own = mark === undefined ? pieces : withOwnStem(pieces, stem, document.stems, mark, arena);
    for (const bytes of own) await document.sink.write(bytes);
    if (isOwn(exporter)) {
      open.delete(document.sink.path);
      await committing.add(finished(document));
    }
    return document;
  };
  let isReported = false;
  return {
    async add(article, found) {
      const { output } = article;
      if (output === undefined) return report.addArticle(found, article);
      const { name } = found;
      const tooLong = tooLongFor(output.trgLang, name);
      if (tooLong !== undefined) return report.addArticle(found, leftOut(article, tooLong.code, [tooLong]));
      let kept: string | undefined;
      let isWritten = false;
      for (const exporter of exporters) {
        const edited = await keeper.keptFor(exporter, output, name);
        if (edited !== undefined) {
          kept = edited;
          continue;
        }
        isWritten = true;
        const files = filesOf(exporter);
        for (const [index, file] of files.entries()) {
          const pieces = output.bytes[exporter.name]?.[index] ?? [];
          const document = await write(exporter, file, pieces, output, name);
          if (document !== undefined) continue;
          const diagnostic = diagnosticForFile('language/mixed', output.trgLang, languageOf(open));
          return report.addArticle(found, leftOut(article, diagnostic.code, [diagnostic]));
        }
      }
      if (kept === undefined) return report.addArticle(found, article);
      if (destination.kind === 'file' && !isReported) {
        isReported = true;
        report.addOther({ path: kept, namedPath: kept, diagnostics: [editedAt(kept)] });
      }
      const reported = destination.kind === 'file' ? [] : [editedAt(kept)];
      // What another format has is exported.
      if (!isWritten) return report.addArticle(found, leftOut(article, 'output/edited', reported));
      return report.addArticle(found, { ...article, diagnostics: [...reported, ...article.diagnostics] });
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

/** The language of the only document. */
function languageOf(open: ReadonlyMap<string, OpenDocument>): string {
  for (const { trgLang } of open.values()) return trgLang;
  return 'und';
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
