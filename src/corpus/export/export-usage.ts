import type { Readable, Writable } from 'node:stream';
import { anything, list, namesOf, type OptionKindsOf, text } from '../../model/options.js';
import { type ExportOptions, exportOptionKinds } from '../../write/export-options.js';
import type { Exporter } from '../../write/exporter.js';
import type { Format } from '../../write/formats.js';
import type { FilesBeside } from '../places/guard.js';
import { runOptionKinds } from '../run/common-options.js';
import { requireGlossaryUsage, requireUsage } from '../usage.js';
import { type ExportRunOptions, exportRunOptions } from './export-options.js';
import type { FileReport } from './report.js';

/** What a run makes, and of what. */
export interface ExportCorpusOptions extends ExportOptions, ExportRunOptions, FilesBeside {
  /**
   * Names of formats, or exporters of your own, for which the run uses no other thread. Default: that of the file which
   * `output` names by its extension; `xliff` and `tmx` where it names none.
   */
  readonly formats?: readonly (Format | Exporter)[];
  /**
   * A folder: an XLIFF file for each article, and a TMX file for each target language. A file whose name ends in the
   * extension of the only format (`.xlf` or `.xliff`, `.tmx`): all in that. `-`: the same on `stdout`. Default: the current folder.
   */
  readonly output?: string;
  /** Where the input `-`, or the list `-` of `filesFrom`, is read from. Default: the standard input of the process. */
  readonly stdin?: Readable;
  /** Where the output `-` is written to. Default: the standard output of the process. */
  readonly stdout?: Writable;
  /** Called with what was found in each article, in the order of the bytes of their paths. The run waits for it. */
  readonly onArticle?: (article: FileReport) => void | Promise<void>;
  /** Stops the run: temporary files are removed, and the promise rejects with the reason of the signal. */
  readonly signal?: AbortSignal;
}

const kinds: OptionKindsOf<ExportCorpusOptions> = {
  ...runOptionKinds,
  ...exportOptionKinds,
  ...exportRunOptions,
  formats: list,
  output: text,
  stdout: anything,
  onArticle: anything,
  // Looked at below.
  skip: anything,
  with: anything,
};

/**
 * Codes are loaded only where there are some.
 *
 * @throws {CorpusError} `usage`: there is no such option, or its value is none that it takes.
 */
export async function requireExportUsage(options: ExportCorpusOptions): Promise<void> {
  requireUsage(options, kinds);
  requireGlossaryUsage(options);
  const { skip, with: wanted } = options;
  if (skip === undefined && wanted === undefined) return;
  const { acceptedSkips } = await import('../../check/skip.js');
  requireUsage({ skip, with: wanted }, { skip: namesOf(acceptedSkips), with: namesOf(acceptedSkips) });
}
