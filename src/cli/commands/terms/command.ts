import { availableParallelism } from 'node:os';
import type { Command } from 'commander';
import { termsRunOptions } from '../../../corpus/terms/terms-options.js';
import { type OptionValues, pickOptions } from '../../../model/options.js';
import { exportOptions } from '../../../write/export-options.js';
import { type GlossaryFormatName, glossaryFormats } from '../../../write/glossary/formats.js';
import { addOptions } from '../../options/define-options.js';
import { type FileOptions, filesBeside } from '../../options/files.js';
import { addInputs } from '../../options/inputs.js';
import { addUsualOptions, reportOption, type UsualOptions } from '../../options/options.js';
import { exitStatus } from '../../options/status.js';
import { createPaint } from '../../terminal/paint.js';
import { say } from '../../terminal/say.js';
import type { Streams } from '../../terminal/streams.js';
import { tuneForRun } from '../../thread/engine.js';
import { withoutNamedPaths, writeReport } from '../report.js';
import { runOver } from '../run.js';
import { formatDiagnostics, withNotes } from '../summary.js';
import { summarizeTerms } from './summary.js';

/** What the command line takes beside what the library does. */
const ownOptions = {
  output: {
    kind: 'text',
    short: 'o',
    argument: 'file',
    about: `the glossary to write (default: terms.tbx); its extension says its format: ${Object.values(glossaryFormats)
      .map(({ extension, otherExtensions = [], title }) => `${[extension, ...otherExtensions].join(' ')} (${title})`)
      .join(', ')}; or - for standard output`,
  },
  format: {
    kind: 'name',
    of: Object.keys(glossaryFormats) as GlossaryFormatName[],
    short: 'f',
    argument: 'name',
    about: 'the format, where no extension says it',
  },
} as const;

const { srcLang, trgLang } = exportOptions;
const languageOptions = { srcLang, trgLang } as const;

interface Options
  extends FileOptions,
    UsualOptions,
    OptionValues<typeof ownOptions>,
    OptionValues<typeof languageOptions>,
    OptionValues<typeof termsRunOptions> {}

/** Adds the command `terms`. */
export function defineTerms(program: Command, streams: Streams, setStatus: (status: number) => void): void {
  const command = program
    .command('terms')
    .summary('write a glossary of what stands in bold, of titles, and of what is never translated')
    .description(
      'Writes a glossary: names that stand in bold in both languages, titles, and what is never translated, as far as the whole tree shows that they are translations of each other.',
    );
  for (const table of [ownOptions, termsRunOptions, languageOptions, { report: reportOption }])
    addOptions(command, table);
  addUsualOptions(addInputs(command)).action(async (inputs: string[], options: Options) =>
    setStatus(await runTerms(inputs, options, streams)),
  );
}

async function runTerms(inputs: readonly string[], options: Options, streams: Streams): Promise<number> {
  const { termsCorpus } = await import('../../../corpus/terms/terms.js');
  const { glossaryPlaceOf } = await import('../../../corpus/terms/output.js');
  const { quiet = false, color, failOn, jobs: asked } = options;
  if (options.report === '-' && options.output === '-') {
    say(streams, 'the output and the report cannot both go to standard output; give --report a file.');
    return 2;
  }
  const cores = availableParallelism();
  const jobs = asked ?? cores;
  const tune = tuneForRun(jobs > 1 && jobs >= cores, 'pairs');
  const paint = createPaint(streams, color);
  return runOver(
    streams,
    { quiet, done: 'read', left: 'Nothing was written.' },
    async ({ signal, onProgress, clear }) => {
      const { path: output, format } = glossaryPlaceOf(options.output, options.format);
      const { stdin, stdout } = streams;
      const found = await termsCorpus(
        inputs,
        {
          ...pickOptions(options, termsRunOptions),
          ...pickOptions(options, languageOptions),
          output,
          format,
          stdin,
          stdout,
          signal,
          ...filesBeside(options),
        },
        (progress) => {
          tune(progress.total);
          onProgress(progress);
        },
      );
      clear();
      const { report } = found;
      await writeReport(withoutNamedPaths(report), options.report, streams, signal);
      streams.stderr.write(formatDiagnostics(withNotes(report.files, failOn), paint, quiet));
      if (!quiet) streams.stderr.write(summarizeTerms(found, paint));
      return exitStatus(report, failOn);
    },
  );
}
