import { normalize, relative, resolve } from 'node:path';
import type { Content } from '../../files/read-once.js';
import type { RealPaths } from '../../real-paths.js';
import { withSlashes } from '../../with-slashes.js';
import type { Excluder } from '../exclude.js';
import type { FoundArticle, FoundFault } from '../found.js';
import type { NamedInput } from '../named-inputs.js';

/** What was found so far, and what is looked for. */
export interface Search {
  readonly articles: Map<string, FoundArticle>;
  readonly unreadable: FoundFault[];
  readonly unruly: FoundFault[];
  excluded: number;
  ignored: number;
  /** Articles that were found already, below another input. */
  repeated: number;
  readonly realPaths: RealPaths;
  readonly isExcluded: Excluder | undefined;
  /** Whether `.gitignore` files are obeyed. */
  readonly obeys: boolean;
  readonly onFound: ((articles: number) => void) | undefined;
  /** Called with each file of a folder that is no article, and with the folder as it was named. */
  readonly onPassedOver: ((folder: string, file: string) => void) | undefined;
}

/** A file that was named, or that a glob matches. */
export function addFile({ kind, absolute, prefix }: NamedInput, file: string, search: Search, content?: Content): void {
  const { articles } = search;
  const key = search.realPaths.file(file);
  const known = articles.get(key);
  if (known !== undefined) {
    // That globs overlap, or lists have a line twice, is no news; that a link leads there may be.
    if (typeof known.file !== 'string' || resolve(known.file) !== resolve(file)) search.repeated++;
    return;
  }
  const path = kind === 'file' ? prefix : prefix + withSlashes(relative(absolute, resolve(file)));
  const found = { path, file: normalize(file), name: withoutExtension(path) };
  articles.set(key, content === undefined ? found : { ...found, content });
}

function withoutExtension(path: string): string {
  return path.replace(/(?<=[^/])\.[^./]+$/, '');
}
