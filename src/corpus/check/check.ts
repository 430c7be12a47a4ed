import { withLanguage } from '../../check/language.js';
import type { Article } from '../../model/article.js';
import { readFoundArticle } from '../articles/read.js';
import type { CheckFilesOptions } from './check-options.js';
import { requireCheckUsage } from './check-usage.js';
import type { CheckedFile } from './checked-file.js';
import type { FileOutcome } from './run/check-run.js';
import { outcomesOf } from './run/outcomes.js';

/**
 * Checks what inputs name: side-by-side articles, and XLIFF (`.xlf`, `.xliff`) and TMX (`.tmx`) documents, which are
 * looked at where they are named or matched by a glob. In the order of the bytes of the paths; lazy, but for the rules
 * over the whole tree: where they are wanted, all articles are read once before. What is found nothing in is not read
 * again.
 *
 * Articles are read and checked in several threads; with rules of your own (`custom`), all is done in this one, because
 * functions cannot go to others. What is given is the same.
 *
 * Where articles were read and none holds a pair, the folder that was named comes last, with `input/no-pairs`; a single
 * article has that itself.
 *
 * @throws {CorpusError} `usage`: an option has a value that it does not take, or a file of `alsoWrites` is an input; `input`: an input does not exist, or there is nothing to check in it.
 */
export async function* checkFiles(
  inputs: readonly string[],
  options: CheckFilesOptions = {},
): AsyncGenerator<CheckedFile, void, undefined> {
  requireCheckUsage(options);
  for await (const outcome of outcomesOf(inputs, options)) yield lazily(outcome, options.stdin);
}

/** Reads an article again, when its text or what stands in it is asked for. */
function lazily(
  { path, namedPath, findings = [], text, article: found }: FileOutcome,
  stdin: Uint8Array | undefined,
): CheckedFile {
  if (found === undefined) return { path, namedPath, findings, ...(text === undefined ? {} : { text }) };
  let read: { readonly article?: Article } | undefined;
  const articleOf = (): Article | undefined => {
    if (read === undefined) {
      const { article } = readFoundArticle(found.found, { stdin });
      read = article === undefined ? {} : { article: withLanguage(article, () => found.trgLang) };
    }
    return read.article;
  };
  return {
    path,
    namedPath,
    findings,
    get text() {
      return articleOf()?.text;
    },
    get article() {
      return articleOf();
    },
  };
}
