import { basename, resolve } from 'node:path';
import { currentLevels } from '../../check/rule-table.js';
import { anything, language, type OptionKindsOf, requireOptions, text, truth } from '../../model/options.js';
import { toDocument } from '../../view/document.js';
import { addTotals, noTotals, totalsIn } from '../../view/totals.js';
import { toPageArticle, type ViewItem } from '../../view/view-model.js';
import { defaultSrcLang } from '../../write/export-options.js';
import { createPairWatch, holdPairs } from '../articles/no-pairs.js';
import { adjust } from '../check/adjust.js';
import { rulesKind } from '../check/check-codes.js';
import { CorpusError } from '../error.js';
import { exportRunOptions } from '../export/export-options.js';
import { type FoundArticle, namedPathOf } from '../find/find.js';
import { checkLanguages } from '../language/choose.js';
import { createDerivedPlaces } from '../places/derived-places.js';
import { guardArticles, type InputFile } from '../places/guard.js';
import { runOptionKinds } from '../run/common-options.js';
import { openRun, type Progress, type Run } from '../run/run.js';
import { requireGlossaryUsage, requireUsage } from '../usage.js';
import type { Changes } from './changes.js';
import { viewArticles } from './looks.js';
import { areMemories } from './memory/are-memories.js';
import { createPage, mayHaveParts } from './page.js';
import { loadPageFiles } from './page-files.js';
import type { ViewGiven } from './process.js';
import type { ViewCorpusOptions, ViewedFile, ViewReport } from './view-report.js';

/** What a review page says besides its articles. */
export interface ViewOptions {
  /** What the page is called. Default: `Articles`. */
  readonly title?: string;
  /** The language of the sources, a BCP 47 tag. Default: `en-US`. */
  readonly srcLang?: string;
  /** The name of the document that `changed` articles were merged with. Default: there are no changes to show. */
  readonly changes?: string;
}

/**
 * A review page of articles: one HTML document that needs nothing besides itself.
 *
 * Texts of articles are data in it, never markup, and its content security policy lets in nothing but its own code.
 *
 * @throws {RangeError} An option has a value that it does not take.
 */
export function viewToHtml(items: Iterable<ViewItem>, options: ViewOptions = {}): string {
  requireOptions(options, viewOptionKinds);
  const { title = 'Articles', srcLang = defaultSrcLang, changes } = options;
  const head = { title, srcLang, ...(changes === undefined ? {} : { changes }) };
  return [...toDocument(head, toPageArticles(items), loadPageFiles())].join('');
}

function* toPageArticles(items: Iterable<ViewItem>): Generator<ReturnType<typeof toPageArticle>, void, undefined> {
  for (const item of items) yield toPageArticle(item);
}

/**
 * Writes a review page of the articles that inputs name: files, folders, globs, `-`.
 *
 * The file is written beside its place and moved there when it is whole. Where no article holds a pair, none is written,
 * and the report has the diagnostic `input/no-pairs`. Inputs that are all memories by their names (TMX, XLIFF, JSONL) are shown
 * as such: entries with what is known of them, segments of XLIFF 2 with their candidates. `onProgress` is called after each article.
 *
 * @throws {CorpusError} `usage`: an option has a value that it does not take, or the page is the same file as an input; `input`: an input or the document with changes does not exist or cannot be read, or there are no
 * articles; `output`: the page cannot be written.
 */
export async function viewCorpus(
  inputs: readonly string[],
  options: ViewCorpusOptions = {},
  onProgress?: (progress: Progress) => void,
): Promise<ViewReport> {
  requireUsage(options, viewCorpusOptionKinds);
  requireGlossaryUsage(options);
  const { output = 'review.html', srcLang = defaultSrcLang } = options;
  const isDerived = options.output === undefined;
  const obstacle = isDerived ? createDerivedPlaces('.')(output) : undefined;
  if (obstacle !== undefined) throw new CorpusError('output', obstacle.message);
  checkLanguages(srcLang, options.trgLang);
  if (options.filesFrom === undefined && areMemories(inputs)) {
    const { viewMemories } = await import('./memory/view-memories.js');
    return viewMemories(inputs, options, options.title ?? titleOf(inputs));
  }
  // A document with changes is open in one thread.
  const run = await openRun(inputs, { ...options, onlyHere: options.changes !== undefined }, onProgress);
  try {
    return await viewRun(run, run.named, options);
  } finally {
    await run.close();
  }
}

async function viewRun(run: Run, inputs: readonly string[], options: ViewCorpusOptions): Promise<ViewReport> {
  const { output = 'review.html', srcLang = defaultSrcLang, signal, trgLang } = options;
  const rules = currentLevels(options.rules ?? {});
  const { articles } = run;
  guardArticles(articles, options, changesOf(options)).claim(output);
  const watch = createPairWatch();
  const files: ViewedFile[] = [];
  for (const other of run.others) {
    watch.add(other.path, 0, other.diagnostics);
    files.push({ ...other, diagnostics: adjust(other.diagnostics, rules) });
  }
  const stdin = await run.readStdin();
  const hasPage = await holdPairs(articles, stdin, signal);
  const languages = { srcLang, ...(trgLang === undefined ? {} : { trgLang }) };
  const document = options.changes;
  const changes = await changesOfDocument(document, srcLang, articles, stdin, signal);
  const given: ViewGiven = {
    output,
    ...languages,
    rules,
    ...(options.glossary === undefined ? {} : { glossary: options.glossary }),
    ...(changes === undefined ? {} : { changes }),
    hasPage,
    mayHaveParts: mayHaveParts(output, options),
  };
  const head = {
    title: options.title ?? titleOf(inputs),
    srcLang,
    ...(document === undefined ? {} : { changes: basename(document) }),
  };
  const page = hasPage ? createPage(output, head, { ...options, named: run.named, articles }) : undefined;
  const looks = { signal, ...(page === undefined ? {} : { announce: page.announce }) };
  let totals = noTotals;
  try {
    let done = 0;
    for await (const { units, diagnostics, page: viewed } of viewArticles(run, given, looks)) {
      const article = articles[done++];
      if (article === undefined) continue;
      watch.add(article.path, units, diagnostics);
      if (diagnostics.length > 0) files.push({ path: article.path, namedPath: namedPathOf(article), diagnostics });
      if (viewed === undefined) continue;
      await page?.add(viewed);
      totals = addTotals(totals, totalsIn([viewed.note.summary]));
    }
    const found = (hasPage ? changes?.findings() : undefined) ?? [];
    if (found.length > 0 && document !== undefined)
      files.push({ path: basename(document), namedPath: document, diagnostics: found });
    await page?.end();
  } catch (error) {
    await page?.discard();
    throw error;
  } finally {
    changes?.close();
  }
  const noPairs = watch.finding(inputs, articles);
  if (noPairs !== undefined) addTo(files, { ...noPairs, diagnostics: adjust([noPairs.diagnostic], rules) });
  const { excluded, ignored } = run;
  const leftOut = articles.length - totals.articles;
  const parts = page?.parts();
  return {
    output,
    ...(parts === undefined ? {} : { parts }),
    bytes: page?.bytes() ?? 0,
    totals,
    leftOut,
    excluded,
    ignored,
    files,
  };
}

const viewOptionKinds: OptionKindsOf<ViewOptions> = { title: text, srcLang: language, changes: text };
const viewCorpusOptionKinds: OptionKindsOf<ViewCorpusOptions> = {
  ...runOptionKinds,
  ...viewOptionKinds,
  output: text,
  stdout: anything,
  rules: rulesKind,
  glossary: anything,
  single: truth,
  jobs: exportRunOptions.jobs,
};

/** Opens the document with changes. Its module is loaded only where there is one: it takes as long as many articles. */
async function changesOfDocument(
  document: string | undefined,
  ...given: readonly [string, readonly FoundArticle[], Uint8Array | undefined, AbortSignal | undefined]
): Promise<Changes | undefined> {
  if (document === undefined) return undefined;
  const { openChanges } = await import('./changes.js');
  return openChanges(document, ...given);
}

function changesOf({ changes }: ViewCorpusOptions): readonly InputFile[] {
  return changes === undefined ? [] : [{ file: changes, name: `the document ${changes}` }];
}

function addTo(files: ViewedFile[], { path, namedPath, diagnostics }: ViewedFile): void {
  if (diagnostics.length === 0) return;
  const index = files.findIndex((file) => file.path === path);
  const known = index < 0 ? [] : files.splice(index, 1).flatMap((file) => file.diagnostics);
  files.unshift({ path, namedPath, diagnostics: [...diagnostics, ...known] });
}

function titleOf(inputs: readonly string[]): string {
  const [only, ...others] = inputs;
  if (only === undefined || others.length > 0) return 'Articles';
  return only === '-' ? 'Standard input' : basename(resolve(only)) || only;
}
