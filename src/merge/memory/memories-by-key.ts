import { type Chains, chainKeys, nextOf } from '../../read/edited/chains.js';
import type { MergeFinding } from '../finding.js';
import type { MemoryIndex } from './memory-index.js';

/** Which of many memories have units whose sources have a key. Plain data, for any number of threads. */
export interface MemoriesByKey extends Chains {
  readonly keys: Float64Array;
  /** The place of the memory, for each key. */
  readonly memories: Uint32Array;
}

/** What is known of a memory; or why it is refused. */
export type KnownMemory = MemoryIndex | MergeFinding | undefined;

/** Each key stands once for a memory. Nothing is known of the keys of a memory that is refused. */
export function indexMemories(memories: readonly KnownMemory[]): MemoriesByKey {
  const indexes = memories.map((memory) => (isKnown(memory) ? memory.units : undefined));
  const most = indexes.reduce((sum, units) => sum + (units?.keys.length ?? 0), 0);
  const keys = new Float64Array(most);
  const owners = new Uint32Array(most);
  let count = 0;
  for (const [memory, units] of indexes.entries()) {
    for (const [place, key] of units?.keys.entries() ?? []) {
      if (units === undefined || nextOf(key, units.keys, units) !== place + 1) continue;
      keys[count] = key;
      owners[count++] = memory;
    }
  }
  const own = keys.slice(0, count);
  return { keys: own, memories: owners.slice(0, count), ...chainKeys(own) };
}

/** Says which memories have something to say of an article. */
export interface MemoryChoice {
  /**
   * The places of the memories, in order: of those that are refused, of those with units of one of the keys, and, once for
   * each language, of those with nothing in it.
   */
  for(keys: ReadonlySet<number>, trgLang: string): readonly number[];
}

export function createMemoryChoice(memories: readonly KnownMemory[], index: MemoriesByKey): MemoryChoice {
  const refused = placesOf(memories, (memory) => !isKnown(memory));
  /** By languages, the memories with nothing in them. */
  const without = new Map<string, ReadonlySet<number>>();
  return {
    for(keys, trgLang) {
      const language = trgLang.toLowerCase();
      const known = without.get(language);
      const others = known ?? new Set(placesOf(memories, (each) => isKnown(each) && !each.languages.has(language)));
      without.set(language, others);
      const found = new Set(known === undefined ? [...refused, ...others] : refused);
      for (const key of keys) {
        for (let at = nextOf(key, index.keys, index); at > 0; at = nextOf(key, index.keys, index, at)) {
          const memory = index.memories[at - 1] ?? 0;
          if (!others.has(memory)) found.add(memory);
        }
      }
      return [...found].sort((a, b) => a - b);
    },
  };
}

/** Whether a memory has units of one of the keys, in whichever language. */
export function hasKeyOf(memory: KnownMemory, keys: ReadonlySet<number>): boolean {
  if (!isKnown(memory)) return false;
  const { units } = memory;
  for (const key of keys) if (nextOf(key, units.keys, units) > 0) return true;
  return false;
}

function isKnown(memory: KnownMemory): memory is MemoryIndex {
  return memory !== undefined && !('code' in memory);
}

function placesOf(memories: readonly KnownMemory[], is: (memory: KnownMemory) => boolean): readonly number[] {
  return memories.flatMap((memory, place) => (is(memory) ? [place] : []));
}
