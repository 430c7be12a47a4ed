import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../support/cli.js';
import { fetchedFolder, isFetched } from '../../support/clients.js';

/** Whether Okapi is there. */
export const hasOkapi: boolean = isFetched('Okapi', 'okapi');

/** Runs one of the programs of this folder over lines of arguments; gives the lines of JSON that it prints. */
export function okapi<Line>(
  program: 'Read' | 'RoundTrip' | 'Memory',
  lines: readonly (readonly string[])[],
): readonly Line[] {
  const list = join(temporaryFolder(), 'list');
  writeFileSync(list, lines.map((line) => `${line.join('\t')}\n`).join(''));
  const output = execFileSync(
    'java',
    // The compiler of a run that takes seconds need not be a good one.
    [
      ...['-XX:TieredStopAtLevel=1', '-Xshare:auto', '-Djava.awt.headless=true'],
      ...['-cp', `${fetchedFolder('okapi')}/*`, join(import.meta.dirname, `${program}.java`), list],
    ],
    { encoding: 'utf8', maxBuffer: 1 << 30, stdio: ['ignore', 'pipe', 'ignore'] },
  );
  return output
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);
}
