import { availableParallelism } from 'node:os';
import { inputOptions } from '../../../corpus/find/input-options.js';
import type { MergeCorpusOptions } from '../../../corpus/merge/tree/merge-corpus.js';
import type { MergeReport } from '../../../corpus/merge/tree/merge-report.js';
import { pickOptions } from '../../../model/options.js';
import { filesBeside } from '../../options/files.js';
import { exitStatus } from '../../options/status.js';
import { createPaint } from '../../terminal/paint.js';
import type { Streams } from '../../terminal/streams.js';
import { tuneForRun } from '../../thread/engine.js';
import { writeReport } from '../report.js';
import { runOver } from '../run.js';
import { formatDiagnostics, withNotes } from '../summary.js';
import { type MergeCommandOptions, toFileOptions } from './options.js';
import { summarizeMerge } from './summary.js';

/** Merges documents into a tree of articles. */
export async function runMergeTree(
  tree: readonly string[],
  documents: readonly string[],
  options: MergeCommandOptions,
  streams: Streams,
): Promise<number> {
  const { mergeCorpus } = await import('../../../corpus/merge/tree/merge-corpus.js');
  const paint = createPaint(streams, options.color);
  const quiet = options.quiet === true;
  const cores = availableParallelism();
  const { jobs = cores } = options;
  const tune = tuneForRun(jobs > 1 && jobs >= cores, 'pairs');
  const words = { quiet, done: 'merged', left: 'Files that are there are whole.' };
  return runOver(streams, words, async ({ signal, onProgress, clear }) => {
    const report = await mergeCorpus(tree, documents, toCorpusOptions(options, streams, signal), (progress) => {
      tune(progress.total);
      onProgress(progress);
    });
    clear();
    await writeReport(withoutNames(report), options.report, streams, signal);
    const found = foundIn(report);
    streams.stderr.write(formatDiagnostics(withNotes(found, options.failOn), paint, quiet));
    if (!quiet) streams.stderr.write(summarizeMerge(report, options.dryRun === true, paint));
    return exitStatus({ diagnostics: report.diagnostics, files: found }, options.failOn);
  });
}

function toCorpusOptions(
  options: MergeCommandOptions,
  { stdin, env }: Streams,
  signal: AbortSignal,
): MergeCorpusOptions {
  const { output, inPlace, dryRun, jobs } = options;
  return {
    ...toFileOptions(options, env),
    ...(output === undefined ? {} : { output }),
    ...pickOptions(options, inputOptions),
    ...(jobs === undefined ? {} : { jobs }),
    inPlace: inPlace === true,
    dryRun: dryRun === true,
    stdin,
    signal,
    ...filesBeside(options),
  };
}

/** A file, and what was found in it. */
type Found = Pick<MergeReport['documents'][number], 'namedPath' | 'diagnostics'>;

/** What was found, by the files that the places are in: first what is wrong with documents, then article by article. */
function foundIn({ documents, files }: MergeReport): readonly Found[] {
  const namedPaths = new Map(documents.map(({ path, namedPath }) => [path, namedPath]));
  const found: Found[] = [...documents];
  for (const { namedPath, diagnostics } of files) {
    for (const each of diagnostics) {
      const { document } = each;
      found.push({ namedPath: namedPaths.get(document ?? '') ?? namedPath, diagnostics: [each] });
    }
  }
  return found;
}

/** A report as it is written: paths by which files can be opened here say nothing elsewhere. */
function withoutNames(report: MergeReport): object {
  const without = <T extends { readonly namedPath: string }>({ namedPath: _, ...file }: T): Omit<T, 'namedPath'> =>
    file;
  return { ...report, documents: report.documents.map(without), files: report.files.map(without) };
}
