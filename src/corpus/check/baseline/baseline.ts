import { resolve } from 'node:path';
import { currentCode, ruleKinds } from '../../../check/rule-table.js';
import { CorpusError, reasonOf } from '../../error.js';
import { readUpTo } from '../../files/read-file.js';
import { mostArticleBytes } from '../../limits.js';
import type { CodeRules } from '../check-codes.js';
import { type FindingKeys, keysOfWritten } from './keys.js';

/** Findings that are known. Plain data, which goes to worker threads. */
export interface Baseline {
  /** By the path of their file: `withPlace` and `anywhere` of each finding, one after the other. */
  readonly files: ReadonlyMap<string, Float64Array>;
  /** How many findings are in it in all, those included that are not looked for. */
  readonly total: number;
}

/** How many numbers a finding has. */
export const numbersOfEach = 2;

const advice = 'Make one with: sspr-tm check INPUT… --format json -o FILE';

/**
 * Reads what an earlier `check --format json` wrote. Findings whose codes `rules` have `off` are left aside.
 *
 * @throws {CorpusError} `input`: it cannot be read; `usage`: it is something else.
 */
export function readBaseline(path: string, rules: CodeRules): Baseline {
  let total = 0;
  const files = new Map<string, number[]>();
  for (const { path: name, findings } of filesIn(parse(path), path)) {
    const numbers = files.get(name) ?? [];
    files.set(name, numbers);
    for (const found of findings) {
      total++;
      const { code: written } = found;
      if (typeof written !== 'string') throw foreign(path);
      const code = currentCode(written);
      if (isOff(code, rules)) continue;
      const { withPlace, anywhere }: FindingKeys = keysOfWritten({ ...found, code });
      numbers.push(withPlace, anywhere);
    }
  }
  return { files: new Map(Array.from(files, ([name, numbers]) => [name, Float64Array.from(numbers)])), total };
}

function isOff(code: string, rules: CodeRules): boolean {
  const kinds: Readonly<Record<string, { readonly off?: boolean }>> = ruleKinds;
  const isByDefault = Object.hasOwn(kinds, code) && kinds[code]?.off === true;
  return (rules[code] ?? (isByDefault ? 'off' : undefined)) === 'off';
}

function parse(path: string): unknown {
  let bytes: Uint8Array;
  try {
    bytes = readUpTo(resolve(path), mostArticleBytes);
  } catch (error) {
    throw new CorpusError('input', `${path}: the baseline cannot be read: ${reasonOf(error)}. ${advice}`, {
      cause: error,
    });
  }
  try {
    return JSON.parse(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
        .toString()
        .replace(/^\ufeff/, ''),
    );
  } catch {
    throw foreign(path);
  }
}

/** A file with findings, as it was written. */
interface WrittenFile {
  readonly path: string;
  readonly findings: readonly Readonly<Record<string, unknown>>[];
}

function filesIn(value: unknown, path: string): readonly WrittenFile[] {
  if (!isObject(value) || !Array.isArray(value['files'])) throw foreign(path);
  const files: readonly unknown[] = value['files'];
  if (!files.every(isFile)) throw foreign(path);
  return files;
}

function isFile(value: unknown): value is WrittenFile {
  if (!isObject(value) || typeof value['path'] !== 'string' || !Array.isArray(value['findings'])) return false;
  return value['findings'].every(isObject);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function foreign(path: string): CorpusError {
  return new CorpusError('usage', `${path}: this is no baseline: none that check --format json wrote. ${advice}`);
}
