import type { Diagnostic } from '../../model/diagnostics/diagnostic.js';
import { type FileReport, type Mismatched, mismatchedIn, type ReportBuilder } from '../export/report.js';
import type { FoundArticle } from '../find/found.js';
import type { ProcessedMemory } from './process.js';
import { addToReport } from './report.js';

/** Reports articles as they come; where they come in versions, what several versions of one have is reported once. */
export interface VersionReports {
  /** Adds an article; gives the reports that are complete with it. */
  add(found: FoundArticle, processed: ProcessedMemory): readonly FileReport[];
  /** Those that are left. */
  end(): readonly FileReport[];
}

/** What is wrong with one or more versions. */
interface Known {
  newest: number;
  diagnostic: Diagnostic;
  versions: number;
}

/** A version that is read, without what is wrong with it. */
interface Waiting {
  readonly found: FoundArticle;
  readonly processed: ProcessedMemory;
  readonly mismatched: Mismatched;
}

/** Versions of an article come one after the other, the oldest first. */
export function createVersionReports(report: ReportBuilder): VersionReports {
  let waiting: Waiting[] = [];
  let known = new Map<string, Known>();
  const end = (): readonly FileReport[] => {
    if (waiting.length === 0) return [];
    const listed = new Map<number, Diagnostic[]>();
    for (const { newest, diagnostic, versions } of known.values()) {
      const all = listed.get(newest) ?? [];
      listed.set(newest, all);
      all.push(versions === 1 ? diagnostic : inVersions(diagnostic, versions));
    }
    const files = waiting.map(({ found, processed, mismatched }, index) => {
      const diagnostics = (listed.get(index) ?? []).sort((a, b) => a.offset - b.offset);
      return addToReport(report, found, { ...processed, diagnostics }, mismatched);
    });
    waiting = [];
    known = new Map();
    return files;
  };
  return {
    add(found, processed) {
      const { diagnostics } = processed;
      if (found.version === undefined) {
        return [addToReport(report, found, processed, mismatchedIn(diagnostics))];
      }
      const done = waiting[0]?.found.path === found.path ? [] : end();
      const newest = waiting.length;
      const counts = new Map<string, number>();
      for (const diagnostic of diagnostics) {
        const alike = keyOf(diagnostic);
        const number = (counts.get(alike) ?? 0) + 1;
        counts.set(alike, number);
        const key = `${number} ${alike}`;
        const before = known.get(key);
        if (before === undefined) known.set(key, { newest, diagnostic, versions: 1 });
        else {
          before.newest = newest;
          before.diagnostic = diagnostic;
          before.versions++;
        }
      }
      waiting.push({ found, processed: { ...processed, diagnostics: [] }, mismatched: mismatchedIn(diagnostics) });
      return done;
    },
    end,
  };
}

/** A new version has new ids at all pairs. */
const id = /\b[0-9a-f]{5}-p?[0-9]+\b/g;

function keyOf({ code, message }: Diagnostic): string {
  return `${code} ${message.replace(id, '#')}`;
}

function inVersions(diagnostic: Diagnostic, versions: number): Diagnostic {
  return { ...diagnostic, message: `${diagnostic.message} (in ${versions} versions; this is the newest)` };
}
