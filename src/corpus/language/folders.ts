import { basename, dirname, resolve } from 'node:path';
import type { ArticleList } from '../articles/shared-articles.js';

/** A folder with articles in it, at any depth. */
export interface Folder {
  readonly name: string;
  /** Not there for the root of all. */
  readonly parent?: Folder;
  readonly folders: Map<string, Folder>;
  /** Indexes of the articles that stand right in it. */
  readonly articles: number[];
  /** A tree that was named starts here. */
  readonly isTree: boolean;
}

/** The folders of all articles of a run, and those above them. */
export interface Folders {
  /** The folder of a path of the file system. */
  of(file: string): Folder;
}

/** Puts the articles of a run in their folders. `trees`: absolute paths of the folders that trees start from. */
export function createFolders(articles: ArticleList, trees: readonly string[]): Folders {
  const starts = new Set(trees);
  const byPath = new Map<string, Folder>();
  const open = (path: string): Folder => {
    // Upwards to a folder that is known, and down again: paths may be deep.
    const missing: string[] = [];
    let at = path;
    while (!byPath.has(at)) {
      missing.push(at);
      if (dirname(at) === at) break;
      at = dirname(at);
    }
    let folder = byPath.get(at);
    for (let each = missing.pop(); each !== undefined; each = missing.pop()) {
      const name = basename(each);
      const made: Folder = {
        name,
        ...(folder === undefined ? {} : { parent: folder }),
        folders: new Map(),
        articles: [],
        isTree: starts.has(each),
      };
      folder?.folders.set(name, made);
      byPath.set(each, made);
      folder = made;
    }
    if (folder === undefined) throw new RangeError(`${path} is no absolute path.`);
    return folder;
  };
  // Articles of one folder follow each other: their path is looked at once.
  let last: { readonly path: string; readonly folder: Folder } | undefined;
  const of = (file: string): Folder => {
    const path = dirname(file);
    if (last?.path !== path) last = { path, folder: open(resolve(path)) };
    return last.folder;
  };
  for (let index = 0; index < articles.length; index++) {
    const file = articles.at(index)?.file;
    if (file !== undefined) of(String(file)).articles.push(index);
  }
  return { of };
}
