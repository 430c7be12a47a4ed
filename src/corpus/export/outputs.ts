import type { Writable } from 'node:stream';
import type { Diagnostic } from '../../model/diagnostics/diagnostic.js';
import { diagnosticForFile } from '../../model/diagnostics/diagnostic-kinds.js';
import { failureOf } from '../../model/diagnostics/failure.js';
import type { Exporter, Languages, OutputFile, Packer } from '../../write/exporter.js';
import { skipAll } from '../../write/selection.js';
import { CorpusError } from '../error.js';
import type { FoundArticle } from '../find/find.js';
import { createPacking } from '../packing.js';
import { createDerivedPlaces } from '../places/derived-places.js';
import { type Destination, pathIn } from '../places/destination.js';
import { type Exporters, filesOf, ofFormat } from '../places/exporters.js';
import type { OutputGuard } from '../places/guard.js';
import { impossiblePath } from '../places/impossible-path.js';
import { createArena } from '../run/arena.js';
import { createCommitting } from '../sinks/committing.js';
import { createFileSink } from '../sinks/file-sink.js';
import type { Sink } from '../sinks/sink.js';
import { createStreamSink } from '../sinks/stream-sink.js';
import { withSlashes } from '../with-slashes.js';
import { createKeeper } from './kept/keeper.js';
import type { ArticleOutput, ProcessedArticle, Settings } from './process.js';
import type { FileReport, ReportBuilder } from './report.js';
import { withOwnStem } from './stems.js';

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
  /** What makes the file of chunks, where they are not the file themselves. */
  readonly packer: Packer | undefined;
  readonly exporter: Exporter;
  readonly file: OutputFile;
  readonly trgLang: string;
  readonly stems: Map<string, number>;
}

/** Why an exporter does not write an article. */
interface Hindrance {
  readonly code: string;
  /** What there is to say of it at the article. */
  readonly reported: readonly Diagnostic[];
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
  const started = async (
    key: string,
    { exporter, file }: Pick<OpenDocument, 'exporter' | 'file'>,
    trgLang: string,
    sink: () => Sink,
  ): Promise<OpenDocument> => {
    const present = open.get(key);
    if (present?.file === file || (present !== undefined && key === '')) return present;
    if (present !== undefined) {
      const names = [...new Set([present.exporter.name, exporter.name])];
      throw new CorpusError(
        'usage',
        `${key} would be two files of ${names.join(' and ')}; give one another extension.`,
      );
    }
    const languages = { srcLang, trgLang };
    const to = sink();
    const packer = await loadPacker(exporter, file, languages, to.path);
    const document = { sink: to, packer, exporter, file, trgLang, stems: new Map<string, number>() };
    open.set(key, document);
    await put(document, Buffer.from(ofFormat(exporter, () => file.begin(languages, settings))));
    return document;
  };
  const loadPacker = async (
    exporter: Exporter,
    file: OutputFile,
    languages: Languages,
    path: string,
  ): Promise<Packer | undefined> => {
    if (file.pack === undefined) return undefined;
    const whose = `The format ${exporter.name}`;
    try {
      return createPacking(await file.pack(languages, settings), path, whose);
    } catch (error) {
      throw failureOf(whose, error);
    }
  };
  /** Adds chunks to a file; nothing is waited for where the file is its chunks, and goes to the disk. */
  const put = ({ sink, packer }: OpenDocument, chunks: Uint8Array): void | Promise<void> => {
    if (packer === undefined) return sink.write(chunks);
    return chunks.length === 0 ? undefined : writeAll(sink, packer.add(chunks));
  };
  const finished = async (document: OpenDocument): Promise<void> => {
    const { sink, packer, exporter, file, trgLang } = document;
    report.addOutput(sink.path);
    // A file is handed to the system before anything is waited for: bytes of articles are valid no longer than that.
    const written = put(document, Buffer.from(ofFormat(exporter, () => file.end({ srcLang, trgLang }, settings))));
    if (written !== undefined) await written;
    if (packer !== undefined) await writeAll(sink, packer.end());
    await sink.commit();
  };
  const documentFor = (exporter: Exporter, file: OutputFile, trgLang: string, name: string): Promise<OpenDocument> => {
    if (destination.kind === 'stream')
      return started('', { exporter, file }, trgLang, () => createStreamSink(stdout, signal));
    if (destination.kind === 'file')
      return started('', { exporter, file }, trgLang, () => createFileSink(destination.path, { signal }));
    const path = pathIn(destination, exporter, file, { srcLang, trgLang }, name);
    return started(path, { exporter, file }, trgLang, () => {
      if (exporter.scope === 'language' || typeof file.extension !== 'string') guard.claim(path);
      return createFileSink(path, { isDerived: true });
    });
  };
  const committing = createCommitting();
  const obstacleAt = destination.kind === 'folder' ? createDerivedPlaces(destination.path) : () => undefined;
  /** What was found in the way of files of several articles. */
  const obstacles = new Map<string, Diagnostic | undefined>();
  const isOwn = ({ scope }: Exporter): boolean => scope === 'article' && destination.kind === 'folder';
  const tooLongFor = (trgLang: string, name: string): Diagnostic | undefined => {
    if (destination.kind !== 'folder') return undefined;
    for (const exporter of exporters.filter(isOwn)) {
      for (const file of filesOf(exporter)) {
        const found = impossiblePath(pathIn(destination, exporter, file, { srcLang, trgLang }, name));
        if (found !== undefined) return found;
      }
    }
    return undefined;
  };
  /** What is in the way of a file of an exporter; that of several articles is reported here, once. */
  const obstacleFor = (exporter: Exporter, trgLang: string, name: string): Hindrance | undefined => {
    if (destination.kind !== 'folder') return undefined;
    for (const file of filesOf(exporter)) {
      const path = pathIn(destination, exporter, file, { srcLang, trgLang }, name);
      const isKnown = obstacles.has(path);
      const found = isKnown ? obstacles.get(path) : obstacleAt(path);
      if (!isOwn(exporter)) obstacles.set(path, found);
      if (found === undefined) continue;
      if (isOwn(exporter)) return { code: found.code, reported: [found] };
      if (!isKnown) reportAt(path, found);
      return { code: found.code, reported: [] };
    }
    return undefined;
  };
  const reportAt = (path: string, found: Diagnostic): void => {
    const named = withSlashes(path);
    report.addOther({ path: named, namedPath: named, diagnostics: [found] });
  };
  let isReported = false;
  /** What was edited at the place of an output; that of all articles is reported here, once. */
  const editedFor = async (exporter: Exporter, output: ArticleOutput, name: string): Promise<Hindrance | undefined> => {
    const path = await keeper.keptFor(exporter, output, name);
    if (path === undefined) return undefined;
    const found = diagnosticForFile('output/edited', withSlashes(path));
    if (destination.kind !== 'file') return { code: found.code, reported: [found] };
    if (!isReported) reportAt(path, found);
    isReported = true;
    return { code: found.code, reported: [] };
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
    const mark = ofFormat(exporter, () => file.stemMark?.(settings));
    const own = mark === undefined ? pieces : withOwnStem(pieces, stem, document.stems, mark, arena);
    for (const bytes of own) await put(document, bytes);
    if (isOwn(exporter)) {
      open.delete(document.sink.path);
      await committing.add(finished(document));
    }
    return document;
  };
  return {
    async add(article, found) {
      const { output } = article;
      if (output === undefined) return report.addArticle(found, article);
      const { name } = found;
      const tooLong = tooLongFor(output.trgLang, name);
      if (tooLong !== undefined) return report.addArticle(found, leftOut(article, tooLong.code, [tooLong]));
      let reason: string | undefined;
      const reported: Diagnostic[] = [];
      let isWritten = false;
      for (const exporter of exporters) {
        const hindrance = obstacleFor(exporter, output.trgLang, name) ?? (await editedFor(exporter, output, name));
        if (hindrance !== undefined) {
          reason = hindrance.code;
          for (const each of hindrance.reported) reported.push(each);
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
      if (reason === undefined) return report.addArticle(found, article);
      // What another format has is exported.
      if (!isWritten) return report.addArticle(found, leftOut(article, reason, reported));
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

async function writeAll(sink: Sink, pieces: Iterable<Uint8Array>): Promise<void> {
  for (const bytes of pieces) await sink.write(bytes);
}

/** The language of the only document. */
function languageOf(open: ReadonlyMap<string, OpenDocument>): string {
  for (const { trgLang } of open.values()) return trgLang;
  return 'und';
}

/** The article without its output. */
function leftOut(
  { bytes, pairs, compared, diagnostics }: ProcessedArticle,
  reason: string,
  told: readonly Diagnostic[],
): ProcessedArticle {
  return { bytes, pairs: skipAll(pairs, reason), compared, diagnostics: [...told, ...diagnostics] };
}
