import type { MemoryEntry } from '../../../model/memory/entry.js';
import type { OtherFile } from '../../find/inputs.js';
import type { Progress } from '../../run/run.js';

/** How memories are read. */
export interface MemoriesOptions {
  readonly srcLang: string;
  readonly trgLang: string;
  /** Whether they are turned around: their targets are what is translated. */
  readonly reverse: boolean;
  /** Files that the run writes: none may be one that a memory is read from. */
  readonly outputs?: readonly string[];
  readonly jobs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** A memory that was named. */
export interface MemoryInput {
  /** As it was named. */
  readonly name: string;
  /** How many bytes its documents have; `undefined`: it has none, or they can be read only once. */
  readonly size: number | undefined;
  /** Gives its entries, one after the other, and then what there is to say of what it was read from. */
  read(take: (entry: MemoryEntry) => void): Promise<readonly OtherFile[]>;
}
