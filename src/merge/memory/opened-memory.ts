import { mostMemoryEntries } from '../../model/limits.js';
import { readEntries, type TmxEntry } from '../../read/edited/tmx.js';
import type { DocumentText } from '../../xml/document-text.js';
import { mergeFinding } from '../finding.js';
import { Refusal, readUnit } from '../open.js';
import { createStrings, type MemoryEntry, toMemoryEntry } from './entry.js';
import { keyOf } from './key.js';
import type { IndexedMemory } from './memory-index.js';

/** The entries of a source. */
export interface SourceEntries {
  /** Where the first of them is. */
  readonly offset: number;
  /** Those with a target. */
  readonly filled: readonly MemoryEntry[];
}

/** Entries by what makes their sources the same. */
export type EntriesBySource = ReadonlyMap<string, SourceEntries>;

/** A memory whose sources are in one language, and which is not in memory itself. */
export interface OpenedMemory {
  /** Whether it has a unit with a target in a language. */
  has(trgLang: string): boolean;
  /** Whether some text of the units with a target in a language has inline codes. */
  hasCodes(trgLang: string): boolean;
  /**
   * The key of the target that all units have whose sources have a key; `undefined` where they have several, or one that is
   * not known, or none.
   */
  onlyTarget(key: number, trgLang: string): number | undefined;
  /**
   * Whether a unit has a key, as `unitKeyOf` makes it, and no unit says what stands before or after it: then the target of its
   * pair is among those that fit best.
   */
  hasUnit(key: number): boolean;
  /** The entries whose sources have one of these keys, and others; those of a source are the same list as long as it is kept. */
  entriesFor(keys: ReadonlySet<number>, trgLang: string): EntriesBySource;
  /** All of an entry. */
  read(entry: MemoryEntry, trgLang: string): TmxEntry;
}

/** So many units are looked at again. */
const fewUnits = 4;
/** Keys of sources of which it is kept whether they have only one target. */
const mostOnly = 60_000;
/**
 * Bytes of entries that are kept for the next article, because many have sources such as "Note". What is not kept is read
 * again for each article: a tree of 700,000 pairs has 50,000 entries of such sources, which take 10 MB.
 */
const mostKept = 32_000_000;

/** The entries whose sources have a key. */
interface KeptEntries {
  readonly bySource: EntriesBySource;
  readonly count: number;
  /** What they take, roughly. */
  readonly bytes: number;
}

/** Opens a memory that passed. */
export function openMemory(
  text: DocumentText,
  srcLang: string,
  { cut, languages, languagesWithCodes, targets, unitKeys, hasNeighbours }: IndexedMemory,
): OpenedMemory {
  /** The least recently used first. */
  const kept = new Map<string, KeptEntries>();
  /** Units that were read for the article whose turn it is. */
  const fresh = new Map<number, readonly TmxEntry[]>();
  const strings = createStrings();
  let keptBytes = 0;
  const entriesAt = (unit: number, trgLang: string): readonly TmxEntry[] =>
    fresh.get(unit) ?? readEntries(readUnit(text, cut, unit).unit, srcLang, trgLang);
  const readAll = (units: readonly number[], trgLang: string): KeptEntries => {
    const bySource = new Map<string, { readonly offset: number; readonly filled: MemoryEntry[] }>();
    let count = 0;
    let bytes = 100;
    for (const unit of units) {
      // Entries of one unit share their source.
      let source: string | undefined;
      const entries = entriesAt(unit, trgLang);
      if (units.length <= fewUnits) fresh.set(unit, entries);
      for (const [variant, entry] of entries.entries()) {
        source ??= keyOf(entry.source);
        const known = bySource.get(source) ?? { offset: entry.offset, filled: [] };
        bySource.set(source, known);
        const key = keyOf(entry.target);
        const place = { unit, variant, number: count++, key };
        if (key !== '') known.filled.push(toMemoryEntry(entry, place, strings.own));
        bytes += strings.taken();
      }
      if (count > mostMemoryEntries) throw tooMany();
    }
    return { bySource, count, bytes };
  };
  const entriesOf = (key: number, trgLang: string): KeptEntries => {
    const name = `${trgLang} ${key}`;
    const known = kept.get(name);
    const entries = known ?? readAll(cut.units.withKey(key), trgLang);
    if (known === undefined) keptBytes += entries.bytes;
    kept.delete(name);
    kept.set(name, entries);
    for (const [oldest, { bytes }] of kept) {
      if (keptBytes <= mostKept) break;
      kept.delete(oldest);
      keptBytes -= bytes;
    }
    return entries;
  };
  /** Of sources with many units. */
  const only = new Map<string, number | undefined>();
  const findOnly = (units: readonly number[], trgLang: string): number | undefined => {
    let found: number | undefined;
    for (const unit of units) {
      const target = targets.at(unit);
      if (target === undefined) return undefined;
      if (target.language !== trgLang) continue;
      if (found !== undefined && found !== target.key) return undefined;
      found = target.key;
    }
    return found;
  };
  /** How many entries are sure to be there for sources with many units. */
  const counts = new Map<string, number>();
  const leastEntries = (key: number, language: string): number => {
    const name = `${language} ${key}`;
    const known = counts.get(name);
    if (known !== undefined) return known;
    const units = cut.units.withKey(key);
    let count = 0;
    for (const unit of units) if (targets.at(unit)?.language === language) count++;
    if (units.length > fewUnits && counts.size < mostOnly) counts.set(name, count);
    return count;
  };
  const mayBeNext = hasNeighbours();
  return {
    hasUnit: (key) => !mayBeNext && unitKeys.has(key),
    onlyTarget(key, trgLang) {
      const language = trgLang.toLowerCase();
      const name = `${language} ${key}`;
      if (only.has(name)) return only.get(name);
      const units = cut.units.withKey(key);
      const found = findOnly(units, language);
      if (units.length > fewUnits && only.size < mostOnly) only.set(name, found);
      return found;
    },
    has: (trgLang) => languages.has(trgLang.toLowerCase()),
    hasCodes: (trgLang) => languagesWithCodes.has(trgLang.toLowerCase()),
    entriesFor(keys, trgLang) {
      const found = new Map<string, SourceEntries>();
      fresh.clear();
      if (!languages.has(trgLang.toLowerCase())) return found;
      // Where there are too many, no article has to read them to see it.
      let least = 0;
      for (const key of keys) least += leastEntries(key, trgLang.toLowerCase());
      if (least > mostMemoryEntries) throw tooMany();
      let count = 0;
      for (const key of keys) {
        const entries = entriesOf(key, trgLang);
        count += entries.count;
        if (count > mostMemoryEntries) throw tooMany();
        for (const [source, each] of entries.bySource) found.set(source, each);
      }
      return found;
    },
    read({ unit, variant, offset }, trgLang) {
      const entry = entriesAt(unit, trgLang)[variant];
      if (entry === undefined) {
        throw new Refusal(mergeFinding('merge/unreadable', offset, 'it was changed while it was read'));
      }
      return entry;
    },
  };
}

function tooMany(): Refusal {
  return new Refusal(mergeFinding('merge/too-large', 0, `more than ${mostMemoryEntries} entries for an article`));
}
