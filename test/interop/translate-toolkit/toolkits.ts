import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
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

/** The versions that are there: that of Debian, and the one that is fetched. */
export const toolkits: readonly Toolkit[] = [
  ...(isInstalled(title, python, '-c', 'import translate.storage.xliff') ? [older] : []),
  ...(isFetched(`${title} 3.20`, 'translate-toolkit') ? [newer] : []),
];

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
