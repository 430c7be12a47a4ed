import { pickOptions } from '../../model/options.js';
import { withClient } from '../../write/clients/with-client.js';
import { defaultSrcLang, exportOptions } from '../../write/export-options.js';
import { createPairWatch } from '../articles/no-pairs.js';
import { clientFormats } from '../clients/client-formats.js';
import { reportOfClient } from '../clients/client-report.js';
import type { LeftOut } from '../find/input-options.js';
import { checkLanguages } from '../language/choose.js';
import { destinationOf, formatsFor, inShard } from '../places/destination.js';
import { areKnown, exportersOf, prepareExporters } from '../places/exporters.js';
import { guardArticles } from '../places/guard.js';
import { checkPaths } from '../places/output-paths.js';
import { openRun, type Progress } from '../run/run.js';
import { loadTree } from '../tree/leaving.js';
import { exportRunOptions } from './export-options.js';
import { type ExportCorpusOptions, requireExportUsage } from './export-usage.js';
import { createOutputs } from './outputs.js';
import type { Settings } from './process.js';
import { createReport, type Report, type ReportBuilder } from './report.js';
import { exportTask } from './task.js';

/**
 * Exports the articles that inputs name: files, folders, globs, `-`. All of them are waited for before the first is read.
 * Where none holds a pair, nothing is written, and the report has the diagnostic `input/no-pairs`.
 *
 * Every output file is written beside its place and moved there when it is whole, so that a run that fails leaves older
 * files as they were. Output is the same bytes for the same input. `onProgress` is called while articles are looked for,
 * now and then, and after each of them.
 *
 * @throws {CorpusError} `usage`: an option has a value that it does not take, options contradict each other, two articles have one output path, or an output is
 * the same file as an input; `input`: an input does not exist, or there are no articles; `output`: a file cannot be written; `worker`: a thread died.
 */
export async function exportCorpus(
  inputs: readonly string[] | AsyncIterable<string>,
  asked: ExportCorpusOptions = {},
  onProgress?: (progress: Progress) => void,
): Promise<Report> {
  await requireExportUsage(asked);
  const options = withClient(asked);
  const { skip, with: wanted, stats, trgLang, glossary } = options;
  const output = options.output ?? '.';
  const exporters = exportersOf(options.formats ?? clientFormats('export', options, output) ?? formatsFor(output));
  const settings: Settings = {
    ...pickOptions(options, exportRunOptions),
    ...pickOptions(options, exportOptions),
    ...(skip === undefined ? {} : { skip }),
    ...(wanted === undefined ? {} : { with: wanted }),
    ...(glossary === undefined ? {} : { glossary }),
    srcLang: options.srcLang ?? defaultSrcLang,
    formats: exporters.map(({ name }) => name),
    forceLang: options.forceLang ?? false,
  };
  checkLanguages(settings.srcLang, trgLang);
  const destination = destinationOf(output, exporters);
  await prepareExporters(exporters);
  // Functions cannot go to other threads.
  const isKnown = areKnown(exporters);
  const run = await openRun(inputs, { ...options, onlyHere: !isKnown }, onProgress);
  try {
    const { articles, whole, shard, others, named } = run;
    const guard = guardArticles(whole, options);
    checkPaths(whole, destination, exporters, settings.srcLang, guard);
    const report = await loadReport(stats, run);
    const watch = createPairWatch(shard);
    for (const other of others) {
      report.addOther(other);
      watch.add(other.path, 0, other.diagnostics);
    }
    const outputs = createOutputs(inShard(destination, shard), settings, exporters, report, {
      guard,
      stdout: options.stdout ?? process.stdout,
      overwrite: options.overwrite === true,
      signal: options.signal,
    });
    try {
      await run.readStdin();
      const given = { settings, ...(isKnown ? {} : { exporters }), ...(await loadTree(run, settings)) };
      let index = 0;
      for await (const batch of run.pass(exportTask, given)) {
        for (const processed of batch) {
          const found = articles[index++];
          if (found === undefined) throw new RangeError(`There is no article ${index - 1}.`);
          const file = await outputs.add(processed, found);
          watch.add(file.path, file.pairs, file.diagnostics);
          run.advance(processed.bytes, processed.pairs.found);
          await options.onArticle?.(file);
        }
        outputs.flush();
      }
      // Threads end while the last files are flushed to the disk.
      void run.close();
      await outputs.commit();
    } catch (error) {
      await outputs.discard();
      throw error;
    }
    const noPairs = watch.finding(named, articles);
    if (noPairs !== undefined) report.addTo(noPairs, noPairs.diagnostic);
    return { ...report.build(), ...reportOfClient('export', options, exporters) };
  } finally {
    await run.close();
  }
}

async function loadReport(stats: boolean | undefined, leftOut: LeftOut): Promise<ReportBuilder> {
  if (!stats) return createReport(undefined, leftOut);
  const { createStats } = await import('../../stats/stats.js');
  return createReport(createStats(), leftOut);
}
