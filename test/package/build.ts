import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { root } from '../vitest.config.js';

/** Builds the package before a run of tests, so that they meet what the sources say now. */
export function setup(): Promise<void> {
  return build();
}

/** Builds the package; the options are those of tsup. */
export async function build(...options: readonly string[]): Promise<void> {
  const tsup = 'node_modules/tsup/dist/cli-default.js';
  await promisify(execFile)(process.execPath, [tsup, '--silent', ...options], { cwd: root });
}
