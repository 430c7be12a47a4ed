import { mostMemoryEntries } from '../../model/limits.js';
import { readEntries, type TmxEntry } from '../../read/edited/tmx.js';
import { createTmxCutter } from '../../read/edited/tmx-cutter.js';
import type { DocumentText } from '../../xml/document-text.js';
import { type MergeFinding, mergeFinding } from '../finding.js';
import { passDocument, Refusal, readUnit } from '../open.js';

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
   * The entries whose sources have one of these keys, and others: a list for each key, in their order, and the same list
   * as long as it is kept.
   */
  entriesFor(keys: ReadonlySet<number>, trgLang: string): readonly (readonly TmxEntry[])[];
}

/** So many units are looked at again. */
const fewUnits = 4;
/**
 * Sources and entries that are kept for the next article, because many have sources such as "Note". What is not kept is
 * read again for each article: a tree of 700,000 pairs has 50,000 entries of such sources.
 */
const mostKept = 60_000;

/** Passes over a memory; `wanted` as for {@link createTmxCutter}. */
export function openMemory(
  text: DocumentText,
  srcLang: string,
  wanted: ReadonlySet<number> | undefined,
): OpenedMemory | MergeFinding {
  const opened = passDocument(text, ({ local, tag }) =>
    local === 'tmx' ? createTmxCutter(srcLang, wanted) : `<${tag.name}> is no TMX; its root element is <tmx>`,
  );
  if ('code' in opened) return opened;
  const { cut, cutter } = opened;
  /** The least recently used first. */
  const kept = new Map<string, readonly TmxEntry[]>();
  let keptCount = 0;
  const readAll = (units: readonly number[], trgLang: string): readonly TmxEntry[] => {
    const entries: TmxEntry[] = [];
    for (const index of units) {
      for (const entry of readEntries(readUnit(text, cut, index).unit, srcLang, trgLang)) entries.push(entry);
      if (entries.length > mostMemoryEntries) throw tooMany();
    }
    return entries;
  };
  const entriesOf = (key: number, trgLang: string): readonly TmxEntry[] => {
    const name = `${trgLang} ${key}`;
    const known = kept.get(name);
    const entries = known ?? readAll(cut.units.withKey(key), trgLang);
    if (known === undefined) keptCount += entries.length + 1;
    kept.delete(name);
    kept.set(name, entries);
    for (const [oldest, { length }] of kept) {
      if (keptCount <= mostKept) break;
      kept.delete(oldest);
      keptCount -= length + 1;
    }
    return entries;
  };
  /** Of sources with many units. */
  const only = new Map<string, number | undefined>();
  const findOnly = (units: readonly number[], trgLang: string): number | undefined => {
    let found: number | undefined;
    for (const unit of units) {
      const target = cutter.targetOf(unit);
      if (target === undefined) return undefined;
      if (target.language !== trgLang) continue;
      if (found !== undefined && found !== target.key) return undefined;
      found = target.key;
    }
    return found;
  };
  return {
    onlyTarget(key, trgLang) {
      const language = trgLang.toLowerCase();
      const name = `${language} ${key}`;
      if (only.has(name)) return only.get(name);
      const units = cut.units.withKey(key);
      const found = findOnly(units, language);
      if (units.length > fewUnits && only.size < mostKept) only.set(name, found);
      return found;
    },
    has: (trgLang) => cutter.languages.has(trgLang.toLowerCase()),
    hasCodes: (trgLang) => cutter.languagesWithCodes.has(trgLang.toLowerCase()),
    entriesFor(keys, trgLang) {
      const found: (readonly TmxEntry[])[] = [];
      if (!cutter.languages.has(trgLang.toLowerCase())) return found;
      let count = 0;
      for (const key of keys) {
        const entries = entriesOf(key, trgLang);
        if (entries.length > 0) found.push(entries);
        count += entries.length;
        if (count > mostMemoryEntries) throw tooMany();
      }
      return found;
    },
  };
}

function tooMany(): Refusal {
  return new Refusal(mergeFinding('merge/too-large', 0, `more than ${mostMemoryEntries} entries for an article`));
}
