import { closeSync } from 'node:fs';
import { resolve } from 'node:path';
import { indexMemories } from '../../../merge/memory/memories-by-key.js';
import type { Diagnostic } from '../../../model/diagnostics/diagnostic.js';
import { diagnosticForFile } from '../../../model/diagnostics/diagnostic-kinds.js';
import { anything, type OptionKindsOf, text, truth } from '../../../model/options.js';
import { defaultSrcLang } from '../../../write/export-options.js';
import { CorpusError } from '../../error.js';
import { exportRunOptions } from '../../export/export-options.js';
import { type FoundDocument, findDocuments } from '../../find/documents.js';
import type { FoundArticle } from '../../find/find.js';
import { unreadableOther } from '../../find/inputs.js';
import { checkLanguages } from '../../language/choose.js';
import { requireFolder } from '../../places/folder-name.js';
import { createOutputGuard, type FilesBeside, guardArticles, type InputFile } from '../../places/guard.js';
import { runOptionKinds } from '../../run/common-options.js';
import { openRun, type Progress, type Run, type RunOptions } from '../../run/run.js';
import { shared } from '../../run/shared.js';
import { realPathOf } from '../../sinks/file-place.js';
import { requireList, requireUsage } from '../../usage.js';
import { type MergeFileOptions, mergeFileKinds } from '../merge.js';
import type { PassedMemory } from './documents/open-document.js';
import type { MergedOne, MergeGiven } from './merge-article.js';
import { createMergeOutputs, type MergeOutputs, sameOutput } from './merge-outputs.js';
import { createMergeReport, type MergeReport, type MergeReportBuilder } from './merge-report.js';
import { type Plan, planOf } from './plan.js';
import { mergeTask } from './task.js';

/** What a run makes, and of what. */
export interface MergeCorpusOptions
  extends Omit<MergeFileOptions, 'carrier'>,
    Omit<RunOptions, 'history' | 'shard' | 'renames' | 'onPassedOver' | 'articlesPerWorker'>,
    FilesBeside {
  /** A folder: each article at its path below it. One of `output` and `inPlace` is needed, unless with `dryRun`. */
  readonly output?: string;
  /** The articles themselves are written, those that change. Default: `false`. */
  readonly inPlace?: boolean;
  /** Nothing is written; the report says what would be. Default: `false`. */
  readonly dryRun?: boolean;
}

const { carrier: _, ...mergeKinds } = mergeFileKinds;

/** What to say where documents hold no document. */
const orderHint = ' Articles come first, documents after them.';

const mergeCorpusOptionKinds: OptionKindsOf<MergeCorpusOptions> = {
  ...runOptionKinds,
  ...mergeKinds,
  output: text,
  inPlace: truth,
  dryRun: truth,
  jobs: exportRunOptions.jobs,
  onlyHere: truth,
  onLeftOut: anything,
  advice: text,
  leaveOut: anything,
};

/**
 * Merges documents that CAT tools give back (XLIFF 2.0, XLIFF 1.2, TMX; with any number of files, in any number of folders)
 * into a tree of articles. Which article a file is of is found by its path, however it is spelled now, and by ids; a memory
 * is of all articles that have a source of it.
 *
 * Every article that a document speaks of is written, changed or not, at its path below the folder of the output, and
 * nothing else; in place, those that change. Where documents want different targets for a segment, the article is left
 * alone (`merge/conflict`). Every file is written beside its place and moved there when it is whole. The result is the same
 * for any number of `jobs`. `onProgress` is called while articles are looked for, and after each of them.
 *
 * Articles in Markdown without pairs are in one language: with XLIFF that was made of them, they become articles in the
 * target language, or side-by-side articles (`sideBySide`), but never in place.
 *
 * `tree`: a folder, a glob, or files; `documents`: files, globs, and folders with `.xlf`, `.xliff` and `.tmx` in them.
 *
 * @throws {CorpusError} `usage`: an option has a value that it does not take, options contradict each other, or an output is
 * the same file as an input; `input`: an input does not exist, or there are no articles, or no documents; `output`: a file
 * cannot be written; `worker`: a thread died.
 */
export async function mergeCorpus(
  tree: string | readonly string[],
  documents: readonly string[],
  options: MergeCorpusOptions = {},
  onProgress?: (progress: Progress) => void,
): Promise<MergeReport> {
  requireList('documents', documents);
  requireUsage(options, mergeCorpusOptionKinds);
  const { output, inPlace = false, dryRun = false, signal } = options;
  requirePlace(options);
  checkLanguages(options.srcLang ?? defaultSrcLang, options.trgLang);
  const inputs = typeof tree === 'string' ? [tree] : tree;
  const { documents: found, unreadable } = await findDocuments(documents, signal, orderHint);
  try {
    const run = await openRun(inputs, options, onProgress);
    try {
      if (output !== undefined) requireOther(output, inputs, run);
      await run.readStdin();
      const report = createMergeReport(run, found);
      for (const other of [...run.others, ...unreadable.map(unreadableOther)]) report.addOther(other);
      const plan = await planOf(run, found, report, options);
      const outputs = createMergeOutputs(inPlace ? undefined : output, signal);
      const isInPlace = inPlace || output === undefined;
      checkPlaces(plan, found, outputs, options, isInPlace);
      await mergeAll(run, plan, found, outputs, report, { options, isInPlace, isDry: dryRun });
      // That a memory has nothing for an article matters where it has nothing for all.
      report.addUnused(plan.memories);
      return report.build();
    } finally {
      await run.close();
    }
  } finally {
    for (const { descriptor } of found) if (descriptor !== undefined) closeSync(descriptor);
  }
}

function requirePlace({ output, inPlace = false, dryRun = false, rev }: MergeCorpusOptions): void {
  if (inPlace && rev !== undefined) {
    throw new CorpusError('usage', 'articles of a revision cannot be written in place; give -o DIR.');
  }
  if (inPlace && output !== undefined) {
    throw new CorpusError('usage', '-o and --in-place name two outputs; give one of them.');
  }
  if (output === '-') throw new CorpusError('usage', 'Standard output takes one article; name a folder with -o.');
  if (output !== undefined) requireFolder(output, 'a folder');
  if (!inPlace && !dryRun && output === undefined) {
    throw new CorpusError('usage', 'nowhere to write to: give -o DIR, or --in-place.');
  }
}

/** The folder of the tree is no output. */
function requireOther(output: string, inputs: readonly string[], { trees }: Run): void {
  const real = realPathOf(output) ?? resolve(output);
  const same = trees.findIndex((tree) => (realPathOf(tree) ?? tree) === real);
  if (same >= 0) throw sameOutput(output, inputs[same] ?? trees[same] ?? '');
}

/** No output may take the place of an input: reported before anything is written. */
function checkPlaces(
  { articles }: Plan,
  documents: readonly FoundDocument[],
  outputs: MergeOutputs,
  options: MergeCorpusOptions,
  isInPlace: boolean,
): void {
  const read: InputFile[] = documents.map(({ file }) => ({ file, name: `the document ${file}` }));
  const { alsoReads = [], alsoWrites = [] } = options;
  if (isInPlace) {
    const configs = alsoReads.map((file) => ({ file, name: `the config file ${file}` }));
    const guard = createOutputGuard([...read, ...configs]);
    for (const path of alsoWrites) guard.claim(path);
    for (const { file } of articles) if (typeof file === 'string') guard.claim(file);
    return;
  }
  const guard = guardArticles(articles, { alsoReads, alsoWrites }, read);
  const conflict = options.output === undefined ? undefined : guard.conflictOf(options.output);
  if (conflict !== undefined) throw conflict;
  for (const article of articles) {
    const place = outputs.placeOf(article);
    if (!('code' in place)) guard.claim(place.path);
  }
}

/** How the articles are merged. */
interface Way {
  readonly options: MergeCorpusOptions;
  readonly isInPlace: boolean;
  readonly isDry: boolean;
}

async function mergeAll(
  run: Run,
  { articles, files, memories, passed, several }: Plan,
  documents: readonly FoundDocument[],
  outputs: MergeOutputs,
  report: MergeReportBuilder,
  { options, isInPlace, isDry }: Way,
): Promise<void> {
  const { inline, force, markHuman, srcLang, trgLang, requireAll, sideBySide, lastHandoff } = options;
  const given: MergeGiven = {
    documents: documents.map(({ file, descriptor }, index) => ({
      file,
      isShared: several.has(index),
      ...(descriptor === undefined ? {} : { descriptor }),
      ...withPassed(passed.get(index)),
    })),
    names: documents.map(({ path }) => path),
    files,
    memories,
    ...(memories.length > 1 ? { byKey: shared(indexMemories(memories.map((each) => passed.get(each)?.index))) } : {}),
    isInPlace,
    isDry,
    options: {
      ...(inline === undefined ? {} : { inline }),
      ...(force === undefined ? {} : { force }),
      ...(markHuman === undefined ? {} : { markHuman }),
      ...(srcLang === undefined ? {} : { srcLang }),
      ...(trgLang === undefined ? {} : { trgLang }),
      ...(requireAll === undefined ? {} : { requireAll }),
      ...(sideBySide === undefined ? {} : { sideBySide }),
      ...(lastHandoff === undefined ? {} : { lastHandoff }),
    },
  };
  const add = async (found: FoundArticle, merged: MergedOne): Promise<void> => {
    const more: Diagnostic[] = [];
    const place = merged.output === undefined ? undefined : outputs.placeOf(found);
    if (place !== undefined && 'code' in place) more.push(place);
    const free = place === undefined || 'code' in place ? undefined : place;
    report.addArticle(found, merged, free?.path, more);
    if (free === undefined || isDry) return;
    await outputs.write(free, merged.output ?? [], (what) => {
      more.push(diagnosticForFile('output/not-kept', what.join(' and ')));
    });
  };
  try {
    let index = 0;
    for await (const batch of run.pass(mergeTask, given, articles)) {
      for (const merged of batch) {
        const found = articles[index++];
        if (found === undefined) throw new RangeError(`There is no article ${index - 1}.`);
        await add(found, merged);
        run.advance(merged.bytes, merged.pairs);
      }
    }
    // Threads end while the last files are flushed to the disk.
    void run.close();
    await outputs.commit();
  } catch (error) {
    await outputs.discard();
    throw error;
  }
}

function withPassed(passed: PassedMemory | undefined): { readonly passed?: PassedMemory } {
  return passed === undefined ? {} : { passed };
}
