import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from 'vitest';
import { temporaryFolder } from '../../support/cli.js';
import { fetchedFolder, isFetched, isInstalled } from '../../support/clients.js';

// Not just any Python: the one that Debian's packages are for.
const python = '/usr/bin/python3';

/** A version of the Translate Toolkit. */
export interface Toolkit {
  readonly version: '3.8' | '3.20';
  /** What a script prints. */
  readonly run: (script: string, ...args: readonly string[]) => string;
}

const title = 'the Translate Toolkit';
const env = { ...process.env, PYTHONPATH: fetchedFolder('translate-toolkit') };
const options = { encoding: 'utf8', maxBuffer: 1 << 30 } as const;

const older: Toolkit = { version: '3.8', run: (...args) => execFileSync(python, args, options) };
const newer: Toolkit = { version: '3.20', run: (...args) => execFileSync(python, args, { ...options, env }) };

/** That of Debian, and the one that is fetched; and whether they are at hand. */
const toolkits: readonly (readonly [Toolkit, boolean])[] = [
  [older, isInstalled(`${title} 3.8`, python, '-c', 'import translate.storage.xliff')],
  [newer, isFetched(`${title} 3.20`, 'translate-toolkit')],
];

/** Tests with each version. Those with one that is not at hand are skipped. */
export function describeToolkits(what: string, tests: (toolkit: Toolkit) => void): void {
  for (const [toolkit, isThere] of toolkits) {
    describe.runIf(isThere)(`${title} ${toolkit.version}${what}`, () => tests(toolkit));
  }
}

/** What becomes of a document; `error`: the exception. */
export interface Answer<Result> {
  readonly result?: Result;
  readonly error?: string;
}

/** Runs `documents.py` over lines of fields. */
export function documents<Result>({ run }: Toolkit, lines: readonly (readonly string[])[]): readonly Answer<Result>[] {
  const list = join(temporaryFolder(), 'list');
  writeFileSync(list, lines.map((line) => `${line.join('\t')}\n`).join(''));
  return run(join(import.meta.dirname, 'documents.py'), list)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Answer<Result>);
}
