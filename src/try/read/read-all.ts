import { checkArticle } from '../../check/check.js';
import { collectTree } from '../../check/tree/tree.js';
import type { Article } from '../../model/article.js';
import type { Diagnostic } from '../../model/diagnostics/diagnostic.js';
import { diagnosticForFile } from '../../model/diagnostics/diagnostic-kinds.js';
import type { ViewItem } from '../../view/view-model.js';
import { addCounts, countPairs, type PairCount, skipAll } from '../../write/selection.js';
import type { GivenFile } from '../input/given-file.js';
import type { ChosenLanguages } from '../input/languages.js';
import { type ReadFile, readGiven } from './read-article.js';

/** All that the page knows of the files that were given. */
export interface Reading extends Pick<ChosenLanguages, 'srcLang'> {
  /** In the order of the bytes of their paths. */
  readonly files: readonly ReadFile[];
  /** What the review page shows: articles with pairs, or with something odd in them. */
  readonly items: readonly ViewItem[];
  /** What is exported. */
  readonly articles: readonly Article[];
  readonly pairs: PairCount;
  /** What is wrong with all of them. */
  readonly general: readonly Diagnostic[];
}

const none: PairCount = { found: 0, exported: 0, skipped: {} };

/** Reads files one after the other; `onProgress` is called after each. */
export async function readAll(
  given: readonly GivenFile[],
  languages: ChosenLanguages,
  onProgress: (done: number) => void,
): Promise<Reading> {
  const files: ReadFile[] = [];
  for (const file of inByteOrder(given)) {
    files.push(await readGiven(file, languages));
    onProgress(files.length);
  }
  const found = files.flatMap((file) => (file.article === undefined ? [] : [{ ...file, article: file.article }]));
  const tree = collectTree(found.map(({ article }) => article));
  const items = found.flatMap(({ article, path, about, diagnostics }): ViewItem[] => {
    // What is said of the article as a whole has no place in its text.
    const findings = [
      ...about.map((each) => ({ ...each, offset: -1 })),
      ...diagnostics,
      ...checkArticle(article, {}, tree),
    ];
    return article.units.length === 0 && findings.length === 0 ? [] : [{ article, path, findings }];
  });
  let pairs = none;
  for (const { article, leftOut } of found) {
    const counted = countPairs(article);
    pairs = addCounts(pairs, leftOut === undefined ? counted : skipAll(counted, leftOut));
  }
  return {
    srcLang: languages.srcLang,
    files,
    items,
    articles: found.flatMap(({ article, leftOut }) =>
      leftOut === undefined && countPairs(article).exported > 0 ? [article] : [],
    ),
    pairs,
    general: pairs.found === 0 ? noPairs(files) : [],
  };
}

/** Where pairs are damaged, that is said already. */
function noPairs(files: readonly ReadFile[]): readonly Diagnostic[] {
  const isSaid = files.some(({ diagnostics }) => diagnostics.some(({ severity }) => severity === 'error'));
  if (isSaid) return [];
  const subject = files.length === 1 ? 'The article holds' : `The ${files.length} articles hold`;
  const advice = 'side-by-side articles stand on the branch live-sxs of a repository (live has one language only)';
  return [diagnosticForFile('input/no-pairs', subject, advice)];
}

/** The order in which the command has them. */
function inByteOrder(files: readonly GivenFile[]): readonly GivenFile[] {
  const encoder = new TextEncoder();
  return files
    .map((file) => ({ file, bytes: encoder.encode(file.path) }))
    .sort((a, b) => compareBytes(a.bytes, b.bytes))
    .map(({ file }) => file);
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
