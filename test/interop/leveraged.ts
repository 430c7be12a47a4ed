import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LeveragedArticle, splitArticle } from '../../src/index.js';
import { leverageCorpus } from '../../src/node.js';
import { temporaryFolder } from '../support/cli.js';
import { fixturesAndSeed, type NamedArticle } from './articles.js';

/** A folder of side-by-side articles that is a memory. */
export const fixtureFolder: string = join(import.meta.dirname, '../../fixtures');

/** Those of the chosen fixtures, and of the seed, that `leverage` takes. */
export function markdownFixtures(): readonly NamedArticle[] {
  return fixturesAndSeed().filter(({ file }) => file.endsWith('.md'));
}

/** What is filled, and how. */
interface Run {
  readonly memory: string;
  readonly trgLang: string;
  readonly format: 'xliff' | 'xliff1.2';
}

/** An article as it was filled, and its XLIFF. */
export interface Filled {
  readonly name: string;
  readonly article: LeveragedArticle;
  readonly file: string;
}

/** An article that is to be translated. */
interface English {
  readonly name: string;
  readonly text: string;
}

/** The English of an article, with a word changed in places, so that some of it stands in no memory. */
export function changed({ name, article }: NamedArticle): English {
  return { name, text: splitArticle(article, 'source').replaceAll(' the ', ' this ') };
}

/** Articles, filled from a memory. */
export async function filled(
  articles: readonly English[],
  { memory, trgLang, format }: Run,
): Promise<readonly Filled[]> {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'in'));
  for (const { name, text } of articles) writeFileSync(join(folder, 'in', `${name}.md`), text);
  const all: Filled[] = [];
  await leverageCorpus([join(folder, 'in')], {
    memory: [memory],
    trgLang,
    show: 50,
    jobs: 1,
    formats: [format],
    output: join(folder, 'out'),
    onArticle: (article, { path }) => {
      const name = path.replace(/\.md$/, '');
      all.push({ name, article, file: join(folder, 'out', `${name}.xlf`) });
    },
  });
  return all;
}
