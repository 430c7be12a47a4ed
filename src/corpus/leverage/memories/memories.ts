import { Writable } from 'node:stream';
import { languageTest, type MatcherMemory } from '../../../match/known/memories.js';
import { reverseEntries } from '../../../memory/reverse.js';
import type { Diagnostic } from '../../../model/diagnostics/diagnostic.js';
import { diagnosticForFile } from '../../../model/diagnostics/diagnostic-kinds.js';
import type { MemoryEntry } from '../../../model/memory/entry.js';
import type { Exporter } from '../../../write/exporter.js';
import type { OtherFile } from '../../find/inputs.js';
import { memoryCorpus } from '../../memory/memory.js';
import type { Progress } from '../../run/run.js';
import { isRowsPath, readRowsFile } from './rows-file.js';

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
}

/** The languages of the articles, and of their translations. */
interface MemoryLanguages {
  readonly srcLang: string;
  readonly trgLang: string;
}

/** A memory that was read. */
export interface ReadMemory extends MatcherMemory {
  /** As it was named. */
  readonly name: string;
  readonly entries: readonly MemoryEntry[];
  /** What there is to say of what it was read from. */
  readonly files: readonly OtherFile[];
}

/**
 * Reads what an input holds as a memory: TMX, XLIFF and JSONL documents, side-by-side articles, whole trees of them. Each pair
 * with its place and what stands before and after it.
 *
 * @throws {CorpusError} `input`: it does not exist, or there is nothing of that kind in it; `usage`: an output is one of its
 * files.
 */
export async function readMemory(
  input: string,
  options: MemoriesOptions,
  onProgress?: (progress: Progress) => void,
): Promise<ReadMemory> {
  const entries: MemoryEntry[] = [];
  const files = isRowsPath(input)
    ? [{ path: input, namedPath: input, diagnostics: await readRowsFile(input, entries, options.signal) }]
    : await readPairs(input, entries, options, onProgress);
  const told = files
    .map(({ path, namedPath, diagnostics }) => ({ path, namedPath, diagnostics: diagnostics.filter(isOfReading) }))
    .filter(({ diagnostics }) => diagnostics.length > 0);
  return { name: input, entries: options.reverse ? Array.from(reverseEntries(entries)) : entries, files: told };
}

async function readPairs(
  input: string,
  entries: MemoryEntry[],
  { srcLang, trgLang, reverse, outputs = [], jobs, signal }: MemoriesOptions,
  onProgress: ((progress: Progress) => void) | undefined,
): Promise<readonly OtherFile[]> {
  const { files } = await memoryCorpus(
    [input],
    {
      formats: [collectorOf(entries)],
      output: '-',
      stdout: new Writable({ write: (_chunk, _encoding, done) => done() }),
      keep: 'all',
      context: 'memoq',
      alsoWrites: outputs,
      srcLang: reverse ? trgLang : srcLang,
      ...(jobs === undefined ? {} : { jobs }),
      ...(signal === undefined ? {} : { signal }),
    },
    onProgress,
  );
  return files;
}

/** What pairs of a memory are like is for `check` and `memory` to say; here, what could not be read of it is. */
function isOfReading({ code, severity }: Diagnostic): boolean {
  return severity === 'error' || /^(?:input|document)\//.test(code);
}

/** A format that keeps entries, and writes nothing. */
function collectorOf(entries: MemoryEntry[]): Exporter {
  return {
    name: 'entries',
    title: 'entries',
    extension: '.entries',
    scope: 'language',
    multilingual: true,
    begin: () => '',
    article: () => [],
    entry(entry) {
      entries.push(entry);
      return [];
    },
    end: () => '',
  };
}

/** How many translations of a memory are from one language into another. */
export function translationsIn({ entries }: ReadMemory, { srcLang, trgLang }: MemoryLanguages): number {
  const isSource = languageTest(srcLang);
  const isTarget = languageTest(trgLang);
  let count = 0;
  for (const entry of entries) {
    if (!isSource(entry.srcLang)) continue;
    for (const target of entry.targets) if (isTarget(target.trgLang)) count++;
  }
  return count;
}

/** What there is to say of a memory that has nothing for the languages that are asked for; with the languages that it has. */
export function unusedMemory({ name, entries }: ReadMemory, { srcLang, trgLang }: MemoryLanguages): OtherFile {
  const counts = new Map<string, number>();
  for (const entry of entries) {
    for (const target of entry.targets) {
      const pair = `${entry.srcLang} to ${target.trgLang}`;
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
  }
  const known = [...counts].sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1));
  const listed = known.slice(0, mostListed).map(([pair, count]) => `${count.toLocaleString('en-US')} from ${pair}`);
  const more = known.length > mostListed ? [`${known.length - mostListed} other pairs of languages`] : [];
  const has = known.length === 0 ? 'nothing that could be read as such a memory' : [...listed, ...more].join(', ');
  const diagnostic = diagnosticForFile('memory/no-language', `${srcLang} to ${trgLang}`, has);
  return { path: name, namedPath: name, diagnostics: [diagnostic] };
}

const mostListed = 5;

/** The hashes of English originals that memories name. */
export function originalsOf(memories: readonly ReadMemory[]): ReadonlySet<string> {
  const hashes = new Set<string>();
  for (const { entries } of memories) {
    for (const { targets } of entries) {
      for (const { places } of targets) {
        for (const { sourceHash } of places) if (sourceHash !== undefined) hashes.add(sourceHash.toLowerCase());
      }
    }
  }
  return hashes;
}
