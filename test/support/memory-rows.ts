import { readFileSync } from 'node:fs';

/** The rows of a JSONL file. */
export function rowsIn(file: string): Record<string, unknown>[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
