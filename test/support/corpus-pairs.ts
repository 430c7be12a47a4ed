import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { corpora, markdownFiles, shared, unpack } from './shared.js';

/** One pair of a corpus. */
export interface CorpusPair {
  readonly source: string;
  readonly target: string;
  /** `path:id` */
  readonly place: string;
}

/** The names of the side-by-side trees that are at hand. */
export function corpusTrees(): readonly string[] {
  return corpora.map(([name]) => name);
}

/** All pairs of a tree, by the plainest scan there is: what is tested must not be what fetches the test data. */
export function corpusPairs(tree: string): readonly CorpusPair[] {
  const root = unpack(`${tree}.sxs`);
  return markdownFiles(root).flatMap((name) => readPairs(name, readFileSync(join(root, name), 'utf8')));
}

/** The path of the seed article, if it is at hand. */
export function seedArticle(): string | undefined {
  if (shared === undefined) return undefined;
  const folder = join(shared, 'seed');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .map((file) => join(folder, file))[0];
}

const START = '<span data-ttu-id="';
const MIDDLE = '</span><span class="sxs-lookup"><span data-stu-id="';
const END = '</span></span>';

/** The pairs of an article. */
export function readPairs(path: string, article: string): CorpusPair[] {
  const pairs: CorpusPair[] = [];
  for (let at = article.indexOf(START); at >= 0; ) {
    const target = article.indexOf('">', at) + 2;
    const middle = article.indexOf(MIDDLE, target);
    if (middle < 0) break;
    const source = article.indexOf('">', middle + MIDDLE.length) + 2;
    let end = article.indexOf(END, source);
    if (end < 0) break;
    while (article.startsWith('</span>', end + END.length)) end += '</span>'.length;
    const place = `${path}:${article.slice(at + START.length, target - 2)}`;
    pairs.push({ source: article.slice(source, end), target: article.slice(target, middle), place });
    at = article.indexOf(START, end);
  }
  return pairs;
}

/** The different segments of a tree, of both sides. */
export function corpusSegments(pairs: readonly CorpusPair[]): readonly string[] {
  return [...new Set(pairs.flatMap(({ source, target }) => [source, target]))];
}
