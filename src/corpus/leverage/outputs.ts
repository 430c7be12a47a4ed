import type { Writable } from 'node:stream';
import type { Diagnostic } from '../../model/diagnostics/diagnostic.js';
import { diagnosticForFile } from '../../model/diagnostics/diagnostic-kinds.js';
import type { ExportOptions } from '../../write/export-options.js';
import type { Exporter, Languages } from '../../write/exporter.js';
import { isEdited } from '../export/kept/edited.js';
import { createDerivedPlaces } from '../places/derived-places.js';
import { type Destination, pathIn } from '../places/destination.js';
import { type Exporters, ofFormat } from '../places/exporters.js';
import { impossiblePath } from '../places/impossible-path.js';
import { createFileWriter } from '../sinks/committing.js';
import { createFileSink } from '../sinks/file-sink.js';
import type { Sink } from '../sinks/sink.js';
import { createStreamSink } from '../sinks/stream-sink.js';
import { createTurns } from '../turns.js';
import { withSlashes } from '../with-slashes.js';

/** The output files of a run. */
export interface LeverageOutputs {
  /**
   * Writes an article: its bytes by the names of formats, without the begin and the end of a document. `name`: where its
   * outputs belong. Gives what was in the way.
   */
  add(output: Readonly<Record<string, readonly Uint8Array[]>>, name: string): Promise<readonly Diagnostic[]>;
  /** Hands all bytes to the system: those of `add` are read until then. */
  flush(): void;
  commit(): Promise<void>;
  discard(): Promise<void>;
}

/** What outputs need besides. */
export interface LeverageOutputsOptions {
  readonly languages: Languages;
  readonly options: ExportOptions;
  readonly stdout: Writable;
  /** XLIFF files that were edited are replaced, too. */
  readonly overwrite: boolean;
  readonly signal: AbortSignal | undefined;
  readonly onWritten: (path: string) => void;
}

export function createLeverageOutputs(
  destination: Destination,
  exporters: Exporters,
  given: LeverageOutputsOptions,
): LeverageOutputs {
  return destination.kind === 'folder'
    ? createFolderOutputs(destination.path, exporters, given)
    : createOneOutput(destination.kind === 'file' ? destination.path : undefined, exporters, given);
}

/** A file for each article, in each format. */
function createFolderOutputs(
  folder: string,
  exporters: Exporters,
  { languages, options, overwrite, signal, onWritten }: LeverageOutputsOptions,
): LeverageOutputs {
  const writer = createFileWriter();
  const obstacleAt = createDerivedPlaces(folder);
  const turn = createTurns(signal);
  const obstacleFor = async (
    exporter: Exporter,
    path: string,
    bytes: readonly Uint8Array[],
  ): Promise<Diagnostic | undefined> => {
    const found = impossiblePath(path) ?? obstacleAt(path);
    if (found !== undefined || overwrite || exporter.hasDigest !== true) return found;
    return (await isEdited(path, turn, bytes)) ? diagnosticForFile('output/edited', withSlashes(path)) : undefined;
  };
  return {
    async add(output, name) {
      const obstacles: Diagnostic[] = [];
      for (const exporter of exporters) {
        const body = output[exporter.name];
        if (body === undefined) continue;
        const path = pathIn({ path: folder }, exporter, exporter, languages, name);
        const begin = ofFormat(exporter, () => exporter.begin(languages, options));
        const end = ofFormat(exporter, () => exporter.end(languages, options));
        const bytes = [Buffer.from(begin), ...body, Buffer.from(end)];
        const obstacle = await obstacleFor(exporter, path, bytes);
        if (obstacle !== undefined) {
          obstacles.push(obstacle);
          continue;
        }
        await writer.write(path, bytes, { isDerived: true, signal });
        onWritten(path);
      }
      return obstacles;
    },
    // Files are with the system when they are added.
    flush: () => undefined,
    commit: writer.finish,
    discard: writer.discard,
  };
}

/** One file, or the stream, for all articles. */
function createOneOutput(
  path: string | undefined,
  exporters: Exporters,
  { languages, options, stdout, overwrite, signal, onWritten }: LeverageOutputsOptions,
): LeverageOutputs {
  let sink: Sink | undefined;
  let kept: Promise<boolean> | undefined;
  let isReported = false;
  const [exporter] = exporters;
  return {
    async add(output) {
      if (exporter === undefined) return [];
      if (path !== undefined && exporter.hasDigest === true && !overwrite) {
        kept ??= isEdited(path, createTurns(signal));
        if (await kept) {
          const told = isReported ? [] : [diagnosticForFile('output/edited', withSlashes(path))];
          isReported = true;
          return told;
        }
      }
      const body = output[exporter.name];
      if (body === undefined) return [];
      if (sink === undefined) {
        sink = path === undefined ? createStreamSink(stdout, signal) : createFileSink(path, { signal });
        await sink.write(Buffer.from(ofFormat(exporter, () => exporter.begin(languages, options))));
      }
      for (const piece of body) await sink.write(piece);
      return [];
    },
    flush: () => sink?.flush(),
    async commit() {
      if (sink === undefined || exporter === undefined) return;
      await sink.write(Buffer.from(ofFormat(exporter, () => exporter.end(languages, options))));
      await sink.commit();
      onWritten(sink.path);
    },
    async discard() {
      sink?.discard();
    },
  };
}
