import { refusedBy } from '../../merge/finding.js';
import type { Merged, TargetChange } from '../../merge/merged.js';
import { orRefusal } from '../../merge/open.js';
import { type Article, segmentsOf } from '../../model/article.js';
import type { Diagnostic } from '../../model/diagnostics/diagnostic.js';
import { diagnosticForFile } from '../../model/diagnostics/diagnostic-kinds.js';
import { parseArticle } from '../../read/article.js';
import type { EditedFile, Piece } from '../../read/edited/document.js';
import { articleOf, diagnosticsOf } from '../../read/result.js';
import type { ViewRefusal } from '../../view/view-model.js';
import { CorpusError } from '../error.js';
import { findDocuments } from '../find/documents.js';
import type { FoundArticle } from '../find/find.js';
import { findFiles } from '../merge/document-files.js';
import { type OpenDocument, openDocument } from '../merge/merge.js';
import { statsOf } from '../sinks/file-place.js';

/** What a document says of an article. */
export interface ArticleChanges {
  /** The article with the targets of the document; not there where it has none for it. */
  readonly changed?: Article;
  /** Targets that cannot be taken, with the reasons. */
  readonly refused?: readonly ViewRefusal[];
}

/** A document with other targets for articles. */
export interface Changes {
  /** `index`: the place of the article among those that the document was opened for. */
  mergeInto(article: Article, index: number): ArticleChanges;
  /** What is wrong with the document, with places in it; complete after the last article. */
  findings(): readonly Diagnostic[];
  /** When all is done. */
  close(): void;
}

const unreadable: readonly Diagnostic['code'][] = ['merge/unreadable', 'merge/too-large'];
/** A memory has nothing for an article. Of a tree that is so for many. */
const nothing: ReadonlySet<string> = new Set(['merge/no-match', 'merge/no-entry']);

/**
 * Reads an XLIFF or TMX document with other targets for articles. Which file of an XLIFF document is which article is
 * found by paths, however they are spelled now, and by ids.
 *
 * `stdin`: what there is to read where an article has no file.
 *
 * @throws {CorpusError} `usage`: it is a folder; `input`: it cannot be read; `mergeInto` throws the same where it is no such document.
 */
export async function openChanges(
  document: string,
  srcLang: string,
  articles: readonly FoundArticle[],
  stdin?: Uint8Array,
  signal?: AbortSignal,
): Promise<Changes> {
  if (statsOf(document)?.isDirectory() === true) throw new CorpusError('usage', await folderGiven(document));
  const opened = await openDocument(document, { srcLang }, signal);
  try {
    return changesIn(document, opened, articles, stdin);
  } catch (error) {
    opened.close();
    throw error;
  }
}

/** What to say of a folder in the place of a document: what could be meant. */
async function folderGiven(folder: string): Promise<string> {
  const { documents } = await findDocuments([folder], undefined).catch(() => ({ documents: [] }));
  const [one] = documents;
  const instead =
    one === undefined
      ? 'and there is none in it'
      : `${documents.length === 1 ? 'it is' : 'such as'} ${one.file}; merge takes all of a folder at once`;
  return `--changes ${folder}: it is a folder. Name one document (.xlf, .xliff or .tmx), ${instead}.`;
}

function changesIn(
  document: string,
  { mergeInto: merge, close }: OpenDocument,
  articles: readonly FoundArticle[],
  stdin: Uint8Array | undefined,
): Changes {
  const orError = <T>(work: () => T): T =>
    orRefusal(work, (found) => {
      const [refusal] = merge.locate?.([found]) ?? [];
      throw new CorpusError('input', `${document}: ${refusal?.message ?? found.code}`);
    });
  const files =
    merge.files === undefined ? undefined : orError(() => findFiles(merge, merge.files ?? [], articles, stdin));
  const found: Diagnostic[] = [];
  const ofMemory: Diagnostic[] = [];
  let isUsed = false;
  return {
    close,
    mergeInto(article, index) {
      const file = files?.fileOf(index);
      if (files !== undefined && file === undefined) return {};
      const merged = merge(article, file);
      const diagnostics = diagnosticsOf(merged);
      const refusal = diagnostics.find(({ code }) => unreadable.includes(code));
      if (refusal !== undefined) throw new CorpusError('input', `${document}: ${refusal.message}`);
      const empty = file === undefined ? diagnostics.filter(({ code }) => nothing.has(code)) : [];
      for (const each of diagnostics) (empty.includes(each) ? ofMemory : found).push(each);
      if (empty.length === 0) isUsed = true;
      const refused = orError(() => diagnostics.flatMap((each) => toRefusals(each, file)));
      const changed =
        merged._tag === 'Left' || merged.right.changes.length === 0 ? undefined : readAgain(article, merged.right);
      return { ...(changed === undefined ? {} : { changed }), ...(refused.length === 0 ? {} : { refused }) };
    },
    findings() {
      const own = files === undefined ? memoryFindings(isUsed, ofMemory) : files.findings;
      return [...own, ...found].sort((a, b) => a.offset - b.offset);
    },
  };
}

function readAgain(article: Article, { text, changes }: Merged): Article | undefined {
  const { path } = article;
  const again = articleOf(parseArticle(text, path === undefined ? {} : { path }));
  return again && withTitle(again, article, changes);
}

/** A title that was recovered by what it says is not recovered any more where it says something else. */
function withTitle(again: Article, { units }: Article, changes: readonly TargetChange[]): Article {
  const known = new Set(Array.from(segmentsOf(again), ({ id }) => id));
  const titles = units.flatMap((unit) => {
    const [part] = unit.parts;
    if (part?.kind !== 'segment' || part.recovered !== true || known.has(part.id)) return [];
    const change = changes.find(({ id }) => id === part.id);
    if (change === undefined) return [];
    const { after } = change;
    const target = { ...part.target, text: after, content: [{ kind: 'text' as const, text: after }] };
    return { ...unit, parts: [{ ...part, target }] };
  });
  return titles.length === 0 ? again : { ...again, units: [...titles, ...again.units] };
}

function toRefusals(diagnostic: Diagnostic, file: EditedFile | undefined): ViewRefusal[] {
  const refused = refusedBy(diagnostic);
  if (refused === undefined) return [];
  const { code, message, line, offset } = diagnostic;
  const proposed = refused.proposed ?? targetAt(file, offset);
  return refused.segments.map((segment) => {
    const source = code === 'merge/source-differs' ? sourceAt(file, offset, segment) : undefined;
    return {
      segment,
      code,
      message,
      line,
      ...(proposed === undefined ? {} : { proposed }),
      ...(source === undefined ? {} : { source }),
    };
  });
}

/** The source of the unit or segment that starts at an offset of the document; of a unit, that of the segment with its id. */
function sourceAt(file: EditedFile | undefined, offset: number, id: string): readonly Piece[] | undefined {
  for (const { offset: start, parts } of file?.units ?? []) {
    const part = parts.find((each) => (start === offset ? each.id === id : each.offset === offset));
    if (part !== undefined) return part.source;
    if (start === offset) return parts.flatMap(({ source }) => source);
  }
  return undefined;
}

/** The target of the unit or segment that starts at an offset of the document. */
function targetAt(file: EditedFile | undefined, offset: number): readonly Piece[] | undefined {
  for (const unit of file?.units ?? []) {
    const parts = unit.offset === offset ? unit.parts : unit.parts.filter((part) => part.offset === offset);
    if (parts.some(({ target }) => target !== undefined))
      return parts.flatMap(({ target, source }) => target ?? source);
  }
  return undefined;
}

/** That a memory has nothing for an article matters where it has nothing for all. */
function memoryFindings(isUsed: boolean, ofMemory: readonly Diagnostic[]): readonly Diagnostic[] {
  if (isUsed) return [];
  const noEntry = ofMemory.find(({ code }) => code === 'merge/no-entry');
  return [noEntry ?? [], diagnosticForFile('merge/no-article', 'none of its sources is theirs')].flat();
}
