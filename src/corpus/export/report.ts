import type { TranslationType } from '../../model/article.js';
import type { Diagnostic, Severity } from '../../model/diagnostics/diagnostic.js';
import type { Stats, StatsBuilder } from '../../stats/stats.js';
import { compareBytes } from '../byte-order.js';
import type { ClientReport } from '../clients/client-report.js';
import { type FoundArticle, namedPathOf } from '../find/find.js';
import type { LeftOut } from '../find/input-options.js';
import type { OtherFile } from '../find/inputs.js';
import { withSlashes } from '../with-slashes.js';
import type { ProcessedArticle } from './process.js';

/** What a run did. The JSON of `--report`, where files have no `namedPath`. */
export interface Report extends LeftOut {
  /** Articles that were found. */
  readonly articles: number;
  /** Those of them that hold pairs. */
  readonly withPairs: number;
  /** Their sizes, together. */
  readonly bytes: number;
  /** `found` is `exported` and all of `skipped`; the same for each format. */
  readonly pairs: {
    readonly found: number;
    readonly exported: number;
    readonly skipped: Readonly<Record<string, number>>;
  };
  /** Exported pairs by translation type. */
  readonly segments: Readonly<Record<TranslationType | 'unknown', number>>;
  /**
   * Segments whose inline codes were compared, those of them whose codes do not match across the sides, and apart from
   * those the ones where only formulas do not match.
   */
  readonly codes: { readonly segments: number; readonly mismatched: number; readonly mismatchedMath: number };
  /** Words and characters of what was exported, where they were asked for. */
  readonly stats?: Stats;
  /** What the option `client` stood for, where one was named. */
  readonly client?: ClientReport;
  /** Diagnostics by code. */
  readonly diagnostics: Readonly<Record<string, number>>;
  /** Files that were written, in the order in which they were finished. */
  readonly outputs: readonly string[];
  /** Every article, and every other file and folder that there is something to say of, in the order of the bytes of the paths. */
  readonly files: readonly FileReport[];
}

/** What was found in one file. */
export interface FileReport {
  /** What names it in outputs: relative to the input that was named, or to the base. */
  readonly path: string;
  /** The path by which it can be opened: as it was named. */
  readonly namedPath: string;
  readonly pairs: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** A report that is being made. */
export interface ReportBuilder {
  /** `mismatched`: what its codes count for. Default: what its diagnostics say. */
  addArticle(found: FoundArticle, article: ProcessedArticle, mismatched?: Mismatched): FileReport;
  addOther(other: OtherFile): void;
  /** Something to say of a file that may have been added, or of a folder. */
  addTo(named: Pick<FileReport, 'path' | 'namedPath'>, diagnostic: Diagnostic): void;
  addOutput(path: string): void;
  build(): Report;
}

/** Segments whose codes do not match across the sides. */
export interface Mismatched {
  readonly codes: number;
  /** Those where only formulas do not match. */
  readonly math: number;
}

/** Counts the segments whose codes do not match: there is a diagnostic for each. */
export function mismatchedIn(diagnostics: readonly Diagnostic[]): Mismatched {
  const count = { codes: 0, math: 0 };
  for (const { code } of diagnostics) {
    if (code === 'codes/unmatched') count.codes++;
    else if (code === 'codes/unmatched-math') count.math++;
  }
  return count;
}

/** Most files have none. */
const noDiagnostics: readonly Diagnostic[] = [];

const noneLeftOut: LeftOut = { excluded: 0, ignored: 0 };

/** `stats`: what adds up words and characters, where they are counted. */
export function createReport(stats?: StatsBuilder, { excluded, ignored }: LeftOut = noneLeftOut): ReportBuilder {
  const files: FileReport[] = [];
  const outputs: string[] = [];
  const skipped: Record<string, number> = {};
  const codes: Record<string, number> = {};
  const segments = { ht: 0, mt: 0, unknown: 0 };
  let articles = 0;
  let withPairs = 0;
  let bytes = 0;
  let foundPairs = 0;
  let exported = 0;
  let compared = 0;
  let mismatched = 0;
  let mismatchedMath = 0;
  const addFile = (file: FileReport): FileReport => {
    files.push(file);
    for (const { code } of file.diagnostics) codes[code] = (codes[code] ?? 0) + 1;
    return file;
  };
  return {
    addArticle(found, article, unmatched = mismatchedIn(article.diagnostics)) {
      const { bytes: size, pairs, compared: segmentsCompared, diagnostics, count, output } = article;
      mismatched += unmatched.codes;
      mismatchedMath += unmatched.math;
      if (count !== undefined) stats?.add(count);
      articles++;
      bytes += size;
      foundPairs += pairs.found;
      exported += pairs.exported;
      compared += segmentsCompared;
      if (pairs.found > 0) withPairs++;
      for (const [reason, count] of Object.entries(pairs.skipped)) skipped[reason] = (skipped[reason] ?? 0) + count;
      if (output !== undefined) segments[output.type] += pairs.exported;
      return addFile({
        path: found.path,
        namedPath: namedPathOf(found),
        pairs: pairs.found,
        diagnostics: diagnostics.length === 0 ? noDiagnostics : diagnostics,
      });
    },
    addOther({ path, namedPath, pairs = 0, diagnostics }) {
      addFile({ path, namedPath, pairs, diagnostics });
    },
    addTo({ path, namedPath }, diagnostic) {
      codes[diagnostic.code] = (codes[diagnostic.code] ?? 0) + 1;
      const index = files.findIndex((file) => file.path === path);
      const [known = { path, namedPath, pairs: 0, diagnostics: noDiagnostics }] =
        index < 0 ? [] : files.splice(index, 1);
      files.push({ ...known, diagnostics: [diagnostic, ...known.diagnostics] });
    },
    addOutput(path) {
      outputs.push(withSlashes(path));
    },
    build: () => ({
      articles,
      excluded,
      ignored,
      withPairs,
      bytes,
      pairs: { found: foundPairs, exported, skipped: inKeyOrder(skipped) },
      segments,
      codes: {
        segments: compared,
        mismatched,
        mismatchedMath,
      },
      ...(stats === undefined ? {} : { stats: stats.build() }),
      diagnostics: inKeyOrder(codes),
      outputs,
      files: files.sort((a, b) => compareBytes(a.path, b.path)),
    }),
  };
}

function inKeyOrder(counts: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The worst severity of all diagnostics of a report, if there are any. */
export function worstSeverity({
  files,
}: {
  readonly files: readonly Pick<FileReport, 'diagnostics'>[];
}): Severity | undefined {
  let worst: Severity | undefined;
  for (const { diagnostics } of files) {
    for (const { severity } of diagnostics) {
      if (severity === 'error') return severity;
      if (severity === 'warning' || worst === undefined) worst = severity;
    }
  }
  return worst;
}
