import type { Analysis } from '../../analysis/analysis.js';
import type { ClientReport } from '../clients/client-report.js';
import type { LeftOut } from '../find/input-options.js';
import type { OtherFile } from '../find/inputs.js';
import { withSlashes } from '../with-slashes.js';

/** What a run of `leverageCorpus` did. The JSON of `--report`, where files have no `namedPath`. */
export interface LeverageReport extends LeftOut {
  /** Articles that were found. */
  readonly articles: number;
  /** Their sizes, together. */
  readonly bytes: number;
  readonly segments: number;
  /** Segments whose target was filled. */
  readonly filled: number;
  /** Segments and words by how near they are to what the memories have, for each article and in all. */
  readonly analysis: Analysis;
  /** The memories, in their order: translations into the language, and entries that are of no use here. */
  readonly memories: readonly MemoryUse[];
  /** What the option `client` stood for, where one was named. */
  readonly client?: ClientReport;
  /** Diagnostics by code. */
  readonly diagnostics: Readonly<Record<string, number>>;
  /** Files that were written, in the order of the run. */
  readonly outputs: readonly string[];
  /** Every article and file that there is something to say of, in the order of the run. */
  readonly files: readonly LeverageFileReport[];
}

/** What a memory brought. */
export interface MemoryUse {
  /** As it was named. */
  readonly name: string;
  readonly entries: number;
  /** Those from the source language into the target language. */
  readonly translations: number;
}

/** What became of an article. */
export interface LeverageFileReport extends OtherFile {
  readonly segments: number;
  readonly filled: number;
}

/** A report that is being made. */
export interface LeverageReportBuilder {
  addMemory(memory: MemoryUse): void;
  addArticle(file: LeverageFileReport, bytes: number): void;
  addOther(other: OtherFile): void;
  addOutput(path: string): void;
  build(analysis: Analysis): LeverageReport;
}

export function createLeverageReport({ excluded, ignored }: LeftOut): LeverageReportBuilder {
  const files: LeverageFileReport[] = [];
  const memories: MemoryUse[] = [];
  const outputs: string[] = [];
  const codes: Record<string, number> = {};
  let articles = 0;
  let bytes = 0;
  let segments = 0;
  let filled = 0;
  const addFile = (file: LeverageFileReport): void => {
    files.push(file);
    for (const { code } of file.diagnostics) codes[code] = (codes[code] ?? 0) + 1;
  };
  return {
    addMemory: (memory) => void memories.push(memory),
    addArticle(file, size) {
      articles++;
      bytes += size;
      segments += file.segments;
      filled += file.filled;
      addFile(file);
    },
    addOther: ({ path, namedPath, diagnostics }) => addFile({ path, namedPath, diagnostics, segments: 0, filled: 0 }),
    addOutput: (path) => void outputs.push(withSlashes(path)),
    build: (analysis) => ({
      articles,
      excluded,
      ignored,
      bytes,
      segments,
      filled,
      analysis,
      memories,
      diagnostics: Object.fromEntries(Object.entries(codes).sort(([a], [b]) => (a < b ? -1 : 1))),
      outputs,
      files,
    }),
  };
}
