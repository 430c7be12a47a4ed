import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Options } from 'tsup';
import { root } from '../vitest.config.js';
import type { Line } from './child.js';
import type { Failure } from './measure.js';
import type { Plan } from './plans.js';

/** A process takes so many tasks, one after the other: what it compiles is of use to all of them. */
const tasksOfProcess = 200;
/** Milliseconds. A call of the largest input that is judged takes seconds of CPU time at most; one without end takes this. */
const deadline = 90_000;
/** Megabytes, and kilobytes: an input has some thousand characters, or a million. */
const heap = 1000;
/** A smaller stack than the usual one: what depends on it fails for smaller inputs. */
const stack = 400;

/** Collection and compilation in the thread that is measured, so that its CPU time is that of the call. */
const flags = [
  `--max-old-space-size=${heap}`,
  `--stack-size=${stack}`,
  '--single-threaded',
  '--max-semi-space-size=32',
];

/** What bundles the library with the sweep. */
export type Plugins = NonNullable<Options['esbuildPlugins']>;

/**
 * Runs tasks of a plan by their numbers in processes of their own, a few at a time. What was not done in a process that
 * died is done in another. `plugins` may change the library.
 */
export async function sweep(
  plan: Plan,
  numbers: readonly number[],
  processes: number,
  plugins: Plugins = [],
): Promise<readonly Failure[]> {
  const folder = mkdtempSync(join(root, 'node_modules/.growth-'));
  try {
    await build({
      entry: { child: join(root, 'test/growth/child.ts') },
      outDir: folder,
      format: 'esm',
      target: 'node20',
      platform: 'node',
      outExtension: () => ({ js: '.mjs' }),
      config: false,
      dts: false,
      clean: false,
      silent: true,
      esbuildPlugins: plugins,
    });
    const left = [...numbers];
    const failures: Failure[] = [];
    const work = async (): Promise<void> => {
      for (let batch = left.splice(0, tasksOfProcess); batch.length > 0; batch = left.splice(0, tasksOfProcess)) {
        for (const failure of await runBatch(join(folder, 'child.mjs'), plan, batch)) failures.push(failure);
      }
    };
    await Promise.all(Array.from({ length: processes }, work));
    return failures;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Runs tasks one after the other. A process that dies leaves its task behind; one that something else killed, such as the
 * kernel for want of memory, has a second chance.
 */
async function runBatch(child: string, plan: Plan, batch: readonly number[]): Promise<readonly Failure[]> {
  const failures: Failure[] = [];
  let left = batch;
  let hadChance = false;
  while (left.length > 0) {
    const { done, found, death } = await runProcess(child, plan, left);
    for (const failure of found) failures.push(failure);
    left = left.slice(done);
    if (done > 0) hadChance = false;
    if (death === undefined) continue;
    if (death === 'killed' && !hadChance) {
      hadChance = true;
      continue;
    }
    hadChance = false;
    if (death !== 'killed') failures.push(death);
    else failures.push({ kind: 'dies', task: `task ${left[0]}`, entry: '', message: 'something kills it, twice' });
    left = left.slice(1);
  }
  return failures;
}

interface Outcome {
  readonly done: number;
  readonly found: readonly Failure[];
  readonly death?: Failure | 'killed';
}

function runProcess(child: string, plan: Plan, numbers: readonly number[]): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const args = [...flags, child, JSON.stringify(plan), ...numbers.map(String)];
    const running = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const found: Failure[] = [];
    let done = 0;
    let last: Extract<Line, { readonly at: string }> | undefined;
    let said = '';
    let isLate = false;
    const restart = (): NodeJS.Timeout =>
      setTimeout(() => {
        isLate = true;
        running.kill('SIGKILL');
      }, deadline);
    let timer = restart();
    running.stderr.on('data', (chunk) => {
      said = (said + chunk).slice(-2000);
    });
    let rest = '';
    running.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      clearTimeout(timer);
      timer = restart();
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) hear(JSON.parse(line) as Line);
    });
    const hear = (line: Line): void => {
      if ('at' in line) {
        last = line;
        return;
      }
      done++;
      for (const failure of line.failures) found.push(failure);
    };
    running.on('error', reject);
    running.on('close', (code, signal) => {
      clearTimeout(timer);
      if (code === 0) {
        resolve({ done, found });
        return;
      }
      if ((signal === 'SIGKILL' || signal === 'SIGTERM') && !isLate) {
        resolve({ done, found, death: 'killed' });
        return;
      }
      if (last === undefined) {
        reject(new Error(`The process did not start: ${signal ?? code} ${said}`));
        return;
      }
      const reason = isLate ? `no end after ${deadline / 1000} s` : (signal ?? `exit ${code}: ${firstLine(said)}`);
      const message = `${reason} (n = ${last.n})`;
      resolve({ done, found, death: { kind: 'dies', task: last.task, entry: last.at, message } });
    });
  });
}

function firstLine(said: string): string {
  return said.split('\n').find((line) => /error|fatal/i.test(line)) ?? said.slice(0, 200);
}
