import type { Segment } from '../../model/article.js';
import { type Context, lastPart } from './context.js';
import type { MemoryEntry } from './entry.js';

/** What a memory says for a segment. */
export interface Choice {
  /** The newest of those that fit best. */
  readonly entry: MemoryEntry;
  /** How many different targets those that fit best have. */
  readonly different: number;
  /** Whether the target with a key is among them. */
  has(key: string): boolean;
}

/** Of the entries of a source finds those with the most in common with a place; none where there are no entries. */
export type Choose = (
  entries: readonly MemoryEntry[],
  segment: Segment,
  previous: Segment | undefined,
  next: Segment | undefined,
) => Choice | undefined;

/**
 * A choice takes no longer for the thousandth segment of a source than for the first: the entries of a source are put
 * under what they say of their place once, and a segment asks for what it would say, from the best down.
 */
export function createChoice(context: Context): Choose {
  const shelves = new Map<readonly MemoryEntry[], Shelf>();
  return (entries, segment, previous, next) => {
    const shelf = shelves.get(entries) ?? createShelf(entries, context);
    shelves.set(entries, shelf);
    return shelf(segment, previous, next);
  };
}

type Shelf = (segment: Segment, previous: Segment | undefined, next: Segment | undefined) => Choice | undefined;

/** Entries under one name. */
interface Group {
  readonly newest: MemoryEntry;
  readonly keys: ReadonlySet<string>;
}

/** What the entries of a source are for every article. */
interface Stock {
  readonly all: Group | undefined;
  /** Those that say something of their neighbours. */
  readonly withNeighbours: readonly MemoryEntry[];
  /** The others, by the last part of the path of the article that they name. */
  readonly byFile: ReadonlyMap<string, readonly MemoryEntry[]>;
}

/** A tree asks for the same entries article by article. */
const stocks = new WeakMap<readonly MemoryEntry[], Stock>();

function stockOf(entries: readonly MemoryEntry[]): Stock {
  const known = stocks.get(entries);
  if (known !== undefined) return known;
  const withNeighbours: MemoryEntry[] = [];
  const byFile = new Map<string, MemoryEntry[]>();
  for (const each of entries) {
    const { article, before, after } = each;
    if (before !== undefined || after !== undefined) withNeighbours.push(each);
    else if (article !== undefined) {
      const list = byFile.get(lastPart(article));
      if (list === undefined) byFile.set(lastPart(article), [each]);
      else list.push(each);
    }
  }
  const stock = { all: groupOf(entries), withNeighbours, byFile };
  stocks.set(entries, stock);
  return stock;
}

function createShelf(entries: readonly MemoryEntry[], context: Context): Shelf {
  const { all, withNeighbours, byFile } = stockOf(entries);
  const ofFile = (context.path === undefined ? undefined : byFile.get(lastPart(context.path))) ?? [];
  const byName = new Map<string, MemoryEntry[]>();
  for (const each of entries.length > 1 ? [...withNeighbours, ...ofFile] : []) {
    for (const name of context.namesOf(each)) {
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

function groupOf(entries: readonly MemoryEntry[]): Group | undefined {
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
function isNewer(one: MemoryEntry, other: MemoryEntry): boolean {
  if (one.date !== other.date) return one.date > other.date;
  return one.number < other.number;
}

/** The choice from some groups, at least one. Their keys are not put together: that would take as long as they are many. */
function toChoice(groups: readonly Group[]): Choice | undefined {
  const [largest, ...others] = [...groups].sort((a, b) => b.keys.size - a.keys.size);
  if (largest === undefined) return undefined;
  const entry = groups.map(({ newest }) => newest).reduce((a, b) => (isNewer(b, a) ? b : a));
  const more = new Set<string>();
  for (const { keys } of others) for (const each of keys) if (!largest.keys.has(each)) more.add(each);
  return {
    entry,
    different: largest.keys.size + more.size,
    has: (each) => largest.keys.has(each) || more.has(each),
  };
}
