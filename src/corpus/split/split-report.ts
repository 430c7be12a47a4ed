import type { Diagnostic } from '../../model/diagnostics/diagnostic.js';
import type { ArticleSide } from '../../split/split.js';
import type { LeftOut } from '../find/input-options.js';
import type { OtherFile } from '../find/inputs.js';
import { withSlashes } from '../with-slashes.js';
import type { Difference } from './difference.js';
import type { Verdict } from './proof/original.js';

/** What a run of `splitCorpus` did. The JSON of `--report`, where files have no `namedPath`. */
export interface SplitReport extends LeftOut {
  /** Articles that were found. */
  readonly articles: number;
  /** Those of them that hold pairs. */
  readonly withPairs: number;
  /** Their sizes, together. */
  readonly bytes: number;
  readonly pairs: { readonly found: number };
  /** Articles that were split, by side. */
  readonly sides: Readonly<Partial<Record<ArticleSide, number>>>;
  /**
   * Titles in the front matters of the source sides, and those of them that stay in the target language, because their
   * source is not in the article (`split/title-untranslated`).
   */
  readonly titles: { readonly found: number; readonly untranslated: number };
  /** Articles by what their hash says of the source. Only there where it was asked for. */
  readonly verify?: Readonly<Record<Verdict, number>>;
  /** Articles of each side by how they differ from the real ones. Only there where it was asked for. */
  readonly against?: Readonly<Partial<Record<ArticleSide, Readonly<Partial<Record<Difference, number>>>>>>;
  /** Diagnostics by code. */
  readonly diagnostics: Readonly<Record<string, number>>;
  /** Files that were written, in the order of the run. */
  readonly outputs: readonly string[];
  /** Every article and file that there is something to say of, in the order of the run. */
  readonly files: readonly SplitFileReport[];
}

/** What became of one file. */
export interface SplitFileReport {
  /** What names it in outputs: relative to the input that was named, or to the base. */
  readonly path: string;
  /** The path by which it can be opened: as it was named. */
  readonly namedPath: string;
  readonly pairs: number;
  readonly verify?: Verdict;
  readonly against?: Readonly<Partial<Record<ArticleSide, Difference>>>;
  readonly diagnostics: readonly Diagnostic[];
}

/** A file report with the sides that were made of the file. */
export interface SplitArticleResult extends SplitFileReport {
  readonly bytes: number;
  readonly sides: readonly ArticleSide[];
  /** Its source side has a title. */
  readonly title?: true;
}

/** A report that is being made. */
export interface SplitReportBuilder {
  addArticle(result: SplitArticleResult): void;
  addOther(other: OtherFile): void;
  /** Something to say of a file that may have been added, or of a folder. */
  addTo(named: Pick<SplitFileReport, 'path' | 'namedPath'>, diagnostic: Diagnostic): void;
  addOutput(path: string): void;
  build(): SplitReport;
}

export function createSplitReport(
  asked: { verify: boolean; against: boolean },
  { excluded, ignored }: LeftOut = { excluded: 0, ignored: 0 },
): SplitReportBuilder {
  const files: SplitFileReport[] = [];
  const outputs: string[] = [];
  const codes: Record<string, number> = {};
  const sides: Partial<Record<ArticleSide, number>> = {};
  const verify: Record<Verdict, number> = { match: 0, differs: 0, 'no hash': 0 };
  const against: Partial<Record<ArticleSide, Partial<Record<Difference, number>>>> = {};
  let articles = 0;
  let withPairs = 0;
  let bytes = 0;
  let found = 0;
  let titles = 0;
  const addFile = (file: SplitFileReport): void => {
    files.push(file);
    for (const { code } of file.diagnostics) codes[code] = (codes[code] ?? 0) + 1;
  };
  return {
    addArticle({ bytes: size, sides: made, title, ...file }) {
      if (title) titles++;
      articles++;
      bytes += size;
      found += file.pairs;
      if (file.pairs > 0) withPairs++;
      for (const side of made) sides[side] = (sides[side] ?? 0) + 1;
      if (file.verify !== undefined) verify[file.verify]++;
      for (const [side, difference] of Object.entries(file.against ?? {}) as [ArticleSide, Difference][]) {
        against[side] ??= {};
        const counts = against[side];
        counts[difference] = (counts[difference] ?? 0) + 1;
      }
      addFile(file);
    },
    addOther: ({ path, namedPath, diagnostics }) => addFile({ path, namedPath, pairs: 0, diagnostics }),
    addTo({ path, namedPath }, diagnostic) {
      codes[diagnostic.code] = (codes[diagnostic.code] ?? 0) + 1;
      const index = files.findIndex((file) => file.path === path);
      const [known = { path, namedPath, pairs: 0, diagnostics: [] }] = index < 0 ? [] : files.splice(index, 1);
      files.unshift({ ...known, diagnostics: [diagnostic, ...known.diagnostics] });
    },
    addOutput: (path) => void outputs.push(withSlashes(path)),
    build: () => ({
      articles,
      excluded,
      ignored,
      withPairs,
      bytes,
      pairs: { found },
      sides,
      titles: { found: titles, untranslated: codes['split/title-untranslated'] ?? 0 },
      ...(asked.verify ? { verify } : {}),
      ...(asked.against ? { against } : {}),
      diagnostics: Object.fromEntries(Object.entries(codes).sort(([a], [b]) => (a < b ? -1 : 1))),
      outputs,
      files,
    }),
  };
}
