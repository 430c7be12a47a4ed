import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { MemoryReport, Report } from '../../../src/node.js';
import { sspr } from '../../support/cli.js';
import type { Run } from './runs.js';

/** What a run wrote. */
export interface Made {
  readonly run: Run;
  readonly report: MemoryReport & Report;
  /** The only file with this ending. */
  readonly file: (ending: string) => string;
  readonly files: readonly string[];
}

/** Runs the command in a folder; the same run in the same folder only once. */
export function createRunner(folder: string): (run: Run) => Made {
  const done = new Map<Run, Made>();
  return (run) => {
    const made = done.get(run) ?? make(run, folder);
    done.set(run, made);
    return made;
  };
}

function make(run: Run, folder: string): Made {
  const { name, command, formats, args, inputs } = run;
  const own = join(folder, name);
  mkdirSync(own);
  mkdirSync(join(own, 'out'));
  const outputs = run.together ? formats.map((format) => `out/pairs.${format}`) : ['out'];
  for (const output of outputs) {
    const options = ['-q', '--fail-on', 'never', '--report', 'report.json', '-o', output];
    if (!run.together) options.push('-f', formats.join());
    const { status, stderr } = sspr([command, ...inputs(own), ...args, ...options], { cwd: own });
    const message = stderr.includes('sspr-tm:') ? stderr : '';
    expect({ name, status, message }).toEqual({ name, status: 0, message: '' });
  }
  const files = readdirSync(join(own, 'out')).map((file) => join(own, 'out', file));
  const file = (ending: string): string => {
    const [found, ...more] = files.filter((path) => path.endsWith(ending));
    if (found === undefined || more.length > 0) throw new Error(`${name} has ${more.length + 1} files ${ending}.`);
    return found;
  };
  return { run, report: JSON.parse(readFileSync(join(own, 'report.json'), 'utf8')), file, files };
}

/** How often each value is there. */
export function numbersOf(values: Iterable<string>): Record<string, number> {
  const numbers: Record<string, number> = {};
  for (const value of values) numbers[value] = (numbers[value] ?? 0) + 1;
  return numbers;
}

/** How many translations into each language the report speaks of. */
export function reported({ run, report }: Made): Record<string, number> {
  if (run.command === 'export') return { 'de-DE': report.pairs.exported };
  return Object.fromEntries(Object.entries(report.memory.languages).map(([tag, { entries }]) => [tag, entries]));
}
