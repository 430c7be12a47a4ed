import { resolve, sep } from 'node:path';
import { defaultSrcLang } from '../../../write/export-options.js';
import type { FoundDocument } from '../../find/documents.js';
import type { FoundArticle } from '../../find/find.js';
import type { Run } from '../../run/run.js';
import { createTurns } from '../../turns.js';
import { createFileFinder } from '../document-files.js';
import type { PlannedFile } from './document-result.js';
import { assignFiles, onlyFile } from './documents/assign-files.js';
import type { PassedMemory } from './documents/open-document.js';
import { passMemories } from './documents/pass-memories.js';
import { passTask } from './documents/task.js';
import type { MergeReportBuilder } from './merge-report.js';

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
  const all = withoutOutputs(run, output);
  report.addInOutput(run.articles.length - all.length);
  const known = await passMemories(run, documents, srcLang);
  const others = [...documents.keys()].filter((index) => !known.has(index));
  const named = others.flatMap((index) => documents[index] ?? []).map(({ path, file }) => ({ path, file, name: path }));
  const descriptors = new Map(others.flatMap((index, place) => descriptorOf(documents[index], place)));
  const find = createFileFinder(all);
  const turn = createTurns(signal);
  const planned = new Map<number, PlannedFile[]>();
  const memories = [...known.keys()];
  const several = new Set<number>(memories);
  let index = 0;
  for await (const batch of run.pass(passTask, { descriptors, srcLang }, named)) {
    for (const passed of batch) {
      await turn();
      const document = others[index++] ?? 0;
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
    }
  }
  memories.sort((a, b) => a - b);
  if (memories.length > 0) return { articles: all, files: planned, memories, passed: known, several };
  const places = [...planned.keys()].sort((a, b) => a - b);
  const articles = places.flatMap((place) => all[place] ?? []);
  const files = new Map(places.map((place, index) => [index, planned.get(place) ?? []]));
  return { articles, files, memories, passed: known, several };
}

/** That of a copy, by its place in the pass. */
function descriptorOf(document: FoundDocument | undefined, place: number): readonly (readonly [number, number])[] {
  return document?.descriptor === undefined ? [] : [[place, document.descriptor]];
}

/** What an earlier run wrote to a folder within a tree is no article of it. */
function withoutOutputs({ articles, trees }: Run, output: string | undefined): readonly FoundArticle[] {
  if (output === undefined) return articles;
  const folder = resolve(output) + sep;
  if (!trees.some((tree) => folder.startsWith(tree + sep) && folder !== tree + sep)) return articles;
  return articles.filter(({ file }) => typeof file !== 'string' || !resolve(file).startsWith(folder));
}
