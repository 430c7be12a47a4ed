import { spawnSync } from 'node:child_process';

/** Whether a program that takes our output in is at hand. In CI it is an error where it is not. */
export function isInstalled(client: string, command: string, ...args: readonly string[]): boolean {
  const installed =
    args.length === 0
      ? spawnSync('which', [command]).status === 0
      : spawnSync(command, args, { stdio: 'ignore' }).status === 0;
  if (!installed && process.env['CI'] !== undefined) throw new Error(`${client} is not installed.`);
  if (!installed) console.warn(`Skipped: the tests with ${client}, which is not installed.`);
  return installed;
}
