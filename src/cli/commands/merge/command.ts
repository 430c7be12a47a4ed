import type { Command } from 'commander';
import { statsOf } from '../../../corpus/sinks/file-place.js';
import { addOptions } from '../../options/define-options.js';
import { addUsualOptions } from '../../options/options.js';
import { say } from '../../terminal/say.js';
import type { Streams } from '../../terminal/streams.js';
import { type MergeCommandOptions, mergeOptions } from './options.js';

/** Adds the command `merge`. */
export function defineMerge(program: Command, streams: Streams, setStatus: (status: number) => void): void {
  const command = program
    .command('merge')
    .summary('put edited targets back into articles')
    .description(
      'Puts the targets of XLIFF documents (2.0 or 1.2) that were exported from an article or a tree, or those of TMX memories, into it. An article in one language becomes that in the target language.',
    )
    .argument(
      '<article>',
      'the article, side-by-side or in one language, or - for standard input; a folder or a glob: a tree of articles',
    )
    .argument('[document...]', 'XLIFF and TMX documents; for a tree folders and globs, too');
  addUsualOptions(addOptions(command, mergeOptions)).action(
    async (article: string, documents: readonly string[], options: MergeCommandOptions) => {
      if (options.filesFrom !== undefined) return setStatus(await runListed([article, ...documents], options, streams));
      if (documents.length === 0) command.error("error: missing required argument 'document'", { exitCode: 2 });
      setStatus(await runMerge(article, documents, options, streams));
    },
  );
}

/** The articles that a list names. */
async function runListed(
  documents: readonly string[],
  options: MergeCommandOptions,
  streams: Streams,
): Promise<number> {
  const { runMergeTree } = await import('./tree.js');
  return await runMergeTree([], documents, options, streams);
}

/** One article and one document, or a tree: a folder, a glob, or several of either. */
async function runMerge(
  article: string,
  documents: readonly string[],
  options: MergeCommandOptions,
  streams: Streams,
): Promise<number> {
  const wrong = await orderOf([article, ...documents]);
  if (wrong !== undefined) {
    say(streams, wrong);
    return 2;
  }
  const [document = '', ...others] = documents;
  if (others.length === 0 && isOne(article) && !isMany(document)) {
    const { runMergeFile } = await import('./file.js');
    return await runMergeFile(article, document, options, streams);
  }
  const { runMergeTree } = await import('./tree.js');
  const { isDocumentPath } = await import('../../../corpus/find/documents.js');
  const isArticle = (path: string): boolean => !isDocumentPath(path) && !isMany(path);
  // Articles that follow the first one: a shell makes many names of a pattern. The last name is always a document.
  let articles = 0;
  while (articles < others.length && isArticle(documents[articles] ?? '')) articles++;
  const tree = [article, ...documents.slice(0, articles)];
  return await runMergeTree(tree, documents.slice(articles), options, streams);
}

/** What is wrong with the order of names, with the command as it may be meant: a document is never an article. */
async function orderOf(names: readonly string[]): Promise<string | undefined> {
  const { isDocumentPath } = await import('../../../corpus/find/documents.js');
  const isDocument = (name: string): boolean => isDocumentPath(name) && statsOf(name)?.isDirectory() !== true;
  const [first = ''] = names;
  if (!isDocument(first)) return undefined;
  const [documents, articles] = [names.filter(isDocument), names.filter((name) => !isDocument(name))];
  if (articles.length === 0) return `${first}: it is a document. Name the article, or the tree of articles, before it.`;
  const meant = [...articles, ...documents].map((name) => (/\s/.test(name) ? `"${name}"` : name)).join(' ');
  return `${first}: it is a document. Articles are named first: sspr-tm merge ${meant}`;
}

/** Whether a name is that of one article, or of none that is there. */
function isOne(article: string): boolean {
  const stats = statsOf(article);
  return stats === undefined ? !isGlob(article) : !stats.isDirectory();
}

function isMany(document: string): boolean {
  const stats = statsOf(document);
  return stats === undefined ? isGlob(document) : stats.isDirectory();
}

/** As where articles are looked for: a name that is no file. */
function isGlob(path: string): boolean {
  return /[*?[\]{}()!]/.test(path);
}
