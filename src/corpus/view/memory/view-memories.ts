import type { Diagnostic } from '../../../model/diagnostics/diagnostic.js';
import { diagnosticForFile } from '../../../model/diagnostics/diagnostic-kinds.js';
import { createMemoryPages } from '../../../view/memory/memory-pages.js';
import type { PageArticle } from '../../../view/page-data.js';
import { addTotals, noTotals, totalsIn } from '../../../view/totals.js';
import { defaultSrcLang } from '../../../write/export-options.js';
import { adjust } from '../../check/adjust.js';
import { CorpusError } from '../../error.js';
import type { OtherFile } from '../../find/inputs.js';
import { openMemory } from '../../leverage/memories/open-memory.js';
import { guardArticles } from '../../places/guard.js';
import { createArena } from '../../run/arena.js';
import { createTurns } from '../../turns.js';
import { createPage, mayHaveParts } from '../page.js';
import type { ViewCorpusOptions, ViewReport } from '../view-report.js';
import { toViewedPage } from '../viewed-page.js';
import { documentPagesOf } from './document-pages.js';

/**
 * Writes a review page of memories: their entries, by the articles that they stand in.
 *
 * @throws {CorpusError} As `viewCorpus`.
 */
export async function viewMemories(
  inputs: readonly string[],
  options: ViewCorpusOptions,
  title: string,
): Promise<ViewReport> {
  const {
    output = 'review.html',
    srcLang = defaultSrcLang,
    trgLang = 'und',
    changes,
    glossary,
    rules = {},
    signal,
  } = options;
  if (changes !== undefined)
    throw new CorpusError('usage', 'Changes are shown of articles, and the input is a memory.');
  const named = inputs.map((file) => ({ file, name: `the memory ${file}` }));
  guardArticles([], options, named).claim(output);
  const files: OtherFile[] = [];
  const [only = '', ...others] = inputs;
  const pages = createMemoryPages(others.length === 0 ? only.slice(only.lastIndexOf('/') + 1) : 'Memories', glossary);
  let entries = 0;
  const read = {
    srcLang,
    trgLang,
    reverse: false,
    outputs: output === '-' ? [] : [output],
    ...(signal === undefined ? {} : { signal }),
  };
  const documents: PageArticle[] = [];
  for (const input of inputs) {
    const document = documentPagesOf(input, glossary);
    if (document !== undefined) {
      for (const each of document) documents.push(each);
      continue;
    }
    const memory = await openMemory(input, read);
    const found = await memory.read((entry) => {
      entries++;
      pages.add(entry);
    });
    for (const file of found) files.push(file);
  }
  const report = { output, leftOut: 0, excluded: 0, ignored: 0 };
  const said = files.map((file) => ({ ...file, diagnostics: adjust(file.diagnostics, rules) }));
  if (entries + documents.length === 0) {
    const nothing: Diagnostic = diagnosticForFile(
      'input/no-pairs',
      'The memory holds',
      'none of its units has a source and a target',
    );
    const about = { path: only, namedPath: only, diagnostics: adjust([nothing], rules) };
    return { ...report, bytes: 0, totals: noTotals, files: [about, ...said] };
  }
  const page = createPage(output, { title, srcLang }, { ...options, named: inputs, articles: [] });
  const arena = createArena();
  const turn = createTurns(signal);
  let totals = noTotals;
  try {
    for (const article of chain(documents, pages.pages())) {
      await turn();
      const viewed = toViewedPage(article, mayHaveParts(output, options), arena);
      await page.add(viewed);
      arena.give(arena.take());
      totals = addTotals(totals, totalsIn([viewed.note.summary]));
    }
    await page.end();
  } catch (error) {
    await page.discard();
    throw error;
  }
  const parts = page.parts();
  return { ...report, ...(parts === undefined ? {} : { parts }), bytes: page.bytes(), totals, files: said };
}

function* chain<Each>(...lists: readonly Iterable<Each>[]): Generator<Each, void, undefined> {
  for (const list of lists) yield* list;
}
