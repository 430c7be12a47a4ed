import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../vitest.config.js';
import { build } from './build.js';

/** Builds the package where it never was built: a few tests of units make a review page, whose code is built. */
export async function setup(): Promise<void> {
  if (!existsSync(join(root, 'dist/page/page.js'))) await build('--no-dts');
}
