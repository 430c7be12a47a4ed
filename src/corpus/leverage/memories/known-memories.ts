import type { LeverageMatcher } from '../../../leverage/look-up.js';
import { createMatcher } from '../../../match/matcher.js';
import type { MatcherOptions } from '../../../match/options.js';
import { createPassMatcher, type PassMatcher } from '../../../match/passes.js';
import type { MemoryEntry } from '../../../model/memory/entry.js';
import type { OtherFile } from '../../find/inputs.js';
import type { MemoriesOptions, MemoryInput } from './memory-input.js';
import { openMemory } from './open-memory.js';
import { Tally } from './tally.js';

/** How what memories have is looked up. */
export interface KnownMemoriesOptions extends MemoriesOptions {
  /** How matches are found. */
  readonly matcher: MatcherOptions;
  /** Scores below this are only counted. */
  readonly show: number;
  /** What is taken off the scores of a memory, by its number. */
  readonly penaltyOf: (memory: number) => number | undefined;
  /** Documents that have more bytes together are read in passes. */
  readonly mostKept: number;
}

/** Memories that can be asked. */
export interface KnownMemories {
  readonly matcher: LeverageMatcher;
  /** The hashes of English originals that they name. */
  readonly originals: ReadonlySet<string>;
  /**
   * Has all questions answered. `askAll` asks the matcher all that will be asked; where memories are read in passes, it is
   * called before each of them, and once after the last one.
   */
  answer(askAll: () => Promise<void>): Promise<void>;
  /** What they brought, in their order; when all is answered. */
  readonly read: readonly ReadMemory[];
}

/** A memory that was read. */
export interface ReadMemory {
  readonly input: MemoryInput;
  readonly tally: Tally;
  /** What there is to say of what it was read from. */
  readonly files: readonly OtherFile[];
}

/**
 * Opens memories. Those that are small together are read here, and kept; documents that are large are read as often as there
 * is something new to ask.
 *
 * @throws {CorpusError} As {@link openMemory}.
 */
export async function openMemories(named: readonly string[], options: KnownMemoriesOptions): Promise<KnownMemories> {
  const inputs: MemoryInput[] = [];
  for (const input of named) inputs.push(await openMemory(input, options));
  const size = inputs.reduce((sum, input) => sum + (input.size ?? 0), 0);
  return size > options.mostKept ? inPasses(inputs, options) : await kept(inputs, options);
}

async function kept(
  inputs: readonly MemoryInput[],
  { matcher: options, penaltyOf }: KnownMemoriesOptions,
): Promise<KnownMemories> {
  const originals = new Set<string>();
  const read: ReadMemory[] = [];
  const memories: { readonly name: string; readonly penalty?: number; readonly entries: readonly MemoryEntry[] }[] = [];
  for (const [number, input] of inputs.entries()) {
    const { entries, ...rest } = await readAll(input, originals);
    read.push({ input, ...rest });
    memories.push({ ...named(input, penaltyOf(number)), entries });
  }
  return { matcher: createMatcher(memories, options), originals, answer: async () => {}, read };
}

function inPasses(
  inputs: readonly MemoryInput[],
  { matcher: options, show, penaltyOf }: KnownMemoriesOptions,
): KnownMemories {
  const originals = new Set<string>();
  const read: ReadMemory[] = [];
  const matcher = createPassMatcher({ ...options, several: show });
  /** What is not read in pieces is read once. */
  const small = new Map<MemoryInput, readonly MemoryEntry[]>();
  const pass = async (): Promise<void> => {
    const { add, end } = matcher.begin();
    for (const [number, input] of inputs.entries()) {
      const memory = named(input, penaltyOf(number));
      if (input.size === undefined && !small.has(input)) {
        const { entries, ...rest } = await readAll(input, originals);
        small.set(input, entries);
        read.push({ input, ...rest });
      }
      const entries = small.get(input);
      if (entries !== undefined) add({ ...memory, entries });
      else {
        const tally = new Tally(originals);
        const files = await inBatches(input, (batch) => {
          add({ ...memory, entries: batch });
          if (read[number] === undefined) for (const entry of batch) tally.add(entry);
        });
        read[number] ??= { input, tally, files };
      }
    }
    end();
  };
  return { matcher, originals, answer: (askAll) => answerIn(matcher, pass, askAll), read };
}

async function answerIn(matcher: PassMatcher, pass: () => Promise<void>, askAll: () => Promise<void>): Promise<void> {
  await askAll();
  // Where nothing is asked, what there is to say of memories is.
  do {
    await pass();
    await askAll();
  } while (matcher.open > 0);
}

function named(
  { name }: MemoryInput,
  penalty: number | undefined,
): { readonly name: string; readonly penalty?: number } {
  return { name, ...(penalty === undefined ? {} : { penalty }) };
}

async function readAll(
  input: MemoryInput,
  originals: Set<string>,
): Promise<{ readonly entries: readonly MemoryEntry[]; readonly tally: Tally; readonly files: readonly OtherFile[] }> {
  const entries: MemoryEntry[] = [];
  const tally = new Tally(originals);
  const files = await input.read((entry) => {
    entries.push(entry);
    tally.add(entry);
  });
  return { entries, tally, files };
}

const batchSize = 64;

async function inBatches(
  input: MemoryInput,
  take: (batch: readonly MemoryEntry[]) => void,
): Promise<readonly OtherFile[]> {
  let batch: MemoryEntry[] = [];
  const files = await input.read((entry) => {
    if (batch.push(entry) < batchSize) return;
    take(batch);
    batch = [];
  });
  take(batch);
  return files;
}
