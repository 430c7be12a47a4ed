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

/** The parts of a path: with any separator, without `.`; `..` leads up where there is something above. */
function partsOf(path: string): readonly string[] {
  const parts: string[] = [];
  for (const part of path.replaceAll('\\', '/').split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts;
}

/** A path of an article. */
interface EndingPath {
  readonly article: number;
  readonly parts: readonly string[];
}

/** Paths that have the same last parts. */
interface Ending {
  readonly paths: readonly EndingPath[];
  /** By the part before those; made when it is asked for. */
  longer?: ReadonlyMap<string, Ending>;
}

/** So many paths are compared one by one. */
const few = 8;

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
  const all: Ending = {
    paths: articles.flatMap((paths, article) => paths.map((path): EndingPath => ({ article, parts: partsOf(path) }))),
  };
  const names = articles.map(([name = '']) => partsOf(name).join('/'));
  return (path) => {
    const wanted = partsOf(path);
    const name = wanted.join('/');
    let ending: Ending | undefined = all;
    for (let depth = 0; depth < wanted.length && ending.paths.length > few; depth++) {
      const longer: Ending | undefined = longerOf(ending, depth).get(wanted.at(-1 - depth) ?? '');
      if (longer === undefined) break;
      ending = longer;
    }
    let most = 1;
    const found = new Map<number, number>();
    if (ending === all && all.paths.length > few) return [];
    for (const { article, parts } of ending.paths) {
      const same = sameParts(parts, wanted);
      most = Math.max(most, same);
      found.set(article, Math.max(found.get(article) ?? 0, same));
    }
    const longest: Agreement[] = [];
    for (const [article, parts] of found) {
      if (parts < most) continue;
      longest.push({ article, parts, isWhole: parts === wanted.length, isSame: names[article] === name });
    }
    return longest;
  };
}

/** The same paths by the part before those that they have in common; each path is looked at once for each depth. */
function longerOf(ending: Ending, depth: number): ReadonlyMap<string, Ending> {
  if (ending.longer !== undefined) return ending.longer;
  const groups = new Map<string, EndingPath[]>();
  for (const path of ending.paths) {
    const part = path.parts.at(-1 - depth);
    if (part === undefined) continue;
    const group = groups.get(part);
    if (group === undefined) groups.set(part, [path]);
    else group.push(path);
  }
  ending.longer = new Map(Array.from(groups, ([part, paths]) => [part, { paths }]));
  return ending.longer;
}

function sameParts(one: readonly string[], other: readonly string[]): number {
  let same = 0;
  while (same < one.length && same < other.length && one.at(-1 - same) === other.at(-1 - same)) same++;
  return same;
}
