import { basename, resolve } from 'node:path';
import { isSameLanguage } from '../../model/language.js';
import type { FoundArticle } from '../find/find.js';
import type { Folder } from './folders.js';
import { bareTag, tagInName } from './tag-in-name.js';

/** A part of a path that ends in the tag of a language. */
export interface PathTag {
  readonly trgLang: string;
  /** The part. */
  readonly name: string;
}

/** The languages that folders are called. */
export interface FolderTags {
  /** The language, unless it is that of the source: that is no target. */
  asTarget(tag: string | undefined): string | undefined;
  /** The target language that a folder is called. */
  tagOf(folder: Folder): string | undefined;
  /** The nearest folder above an article that is called a target language. */
  nearest(path: string, folder: () => Folder): PathTag | undefined;
}

export function createFolderTags(srcLang: string): FolderTags {
  const tags = new Map<Folder, string | undefined>();
  const nearest = new Map<string, PathTag | undefined>();
  const asTarget = (tag: string | undefined): string | undefined =>
    tag === undefined || isSameLanguage(tag, srcLang) ? undefined : tag;
  const tagOf = (folder: Folder): string | undefined => {
    if (!tags.has(folder)) tags.set(folder, asTarget(tagInName(folder.name) ?? bareTagOf(folder, srcLang)));
    return tags.get(folder);
  };
  const find = (path: string, folder: () => Folder): PathTag | undefined => {
    // Most paths have no part that might be a tag: then nothing needs to be known of other folders.
    const names = resolve(path).split(/[\\/]/);
    if (!names.some((name) => tagInName(name) !== undefined || bareTag(name) !== undefined)) return undefined;
    for (let at: Folder | undefined = folder(); at !== undefined; at = at.parent) {
      const trgLang = tagOf(at);
      if (trgLang !== undefined) return { trgLang, name: at.name };
    }
    return undefined;
  };
  return {
    asTarget,
    tagOf,
    nearest(path, folder) {
      if (!nearest.has(path)) nearest.set(path, find(path, folder));
      return nearest.get(path);
    },
  };
}

/** The language that the name of a file ends in. */
export function fileTag(found: FoundArticle): string | undefined {
  return tagInName(fileName(found));
}

/** The name of a file, with its extension. */
export function fileName({ file }: FoundArticle): string {
  return file === undefined ? '' : basename(String(file));
}

/** The language that a folder is called, where those beside it are called languages as well. */
function bareTagOf({ name, parent }: Folder, srcLang: string): string | undefined {
  const tag = bareTag(name);
  if (tag === undefined || parent === undefined || parent.folders.size < 2) return undefined;
  // `en` beside `de` is the source, whatever its region.
  if (srcLang.toLowerCase().split('-')[0] === tag) return undefined;
  for (const beside of parent.folders.keys()) {
    if (bareTag(beside) === undefined && tagInName(beside) === undefined) return undefined;
  }
  return tag;
}
