import { closeSync } from 'node:fs';
import { type Builder, createBuilder } from '../../memory/builder.js';
import { randomKey } from '../../memory/store/hash.js';
import { pickOptions } from '../../model/options.js';
import { withClient } from '../../write/clients/with-client.js';
import { defaultSrcLang, exportOptions } from '../../write/export-options.js';
import { withHeader } from '../../write/formats/tmx/header.js';
import { writeSide } from '../../write/formats/tmx/side.js';
import { formats } from '../../write/formats.js';
import { createPairWatch } from '../articles/no-pairs.js';
import { clientFormats } from '../clients/client-formats.js';
import { reportOfClient } from '../clients/client-report.js';
import { CorpusError } from '../error.js';
import { createReport, type FileReport, type ReportBuilder } from '../export/report.js';
import { findDocuments, noDocuments } from '../find/documents.js';
import { unreadableOther } from '../find/inputs.js';
import { checkLanguages } from '../language/choose.js';
import { destinationOf, formatsFor, inShard } from '../places/destination.js';
import { type Exporters, exportersOf, prepareExporters } from '../places/exporters.js';
import { guardArticles } from '../places/guard.js';
import { openRun, type Progress, type Run } from '../run/run.js';
import { isInShard, shardOf, speaksOfInputs } from '../shard.js';
import { statsOf } from '../sinks/file-place.js';
import { loadTree } from '../tree/leaving.js';
import { inTurns } from '../turns.js';
import { requireList } from '../usage.js';
import {
  addDocuments,
  addUpdated,
  findUpdated,
  requireTmx,
  requireUnchanged,
  splitInputs,
  toInputFile,
} from './documents/documents.js';
import { createDocumentSorter } from './documents/sorter.js';
import { lookAtInput } from './documents/standard-input.js';
import { takesWritten } from './entry-bytes.js';
import { holdoutOf } from './held-out.js';
import { type MemoryCorpusOptions, requireMemoryUsage, shareOf, withProfile } from './memory-usage.js';
import { writeMemory } from './outputs.js';
import type { MemoryGiven, MemorySettings } from './process.js';
import type { MemoryReport } from './report.js';
import { createRowDecoder } from './rows/encoded-rows.js';
import { memoryTask } from './task.js';
import { createSpool, type Spool } from './texts/spool.js';
import { createVersionReports } from './version-reports.js';

/**
 * Makes a memory of the articles that inputs name: files, folders, globs, `-`. One entry for each thing that was
 * translated, chosen by the policy `keep`. The same inputs give the same bytes, whatever their order.
 *
 * Output files are moved to their places when all of them are whole. Where there is no entry,
 * nothing is written, and what is there stays; where nothing came in, the report has the diagnostic `input/no-pairs`. `onProgress` is called while articles are looked for, and after each of them.
 *
 * @throws {CorpusError} `usage`: an option has a value that it does not take, options contradict each other, or an output
 * is the same file as an input; `input`: an input does not exist, or there are no articles; `output`: a file cannot be
 * written; `worker`: a thread died.
 */
export function memoryCorpus(
  inputs: readonly string[] | AsyncIterable<string>,
  given: MemoryCorpusOptions = {},
  onProgress?: (progress: Progress) => void,
): Promise<MemoryReport> {
  return memoryIn(undefined, inputs, given, onProgress);
}

/** The same, where articles of which nothing says a language are in `usualLang`. */
export async function memoryIn(
  usualLang: string | undefined,
  inputs: readonly string[] | AsyncIterable<string>,
  given: MemoryCorpusOptions,
  onProgress?: (progress: Progress) => void,
): Promise<MemoryReport> {
  requireList('inputs', inputs);
  await requireMemoryUsage(given);
  // What a client takes is nearer to what is wanted than what a profile does.
  const options = withProfile(withClient(given));
  const { update, signal } = options;
  const output = update ?? options.output ?? '.';
  const exporters = exportersOf(
    options.formats ?? clientFormats('memory', options, output) ?? formatsFor(output, ['tmx']),
    takersOfEntries().map(({ name }) => name),
  );
  if (update !== undefined) requireTmx(update, exporters);
  const odd = exporters.find(({ entry }) => entry === undefined);
  if (odd !== undefined) {
    throw new CorpusError('usage', `${odd.title} takes articles, and no entries of a memory; ${whatTakesEntries()}.`);
  }
  const settings = { ...settingsOf(options, exporters), ...(usualLang === undefined ? {} : { usualLang }) };
  checkLanguages(settings.srcLang, options.trgLang);
  const shard = shardOf(options);
  const destination = inShard(destinationOf(output, exporters), shard);
  await prepareExporters(exporters);
  const named: string[] = [];
  for await (const input of inputs) named.push(input);
  const input =
    named.includes('-') && options.filesFrom !== '-' && options.rev === undefined && options.history !== true
      ? await lookAtInput(options.stdin ?? process.stdin, signal)
      : undefined;
  const fromInput = input !== undefined && 'document' in input ? input.document : undefined;
  const { articles, documents } = splitInputs(fromInput === undefined ? named : named.filter((each) => each !== '-'));
  const sorted = createDocumentSorter();
  const before = update === undefined ? undefined : statsOf(update);
  const grown = update === undefined ? undefined : await findUpdated(update, named, signal);
  const share = shareOf(options);
  const isOnlyDocuments = articles.length === 0 && named.length > 0 && options.filesFrom === undefined;
  const run = isOnlyDocuments
    ? undefined
    : await openRun(
        articles,
        {
          ...options,
          ...(input !== undefined && 'stdin' in input ? { stdin: input.stdin } : {}),
          ...sorted.options,
          advice,
          renames: share > 0,
        },
        onProgress,
      );
  let texts: Spool | undefined;
  /** Whoever reads the documents closes them. */
  let isRead = false;
  try {
    const inputDocuments = [...documents, ...sorted.listed()];
    const { documents: files, unreadable } =
      inputDocuments.length === 0 ? noDocuments : await findDocuments(inputDocuments, signal);
    const found = (fromInput === undefined ? files : [...files, fromInput]).filter(
      (_, index) => shard === undefined || isInShard(index, shard),
    );
    const guard = guardArticles(run?.whole ?? [], options, files.map(toInputFile));
    if (destination.kind === 'file') guard.claim(destination.path);
    const report = createReport(undefined, run);
    const write = settings.keepsWritten ? writeSide : undefined;
    const hashes = { key: randomKey(), inline: settings.inline, write };
    const besides = speaksOfInputs(shard)
      ? [...unreadable.map(unreadableOther), ...sorted.passedOver(grown === undefined ? files : [...files, grown])]
      : [];
    for (const other of besides) report.addOther(other);
    texts = createSpool();
    const builder = createBuilder({
      policy: options.keep ?? 'best',
      srcLang: settings.srcLang,
      join: options.join === true,
      hasNeighbours: options.context !== undefined && options.context !== 'none',
      hasVersions: run?.articles.some(({ version }) => version !== undefined) === true,
      holdout: await holdoutOf(share, run, signal),
      texts,
    });
    if (run !== undefined) await addArticles(run, builder, texts, report, { settings, key: hashes.key }, options);
    void run?.close();
    isRead = fromInput !== undefined && found.includes(fromInput);
    await addDocuments(found, builder, report, { settings, options, hashes });
    const header =
      grown === undefined ? undefined : await addUpdated(grown, builder, report, { settings, options, hashes });
    const built = await inTurns(builder.build(), options.signal);
    const { memory, test } = built;
    const { srcLang } = settings;
    const { stdout = process.stdout, join = false } = options;
    const beforeCommit = (): void => requireUnchanged(update, before);
    const more = { ...pickOptions(options, exportOptions), srcLang, join, guard, stdout, signal, beforeCommit };
    if (memory.count.entries > 0 || (test !== undefined && test.count.entries > 0)) {
      for (const path of await writeMemory(
        built,
        destination,
        header === undefined ? exporters : exporters.map((each) => withHeader(each, header)),
        more,
      ))
        report.addOutput(path);
    }
    return {
      ...report.build(),
      ...reportOfClient('memory', options, exporters),
      memory: memory.count,
      ...(test === undefined ? {} : { test: test.count }),
    };
  } finally {
    await run?.close();
    texts?.close();
    if (fromInput !== undefined && !isRead) closeSync(fromInput.descriptor);
  }
}

/** What a memory can be written as. */
function takersOfEntries(): Exporters {
  return Object.values(formats).filter(({ entry }) => entry !== undefined);
}

/** The same, in words. */
function whatTakesEntries(): string {
  const names = takersOfEntries().map(({ name, extension }) =>
    typeof extension === 'string' ? `${name} (${extension})` : name,
  );
  return `a memory is written as ${names.slice(0, -1).join(', ')} or ${names.at(-1)}: ask for one of these (-f), or name a file with its extension`;
}

/** What is said besides where there are no articles. */
const advice = ' Memories are named by themselves: FOLDER/*.tmx.';

/** Adds the pairs of all articles. */
async function addArticles(
  run: Run,
  builder: Builder,
  texts: Spool,
  report: ReportBuilder,
  given: MemoryGiven,
  { onArticle }: MemoryCorpusOptions,
): Promise<void> {
  const watch = createPairWatch(run.shard);
  for (const other of run.others) {
    report.addOther(other);
    watch.add(other.path, 0, other.diagnostics);
  }
  await run.readStdin();
  const pass = { ...given, ...(await loadTree(run, given.settings)) };
  const decode = createRowDecoder(texts);
  const reports = createVersionReports(report);
  const done = async (files: readonly FileReport[]): Promise<void> => {
    for (const file of files) await onArticle?.(file);
  };
  let index = 0;
  for await (const batch of run.pass(memoryTask, pass)) {
    for (const processed of batch) {
      const found = run.articles[index++];
      if (found === undefined) throw new RangeError(`There is no article ${index - 1}.`);
      const { pairs, rows, bytes } = processed;
      for (const [reason, count] of Object.entries(pairs.skipped)) builder.leaveOut(reason, count);
      if (rows !== undefined) builder.addArticle(decode(rows), rows.shared);
      watch.add(found.path, pairs.found, processed.diagnostics);
      run.advance(bytes, pairs.found);
      await done(reports.add(found, processed));
    }
  }
  await done(reports.end());
  const noPairs = watch.finding(run.named, run.articles);
  if (noPairs !== undefined) report.addTo(noPairs, noPairs.diagnostic);
}

function settingsOf(options: MemoryCorpusOptions, exporters: Exporters): MemorySettings {
  const { srcLang = defaultSrcLang, trgLang, inline, skip, with: wanted, only, since, where, forceLang } = options;
  return {
    srcLang,
    forceLang: forceLang === true,
    keepsWritten: exporters.some((exporter) => takesWritten(exporter, options)),
    ...(trgLang === undefined ? {} : { trgLang }),
    ...(inline === undefined ? {} : { inline }),
    ...(skip === undefined ? {} : { skip }),
    ...(wanted === undefined ? {} : { with: wanted }),
    ...(only === undefined ? {} : { only }),
    ...(since === undefined ? {} : { since }),
    ...(where === undefined ? {} : { where }),
  };
}
