import { resolve, sep } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { anything, namesOf, type OptionKindsOf, text, truth } from '../../model/options.js';
import { type ArticleSide, articleSides, type SplitOptions, splitOptionKinds } from '../../split/split.js';
import { defaultSrcLang } from '../../write/export-options.js';
import { createPairWatch, holdPairs } from '../articles/no-pairs.js';
import { CorpusError } from '../error.js';
import { exportRunOptions } from '../export/export-options.js';
import type { FoundArticle } from '../find/find.js';
import type { InputOptions } from '../find/input-options.js';
import { checkLanguages } from '../language/choose.js';
import { createLanguageInference } from '../language/inference.js';
import { requireFolder } from '../places/folder-name.js';
import { type FilesBeside, guardArticles, type OutputGuard } from '../places/guard.js';
import { runOptionKinds } from '../run/common-options.js';
import { openRun, type Progress, type Run } from '../run/run.js';
import type { ShardOptions } from '../shard.js';
import { requireUsage } from '../usage.js';
import { createRealWatch, openRealArticles, realFiles } from './against.js';
import { chooseSides, type SplitSettings } from './sides.js';
import { readForSplit } from './split-article.js';
import {
  checkNames,
  checkSides,
  createFolderOutputs,
  createStreamOutputs,
  fileNameOf,
  type SplitOutputs,
} from './split-outputs.js';
import { createSplitReport, type SplitReport } from './split-report.js';
import { splitTask } from './task.js';
import { writeSides } from './write-sides.js';

/** What a run makes, and of what. */
export interface SplitCorpusOptions extends SplitOptions, FilesBeside, InputOptions, ShardOptions {
  /** Default: both. */
  readonly sides?: readonly ArticleSide[];
  /**
   * A folder: each side at `LANGUAGE/relative/path.md` below it. `-`: the only side of the only article, on `stdout`.
   * Default: nothing is written.
   */
  readonly output?: string;
  /** Default: `en-US`. */
  readonly srcLang?: string;
  /** The language of articles that name none. Default: that of their path, or of their tree. */
  readonly trgLang?: string;
  /** `trgLang` overrides what articles say of themselves; else those of another language are left out. Default: `false`. */
  readonly forceLang?: boolean;
  /** Say of each article whether its source is proven by its hash, and write such a source with the line ends that were hashed. Default: `false`. */
  readonly verify?: boolean;
  /** A folder of real articles to hold the sides against. Default: none. */
  readonly against?: string;
  /** Threads that read and split articles, the caller's own among them; 1: no other. Default: the cores that the process may use. */
  readonly jobs?: number;
  /** Where the input `-`, or the list `-` of `filesFrom`, is read from. Default: the standard input of the process. */
  readonly stdin?: Readable;
  /** Where the output `-` is written to. Default: the standard output of the process. */
  readonly stdout?: Writable;
  /** Stops the run: temporary files are removed, and the promise rejects with the reason of the signal. */
  readonly signal?: AbortSignal;
}

/**
 * Splits the articles that inputs name (files, folders, globs, `-`) into articles of one language each.
 *
 * Every output file is written beside its place and moved there when it is whole. The same articles give the same bytes
 * and the same report, however many threads there are.
 * A source that the hash of the article proves is written as the original was; any other as `splitArticle` gives it.
 * Where no article holds a pair, nothing is written, and the report has the diagnostic `input/no-pairs`. `onProgress` is
 * called while articles are looked for, now and then, and after each of them.
 *
 * @throws {CorpusError} `usage`: an option has a value that it does not take, options contradict each other, two articles have one output path, or an output is
 * the same file as an input; `input`: an input does not exist, or there are no articles; `output`: a file cannot be written; `worker`: a thread died.
 */
export async function splitCorpus(
  inputs: readonly string[],
  options: SplitCorpusOptions = {},
  onProgress?: (progress: Progress) => void,
): Promise<SplitReport> {
  requireUsage(options, splitCorpusOptionKinds);
  const { anchors, trgLang, output, signal } = options;
  const settings: SplitSettings = {
    sides: options.sides ?? articleSides,
    srcLang: options.srcLang ?? defaultSrcLang,
    ...(trgLang === undefined ? {} : { trgLang }),
    forceLang: options.forceLang === true,
    ...(anchors === undefined ? {} : { anchors }),
    toStdout: output === '-',
  };
  checkLanguages(settings.srcLang, trgLang);
  const leaveOut = (named: readonly string[]) => writtenBefore(named, output);
  const run = await openRun(inputs, { ...options, leaveOut, signal }, onProgress);
  try {
    return await splitRun(run, settings, options);
  } finally {
    await run.close();
  }
}

async function splitRun(run: Run, settings: SplitSettings, options: SplitCorpusOptions): Promise<SplitReport> {
  const { articles, whole, shard, others, trees, named } = run;
  const { sides, srcLang } = settings;
  const { against, output, alsoWrites = [], signal } = options;
  const verify = options.verify === true;
  const report = createSplitReport({ verify, against: against !== undefined }, run);
  const watch = createPairWatch(shard);
  for (const other of others) {
    report.addOther(other);
    watch.add(other.path, 0, other.diagnostics);
  }
  // Whether there is such a folder is known before anything is read.
  if (against !== undefined) openRealArticles(against, sides, srcLang);
  const real = createRealWatch();
  const guard = guardArticles(whole, options, realFiles(against, whole.map(fileNameOf)));
  const outputs = openOutputs({ articles, whole }, settings, options, guard, report.addOutput);
  const stdin = await run.readStdin();
  const hasPairs = await holdPairs(whole, stdin, signal);
  if (hasPairs && output !== undefined && output !== '-') {
    const inference = createLanguageInference({ articles: whole, trees, srcLang });
    checkSides(whole, output, alsoWrites, guard, (index) => {
      const found = whole[index];
      if (found === undefined) return [];
      const choice = chooseSides(readForSplit(found, stdin), settings, (article) => inference.of(index, article));
      return Object.values(choice?.tags ?? {});
    });
  }
  try {
    const given = { settings, verify, ...(against === undefined ? {} : { against }), hasPairs };
    let index = 0;
    for await (const batch of run.pass(splitTask, given)) {
      for (const processed of batch) {
        const found = articles[index++];
        if (found === undefined) throw new RangeError(`There is no article ${index - 1}.`);
        const { path, pairs, bytes, diagnostics } = processed;
        watch.add(path, pairs, diagnostics);
        for (const { compared } of processed.sides) real.add(compared);
        report.addArticle(await writeSides(processed, found, outputs));
        run.advance(bytes, pairs);
      }
    }
    // Threads end while the last files are flushed to the disk.
    void run.close();
    await outputs?.commit();
  } catch (error) {
    await outputs?.discard();
    throw error;
  }
  const noPairs = watch.finding(named, articles);
  if (noPairs !== undefined) report.addTo(noPairs, noPairs.diagnostic);
  // Others may have all of them.
  const unfound = against === undefined || (shard !== undefined && shard.of > 1) ? undefined : real.finding(against);
  if (against !== undefined && unfound !== undefined) report.addTo({ path: against, namedPath: against }, unfound);
  return report.build();
}

const splitCorpusOptionKinds: OptionKindsOf<SplitCorpusOptions> = {
  ...runOptionKinds,
  ...splitOptionKinds,
  sides: namesOf(articleSides),
  output: text,
  stdout: anything,
  forceLang: truth,
  verify: truth,
  against: text,
  jobs: exportRunOptions.jobs,
  shard: exportRunOptions.shard,
};

function openOutputs(
  { articles, whole }: Pick<Run, 'articles' | 'whole'>,
  { sides, srcLang }: SplitSettings,
  { output, stdout, signal }: SplitCorpusOptions,
  guard: OutputGuard,
  onWritten: (path: string) => void,
): SplitOutputs | undefined {
  if (output === undefined) return undefined;
  if (output !== '-') {
    requireFolder(output, 'a folder, or - for standard output');
    const isInput = guard.conflictOf(output);
    if (isInput !== undefined) throw isInput;
    if (sides.includes('source')) checkNames(whole, output, srcLang);
    return createFolderOutputs(output, guard, onWritten);
  }
  if (sides.length !== 1) {
    throw new CorpusError('usage', 'Standard output takes one side; add --side source or --side target.');
  }
  if (articles.length !== 1) {
    throw new CorpusError(
      'usage',
      `Standard output takes one article, and there are ${articles.length}; name a folder.`,
    );
  }
  return createStreamOutputs(stdout ?? process.stdout, signal);
}

/** What an earlier run wrote to a folder within an input is no input. */
function writtenBefore(
  inputs: readonly string[],
  output: string | undefined,
): ((article: FoundArticle) => boolean) | undefined {
  if (output === undefined || output === '-') return undefined;
  const folder = resolve(output) + sep;
  const isWithin = (input: string): boolean =>
    folder.startsWith(resolve(input) + sep) && folder !== resolve(input) + sep;
  if (!inputs.some(isWithin)) return undefined;
  return ({ file }) => typeof file === 'string' && resolve(file).startsWith(folder);
}
