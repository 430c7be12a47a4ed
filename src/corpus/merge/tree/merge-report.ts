import type { Diagnostic } from '../../../model/diagnostics/diagnostic.js';
import { diagnosticForFile } from '../../../model/diagnostics/diagnostic-kinds.js';
import type { FoundDocument } from '../../find/documents.js';
import { type FoundArticle, namedPathOf } from '../../find/find.js';
import type { LeftOut } from '../../find/input-options.js';
import type { Inputs, OtherFile } from '../../find/inputs.js';
import { withSlashes } from '../../with-slashes.js';
import type { MergeChange } from './document-result.js';
import type { MergedOne } from './merge-article.js';

/** A diagnostic of a run that merges. */
export interface TreeDiagnostic extends Diagnostic {
  /** The document that its place is in; not there: the article. */
  readonly document?: string;
}

/** What a run of `mergeCorpus` did. The JSON of `--report`, where files and documents have no `namedPath`. */
export interface MergeReport extends LeftOut {
  /** Articles that were found. */
  readonly articles: number;
  /** Those of them that are in the folder of the output, and left out: what an earlier run wrote. Not there: none. */
  readonly inOutput?: number;
  /** Articles that were written; with `dryRun`, that would be. */
  readonly written: number;
  /** Targets that changed. */
  readonly changed: number;
  /** Targets that cannot be written. */
  readonly refused: number;
  /** Segments whose source is not that of the article any more, or that are not in it. */
  readonly stale: number;
  /** Articles that say now that humans translated them (`markHuman`). */
  readonly marked: number;
  /** Diagnostics by code. */
  readonly diagnostics: Readonly<Record<string, number>>;
  /** Files that were written, in the order of the run; with `dryRun`, that would be. */
  readonly outputs: readonly string[];
  /** The documents, in the order of the bytes of their paths. */
  readonly documents: readonly MergeDocumentReport[];
  /** Every article that a document speaks of, and every file that there is something to say of, in the order of the run. */
  readonly files: readonly MergeFileReport[];
}

/** What a document was of. */
export interface MergeDocumentReport {
  /** What names it in outputs: relative to the input that was named. */
  readonly path: string;
  /** The path by which it can be opened. */
  readonly namedPath: string;
  /** Articles that it speaks of. */
  readonly articles: number;
  /** What is wrong with it as a whole, or with files that are of no article. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What became of one article. */
export interface MergeFileReport {
  /** What names it in outputs: relative to the input that was named, or to the base. */
  readonly path: string;
  /** The path by which it can be opened: as it was named. */
  readonly namedPath: string;
  /** The paths of the documents that speak of it. */
  readonly documents: readonly string[];
  readonly written: boolean;
  readonly changed: number;
  readonly refused: number;
  readonly stale: number;
  /** It says now that humans translated it. */
  readonly marked: boolean;
  readonly changes: readonly MergeChange[];
  readonly diagnostics: readonly TreeDiagnostic[];
}

/** A report that is being made. */
export interface MergeReportBuilder {
  /** `place`: where it is written. `more`: what else there is to say of it, which may grow until the report is built. */
  addArticle(found: FoundArticle, merged: MergedOne, place: string | undefined, more: readonly Diagnostic[]): void;
  addOther(other: OtherFile): void;
  /** Something to say of a document, once. */
  addToDocument(index: number, diagnostic: Diagnostic): void;
  /** Memories that no article has used: why, is said of each. */
  addUnused(memories: readonly number[]): void;
  /** Articles that are left out because they are in the folder of the output. */
  addInOutput(count: number): void;
  build(): MergeReport;
}

/** About a document as a whole: said once, however many articles it is of. */
const aboutDocument: readonly string[] = ['input/unreadable', 'merge/unreadable', 'merge/too-large'];

export function createMergeReport(
  { articles, excluded, ignored }: Inputs,
  documents: readonly FoundDocument[],
): MergeReportBuilder {
  const files: (Omit<MergeFileReport, 'diagnostics'> & {
    readonly diagnostics: readonly (readonly TreeDiagnostic[])[];
  })[] = [];
  const outputs: string[] = [];
  let inOutput = 0;
  const counts = documents.map(() => 0);
  const ofDocuments = documents.map(() => new Map<string, Diagnostic>());
  /** That a memory has nothing in the languages of an article: of the first one. Memories of other languages may stand beside it. */
  const noEntries = new Map<number, Diagnostic>();
  const totals = { changed: 0, refused: 0, stale: 0, marked: 0 };
  const addToDocument = (index: number, diagnostic: Diagnostic): void => {
    const known = ofDocuments[index];
    const key = `${diagnostic.code} ${diagnostic.message}`;
    if (known?.has(key) === false) known.set(key, diagnostic);
  };
  const pathOf = (index: number): string => documents[index]?.path ?? '';
  const named = ({ path, ...found }: FoundArticle): Pick<MergeFileReport, 'path' | 'namedPath'> => ({
    path,
    namedPath: namedPathOf(found),
  });
  return {
    addToDocument,
    addInOutput(count) {
      inOutput += count;
    },
    addUnused(memories) {
      for (const index of memories.filter((each) => counts[each] === 0)) {
        const noEntry = noEntries.get(index);
        if (noEntry !== undefined) addToDocument(index, noEntry);
        addToDocument(index, diagnosticForFile('merge/no-article', 'none of its sources is theirs'));
      }
    },
    addArticle(found, { results, diagnostics, changes, isMarked }, place, more) {
      let refused = 0;
      let stale = 0;
      const own: TreeDiagnostic[] = [...diagnostics];
      const speaking: string[] = [];
      for (const result of results) {
        const path = pathOf(result.document);
        if (result.isOfArticle) {
          counts[result.document] = (counts[result.document] ?? 0) + 1;
          speaking.push(path);
        }
        refused += result.refused;
        stale += result.stale;
        for (const each of result.diagnostics) {
          if (aboutDocument.includes(each.code)) addToDocument(result.document, each);
          else if (each.code === 'merge/no-entry') {
            if (!noEntries.has(result.document)) noEntries.set(result.document, each);
          } else if (result.isOfArticle) own.push({ ...each, document: path });
        }
      }
      if (speaking.length === 0 && own.length === 0 && more.length === 0) return;
      const changed = place === undefined ? 0 : changes.length;
      totals.changed += changed;
      totals.refused += refused;
      totals.stale += stale;
      if (isMarked && place !== undefined) totals.marked++;
      if (place !== undefined) outputs.push(withSlashes(place));
      const written = place !== undefined;
      const shown = written ? changes : [];
      const report = { written, changed, refused, stale, marked: written && isMarked, changes: shown };
      files.push({ ...named(found), documents: speaking, ...report, diagnostics: [own, more] });
    },
    addOther({ path, namedPath, diagnostics }) {
      const report = { written: false, changed: 0, refused: 0, stale: 0, marked: false, changes: [] };
      files.push({ path, namedPath, documents: [], ...report, diagnostics: [diagnostics] });
    },
    build() {
      const codes: Record<string, number> = {};
      const all = files.map((file) => ({ ...file, diagnostics: file.diagnostics.flat() }));
      const own = ofDocuments.map((each) => [...each.values()]);
      const lists = [...own, ...all.map(({ diagnostics }) => diagnostics)];
      for (const list of lists) for (const { code } of list) codes[code] = (codes[code] ?? 0) + 1;
      return {
        articles: articles.length,
        ...(inOutput > 0 ? { inOutput } : {}),
        excluded,
        ignored,
        written: outputs.length,
        ...totals,
        diagnostics: Object.fromEntries(Object.entries(codes).sort(([a], [b]) => (a < b ? -1 : 1))),
        outputs,
        documents: documents.map(({ path, file }, index) => ({
          path,
          namedPath: file.replaceAll('\\', '/'),
          articles: counts[index] ?? 0,
          diagnostics: own[index] ?? [],
        })),
        files: all,
      };
    },
  };
}
