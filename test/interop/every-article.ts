import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { isLeft } from 'fp-ts/lib/These.js';
import { type Article, carriers, parseArticle } from '../../src/index.js';
import { readFixtures } from '../support/golden.js';
import { pairsOf } from '../support/pairs.js';
import { shared, unpack } from '../support/shared.js';

/** An article with pairs, and the language that it is exported in. */
export interface OwnArticle {
  readonly article: Article;
  readonly trgLang: string;
}

/** Articles of one origin: all fixtures with the seed, or those of a tree. */
export interface ArticleGroup {
  readonly name: string;
  /** At most so many, by the hashes of their paths; all where no number is given. */
  readonly articles: (most?: number) => readonly OwnArticle[];
}

/** Files that articles may be. */
const extensions: ReadonlySet<string> = new Set(carriers.flatMap(({ extensions: each }) => each));

const fixtures: ArticleGroup = {
  name: 'fixtures and seed',
  articles: () => [
    ...readFixtures().flatMap(({ path, text, options }) => read(path, text, options.trgLang ?? 'de-DE')),
    ...(shared === undefined ? [] : inFolder(join(shared, 'seed'), 'ja-JP')),
  ],
};

/** Fixtures and seed, and every tree that is at hand. */
export function articleGroups(): readonly ArticleGroup[] {
  return [fixtures, ...sideBySideTrees()];
}

/** Every side-by-side tree that is at hand. */
export function sideBySideTrees(): readonly (ArticleGroup & { readonly root: string; readonly trgLang: string })[] {
  if (shared === undefined) return [];
  const folder = shared;
  return (['corpus', 'trees'] as const).flatMap((place) =>
    readdirSync(join(folder, place))
      .filter((file) => file.endsWith('.sxs.tar.gz'))
      .sort()
      .map((file) => {
        const name = basename(file, '.tar.gz');
        const trgLang = name.split('.').at(-2) ?? '';
        const root = unpack(name, place);
        return { name, root, trgLang, articles: (most?: number) => inFolder(root, trgLang, most) };
      }),
  );
}

function inFolder(root: string, trgLang: string, most: number = Number.POSITIVE_INFINITY): readonly OwnArticle[] {
  const hash = (path: string): string => createHash('sha256').update(path).digest('hex');
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => extensions.has(extname(path)))
    .map((path) => ({ path, order: hash(path) }))
    .sort((a, b) => (a.order < b.order ? -1 : 1));
  const articles: OwnArticle[] = [];
  for (const { path } of paths) {
    if (articles.length >= most) break;
    articles.push(...read(path, readFileSync(join(root, path), 'utf8'), trgLang));
  }
  return articles;
}

function read(path: string, text: string, trgLang: string): OwnArticle[] {
  const parsed = parseArticle(text, { path });
  if (isLeft(parsed)) return [];
  const article = parsed.right;
  const isWritten = pairsOf(article).some(({ skip }) => skip === undefined);
  return isWritten ? [{ article, trgLang: article.localization.trgLang ?? trgLang }] : [];
}
