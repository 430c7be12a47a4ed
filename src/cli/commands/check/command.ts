import { availableParallelism } from 'node:os';
import type { Command } from 'commander';
import type { FormatterOptions } from '../../../corpus/check/formats/format.js';
import { checkFormatNames, checkFormatOf, checkFormats } from '../../../corpus/check/formats/list.js';
import type { OutcomeOptions } from '../../../corpus/check/run/outcomes.js';
import { exportRunOptions } from '../../../corpus/export/export-options.js';
import { inputOptions } from '../../../corpus/find/input-options.js';
import type { Progress } from '../../../corpus/run/run.js';
import { type ShardOptions, shardOptions } from '../../../corpus/shard.js';
import type { Sink } from '../../../corpus/sinks/sink.js';
import { pickOptions } from '../../../model/options.js';
import { addOptions } from '../../options/define-options.js';
import { type FileOptions, filesBeside } from '../../options/files.js';
import { glossaryOption, takeGlossary } from '../../options/glossary.js';
import { addInputs } from '../../options/inputs.js';
import {
  addUsualOptions,
  ruleOption,
  type TreeOptions,
  treeOptions,
  type UsualOptions,
} from '../../options/options.js';
import { wantsColours } from '../../terminal/paint.js';
import { say } from '../../terminal/say.js';
import type { Streams } from '../../terminal/streams.js';
import { tuneForRun } from '../../thread/engine.js';
import { openSink } from '../report.js';
import { runOver } from '../run.js';
import { createTotals, type Totals } from './totals.js';
import { createFindingsWriter } from './writer.js';

interface Options extends Pick<FileOptions, 'config' | 'glossary'>, TreeOptions, ShardOptions, UsualOptions {
  readonly format: string;
  readonly output?: string;
  readonly rule?: readonly string[];
  readonly code?: readonly string[];
  readonly baseline?: string;
  readonly jobs?: number;
}

const checkOptions = {
  format: {
    kind: 'name',
    of: checkFormatNames,
    short: 'f',
    argument: 'format',
    about: checkFormats.map(({ name, title }) => `${name} (${title})`).join(', '),
    default: 'text',
  },
  output: { kind: 'text', short: 'o', argument: 'file', about: 'where to write it (default: standard output)' },
  code: {
    kind: 'texts',
    argument: 'codes',
    about: 'report these codes only; several are separated by commas; may be given often',
  },
  baseline: {
    kind: 'text',
    argument: 'file',
    about: 'leave out the findings that are in this file, which check --format json wrote',
  },
  glossary: glossaryOption,
  rule: ruleOption,
  ...treeOptions,
  ...shardOptions,
  jobs: exportRunOptions.jobs,
} as const;

/** Adds the command `check`. */
export function defineCheck(program: Command, streams: Streams, setStatus: (status: number) => void): void {
  const command = program
    .command('check')
    .summary('report what is wrong with articles, XLIFF and TMX')
    .description(
      'Reports what is wrong with side-by-side articles and their pairs, and with XLIFF 2 and TMX documents that are named.',
    );
  addUsualOptions(
    addOptions(addInputs(command, 'files, folders, globs, or - for an article on standard input'), checkOptions),
  ).action(async (inputs: string[], options: Options) => setStatus(await runCheck(inputs, options, streams)));
}

async function runCheck(inputs: readonly string[], given: Options, streams: Streams): Promise<number> {
  const codes = await readCodes(given, streams);
  if (codes === undefined) return 2;
  const options = { ...given, ...codes };
  const { isBinary } = checkFormatOf(options.format);
  if (isBinary && !isFile(options) && streams.stdout.isTTY === true) {
    say(streams, `${options.format} is nothing that a terminal can show; give --output a file.`);
    return 2;
  }
  const totals = await createTotals(options.failOn);
  const words = {
    quiet: options.quiet === true,
    done: 'checked',
    left: isFile(options) ? 'Nothing was written.' : 'What was written is not all.',
    closed: totals.status,
  };
  const cores = availableParallelism();
  const { jobs = cores } = options;
  const tune = tuneForRun(jobs > 1 && jobs >= cores, 'pairs');
  return runOver(streams, words, async ({ signal, onProgress: show, clear }) => {
    const onProgress = (progress: Progress): void => {
      tune(progress.total);
      show(progress);
    };
    const said = await writeFindings(inputs, options, streams, totals, { signal, onProgress });
    clear();
    streams.stderr.write(said);
    return totals.status();
  });
}

type Rules = NonNullable<OutcomeOptions['rules']>;

/** The severities and codes that are asked for, by the codes of today; not there where one cannot be used, which is said. */
async function readCodes(
  { rule = [], code }: Options,
  streams: Streams,
): Promise<(Pick<Options, 'code'> & { readonly rules: Rules }) | undefined> {
  const { currentCode } = await import('../../../check/rule-table.js');
  const { findUnknownCode, parseRules } = await import('../../options/rules.js');
  const rules = parseRules(rule);
  const unknown = findUnknownCode(code ?? []);
  if (typeof rules === 'string') say(streams, `--rule: ${rules}`);
  else if (unknown !== undefined) say(streams, `--code: ${unknown}`);
  else return code === undefined ? { rules } : { rules, code: code.map(currentCode) };
  return undefined;
}

/** Checks, and writes what is found. Gives what is to be said at the end. */
async function writeFindings(
  inputs: readonly string[],
  options: Omit<Options, 'rule'> & { readonly rules: Rules },
  streams: Streams,
  totals: Totals,
  over: Required<Pick<OutcomeOptions, 'signal' | 'onProgress'>>,
): Promise<string> {
  const { outcomesOf } = await import('../../../corpus/check/run/outcomes.js');
  const { readAll } = await import('../../../corpus/find/inputs.js');
  const { rules, srcLang, trgLang, code: codes, jobs, quiet } = options;
  const { signal } = over;
  const baseline = await openBaseline(options);
  const glossary = await takeGlossary(options, streams);
  const format = { name: options.format, options: formatterOptions(options, streams) };
  const formatter = (await checkFormatOf(format.name).load()).createFormatter(format.options);
  let sink: Sink | undefined;
  try {
    sink = await openSink(options.output ?? '-', streams.stdout, { signal });
    const writer = createFindingsWriter(formatter, sink);
    await writer.begin();
    const readsStdin = inputs.includes('-') || options.filesFrom === '-';
    const stdin = readsStdin ? await readAll(streams.stdin, signal) : undefined;
    const checking: OutcomeOptions = {
      rules,
      ...glossary,
      ...(codes === undefined ? {} : { codes }),
      srcLang,
      format,
      ...over,
      ...(formatter.hasStats ? { onCount: (article): void => totals.count(article) } : {}),
      ...beside(options),
      ...(baseline === undefined ? {} : { baseline: baseline.known }),
      ...(stdin === undefined ? {} : { stdin }),
      ...pickOptions(options, inputOptions),
      ...pickOptions(options, shardOptions),
      onLeftOut: totals.addLeftOut,
      ...(trgLang === undefined ? {} : { trgLang }),
      ...(jobs === undefined ? {} : { jobs }),
    };
    for await (const outcome of outcomesOf(inputs, checking)) {
      totals.add(outcome);
      baseline?.tally.add(outcome);
      await writer.add(outcome.bytes ?? []);
    }
    const summary = totals.summary();
    const said = formatter.summary?.(summary) ?? '';
    // A file has it all.
    await writer.end(summary, isFile(options) ? said : '');
    await sink.commit();
    return (isFile(options) ? '' : said) + (quiet === true ? '' : (baseline?.tally.describe() ?? ''));
  } catch (error) {
    sink?.discard();
    throw error;
  }
}

async function openBaseline({ baseline, rules, code }: Pick<Options, 'baseline' | 'code'> & { readonly rules: Rules }) {
  if (baseline === undefined) return undefined;
  const { readBaseline } = await import('../../../corpus/check/baseline/baseline.js');
  const { rulesForCodes } = await import('../../../corpus/check/check-codes.js');
  const { createBaselineTally } = await import('./baseline.js');
  const known = readBaseline(baseline, rulesForCodes(rules, code));
  return { known, tally: createBaselineTally(known) };
}

/** The files that the command reads and writes itself. */
function beside(
  options: Pick<Options, 'config' | 'glossary' | 'output' | 'baseline'>,
): Required<ReturnType<typeof filesBeside>> {
  const { output, baseline } = options;
  const { alsoReads, alsoWrites } = filesBeside({ ...options, ...(output === undefined ? {} : { report: output }) });
  return { alsoReads: baseline === undefined ? alsoReads : [...alsoReads, baseline], alsoWrites };
}

function formatterOptions(options: Omit<Options, 'rule'>, streams: Streams): FormatterOptions {
  const { quiet, color, failOn, code: codes } = options;
  const toFile = isFile(options);
  return {
    colours: toFile ? (color ?? false) : wantsColours(streams, color, streams.stdout),
    toFile,
    quiet: quiet === true,
    lenient: failOn === 'never',
    ...(codes === undefined ? {} : { codes }),
  };
}

function isFile({ output }: Pick<Options, 'output'>): boolean {
  return output !== undefined && output !== '-';
}
