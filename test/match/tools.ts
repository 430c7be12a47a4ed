import type { EntryTarget, MemoryEntry } from '../../src/model/memory/entry.js';
import { parseInline } from '../../src/read/inline/inline.js';

/** A text as an article has it. */
export function text(markdown: string): Pick<EntryTarget, 'text' | 'content'> {
  return { text: markdown, content: parseInline(markdown) };
}

/** What may be said of an entry besides its texts. */
export interface EntryFacts extends Partial<Omit<EntryTarget, 'text' | 'content'>> {
  readonly id?: string;
  readonly srcLang?: string;
}

/** An entry with one target; German where nothing else is said. */
export function entry(
  source: string,
  target: string,
  { id, srcLang = 'en-US', ...facts }: EntryFacts = {},
): MemoryEntry {
  return {
    id: id ?? source,
    srcLang,
    source: text(source),
    targets: [{ trgLang: 'de-DE', count: 1, places: [], ...facts, ...text(target) }],
  };
}
