import { isSameLanguage } from '../../model/language.js';
import { localizationOf } from '../articles/front-matter.js';
import type { ArticleList } from '../articles/shared-articles.js';
import type { Folder } from './folders.js';

import type { FolderTags } from './path-tags.js';
import { fileTag } from './path-tags.js';

/** What the articles of a folder say, at any depth. */
export interface Summary {
  /** The languages that they name, no more than two, and for each the first article that does, by its index. */
  readonly languages: ReadonlyMap<string, number>;
  /** Another tree is in it. */
  readonly holdsTree: boolean;
}

/** Says what the articles of folders say. Each front matter is read once. */
export function createSummaries(articles: ArticleList, { tagOf, asTarget }: FolderTags): (folder: Folder) => Summary {
  const summaries = new Map<Folder, Summary>();
  const languageOf = (index: number): string | undefined => {
    const found = articles.at(index);
    return found === undefined ? undefined : (asTarget(localizationOf(found)?.trgLang) ?? asTarget(fileTag(found)));
  };
  const summarize = ({ folders, articles: own }: Folder): Summary => {
    const languages = new Map<string, number>();
    const add = (language: string, index: number): void => {
      const same = [...languages.keys()].find((known) => isSameLanguage(known, language));
      if (same === undefined && languages.size < 2) languages.set(language, index);
    };
    for (const index of own) {
      if (languages.size > 1) break;
      const language = languageOf(index);
      if (language !== undefined) add(language, index);
    }
    let holdsTree = false;
    for (const each of folders.values()) {
      const summary = summaries.get(each);
      holdsTree ||= summary === undefined || summary.holdsTree;
      for (const [language, index] of summary?.languages ?? []) add(language, index);
    }
    return { languages, holdsTree };
  };
  return (folder) => {
    // Folders in it come first, without recursion: they may be deep.
    const open = [folder];
    for (let at = open.at(-1); at !== undefined; at = open.at(-1)) {
      const missing = [...at.folders.values()].filter((each) => !summaries.has(each) && tagOf(each) === undefined);
      if (missing.length === 0) {
        if (!summaries.has(at)) summaries.set(at, summarize(at));
        open.pop();
      }
      for (const each of missing) open.push(each);
    }
    return summaries.get(folder) ?? { languages: new Map(), holdsTree: false };
  };
}
