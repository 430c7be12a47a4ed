import type { Readable } from 'node:stream';
import type { MemoryEntry } from '../../../model/memory/entry.js';
import type { OtherFile } from '../../find/inputs.js';
import type { InputFile } from '../../places/guard.js';
import type { Progress } from '../../run/run.js';

/** How memories are read. */
export interface MemoriesOptions {
  readonly srcLang: string;
  readonly trgLang: string;
  /** Whether they are turned around: their targets are what is translated. */
  readonly reverse: boolean;
  /** Files that the run writes: none may be one that a memory is read from. */
  readonly outputs?: readonly string[];
  /** What the memory `-` is. Default: the standard input of the process. */
  readonly stdin?: Readable | undefined;
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

/** The file of a memory, for messages about outputs: one that the shell opened as standard input is a memory like any other. */
export function memoryFile(input: string, stdin: Readable | undefined): InputFile {
  if (input !== '-') return { file: input, name: `the memory ${input}` };
  const file = stdin === undefined ? 0 : 'fd' in stdin && typeof stdin.fd === 'number' ? stdin.fd : '-';
  return { file, name: 'standard input' };
}
