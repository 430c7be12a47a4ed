/** How far a path that a document names is that of an article. */
export interface Agreement {
  /** The place of the article. */
  readonly article: number;
  /** How many parts of both paths are the same, from the end. */
  readonly parts: number;
  /** All parts of the path that the document names are those of the article. */
  readonly isWhole: boolean;
  /** The path is the name of the article. */
  readonly isSame: boolean;
}

/** Articles are looked up by so many of the last parts of their paths, and fewer. */
const indexed = 3;

/** The parts of a path: with any separator, without `.`; `..` leads up where there is something above. */
function partsOf(path: string): readonly string[] {
  const parts: string[] = [];
  for (const part of path.replaceAll('\\', '/').split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts;
}

/**
 * Finds the articles with the longest agreement with a path.
 *
 * `articles`: the paths of each: its name, and others that lead to it, such as the absolute one.
 *
 * @example
 * const find = createPathFinder([['a/x.md', '/home/docs/a/x.md'], ['b/x.md', '/home/docs/b/x.md']]);
 * find('docs/b/x.md') // [{ article: 1, parts: 3, isWhole: true, isSame: false }]
 */
export function createPathFinder(articles: readonly (readonly string[])[]): (path: string) => readonly Agreement[] {
  const byEnd = new Map<string, Set<number>>();
  articles.forEach((paths, article) => {
    for (const path of paths) {
      const parts = partsOf(path);
      for (let count = 1; count <= Math.min(indexed, parts.length); count++) {
        const end = parts.slice(-count).join('/');
        const known = byEnd.get(end);
        if (known === undefined) byEnd.set(end, new Set([article]));
        else known.add(article);
      }
    }
  });
  const candidatesFor = (wanted: readonly string[]): ReadonlySet<number> => {
    for (let count = Math.min(indexed, wanted.length); count > 0; count--) {
      const found = byEnd.get(wanted.slice(-count).join('/'));
      if (found !== undefined) return found;
    }
    return new Set();
  };
  return (path) => {
    const wanted = partsOf(path);
    const name = wanted.join('/');
    let longest: Agreement[] = [];
    for (const article of candidatesFor(wanted)) {
      const paths = articles[article] ?? [];
      let parts = 0;
      for (const each of paths) parts = Math.max(parts, sameParts(partsOf(each), wanted));
      if (parts < (longest[0]?.parts ?? 1)) continue;
      if (parts > (longest[0]?.parts ?? 0)) longest = [];
      const isSame = partsOf(paths[0] ?? '').join('/') === name;
      longest.push({ article, parts, isWhole: parts === wanted.length, isSame });
    }
    return longest;
  };
}

function sameParts(one: readonly string[], other: readonly string[]): number {
  let same = 0;
  while (same < one.length && same < other.length && one.at(-1 - same) === other.at(-1 - same)) same++;
  return same;
}
