import type { Segment } from '../../model/article.js';
import type { Piece } from '../../read/edited/document.js';
import type { TmxEntry } from '../../read/edited/tmx.js';
import { articleOf, type Context, hasNeighbours, lastPart } from './context.js';

/** What a memory says for a segment. */
export interface Choice {
  /** The newest of those that fit best. */
  readonly entry: TmxEntry;
  /** The key of its target. */
  readonly key: string;
  /** How many different targets those that fit best have. */
  readonly different: number;
  /** Whether the target with a key is among them. */
  has(key: string): boolean;
}

/** Of the entries of a source finds those with the most in common with a place; none where there are no entries. */
export type Choose = (
  entries: readonly TmxEntry[],
  segment: Segment,
  previous: Segment | undefined,
  next: Segment | undefined,
) => Choice | undefined;

type KeyOf = (pieces: readonly Piece[]) => string;

/**
 * A choice takes no longer for the thousandth segment of a source than for the first: the entries of a source are put
 * under what they say of their place once, and a segment asks for what it would say, from the best down.
 */
export function createChoice(context: Context, keyOf: KeyOf): Choose {
  const shelves = new Map<readonly TmxEntry[], Shelf>();
  return (entries, segment, previous, next) => {
    const shelf = shelves.get(entries) ?? createShelf(entries, context, keyOf);
    shelves.set(entries, shelf);
    return shelf(segment, previous, next);
  };
}

type Shelf = (segment: Segment, previous: Segment | undefined, next: Segment | undefined) => Choice | undefined;

/** An entry with its number, by which the earlier of two is known, and the key of its target. */
interface Numbered {
  readonly entry: TmxEntry;
  readonly number: number;
  readonly key: string;
}

/** Entries under one name. */
interface Group {
  readonly newest: Numbered;
  readonly keys: ReadonlySet<string>;
}

/** What the entries of a source are for every article. */
interface Stock {
  readonly all: Group | undefined;
  /** Those that say something of their neighbours. */
  readonly withNeighbours: readonly Numbered[];
  /** The others, by the last part of the path of the article that they name. */
  readonly byFile: ReadonlyMap<string, readonly Numbered[]>;
}

/** A tree asks for the same entries article by article. */
const stocks = new WeakMap<readonly TmxEntry[], Stock>();

function stockOf(entries: readonly TmxEntry[], keyOf: KeyOf): Stock {
  const known = stocks.get(entries);
  if (known !== undefined) return known;
  const numbered = entries.map((entry, number): Numbered => ({ entry, number, key: keyOf(entry.target) }));
  const withNeighbours: Numbered[] = [];
  const byFile = new Map<string, Numbered[]>();
  for (const each of numbered) {
    const place = articleOf(each.entry);
    if (hasNeighbours(each.entry)) withNeighbours.push(each);
    else if (place !== undefined) {
      const list = byFile.get(lastPart(place));
      if (list === undefined) byFile.set(lastPart(place), [each]);
      else list.push(each);
    }
  }
  const stock = { all: groupOf(numbered), withNeighbours, byFile };
  stocks.set(entries, stock);
  return stock;
}

function createShelf(entries: readonly TmxEntry[], context: Context, keyOf: KeyOf): Shelf {
  const { all, withNeighbours, byFile } = stockOf(entries, keyOf);
  const ofFile = (context.path === undefined ? undefined : byFile.get(lastPart(context.path))) ?? [];
  const byName = new Map<string, Numbered[]>();
  for (const each of entries.length > 1 ? [...withNeighbours, ...ofFile] : []) {
    for (const name of context.namesOf(each.entry)) {
      const list = byName.get(name);
      if (list === undefined) byName.set(name, [each]);
      else list.push(each);
    }
  }
  const groups = new Map<string, Group | undefined>();
  const groupNamed = (name: string): Group | undefined => {
    const list = byName.get(name);
    if (list !== undefined && !groups.has(name)) groups.set(name, groupOf(list));
    return groups.get(name);
  };
  return (segment, previous, next) => {
    if (byName.size === 0) return all && toChoice([all]);
    for (const level of context.levelsOf(segment, previous, next)) {
      const found = level.map(groupNamed).filter((group) => group !== undefined);
      if (found.length > 0) return toChoice(found);
    }
    return all && toChoice([all]);
  };
}

function groupOf(entries: readonly Numbered[]): Group | undefined {
  let [newest] = entries;
  if (newest === undefined) return undefined;
  const keys = new Set<string>();
  for (const each of entries) {
    keys.add(each.key);
    if (isNewer(each, newest)) newest = each;
  }
  return { newest, keys };
}

/** Of entries of one date the first. */
function isNewer(one: Numbered, other: Numbered): boolean {
  if (one.entry.date !== other.entry.date) return one.entry.date > other.entry.date;
  return one.number < other.number;
}

/** The choice from some groups, at least one. Their keys are not put together: that would take as long as they are many. */
function toChoice(groups: readonly Group[]): Choice | undefined {
  const [largest, ...others] = [...groups].sort((a, b) => b.keys.size - a.keys.size);
  if (largest === undefined) return undefined;
  const { entry, key } = groups.map(({ newest }) => newest).reduce((a, b) => (isNewer(b, a) ? b : a));
  const more = new Set<string>();
  for (const { keys } of others) for (const each of keys) if (!largest.keys.has(each)) more.add(each);
  return {
    entry,
    key,
    different: largest.keys.size + more.size,
    has: (each) => largest.keys.has(each) || more.has(each),
  };
}
