import { stableHash } from '../model/memory/text-key.js';

/** A version of an article, as far as it is known before it is read. */
export interface HeldVersion {
  /** The path of the article. */
  readonly path: string;
  /** The hash of its source; `undefined`: it names none. */
  readonly sourceHash?: string | undefined;
  /** The day of its commit, `YYYY-MM-DD`. Default: none is known, which comes before all others. */
  readonly date?: string | undefined;
}

/** The articles that are a set for tests. */
export interface Holdout {
  /** Whether an article is one of them; all versions of it are, or none. */
  has(version: Pick<HeldVersion, 'path' | 'sourceHash'>): boolean;
}

/**
 * Chooses the articles that are a set for tests, a share of all (0 to 1), by the hashes of their sources: so all languages
 * have the same.
 *
 * Where articles have several `versions`, one decision is for all of them, and for all that have a source of theirs, and for
 * the `renamed` ones: pairs of paths. It is that of the hash of the oldest of these versions, which more commits do not
 * change; of one day, the first in the order of its characters. Where none of them names a hash, it is that of the path.
 */
export function createHoldout(
  share: number,
  versions: Iterable<HeldVersion> = [],
  renamed: Iterable<readonly [from: string, to: string]> = [],
): Holdout {
  const isChosen = (name: string): boolean => stableHash(name) < share * 0x1_0000_0000;
  const groups = createGroups();
  for (const { path, sourceHash, date = '' } of versions) {
    const group = groups.of(pathKey(path));
    if (sourceHash === undefined) groups.name(group, { rank: `path ${date} ${path}`, text: path });
    else
      groups.name(groups.join(group, groups.of(sourceHash)), { rank: `hash ${date} ${sourceHash}`, text: sourceHash });
  }
  for (const [from, to] of renamed) {
    const group = groups.join(groups.of(pathKey(from)), groups.of(pathKey(to)));
    groups.name(group, { rank: `path  ${from}`, text: from });
  }
  return {
    has: ({ path, sourceHash }) => isChosen(groups.nameOf(pathKey(path))?.text ?? sourceHash ?? path),
  };
}

/** No hash begins so. */
function pathKey(path: string): string {
  return `/${path}`;
}

/** What a group may be known by; of several, by the one with the first rank. */
interface Name {
  readonly rank: string;
  readonly text: string;
}

/** Keys that belong together, by the number of one of them (union-find), and the first of the names of each group. */
interface Groups {
  of(key: string): number;
  /** Joins two groups, and gives the number of the one that they are. */
  join(one: number, other: number): number;
  name(group: number, name: Name): void;
  nameOf(key: string): Name | undefined;
}

function createGroups(): Groups {
  const numbers = new Map<string, number>();
  const parents: number[] = [];
  const names: (Name | undefined)[] = [];
  const rootOf = (number: number): number => {
    let at = number;
    for (let next = parents[at] ?? at; next !== at; next = parents[at] ?? at) {
      parents[at] = parents[next] ?? next;
      at = next;
    }
    return at;
  };
  const name = (group: number, given: Name): void => {
    const root = rootOf(group);
    const known = names[root];
    if (known === undefined || given.rank < known.rank) names[root] = given;
  };
  return {
    of(key) {
      const known = numbers.get(key);
      if (known !== undefined) return rootOf(known);
      numbers.set(key, parents.length);
      return parents.push(parents.length) - 1;
    },
    join(one, other) {
      const [first, second] = [rootOf(one), rootOf(other)];
      if (first === second) return first;
      parents[second] = first;
      const given = names[second];
      if (given !== undefined) name(first, given);
      return first;
    },
    name,
    nameOf(key) {
      const known = numbers.get(key);
      return known === undefined ? undefined : names[rootOf(known)];
    },
  };
}
