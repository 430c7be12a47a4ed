import { type ChildProcess, spawn } from 'node:child_process';
import { vi } from 'vitest';
import { cli } from '../support/cli.js';

/** A run of the built command that is under way. */
export interface Started {
  readonly child: ChildProcess;
  /** Resolves when it ends; `signal` where it was that which ended it. */
  readonly ended: Promise<{ status: number | null; signal: NodeJS.Signals | null; stderr: string }>;
}

/** Starts the built command; `nodeArgs` are for Node.js, and `stdout` is a file that is open. */
export function start(
  args: readonly string[],
  cwd: string,
  nodeArgs: readonly string[] = [],
  stdout: number | 'ignore' = 'ignore',
): Started {
  const child = spawn(process.execPath, [...nodeArgs, cli, ...args], { cwd, stdio: ['ignore', stdout, 'pipe'] });
  let stderr = '';
  child.stderr?.on('data', (chunk) => {
    stderr += String(chunk);
  });
  const ended = new Promise<Awaited<Started['ended']>>((resolve) => {
    child.on('close', (status, signal) => resolve({ status, signal, stderr }));
  });
  return { child, ended };
}

/** The argument of Node.js that runs a script first, in the main thread and in each worker. */
export function preload(script: string): string[] {
  return ['--import', `data:text/javascript,${encodeURIComponent(script)}`];
}

/** Waits until something is so, however long that takes; fails after a minute, which no machine needs. */
export async function until(isSo: () => boolean): Promise<void> {
  await vi.waitUntil(isSo, { timeout: 60_000, interval: 2 });
}

/** Resolves when a run says something on standard error. */
export function heard(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve) => child.stderr?.once('data', resolve));
}
