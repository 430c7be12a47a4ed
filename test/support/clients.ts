import { spawnSync } from 'node:child_process';
import { pinned } from '../pinned/fetch.mjs';

/** Whether a program that takes our output in is at hand. In CI it is an error where it is not. */
export function isInstalled(client: string, command: string, ...args: readonly string[]): boolean {
  return isAtHand(
    client,
    args.length === 0
      ? spawnSync('which', [command]).status === 0
      : spawnSync(command, args, { stdio: 'ignore' }).status === 0,
    'not installed',
  );
}

/** The same of what `test/pinned/fetch.mjs` fetches. */
export function isFetched(client: string, name: string): boolean {
  return isAtHand(client, pinned(name).isThere, `not fetched: node test/pinned/fetch.mjs ${name}`);
}

/** The folder of what was fetched: jars, or packages of Python. */
export function fetchedFolder(name: string): string {
  return pinned(name).folder;
}

function isAtHand(client: string, isThere: boolean, trouble: string): boolean {
  if (!isThere && process.env['CI'] !== undefined) throw new Error(`${client} is ${trouble}.`);
  if (!isThere) console.warn(`Skipped: the tests with ${client}, which is ${trouble}.`);
  return isThere;
}
