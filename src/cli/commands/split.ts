import { availableParallelism } from 'node:os';
import type { Command } from 'commander';
import { exportRunOptions } from '../../corpus/export/export-options.js';
import { inputOptions } from '../../corpus/find/input-options.js';
import { type ShardOptions, shardOptions } from '../../corpus/shard.js';
import type { SplitCorpusOptions } from '../../corpus/split/split.js';
import { pickOptions } from '../../model/options.js';
import type { ArticleSide } from '../../split/split.js';
import { addOptions } from '../options/define-options.js';
import { type FileOptions, filesBeside } from '../options/files.js';
import { addInputs } from '../options/inputs.js';
import { addUsualOptions, reportOption, type TreeOptions, treeOptions, type UsualOptions } from '../options/options.js';
import { exitStatus } from '../options/status.js';
import { createPaint } from '../terminal/paint.js';
import { say } from '../terminal/say.js';
import type { Streams } from '../terminal/streams.js';
import { tuneForRun } from '../thread/engine.js';
import { withoutNamedPaths, writeReport } from './report.js';
import { runOver } from './run.js';
import { summarizeSplit } from './split-summary.js';
import { formatDiagnostics, withNotes } from './summary.js';

interface Options extends FileOptions, TreeOptions, ShardOptions, UsualOptions {
  readonly side?: ArticleSide;
  readonly output?: string;
  readonly forceLang?: boolean;
  readonly anchors?: 'keep' | 'drop';
  readonly verify?: boolean;
  readonly against?: string;
  readonly jobs?: number;
}

const splitOptions = {
  side: {
    kind: 'name',
    of: ['source', 'target'],
    argument: 'side',
    about: 'one language only (default: both)',
  },
  output: {
    kind: 'text',
    short: 'o',
    argument: 'path',
    about:
      'a folder, for LANG/relative/path.md in it; or - for standard output (default: the current folder; with --verify or --against, nothing is written)',
  },
  ...treeOptions,
  ...shardOptions,
  forceLang: exportRunOptions.forceLang,
  anchors: {
    kind: 'name',
    of: ['keep', 'drop'],
    argument: 'mode',
    about: 'the anchors that were put before headings (default: kept in the target, dropped in the source)',
  },
  verify: { kind: 'truth', about: 'say of each article whether its source is proven by ms.openlocfilehash' },
  against: { kind: 'text', argument: 'dir', about: 'compare with the real articles of a folder' },
  jobs: exportRunOptions.jobs,
  report: reportOption,
} as const;

/** Adds the command `split`. */
export function defineSplit(program: Command, streams: Streams, setStatus: (status: number) => void): void {
  const command = program
    .command('split')
    .summary('write the monolingual articles')
    .description('Writes each language of side-by-side articles as articles of their own.');
  addUsualOptions(addOptions(addInputs(command), splitOptions)).action(async (inputs: string[], options: Options) =>
    setStatus(await runSplit(inputs, options, streams)),
  );
}

async function runSplit(inputs: readonly string[], options: Options, streams: Streams): Promise<number> {
  const { splitCorpus } = await import('../../corpus/split/split.js');
  const fail = (message: string): void => say(streams, message);
  if (options.report === '-' && options.output === '-') {
    fail('the output and the report cannot both go to standard output; give --report a file.');
    return 2;
  }
  const cores = availableParallelism();
  const { jobs = cores } = options;
  const tune = tuneForRun(jobs > 1 && jobs >= cores);
  const paint = createPaint(streams, options.color);
  const words = { quiet: options.quiet === true, done: 'done', left: 'Files that are there are whole.' };
  return runOver(streams, words, async ({ signal, onProgress, clear }) => {
    const report = await splitCorpus(inputs, toCorpusOptions(options, streams, signal), (progress) => {
      tune(progress.total);
      onProgress(progress);
    });
    clear();
    await writeReport(withoutNamedPaths(report), options.report, streams, signal);
    streams.stderr.write(formatDiagnostics(withNotes(report.files, options.failOn), paint, options.quiet === true));
    if (options.quiet !== true) streams.stderr.write(summarizeSplit(report, paint));
    return exitStatus(report, options.failOn);
  });
}

function toCorpusOptions(options: Options, { stdin, stdout }: Streams, signal: AbortSignal): SplitCorpusOptions {
  const { side, srcLang, trgLang, forceLang, anchors, verify, against, jobs } = options;
  const onlyLooks = verify === true || against !== undefined;
  const output = options.output ?? (onlyLooks ? undefined : '.');
  return {
    ...(side === undefined ? {} : { sides: [side] }),
    ...(output === undefined ? {} : { output }),
    ...pickOptions(options, inputOptions),
    ...pickOptions(options, shardOptions),
    srcLang,
    ...(trgLang === undefined ? {} : { trgLang }),
    forceLang: forceLang === true,
    ...(anchors === undefined ? {} : { anchors }),
    verify: verify === true,
    ...(against === undefined ? {} : { against }),
    ...(jobs === undefined ? {} : { jobs }),
    stdin,
    stdout,
    signal,
    ...filesBeside(options),
  };
}
