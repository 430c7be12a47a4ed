import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { documents } from '../../read/memory/documents.js';
import { shared, unpack } from '../../support/shared.js';
import { hostileTree } from './hostile.js';

/** A run of the command, and what clients take in of it. */
export interface Run {
  readonly name: string;
  readonly command: 'memory' | 'export';
  readonly formats: readonly string[];
  readonly args: readonly string[];
  /** The inputs, below a folder that is the test's own. */
  readonly inputs: (folder: string) => readonly string[];
  /** Each format in one file, with all languages. */
  readonly together?: true;
  /** Target languages of OmegaT's projects that load it. */
  readonly omegat?: readonly string[];
}

/** Articles of a tree, as many as have names that start so: samples are enough here. */
function sample(tree: string, names: string, place: 'corpus' | 'trees' = 'corpus'): string {
  return join(unpack(`${tree}.sxs`, place), `**/${names}*.md`);
}

const quantum = (tag: string): string => sample(`quantum.${tag}`, 'microsoft.quantum.c');
const insights = (tag: string): string => sample(`alchemyinsights.${tag}`, 'co', tag === 'ja-JP' ? 'corpus' : 'trees');

function history(folder: string): readonly string[] {
  const bundle = join(shared ?? '', 'trees/quantum.de-DE.live-sxs.bundle');
  execFileSync('git', ['clone', '-q', '--bare', '--branch', 'live-sxs', bundle, join(folder, 'de.git')]);
  return ['de.git'];
}

function hostile(folder: string): readonly string[] {
  for (const [path, text] of Object.entries(hostileTree())) {
    mkdirSync(join(folder, 'odd', dirname(path)), { recursive: true });
    writeFileSync(join(folder, 'odd', path), text);
  }
  return ['odd/de', 'odd/ja'];
}

/** Memories and documents as other tools write them, beside articles. */
function vendors(folder: string): readonly string[] {
  mkdirSync(join(folder, 'docs'));
  for (const [name, text] of Object.entries(documents)) {
    writeFileSync(join(folder, 'docs', `${name}.${name.startsWith('xliff') ? 'xlf' : 'tmx'}`), text);
  }
  return ['docs/*.tmx', 'docs/*.xlf', ...hostile(folder)];
}

const tables = ['jsonl', 'parquet', 'csv', 'xlsx'];
const all = ['tmx', ...tables];

/** Runs over articles that are made here. */
export const smallRuns: readonly Run[] = [
  {
    name: 'odd-export',
    command: 'export',
    formats: [...all, 'moses'],
    args: [],
    inputs: (folder) => hostile(folder).slice(0, 1),
  },
  {
    name: 'odd',
    command: 'memory',
    formats: [...all, 'moses'],
    args: [],
    inputs: (folder) => hostile(folder).slice(0, 1),
    omegat: ['de-DE'],
  },
  {
    name: 'odd-joined',
    command: 'memory',
    formats: all,
    args: ['--join', '--keep', 'distinct', '--inline', 'text'],
    inputs: hostile,
    omegat: ['de-DE'],
  },
  {
    name: 'vendors',
    command: 'memory',
    formats: all,
    args: ['--join', '--keep', 'distinct'],
    inputs: vendors,
    omegat: ['de-DE'],
  },
  {
    name: 'mt',
    command: 'memory',
    formats: [...all, 'moses'],
    args: ['--profile', 'mt'],
    inputs: (folder) => ['docs/trados.tmx', ...vendors(folder).filter((input) => input === 'odd/de')],
    omegat: ['de-DE'],
  },
];

/** Runs over trees and a history. */
export const treeRuns: readonly Run[] = [
  {
    name: 'best',
    command: 'memory',
    formats: [...all, 'moses'],
    args: [],
    inputs: () => [quantum('de-DE')],
    omegat: ['de-DE'],
  },
  {
    name: 'latest-text',
    command: 'memory',
    formats: ['tmx', 'jsonl', 'parquet', 'moses'],
    args: ['--keep', 'latest', '--inline', 'text'],
    inputs: () => [quantum('ja-JP')],
    omegat: ['ja-JP'],
  },
  {
    name: 'all-strip',
    command: 'memory',
    formats: ['tmx', 'jsonl', 'parquet', 'moses'],
    args: ['--keep', 'all', '--inline', 'strip'],
    inputs: () => [quantum('de-DE')],
    omegat: ['de-DE'],
  },
  {
    name: 'omegat',
    command: 'memory',
    formats: ['tmx', 'jsonl'],
    args: ['--context', 'omegat', '--keep', 'distinct'],
    inputs: () => [quantum('ja-JP')],
    omegat: ['ja-JP'],
  },
  {
    name: 'memoq',
    command: 'memory',
    formats: ['tmx', 'jsonl'],
    args: ['--context', 'memoq'],
    inputs: () => [quantum('ja-JP')],
    omegat: ['ja-JP'],
  },
  {
    name: 'joined',
    command: 'memory',
    formats: ['tmx', 'jsonl'],
    args: ['--join'],
    inputs: () => ['de-DE', 'ja-JP'].map(quantum),
    omegat: ['de-DE', 'ja-JP'],
  },
  {
    name: 'joined-distinct',
    command: 'memory',
    formats: ['tmx', 'jsonl', 'parquet'],
    args: ['--join', '--keep', 'distinct', '--inline', 'text'],
    inputs: () => ['ja-JP', 'th-TH', 'zh-CN'].map(insights),
    omegat: ['ja-JP'],
  },
  {
    name: 'history',
    command: 'memory',
    formats: ['tmx', 'jsonl', 'parquet', 'moses'],
    args: ['--history', '--rev', 'HEAD~190', '--keep', 'distinct'],
    inputs: history,
    omegat: ['de-DE'],
  },
  {
    name: 'export',
    command: 'export',
    formats: ['jsonl', 'parquet', 'moses'],
    args: [],
    inputs: () => [quantum('de-DE')],
  },
  {
    name: 'export-joined',
    command: 'export',
    formats: ['jsonl', 'parquet'],
    args: ['--with', 'check/numbers,check/untranslated'],
    together: true,
    inputs: () => ['ja-JP', 'th-TH', 'zh-CN'].map(insights),
  },
];
