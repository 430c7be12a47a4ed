import { createAnalysis } from '../../analysis/create-analysis.js';
import { defaultShow } from '../../leverage/options.js';
import { pickOptions } from '../../model/options.js';
import { clientOf } from '../../write/clients/with-client.js';
import { defaultSrcLang, exportOptions } from '../../write/export-options.js';
import type { Exporter } from '../../write/exporter.js';
import { reportOfClient } from '../clients/client-report.js';
import { CorpusError } from '../error.js';
import type { FoundArticle } from '../find/find.js';
import { checkLanguages } from '../language/choose.js';
import { mostKeptMemoryBytes } from '../limits.js';
import { destinationOf } from '../places/destination.js';
import { exportersOf, prepareExporters } from '../places/exporters.js';
import { guardArticles, type OutputGuard } from '../places/guard.js';
import { checkPaths } from '../places/output-paths.js';
import { openRun, type Progress } from '../run/run.js';
import { createTurns } from '../turns.js';
import { analysisWriterOf } from './analysis-file.js';
import { formatsOf, leverageFormats } from './formats.js';
import { type LeverageCorpusOptions, requireLeverageUsage } from './leverage-usage.js';
import { openMemories, type ReadMemory } from './memories/known-memories.js';
import { memoryFile } from './memories/memory-input.js';
import type { MemoryLanguages } from './memories/tally.js';
import { createLeverageOutputs } from './outputs.js';
import { ownOutputs } from './own-outputs.js';
import { penaltiesOf } from './penalties.js';
import { type LeverageGiven, leverageFound } from './process/process.js';
import { articlesPerThread, sharedMemories } from './process/several-threads.js';
import { createSourceReader } from './process/source-reader.js';
import { leverageTask } from './process/task.js';
import { dropTools, keepTools } from './process/tools.js';
import { createLeverageReport, type LeverageReport, type LeverageReportBuilder } from './report.js';
import { resultsFrom, takeResults } from './results.js';
import { readSentences } from './sentences.js';

/**
 * Fills articles that are to be translated with what memories have: files, folders, globs, `-`.
 *
 * Every output file is written beside its place and moved there when it is whole; an XLIFF that was edited is kept.
 * `onProgress` is called while memories and articles are read.
 *
 * @throws {CorpusError} `usage`: an option has a value that it does not take, no memory is named, two articles have one
 * output path, or an output is the same file as an input; `input`: an input or a memory does not exist, or holds nothing of
 * its kind; `output`: a file cannot be written.
 */
export async function leverageCorpus(
  inputs: readonly string[],
  options: LeverageCorpusOptions,
  onProgress?: (progress: Progress) => void,
): Promise<LeverageReport> {
  requireLeverageUsage(inputs, options);
  const { srcLang = defaultSrcLang, trgLang, memory: named = [], signal, output = '.' } = options;
  checkLanguages(srcLang, trgLang);
  const exporters = exportersOf(
    formatsOf(options.formats, output, options),
    leverageFormats.map(({ name }) => name),
  );
  const odd = exporters.find(({ source }) => source === undefined);
  if (odd !== undefined) {
    throw new CorpusError('usage', `${odd.title} takes pairs, and no articles that are to be translated.`);
  }
  const destination = destinationOf(output, exporters, leverageFormats);
  await prepareExporters(exporters);
  const penalties = penaltiesOf(options.penalties ?? {}, named);
  const writeAnalysis = options.analysis === undefined ? undefined : analysisWriterOf(options.analysis);
  const sentences = options.srx === undefined ? undefined : await readSentences(options.srx, srcLang);
  const ofClient = clientOf(options)?.options ?? {};
  const articlesPerWorker = articlesPerThread(exporters, options);
  const isShared = articlesPerWorker !== undefined;
  const run = await openRun(
    inputs,
    {
      ...options,
      ...(isShared ? { articlesPerWorker } : { jobs: 1, onlyHere: true }),
      leaveOut: (found) => ownOutputs(found, destination, exporters),
      advice: ' What is translated here is Markdown without pairs.',
    },
    onProgress,
  );
  let number: number | undefined;
  try {
    const guard = guardArticles(run.articles, options, [
      ...named.map((file) => memoryFile(file, options.stdin)),
      ...(options.srx === undefined ? [] : [{ file: options.srx, name: `the rules ${options.srx}` }]),
    ]);
    const outputPaths: string[] = [...(options.alsoWrites ?? [])];
    const recording: OutputGuard = {
      ...guard,
      claim(path) {
        guard.claim(path);
        outputPaths.push(path);
      },
    };
    if (options.analysis !== undefined) recording.claim(options.analysis);
    checkPaths(run.articles, destination, exporters, srcLang, recording);
    requireOneArticle(run.articles, destination.kind, exporters);
    const report = createLeverageReport(run);
    for (const other of run.others) report.addOther(other);
    if (sentences !== undefined) report.addOther(sentences.file);
    const { jobs, reverse = false, srx, show = defaultShow } = options;
    const { xliffVersion } = exportOptions;
    const settings = {
      srcLang,
      trgLang,
      reverse,
      matcher: { srcLang, trgLang, penalties: penalties.ofMatches, minScore: minScoreOf(options) },
      show,
      mostKept: options.mostKept ?? mostKeptMemoryBytes,
    };
    const opened = openMemories(named, {
      ...settings,
      jobs,
      signal,
      outputs: outputPaths,
      stdin: options.stdin,
      onProgress,
      penaltyOf: penalties.ofMemory,
    });
    // Whoever waits for them hears of it.
    opened.catch(() => undefined);
    number = keepTools(opened.then((memories) => ({ ...memories, exporters, sentences: sentences?.rules })));
    const given: LeverageGiven = {
      run: number,
      ...sharedMemories(named),
      memories: { ...settings, jobs: 1 },
      penalties: named.map((_, index) => penalties.ofMemory(index)),
      formats: exporters.map(({ name }) => name),
      writing: { srcLang, trgLang, ...pickOptions(options, { xliffVersion }), ...ofClient },
      srcLang,
      ...(srx === undefined ? {} : { srx }),
      ...(options.glossary === undefined ? {} : { glossary: options.glossary }),
      options: { ...(options.fill === undefined ? {} : { fill: options.fill }), show },
      withArticles: options.onArticle !== undefined,
    };
    const stdin = await run.readStdin();
    // Threads read the memories while this one does.
    const results = run.pass(leverageTask, given);
    const first = isShared ? results.next() : undefined;
    first?.catch(() => undefined);
    const memories = await opened;
    const read = createSourceReader(stdin, sentences?.rules, memories.originals);
    await memories.answer(async () => {
      const turns = createTurns(signal);
      for (const found of run.articles) {
        await turns();
        leverageFound(read, memories.matcher, given.options, found);
      }
    });
    const analysis = createAnalysis({
      srcLang,
      penalties: penalties.ofMatches,
      ...(options.words === undefined ? {} : { words: options.words }),
    });
    addMemories(memories.read, { srcLang, trgLang }, report);
    const outputs = createLeverageOutputs(destination, exporters, {
      languages: { srcLang, trgLang },
      options: given.writing,
      stdout: options.stdout ?? process.stdout,
      overwrite: options.overwrite === true,
      signal,
      onWritten: report.addOutput,
    });
    try {
      await takeResults(run, resultsFrom(first, results), { outputs, report, analysis, options });
      await outputs.commit();
    } catch (error) {
      await outputs.discard();
      throw error;
    }
    const built = analysis.build();
    if (writeAnalysis !== undefined && options.analysis !== undefined) {
      await writeAnalysis(built);
      report.addOutput(options.analysis);
    }
    return { ...report.build(built), ...reportOfClient('leverage', { ...options, ...ofClient }, exporters) };
  } finally {
    if (number !== undefined) dropTools(number);
    await run.close();
  }
}

/** Matches below are of no use: for what is shown, filled, or counted in a band. */
const lowestBand = 50;

function minScoreOf({ fill = 100, show = 75 }: LeverageCorpusOptions): number {
  return Math.max(1, Math.min(lowestBand, fill, show));
}

/** The Markdown of several articles is no file. */
function requireOneArticle(articles: readonly FoundArticle[], kind: string, exporters: readonly Exporter[]): void {
  const [exporter] = exporters;
  if (kind === 'folder' || articles.length < 2 || exporter?.name !== 'md') return;
  throw new CorpusError(
    'usage',
    `One file of Markdown takes one article, and there are ${articles.length}; name a folder.`,
  );
}

/** What memories bring, and those that bring nothing. */
function addMemories(memories: readonly ReadMemory[], languages: MemoryLanguages, report: LeverageReportBuilder): void {
  for (const { input, tally, files } of memories) {
    const translations = tally.translationsIn(languages);
    report.addMemory({ name: input.name, entries: tally.entries, translations });
    for (const file of files) report.addOther(file);
    const near = translations === 0 ? tally.unused(input.name, languages) : tally.near(input.name, languages);
    if (near !== undefined) report.addOther(near);
  }
}
