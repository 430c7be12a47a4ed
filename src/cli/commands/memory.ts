import { availableParallelism } from 'node:os';
import type { Command } from 'commander';
import type { FileReport } from '../../corpus/export/report.js';
import { memoryRunOptions } from '../../corpus/memory/memory-options.js';
import type { MemoryCorpusOptions } from '../../corpus/memory/memory-usage.js';
import { type OptionValues, pickOptions } from '../../model/options.js';
import { exportOptions } from '../../write/export-options.js';
import { type Format, formatExtensions, formatNames, formats } from '../../write/formats.js';
import { givingWay, givingWayToClient } from '../options/client.js';
import { addOptions } from '../options/define-options.js';
import { epochDate } from '../options/epoch.js';
import { type FileOptions, filesBeside } from '../options/files.js';
import { addInputs } from '../options/inputs.js';
import { addUsualOptions, reportOption, type UsualOptions } from '../options/options.js';
import { exitStatus, statusOf } from '../options/status.js';
import { createPaint } from '../terminal/paint.js';
import { say } from '../terminal/say.js';
import type { Streams } from '../terminal/streams.js';
import { tuneForDocuments } from '../thread/documents.js';
import { tuneEngine, tuneForRun } from '../thread/engine.js';
import { isFormatAsked, type LeavingOptions, leavingOptions, readLeaving } from './export.js';
import { summarizeMemory } from './memory-summary.js';
import { withoutNamedPaths, writeReport } from './report.js';
import { runOver } from './run.js';
import { formatDiagnostics, withNotes } from './summary.js';

/** Formats that take entries of a memory. */
const names = formatNames.filter((name) => formats[name].entry !== undefined);

const extensions = formatExtensions.filter((extension) =>
  names.some((name) => {
    const { extension: first, otherExtensions = [] } = formats[name];
    return extension === first || otherExtensions.includes(extension);
  }),
);

/** What the command line takes beside what the library does. */
const ownOptions = {
  format: {
    kind: 'names',
    of: names,
    short: 'f',
    argument: 'list',
    about: `${names.map((name) => `${name} (${formats[name].title})`).join(', ')}; several are separated by commas`,
    default: ['tmx'],
  },
  output: {
    kind: 'text',
    short: 'o',
    argument: 'path',
    about: `a folder (default: the current one); a file (${extensions.join(', ')}), whose format is the only one; or - for standard output`,
  },
} as const;

const { srcLang, trgLang, inline, context, client, metadata } = exportOptions;
const writeOptions = { srcLang, trgLang, inline, context, client, metadata } as const;

interface Options
  extends FileOptions,
    UsualOptions,
    LeavingOptions,
    OptionValues<typeof writeOptions>,
    OptionValues<typeof memoryRunOptions> {
  /** Not there where a client says it. */
  readonly format?: readonly Format[];
  readonly formatIsAsked: boolean;
  readonly output?: string;
}

/** Adds the command `memory`. */
export function defineMemory(program: Command, streams: Streams, setStatus: (status: number) => void): void {
  const command = program
    .command('memory')
    .summary('write one memory of many articles, languages and years')
    .description(
      'Writes a translation memory: each thing that was translated once, with the best of its translations.',
    );
  for (const table of [ownOptions, memoryRunOptions, writeOptions, leavingOptions, { report: reportOption }]) {
    addOptions(command, table);
  }
  addUsualOptions(addInputs(command)).action(async (inputs: string[], options: Omit<Options, 'formatIsAsked'>) =>
    setStatus(
      await runMemory(inputs, { ...whatIsGiven(command, options), formatIsAsked: isFormatAsked(command) }, streams),
    ),
  );
}

/** Without what gives way to a client or a profile. */
function whatIsGiven(command: Command, options: Omit<Options, 'formatIsAsked'>): Omit<Options, 'formatIsAsked'> {
  return givingWay(command, givingWayToClient(command, options), 'profile', ['keep', 'inline', 'skip']);
}

async function runMemory(inputs: readonly string[], options: Options, streams: Streams): Promise<number> {
  const { memoryCorpus } = await import('../../corpus/memory/memory.js');
  const { formatsFor } = await import('../../corpus/places/destination.js');
  if (options.report === '-' && options.output === '-') {
    say(streams, 'the output and the report cannot both go to standard output; give --report a file.');
    return 2;
  }
  const leaving = await readLeaving(options);
  if (typeof leaving === 'string') {
    say(streams, leaving);
    return 2;
  }
  const { format } = options;
  const asked = format && (options.formatIsAsked ? format : formatsFor(options.output ?? '.', format));
  const cores = availableParallelism();
  const { jobs = cores } = options;
  const tune = tuneForRun(jobs > 1 && jobs >= cores, options.history === true ? 'versions' : 'pairs');
  const memories = [...inputs, ...(options.update === undefined ? [] : [options.update])];
  tuneForDocuments(memories);
  const paint = createPaint(streams, options.color);
  let status = 0;
  const words = {
    quiet: options.quiet === true,
    done: 'read',
    left: 'Files that are there are whole.',
    closed: () => status,
  };
  const onArticle = (file: FileReport): void => {
    status = Math.max(status, statusOf(file.diagnostics, options.failOn));
  };
  return runOver(streams, words, async ({ signal, onProgress, clear }) => {
    const done = await memoryCorpus(
      inputs,
      { ...toCorpusOptions(options, streams, signal), ...(asked && { formats: asked }), ...leaving, onArticle },
      (progress) => {
        tune(progress.total);
        // From then on one thread has all the work, and the other cores may compile for it.
        if (progress.total > 0 && progress.articles === progress.total) tuneEngine('soon');
        onProgress(progress);
      },
    );
    clear();
    await writeReport(withoutNamedPaths(done), options.report, streams, signal);
    streams.stderr.write(formatDiagnostics(withNotes(done.files, options.failOn), paint, options.quiet === true));
    if (options.quiet !== true) streams.stderr.write(summarizeMemory(done, paint, options.history === true));
    return exitStatus(done, options.failOn);
  });
}

function toCorpusOptions(options: Options, { stdin, stdout, env }: Streams, signal: AbortSignal): MemoryCorpusOptions {
  const date = epochDate(env['SOURCE_DATE_EPOCH']);
  return {
    ...pickOptions(options, memoryRunOptions),
    ...pickOptions(options, writeOptions),
    ...(date === undefined ? {} : { date }),
    ...(options.output === undefined ? {} : { output: options.output }),
    stdin,
    stdout,
    signal,
    ...filesBeside(options),
  };
}
