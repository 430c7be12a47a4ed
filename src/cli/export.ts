import { availableParallelism } from 'node:os';
import { type Command, InvalidArgumentError } from 'commander';
import type { ExportCorpusOptions } from '../corpus/export.js';
import { nearest } from '../model/nearest.js';
import type { ContextDialect, InlineMode, UnitMode } from '../write/exporter.js';
import { type Format, formatExtensions, formatNames, formats, usualFormats } from '../write/formats.js';
import { tuneForRun } from './engine.js';
import { type FileOptions, filesBeside } from './files.js';
import { collectList } from './list.js';
import {
  baseOption,
  choiceOption,
  colorOption,
  failOnOption,
  quietOption,
  srcLangOption,
  trgLangOption,
} from './options.js';
import { createPaint } from './paint.js';
import { withoutNamedPaths, writeReport } from './report.js';
import { runOver } from './run.js';
import { say } from './say.js';
import { exitStatus, type FailOn } from './status.js';
import type { Streams } from './streams.js';
import { formatDiagnostics, summarize, withNotes } from './summary.js';

interface Options extends FileOptions {
  readonly format: readonly Format[];
  /** Whether `format` was asked for at least as near as `output`: else the name of a file says which it is. */
  readonly formatIsAsked: boolean;
  readonly output: string;
  readonly base?: string;
  readonly srcLang: string;
  readonly trgLang?: string;
  readonly forceLang?: boolean;
  readonly inline: InlineMode;
  readonly units: UnitMode;
  readonly context: ContextDialect;
  readonly only?: 'ht' | 'mt' | 'unknown';
  readonly skip?: readonly string[];
  readonly skipUntranslated?: boolean;
  readonly stats?: boolean;
  readonly metadata: boolean;
  readonly overwrite?: boolean;
  readonly jobs?: number;
  readonly failOn: FailOn;
  readonly quiet?: boolean;
  readonly color?: boolean;
}

/** Adds the command `export`. */
export function defineExport(program: Command, streams: Streams, setStatus: (status: number) => void): void {
  program
    .command('export')
    .summary('write XLIFF and TMX')
    .description(`Writes side-by-side articles as ${usualFormats.map((name) => formats[name].title).join(' and ')}.`)
    .argument('<input...>', 'files, folders, globs, or - for standard input')
    .option(
      '-f, --format <list>',
      `${formatNames.map((name) => `${name} (${formats[name].title})`).join(', ')}; several are separated by commas`,
      parseFormats,
      usualFormats,
    )
    .option(
      '-o, --output <path>',
      `a folder; a file (${formatExtensions.join(', ')}), whose format is the only one; or - for standard output`,
      '.',
    )
    .addOption(baseOption())
    .addOption(srcLangOption())
    .addOption(trgLangOption())
    .option('--force-lang', 'take --trg-lang for articles that name another language, too')
    .addOption(
      choiceOption('--inline <mode>', 'how inline markup is written', ['codes', 'text', 'strip']).default('codes'),
    )
    .addOption(
      choiceOption('--units <mode>', 'XLIFF: a unit for each block or pair', ['block', 'pair']).default('block'),
    )
    .addOption(
      choiceOption('--context <dialect>', 'TMX: say where each text stands, in the way of a client', [
        'none',
        'omegat',
        'memoq',
      ]).default('none'),
    )
    .addOption(
      choiceOption('--only <type>', 'only human (ht) or machine (mt) translations, or those that do not say', [
        'ht',
        'mt',
        'unknown',
      ]),
    )
    .option(
      '--skip <codes>',
      'leave out pairs with such a finding (see docs/checks.md); several are separated by commas',
      collectList,
    )
    .option('--skip-untranslated', 'the same as --skip check/untranslated')
    .option('--stats', 'count words and characters, which takes longer')
    .option('--no-metadata', 'leave the front matter out of the output')
    .option('--overwrite', 'replace XLIFF files that were edited since they were exported, too')
    .option('--report <file>', 'write what was done as JSON; - for standard output')
    .option('-j, --jobs <n>', 'threads that work (default: the cores that there are)', parseJobs)
    .addOption(failOnOption())
    .addOption(quietOption())
    .addOption(colorOption())
    .action(async (inputs: string[], options: Omit<Options, 'formatIsAsked'>, command: Command) =>
      setStatus(await runExport(inputs, { ...options, formatIsAsked: isFormatAsked(command) }, streams)),
    );
}

function isFormatAsked(command: Command): boolean {
  const source = command.getOptionValueSource('format');
  return source === 'cli' || (source === 'config' && command.getOptionValueSource('output') === 'config');
}

async function runExport(inputs: readonly string[], options: Options, streams: Streams): Promise<number> {
  const { exportCorpus } = await import('../corpus/export.js');
  const { formatsFor } = await import('../corpus/destination.js');
  const fail = (message: string): void => say(streams, message);
  if (options.report === '-' && options.output === '-') {
    fail('the output and the report cannot both go to standard output; give --report a file.');
    return 2;
  }
  const skip = await readSkips(options);
  if (typeof skip === 'string') {
    fail(`--skip: ${skip}`);
    return 2;
  }
  const formats = options.formatIsAsked ? options.format : formatsFor(options.output, options.format);
  const cores = availableParallelism();
  const { jobs = cores } = options;
  const tune = tuneForRun(jobs > 1 && jobs >= cores);
  const paint = createPaint(streams, options.color);
  const words = { quiet: options.quiet === true, done: 'done', left: 'Files that are there are whole.' };
  return runOver(streams, words, async ({ signal, onProgress, clear }) => {
    const done = await exportCorpus(
      inputs,
      { ...toCorpusOptions(options, streams, signal), formats, ...skip },
      (progress) => {
        tune(progress.total);
        onProgress(progress);
      },
    );
    clear();
    await writeReport(withoutNamedPaths(done), options.report, streams);
    streams.stderr.write(formatDiagnostics(withNotes(done.files, options.failOn), paint, options.quiet === true));
    if (options.quiet !== true) streams.stderr.write(summarize(done, paint));
    return exitStatus(done, options.failOn);
  });
}

function toCorpusOptions(options: Options, { stdin, stdout, env }: Streams, signal: AbortSignal): ExportCorpusOptions {
  const { output, srcLang, trgLang, forceLang, inline, units, context, only, metadata, jobs, stats, overwrite, base } =
    options;
  const date = epochDate(env['SOURCE_DATE_EPOCH']);
  return {
    output,
    srcLang,
    forceLang: forceLang === true,
    inline,
    units,
    context,
    metadata,
    stats: stats === true,
    overwrite: overwrite === true,
    stdin,
    stdout,
    signal,
    ...filesBeside(options),
    ...(base === undefined ? {} : { base }),
    ...(jobs === undefined ? {} : { jobs }),
    ...(trgLang === undefined ? {} : { trgLang }),
    ...(only === undefined ? {} : { only }),
    ...(date === undefined ? {} : { date }),
  };
}

/** The codes of `--skip`, or what is wrong with them. Their table is loaded only where there is one. */
async function readSkips({
  skip = [],
  skipUntranslated,
}: Options): Promise<Pick<ExportCorpusOptions, 'skip'> | string> {
  const names = skipUntranslated ? [...skip, 'check/untranslated'] : skip;
  if (names.length === 0) return {};
  const { parseSkips } = await import('./skips.js');
  const codes = parseSkips(names);
  return typeof codes === 'string' ? codes : { skip: codes };
}

/** The date of reproducible-builds.org as TMX writes it. */
function epochDate(seconds: string | undefined): string | undefined {
  if (seconds === undefined || !/^[0-9]{1,11}$/.test(seconds)) return undefined;
  return `${new Date(Number(seconds) * 1000).toISOString().replace(/[-:]|\.[0-9]+/g, '')}`;
}

function parseFormats(list: string): Format[] {
  const names = list.split(',').map((name) => name.trim());
  return [
    ...new Set(
      names.map((name) => {
        const format = formatNames.find((candidate) => candidate === name);
        if (format === undefined)
          throw new InvalidArgumentError(
            `"${name}" is no format; there are ${formatNames.join(', ')}${nearest(name, formatNames)}`,
          );
        return format;
      }),
    ),
  ];
}

function parseJobs(value: string): number {
  const jobs = Number(value);
  if (!/^[0-9]+$/.test(value) || jobs < 1 || jobs > 256)
    throw new InvalidArgumentError('It is a number from 1 to 256.');
  return jobs;
}
