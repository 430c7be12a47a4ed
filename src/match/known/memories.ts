import { servesFor } from '../../model/language.js';
import type { MemoryEntry } from '../../model/memory/entry.js';
import { isEmptyText } from '../../model/memory/text-key.js';
import { type MatcherSettings, requirePoints } from '../options.js';
import { TextUnits } from '../shape/text-units.js';
import type { KnownMemory, Translation } from './translation.js';

/** A memory with a name. A `Memory` of `createMemory` is one, too. */
export interface MatcherMemory {
  readonly entries: Iterable<MemoryEntry> | (() => Iterable<MemoryEntry>);
  /** What matches say of their origin. Default: none. */
  readonly name?: string;
  /** What is taken off the scores of its matches. Default: the penalty `memory`. */
  readonly penalty?: number;
}

/** Entries, a memory, or several, of which the earlier one wins a tie. */
export type MatcherInput = Iterable<MemoryEntry | MatcherMemory> | MatcherMemory;

/** Entries that are not asked, by reason. */
export interface LeftOut {
  /** They have no target in the language, or their source is of another one. */
  language: number;
  /** Their source or target has neither text nor codes. */
  empty: number;
}

/** Is given a translation, and its source. */
export type TakeTranslation = (translation: Translation, source: TextUnits) => void;

/** Takes memories apart. */
export class Memories {
  /** Translations that were given. */
  count = 0;
  readonly leftOut: LeftOut = { language: 0, empty: 0 };
  private readonly settings: MatcherSettings;
  private readonly known: KnownMemory[] = [];
  /** The memory of entries that stand in none. */
  private loose: KnownMemory | undefined;
  /** The source of the translation that is given. */
  private readonly source = new TextUnits();
  private readonly isSource: (tag: string) => boolean;
  private readonly isTarget: (tag: string) => boolean;

  constructor(settings: MatcherSettings) {
    this.settings = settings;
    this.isSource = languageTest(settings.srcLang);
    this.isTarget = languageTest(settings.trgLang);
  }

  /**
   * Gives the translations of an input. Entries that stand in no memory of their own, given one
   * call after the other, are of one memory.
   */
  take(input: MatcherInput, give: TakeTranslation): void {
    for (const item of Symbol.iterator in input ? input : [input]) {
      if (!('entries' in item)) this.takeEntry(item, this.unnamed(), give);
      else {
        const memory = this.named(item);
        const { entries } = item;
        for (const entry of typeof entries === 'function' ? entries.call(item) : entries) {
          this.takeEntry(entry, memory, give);
        }
      }
    }
  }

  /** Those with one name are one memory. */
  private named({ name = '', penalty = this.settings.penalties.memory }: MatcherMemory): KnownMemory {
    requirePoints('penalty', penalty);
    this.loose = undefined;
    const same = this.known.find((each) => name !== '' && each.name === name && each.penalty === penalty);
    return same ?? this.begin(name, penalty);
  }

  private unnamed(): KnownMemory {
    this.loose ??= this.begin('', this.settings.penalties.memory);
    return this.loose;
  }

  private begin(name: string, penalty: number): KnownMemory {
    const memory = { number: this.known.length, name, penalty };
    this.known.push(memory);
    return memory;
  }

  private takeEntry(entry: MemoryEntry, memory: KnownMemory, give: TakeTranslation): void {
    if (!this.isSource(entry.srcLang)) {
      this.leftOut.language++;
      return;
    }
    const { source } = this;
    let isOfLanguage = false;
    for (const target of entry.targets) {
      if (!this.isTarget(target.trgLang)) continue;
      if (!isOfLanguage) source.load(entry.source.content);
      isOfLanguage = true;
      if (source.isEmpty || isEmptyText(target)) {
        this.leftOut.empty++;
        continue;
      }
      this.count++;
      const penalty = memory.penalty + (target.translationType === 'mt' ? this.settings.penalties.mt : 0);
      give({ entry, target, memory, penalty }, source);
    }
    if (!isOfLanguage) this.leftOut.language++;
  }
}

/** How many entries an input has, as far as that is known before it is read. */
export function expectedOf(input: MatcherInput): number {
  if ('entries' in input && !Array.isArray(input)) return Array.isArray(input.entries) ? input.entries.length : 0;
  if (!Array.isArray(input)) return 0;
  let count = 0;
  for (const item of input as readonly (MemoryEntry | MatcherMemory)[]) {
    if (!('entries' in item)) count++;
    else if (Array.isArray(item.entries)) count += item.entries.length;
  }
  return count;
}

/** Whether a tag is of a language: the same one, or one of the two names no region and no script. */
export function languageTest(wanted: string): (tag: string) => boolean {
  const known = new Map<string, boolean>();
  return (tag) => {
    if (tag === wanted) return true;
    const before = known.get(tag);
    if (before !== undefined) return before;
    const is = servesFor(tag, wanted);
    if (known.size < 1000) known.set(tag, is);
    return is;
  };
}
