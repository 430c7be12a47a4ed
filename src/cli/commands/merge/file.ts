import { setImmediate } from 'node:timers/promises';
import { statsOf } from '../../../corpus/sinks/file-place.js';
import type { Diagnostic } from '../../../model/diagnostics/diagnostic.js';
import { diagnosticForFile } from '../../../model/diagnostics/diagnostic-kinds.js';
import { filesBeside } from '../../options/files.js';
import { reaches } from '../../options/status.js';
import { createPaint } from '../../terminal/paint.js';
import { say } from '../../terminal/say.js';
import type { Streams } from '../../terminal/streams.js';
import { openSink, unlessClosed, writeReport } from '../report.js';
import { runOver } from '../run.js';
import { formatDiagnostics, withNotes } from '../summary.js';
import { findingsOf, hasNoPairs, summarizeFile, toReport } from './file-summary.js';
import { type MergeCommandOptions, toFileOptions } from './options.js';

/** Merges one document into one article. */
export async function runMergeFile(
  article: string,
  document: string,
  options: MergeCommandOptions,
  streams: Streams,
): Promise<number> {
  const { mergeFile } = await import('../../../corpus/merge/merge.js');
  const { readAll } = await import('../../../corpus/find/inputs.js');
  const fail = (message: string): void => say(streams, message);
  const output = options.inPlace === true ? article : options.output;
  const wrong = wrongUsage(article, output, options) ?? (await conflictOf(article, document, output, options));
  const isNowhere = output === undefined && options.dryRun !== true;
  if (isNowhere || wrong !== undefined) {
    fail(wrong ?? 'nowhere to write to: give -o FILE, -o - for standard output, or --in-place.');
    return 2;
  }
  const paint = createPaint(streams, options.color);
  const quiet = options.quiet === true;
  let left = 'nothing was written';
  const words = { quiet, done: 'merged', left: '', interrupted: () => `interrupted; ${left}.` };
  return runOver(streams, words, async ({ signal }) => {
    const paths = options.report === undefined ? [] : await pathsOf([article, document], options.base);
    const stdin = article === '-' ? await readAll(streams.stdin, signal) : undefined;
    const result = await mergeFile(article, document, toFileOptions(options, streams.env), stdin, signal);
    const { merged } = result;
    if (result.plain !== undefined && options.inPlace === true) {
      const { CorpusError } = await import('../../../corpus/error.js');
      throw new CorpusError('usage', inPlaceOfSource(article));
    }
    // A signal that came meanwhile is heard now.
    await setImmediate();
    signal.throwIfAborted();
    const isInPlace = options.inPlace === true;
    const isDry = options.dryRun === true;
    const unkept =
      merged === undefined || output === undefined || isDry
        ? []
        : await writeTo(output, Buffer.from(merged.text), isInPlace, streams, signal);
    if (merged !== undefined && !isDry) left = `${output} was written, and the report was not`;
    await writeReport(toReport(result, paths), options.report, streams, signal);
    streams.stderr.write(
      formatDiagnostics(
        withNotes([...findingsOf(result), { namedPath: output ?? article, diagnostics: unkept }], options.failOn),
        paint,
        quiet,
        Number.POSITIVE_INFINITY,
      ),
    );
    if (!quiet) streams.stderr.write(summarizeFile(result, isDry ? undefined : output, paint));
    if (merged === undefined) return hasNoPairs(result) && options.failOn === 'never' ? 0 : 1;
    return [...result.diagnostics, ...unkept].some(({ severity }) => reaches(severity, options.failOn)) ? 1 : 0;
  });
}

function wrongUsage(
  article: string,
  output: string | undefined,
  { inPlace, report, output: named, rev }: MergeCommandOptions,
): string | undefined {
  if (rev !== undefined) return '--rev is for trees; name a folder of the repository in the place of the article.';
  if (inPlace === true && named !== undefined) return '-o and --in-place name two outputs; give one of them.';
  if (inPlace === true && article === '-') return 'standard input cannot be written in place; give -o.';
  const stats = inPlace === true ? statsOf(article) : undefined;
  if (stats !== undefined && !stats.isFile()) return `${article} is no file, and cannot be written in place; give -o.`;
  if (output === '-' && report === '-')
    return 'the article and the report cannot both go to standard output; give --report a file.';
  return undefined;
}

/** Of an article in one language, the target language does not take the place. */
function inPlaceOfSource(article: string): string {
  return `${article} is in one language, which would be lost; give -o.`;
}

/** An output that is an input, or both outputs at one place. */
async function conflictOf(
  article: string,
  document: string,
  output: string | undefined,
  options: MergeCommandOptions,
): Promise<string | undefined> {
  const { createOutputGuard } = await import('../../../corpus/places/guard.js');
  const { CorpusError } = await import('../../../corpus/error.js');
  const { alsoReads, alsoWrites } = filesBeside(options);
  const guard = createOutputGuard([
    ...(options.inPlace === true ? [] : [{ file: article === '-' ? 0 : article, name: `the input ${article}` }]),
    { file: document, name: `the document ${document}` },
    ...alsoReads.map((file) => ({ file, name: `the config file ${file}` })),
  ]);
  try {
    for (const path of output === undefined ? alsoWrites : [output, ...alsoWrites]) guard.claim(path);
    return undefined;
  } catch (error) {
    if (error instanceof CorpusError) return error.message;
    throw error;
  }
}

/** What names inputs in reports. */
async function pathsOf(inputs: readonly string[], base: string | undefined): Promise<readonly string[]> {
  const { nameFiles } = await import('../../../corpus/find/named-inputs.js');
  return nameFiles(inputs, base);
}

/** Gives what there is to say of the file. */
async function writeTo(
  path: string,
  bytes: Uint8Array,
  inPlace: boolean,
  { stdout }: Streams,
  signal: AbortSignal,
): Promise<readonly Diagnostic[]> {
  const unkept: Diagnostic[] = [];
  const onLost = (what: readonly string[]): void =>
    void unkept.push(diagnosticForFile('output/not-kept', what.join(' and ')));
  const sink = await openSink(path, stdout, { inPlace, onLost, signal });
  await unlessClosed(async () => {
    await sink.write(bytes);
    await sink.commit();
  });
  return unkept;
}
