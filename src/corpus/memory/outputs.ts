import { extname } from 'node:path';
import type { Writable } from 'node:stream';
import type { BuiltSet } from '../../memory/builder.js';
import type { ExportOptions } from '../../write/export-options.js';
import type { Exporter, Languages } from '../../write/exporter.js';
import { CorpusError } from '../error.js';
import { createPacking } from '../packing.js';
import { type Destination, fileNameOf } from '../places/destination.js';
import { type Exporters, filesOf } from '../places/exporters.js';
import type { OutputGuard } from '../places/guard.js';
import { createFileSink } from '../sinks/file-sink.js';
import type { Sink } from '../sinks/sink.js';
import { createStreamSink } from '../sinks/stream-sink.js';
import { createTurns } from '../turns.js';
import { bytesOf, type FileContent } from './entry-bytes.js';

/** A file of a memory, and what goes into it. */
interface Planned extends FileContent {
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
      const ofShard = destination.kind === 'folder' ? (destination.mark ?? '') : '';
      const stem = `${srcLang}${join ? '' : `_${languages.trgLang}`}${mark}${ofShard}`;
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
  for (const bytes of bytesOf({ exporter, file, languages, set, trgLang }, options)) {
    if (packer === undefined) await write(bytes);
    else for (const packed of packer.add(bytes)) await write(packed);
  }
  for (const packed of packer?.end() ?? []) await write(packed);
}
