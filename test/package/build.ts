import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { root } from '../vitest.config.js';

/** Builds the package before a run of tests, so that they meet what the sources say now. */
export async function setup(): Promise<void> {
  await promisify(execFile)(process.execPath, ['node_modules/tsup/dist/cli-default.js', '--silent'], { cwd: root });
}
