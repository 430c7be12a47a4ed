import { availableParallelism } from 'node:os';
import type { Command } from 'commander';
import { exportRunOptions } from '../../corpus/export/export-options.js';
import type { ExportCorpusOptions } from '../../corpus/export/export-usage.js';
import type { FileReport } from '../../corpus/export/report.js';
import { type OptionValues, pickOptions } from '../../model/options.js';
import { exportOptions } from '../../write/export-options.js';
import { type Format, formatExtensions, formatNames, formats, usualFormats } from '../../write/formats.js';
import { givingWayToClient, refuseXliffVersion } from '../options/client.js';
import { addOptions } from '../options/define-options.js';
import { epochDate } from '../options/epoch.js';
import { type FileOptions, filesBeside } from '../options/files.js';
import { glossaryOfXliff, takeGlossary } from '../options/glossary.js';
import { addInputs } from '../options/inputs.js';
import { addUsualOptions, reportOption, type UsualOptions } from '../options/options.js';
import { exitStatus, statusOf } from '../options/status.js';
import { createPaint } from '../terminal/paint.js';
import { say } from '../terminal/say.js';
import type { Streams } from '../terminal/streams.js';
import { tuneForRun } from '../thread/engine.js';
import { withoutNamedPaths, writeReport } from './report.js';
import { runOver } from './run.js';
import { formatDiagnostics, summarize, withNotes } from './summary.js';

/** What the command line takes beside what the library does. */
const ownOptions = {
  format: {
    kind: 'names',
    of: formatNames,
    short: 'f',
    argument: 'list',
    about: `${formatNames.map((name) => `${name} (${formats[name].title})`).join(', ')}; several are separated by commas`,
    default: usualFormats,
  },
  output: {
    kind: 'text',
    short: 'o',
    argument: 'path',
    about: `a folder; a file (${formatExtensions.join(', ')}), whose format is the only one; or - for standard output`,
    default: '.',
  },
  glossary: {
    ...glossaryOfXliff,
    about: `${glossaryOfXliff.about}; --skip and --with take it for check/ui-terms`,
  },
} as const;

/** By which findings pairs are left out. */
export const leavingOptions = {
  skip: {
    kind: 'texts',
    argument: 'codes',
    about: 'leave out pairs with such a finding (see docs/checks.md); several are separated by commas',
  },
  with: {
    kind: 'texts',
    argument: 'codes',
    about: 'only pairs with such a finding, as for post-editing; several are separated by commas',
  },
  skipUntranslated: { kind: 'truth', about: 'the same as --skip check/untranslated' },
} as const;

/** Their values. */
export interface LeavingOptions extends OptionValues<typeof leavingOptions> {}

interface Options
  extends FileOptions,
    UsualOptions,
    OptionValues<typeof exportOptions>,
    OptionValues<typeof exportRunOptions>,
    LeavingOptions {
  /** Not there where a client says it. */
  readonly format?: readonly Format[];
  /** Whether `format` was asked for at least as near as `output`: else the name of a file says which it is. */
  readonly formatIsAsked: boolean;
  readonly output: string;
}

/** Adds the command `export`. */
export function defineExport(program: Command, streams: Streams, setStatus: (status: number) => void): void {
  const command = program
    .command('export')
    .summary('write XLIFF and TMX')
    .description(`Writes side-by-side articles as ${usualFormats.map((name) => formats[name].title).join(' and ')}.`);
  for (const table of [ownOptions, exportOptions, exportRunOptions, leavingOptions, { report: reportOption }]) {
    addOptions(command, table);
  }
  addUsualOptions(addInputs(command)).action(async (inputs: string[], options: Omit<Options, 'formatIsAsked'>) => {
    refuseXliffVersion(command);
    const given = { ...givingWayToClient(command, options), formatIsAsked: isFormatAsked(command) };
    setStatus(await runExport(inputs, given, streams));
  });
}

/** Whether `format` was asked for at least as near as `output`. */
export function isFormatAsked(command: Command): boolean {
  const source = command.getOptionValueSource('format');
  return source === 'cli' || (source === 'config' && command.getOptionValueSource('output') === 'config');
}

async function runExport(inputs: readonly string[], options: Options, streams: Streams): Promise<number> {
  const { exportCorpus } = await import('../../corpus/export/export.js');
  const { formatsFor } = await import('../../corpus/places/destination.js');
  const fail = (message: string): void => say(streams, message);
  if (options.report === '-' && options.output === '-') {
    fail('the output and the report cannot both go to standard output; give --report a file.');
    return 2;
  }
  const leaving = await readLeaving(options);
  if (typeof leaving === 'string') {
    fail(leaving);
    return 2;
  }
  const { format } = options;
  const formats = format && (options.formatIsAsked ? format : formatsFor(options.output, format));
  const cores = availableParallelism();
  const { jobs = cores } = options;
  const tune = tuneForRun(jobs > 1 && jobs >= cores);
  const paint = createPaint(streams, options.color);
  let status = 0;
  const words = {
    quiet: options.quiet === true,
    done: 'done',
    left: 'Files that are there are whole.',
    closed: () => status,
  };
  const onArticle = (file: FileReport): void => {
    status = Math.max(status, statusOf(file.diagnostics, options.failOn));
  };
  return runOver(streams, words, async ({ signal, onProgress, clear }) => {
    const glossary = await takeGlossary(options, streams);
    const done = await exportCorpus(
      inputs,
      { ...toCorpusOptions(options, streams, signal), ...glossary, ...(formats && { formats }), ...leaving, onArticle },
      (progress) => {
        tune(progress.total);
        onProgress(progress);
      },
    );
    clear();
    await writeReport(withoutNamedPaths(done), options.report, streams, signal);
    streams.stderr.write(formatDiagnostics(withNotes(done.files, options.failOn), paint, options.quiet === true));
    if (options.quiet !== true) streams.stderr.write(summarize(done, paint));
    return exitStatus(done, options.failOn);
  });
}

function toCorpusOptions(options: Options, { stdin, stdout, env }: Streams, signal: AbortSignal): ExportCorpusOptions {
  const date = epochDate(env['SOURCE_DATE_EPOCH']);
  return {
    ...pickOptions(options, exportRunOptions),
    ...pickOptions(options, exportOptions),
    ...(date === undefined ? {} : { date }),
    output: options.output,
    stdin,
    stdout,
    signal,
    ...filesBeside(options),
  };
}

/** The codes of `--skip` and `--with`, or what is wrong with them. Their table is loaded only where there is one. */
export async function readLeaving({
  skip = [],
  skipUntranslated,
  with: wanted,
}: LeavingOptions): Promise<Pick<ExportCorpusOptions, 'skip' | 'with'> | string> {
  const names = skipUntranslated ? [...skip, 'check/untranslated'] : skip;
  if (names.length === 0 && wanted === undefined) return {};
  const { parseSkips } = await import('../options/skips.js');
  const left = parseSkips(names);
  if (typeof left === 'string') return `--skip: ${left}`;
  const kept = wanted && parseSkips(wanted);
  if (typeof kept === 'string') return `--with: ${kept}`;
  return { ...(left.length === 0 ? {} : { skip: left }), ...(kept === undefined ? {} : { with: kept }) };
}
