import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../../src/index.js';
import { articleOf, pairsOf } from '../support/pairs.js';
import { corpora, pairsPerFile, shared, unpack } from '../support/shared.js';

/** An article under a short name that can be a file name. */
export interface NamedArticle {
  readonly name: string;
  readonly article: Article;
  /** Where it lies; only articles of the corpora are files to hand to the command. */
  readonly file: string;
}

/** Fixtures in all kinds of blocks with all kinds of markup. */
const fixtureNames: readonly string[] = [
  'headings/input.md',
  'html-tables/input.md',
  'image-alt/input.md',
  'include-fragments/input.md',
  'line-breaks/input.md',
  'link-labels/input.md',
  'lists/input.md',
  'nested-span/input.md',
  'outer-space/input.md',
  'paragraph-ids/input.md',
  'pipe-tables/input.md',
  'quotes-and-alerts/input.md',
  'reset-portal/input.md',
  'several-pairs/input.md',
  'special-characters/input.md',
  'yaml-escapes/input.yml',
];

/** The chosen fixtures and, where it is at hand, the seed. */
export function fixturesAndSeed(): NamedArticle[] {
  const fixtures = fixtureNames.map((path) =>
    read(path.split('/')[0] ?? '', join(import.meta.dirname, '../../fixtures', path)),
  );
  if (shared === undefined) return fixtures;
  const folder = join(shared, 'seed');
  return [...fixtures, ...readdirSync(folder).map((file) => read('seed', join(folder, file)))];
}

/** Articles with pairs from the trees of a language, as many of each: those whose paths have the lowest hashes. */
export function sample(trgLang: string, perTree: number): NamedArticle[] {
  return corpora
    .map(([tree]) => tree)
    .filter((tree) => tree.endsWith(`.${trgLang}`))
    .flatMap((tree) => {
      const root = unpack(`${tree}.sxs`);
      const hash = (path: string): string => createHash('sha256').update(`${tree}/${path}`).digest('hex');
      return [...pairsPerFile(tree)]
        .filter(([path, pairs]) => pairs > 0 && path.endsWith('.md'))
        .map(([path]) => ({ path, order: hash(path) }))
        .sort((a, b) => (a.order < b.order ? -1 : 1))
        .slice(0, perTree)
        .map(({ path, order }) => read(`${tree}-${order.slice(0, 12)}`, join(root, path)));
    });
}

function read(name: string, file: string): NamedArticle {
  const article = articleOf(readFileSync(file, 'utf8'), file);
  if (pairsOf(article).length === 0) throw new Error(`${file} has no pair.`);
  return { name, article, file };
}
