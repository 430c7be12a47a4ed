import { availableParallelism } from 'node:os';
import type { Command } from 'commander';
import { type LeverageFormat, leverageFormats } from '../../corpus/leverage/formats.js';
import { leverageRunOptions } from '../../corpus/leverage/leverage-options.js';
import type { LeverageCorpusOptions } from '../../corpus/leverage/leverage-usage.js';
import { mostKeptMemoryBytes } from '../../corpus/limits.js';
import { type OptionValues, pickOptions } from '../../model/options.js';
import { exportOptions } from '../../write/export-options.js';
import { givingWayToClient, refuseXliffVersion } from '../options/client.js';
import { addOptions } from '../options/define-options.js';
import { type FileOptions, filesBeside } from '../options/files.js';
import { glossaryOfXliff, takeGlossary } from '../options/glossary.js';
import { addInputs } from '../options/inputs.js';
import { addUsualOptions, reportOption, type UsualOptions } from '../options/options.js';
import { exitStatus } from '../options/status.js';
import { createPaint } from '../terminal/paint.js';
import { say } from '../terminal/say.js';
import type { Streams } from '../terminal/streams.js';
import { tuneForDocuments } from '../thread/documents.js';
import { tuneForRun } from '../thread/engine.js';
import { summarizeLeverage } from './leverage-summary.js';
import { withoutNamedPaths, writeReport } from './report.js';
import { runOver } from './run.js';
import { formatDiagnostics, withNotes } from './summary.js';

/** What the command line takes beside what the library does. */
const ownOptions = {
  format: {
    kind: 'names',
    of: leverageFormats.map(({ name }) => name),
    short: 'f',
    argument: 'list',
    about: `${leverageFormats.map(({ name, title }) => `${name} (${title})`).join(', ')}; several are separated by commas (default: that of the output, else xliff)`,
  },
  output: {
    kind: 'text',
    short: 'o',
    argument: 'path',
    about: 'a folder (default: the current one); a file, whose extension says its format; or - for standard output',
  },
  glossary: glossaryOfXliff,
  penalty: {
    kind: 'texts',
    isWhole: true,
    argument: 'name=points',
    about:
      'take points off scores: mt, ambiguous, codes, numbers, case, space, punctuation; memory (all but the first), or a memory as named; may be given often',
  },
} as const;

const { srcLang, trgLang, client } = exportOptions;
const writeOptions = { srcLang, trgLang, client } as const;

interface Options
  extends FileOptions,
    UsualOptions,
    OptionValues<typeof leverageRunOptions>,
    OptionValues<typeof writeOptions> {
  readonly format?: readonly LeverageFormat[];
  readonly output?: string;
  readonly penalty?: readonly string[];
}

/** Adds the command `leverage`. */
export function defineLeverage(program: Command, streams: Streams, setStatus: (status: number) => void): void {
  const command = program
    .command('leverage')
    .summary('pre-translate new English articles from memories')
    .description(
      'Fills English articles with what was translated before, and adds what is near: as XLIFF for a translator, or as articles.',
    );
  for (const table of [ownOptions, leverageRunOptions, writeOptions, { report: reportOption }]) {
    addOptions(command, table);
  }
  addUsualOptions(addInputs(command)).action(async (inputs: string[], options: Options) => {
    refuseXliffVersion(command);
    setStatus(await runLeverage(inputs, givingWayToClient(command, options), streams));
  });
}

async function runLeverage(inputs: readonly string[], options: Options, streams: Streams): Promise<number> {
  const { leverageCorpus } = await import('../../corpus/leverage/leverage.js');
  if (options.report === '-' && options.output === '-') {
    say(streams, 'the output and the report cannot both go to standard output; give --report a file.');
    return 2;
  }
  const penalties = parsePenalties(options.penalty ?? []);
  if (typeof penalties === 'string') {
    say(streams, penalties);
    return 2;
  }
  const { trgLang: target } = options;
  if (target === undefined) {
    say(streams, 'name the language of the translations: --trg-lang de-DE.');
    return 2;
  }
  const cores = availableParallelism();
  const { jobs = cores } = options;
  const tune = tuneForRun(jobs > 1 && jobs >= cores);
  tuneForDocuments(options.memory ?? [], mostKeptMemoryBytes);
  const paint = createPaint(streams, options.color);
  const words = { quiet: options.quiet === true, done: 'read', left: 'Files that are there are whole.' };
  return runOver(streams, words, async ({ signal, onProgress, clear }) => {
    const given = {
      ...toCorpusOptions(options, streams, signal),
      ...(await takeGlossary(options, streams)),
      trgLang: target,
      penalties,
    };
    const report = await leverageCorpus(inputs, given, (progress) => {
      tune(progress.total);
      onProgress(progress);
    });
    clear();
    await writeReport(withoutNamedPaths(report), options.report, streams, signal);
    streams.stderr.write(formatDiagnostics(withNotes(report.files, options.failOn), paint, options.quiet === true));
    if (options.quiet !== true) streams.stderr.write(summarizeLeverage(report, paint));
    return exitStatus(report, options.failOn);
  });
}

/** Reads `NAME=POINTS`, the last one for a name counts; or says what is wrong. A memory may have `=` in its name. */
function parsePenalties(values: readonly string[]): Readonly<Record<string, number>> | string {
  const penalties = new Map<string, number>();
  for (const value of values) {
    const [, name, points] = /^(.+)=([0-9]{1,3})$/s.exec(value) ?? [];
    if (name === undefined || points === undefined) {
      return `--penalty: "${value}" is no NAME=POINTS, such as mt=1; points are whole numbers from 0 to 100.`;
    }
    penalties.set(name, Number(points));
  }
  return Object.fromEntries(penalties);
}

function toCorpusOptions(
  options: Options,
  { stdin, stdout }: Streams,
  signal: AbortSignal,
): Omit<LeverageCorpusOptions, 'trgLang'> {
  const { srcLang: source, format, output, client: asked } = options;
  return {
    ...pickOptions(options, leverageRunOptions),
    ...(source === undefined ? {} : { srcLang: source }),
    ...(format === undefined ? {} : { formats: format }),
    ...(output === undefined ? {} : { output }),
    ...(asked === undefined ? {} : { client: asked }),
    stdin,
    stdout,
    signal,
    ...filesBeside(options),
  };
}
