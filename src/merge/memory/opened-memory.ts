import { mostMemoryEntries } from '../../model/limits.js';
import { type MemoryEntry, readEntries } from '../../read/edited/tmx.js';
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
  /** The entries whose sources have one of these keys, and others, in their order for each key. */
  entriesFor(keys: ReadonlySet<number>, trgLang: string): readonly MemoryEntry[];
}

/** Sources and entries that are kept for the next article, because many have sources such as "Note". */
const mostKept = 20_000;

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
  const kept = new Map<string, readonly MemoryEntry[]>();
  let keptCount = 0;
  const readAll = (units: readonly number[], trgLang: string): readonly MemoryEntry[] => {
    const entries: MemoryEntry[] = [];
    for (const index of units) {
      for (const entry of readEntries(readUnit(text, cut, index).unit, srcLang, trgLang)) entries.push(entry);
      if (entries.length > mostMemoryEntries) throw tooMany();
    }
    return entries;
  };
  const entriesOf = (key: number, trgLang: string): readonly MemoryEntry[] => {
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
  return {
    has: (trgLang) => cutter.languages.has(trgLang.toLowerCase()),
    hasCodes: (trgLang) => cutter.languagesWithCodes.has(trgLang.toLowerCase()),
    entriesFor(keys, trgLang) {
      const found: MemoryEntry[] = [];
      if (!cutter.languages.has(trgLang.toLowerCase())) return found;
      for (const key of keys) {
        for (const entry of entriesOf(key, trgLang)) found.push(entry);
        if (found.length > mostMemoryEntries) throw tooMany();
      }
      return found;
    },
  };
}

function tooMany(): Refusal {
  return new Refusal(mergeFinding('merge/too-large', 0, `more than ${mostMemoryEntries} entries for an article`));
}
