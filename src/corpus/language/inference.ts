import { dirname } from 'node:path';
import type { Article } from '../../model/article.js';
import { readFoundArticle } from '../articles/read.js';
import type { ArticleList } from '../articles/shared-articles.js';
import type { FoundArticle } from '../find/find.js';
import { createFolders, type Folder, type Folders } from './folders.js';
import { createFolderTags, type FolderTags, fileName, fileTag, type PathTag } from './path-tags.js';
import { type ArticleTexts, isRefuted } from './scripts.js';
import { createSummaries, type Summary } from './summaries.js';

/** The language of an article that names none, and what says so; or why there is none, to follow a sentence. */
export type Inference =
  | { readonly trgLang: string; readonly from: string }
  | { readonly trgLang?: undefined; readonly because: string };

/** Says the language of articles that name none. */
export interface LanguageInference {
  /** The language of the article with that index. Its targets are looked at: another script refutes a language. */
  of(index: number, article: ArticleTexts): Inference;
}

/** All articles of a run, and what its trees are. */
export interface InferenceInput {
  readonly articles: ArticleList;
  /** The folders that trees start from, absolute. */
  readonly trees: readonly string[];
  readonly srcLang: string;
  /** That of articles of which nothing says one. Default: they have none. */
  readonly usualLang?: string | undefined;
}

/**
 * Looks for the language of articles that name none: the nearest part of the path that ends in the tag of a language,
 * else the nearest folder above whose articles all name the same one, else `usualLang`. No folder is asked that holds
 * another tree: a folder whose name ends in a tag starts one, and so does each input. The source language is no target.
 *
 * Lazy: nothing is read before it is asked for, and each front matter once. The answers depend on the articles only,
 * not on what was asked before: all threads give the same.
 */
export function createLanguageInference({ articles, trees, srcLang, usualLang }: InferenceInput): LanguageInference {
  const tags = createFolderTags(srcLang);
  const summaryOf = createSummaries(articles, tags);
  const isOtherBranch = createBranches(articles);
  let folders: Folders | undefined;
  const folderOf = (file: string): Folder => {
    folders ??= createFolders(articles, trees);
    return folders.of(file);
  };
  const byPath = (found: FoundArticle, file: string): PathTag | undefined => {
    const own = tags.asTarget(fileTag(found));
    return own === undefined
      ? tags.nearest(dirname(file), () => folderOf(file))
      : { trgLang: own, name: fileName(found) };
  };
  const usual = (article: ArticleTexts): Inference =>
    usualLang === undefined || isRefuted([article], usualLang)
      ? { because: '' }
      : { trgLang: usualLang, from: '--trg-lang' };
  return {
    of(index, article) {
      const found = articles.at(index);
      if (found?.file === undefined) return usual(article);
      const file = String(found.file);
      const named = byPath(found, file);
      if (named !== undefined && !isRefuted([article], named.trgLang)) {
        return { trgLang: named.trgLang, from: `its path (${named.name})` };
      }
      const refuted =
        named === undefined ? '' : `, and is not in the script of ${named.trgLang}, as its path says (${named.name})`;
      const { languages, branch } = lookAround(folderOf(file), tags, summaryOf);
      const [first, second] = languages;
      if (first === undefined) return refuted === '' ? usual(article) : { because: refuted };
      const [trgLang, example] = first;
      if (second !== undefined) {
        return {
          because: refuted || `, and the articles around it are in ${[trgLang, second[0]].sort().join(' and ')}`,
        };
      }
      if (isRefuted([article], trgLang) || (branch !== undefined && isOtherBranch(branch, trgLang))) {
        return { because: refuted || `, and is not in the script of ${trgLang}, as the articles around it are` };
      }
      return { trgLang, from: articles.at(example)?.path ?? '' };
    },
  };
}

interface Around {
  readonly languages: Summary['languages'];
  /** The folder that leads to the article from where they are; no article in it names a language. */
  readonly branch?: Folder;
}

/** The languages of the nearest folder of the tree whose articles name any. */
function lookAround(start: Folder, { tagOf }: FolderTags, summaryOf: (folder: Folder) => Summary): Around {
  let branch: Folder | undefined;
  for (let at: Folder | undefined = start; at !== undefined; at = at.parent) {
    const { languages, holdsTree } = summaryOf(at);
    if (holdsTree) break;
    if (languages.size > 0) return branch === undefined ? { languages } : { languages, branch };
    if (at.isTree || tagOf(at) !== undefined) break;
    branch = at;
  }
  return { languages: new Map() };
}

/** Says whether folders, none of whose articles names a language, are in another script than a language is. */
function createBranches(articles: ArticleList): (branch: Folder, trgLang: string) => boolean {
  const branches = new Map<Folder, Map<string, boolean>>();
  return (branch, trgLang) => {
    const known = branches.get(branch) ?? new Map<string, boolean>();
    branches.set(branch, known);
    const isOther = known.get(trgLang) ?? isRefuted(readSome(branch, articles), trgLang);
    known.set(trgLang, isOther);
    return isOther;
  };
}

/** So many articles of a folder tell what it is written in. */
const enough = 50;

/** The first articles of a folder, at any depth. */
function* readSome(folder: Folder, articles: ArticleList): Generator<Article, void, undefined> {
  let left = enough;
  const open = [folder];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const index of at.articles) {
      if (left-- <= 0) return;
      const found = articles.at(index);
      const article = found === undefined ? undefined : readFoundArticle(found).article;
      if (article !== undefined) yield article;
    }
    for (const each of [...at.folders.values()].reverse()) open.push(each);
  }
}
