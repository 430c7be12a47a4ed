import { resolve, sep } from 'node:path';
import { defaultSrcLang } from '../../../write/export-options.js';
import type { FoundDocument } from '../../find/documents.js';
import type { FoundArticle } from '../../find/find.js';
import type { Run } from '../../run/run.js';
import { createTurns } from '../../turns.js';
import { createFileFinder } from '../document-files.js';
import { assignFiles, onlyFile } from './assign-files.js';
import type { PlannedFile } from './document-result.js';
import type { MergeReportBuilder } from './merge-report.js';
import type { PassedMemory } from './open-document.js';
import { passTask } from './task.js';

/** Which articles there is something to merge into, and what. */
export interface Plan {
  /** All where there is a memory, which may be of any. */
  readonly articles: readonly FoundArticle[];
  readonly files: ReadonlyMap<number, readonly PlannedFile[]>;
  readonly memories: readonly number[];
  /** What is known of each memory. */
  readonly passed: ReadonlyMap<number, PassedMemory>;
  /** Documents with more than one file, and memories. */
  readonly several: ReadonlySet<number>;
}

/** As much of the options of a run as its plan takes. */
interface PlanOptions {
  readonly output?: string;
  readonly signal?: AbortSignal | undefined;
  readonly srcLang?: string;
}

/** Reads each document once, and finds the articles that it is of. */
export async function planOf(
  run: Run,
  documents: readonly FoundDocument[],
  report: MergeReportBuilder,
  { output, signal, srcLang = defaultSrcLang }: PlanOptions,
): Promise<Plan> {
  const descriptors = new Map<number, number>();
  for (const [index, { descriptor }] of documents.entries()) {
    if (descriptor !== undefined) descriptors.set(index, descriptor);
  }
  const all = withoutOutputs(run, output);
  report.addInOutput(run.articles.length - all.length);
  const named = documents.map(({ path, file }) => ({ path, file, name: path }));
  const find = createFileFinder(all);
  const turn = createTurns(signal);
  const planned = new Map<number, PlannedFile[]>();
  const memories: number[] = [];
  const known = new Map<number, PassedMemory>();
  const several = new Set<number>();
  let document = 0;
  for await (const batch of run.pass(passTask, { descriptors, srcLang }, named)) {
    for (const passed of batch) {
      await turn();
      for (const each of passed.diagnostics) report.addToDocument(document, each);
      if (passed.kind === 'tmx') memories.push(document);
      if (passed.passed !== undefined) known.set(document, passed.passed);
      if (passed.kind === 'tmx' || passed.files.length > 1) several.add(document);
      if (passed.kind === 'xliff') {
        const place = documents[document];
        const isOnly = all.length === 1 && documents.length === 1 && passed.files.length === 1;
        const files =
          isOnly || place === undefined
            ? onlyFile
            : assignFiles(place, passed, find, (each) => report.addToDocument(document, each));
        for (const [article, file] of files) {
          const list = planned.get(article) ?? [];
          planned.set(article, list);
          list.push({ document, file, original: passed.files[file]?.original ?? '' });
        }
      }
      document++;
    }
  }
  if (memories.length > 0) return { articles: all, files: planned, memories, passed: known, several };
  const places = [...planned.keys()].sort((a, b) => a - b);
  const articles = places.flatMap((place) => all[place] ?? []);
  const files = new Map(places.map((place, index) => [index, planned.get(place) ?? []]));
  return { articles, files, memories, passed: known, several };
}

/** What an earlier run wrote to a folder within a tree is no article of it. */
function withoutOutputs({ articles, trees }: Run, output: string | undefined): readonly FoundArticle[] {
  if (output === undefined) return articles;
  const folder = resolve(output) + sep;
  if (!trees.some((tree) => folder.startsWith(tree + sep) && folder !== tree + sep)) return articles;
  return articles.filter(({ file }) => typeof file !== 'string' || !resolve(file).startsWith(folder));
}
