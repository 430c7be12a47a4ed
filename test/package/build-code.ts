import { build } from './build.js';

/**
 * Builds what runs before a run of tests, and no types: these take ten times as long, and only the tests of the package look
 * at them. Where `SSPR_TM_BUILT` is set, as by `.ci/run`, the build is that of these sources already; and runs that are beside
 * each other do not take it from under each other.
 */
export async function setup(): Promise<void> {
  if (process.env['SSPR_TM_BUILT'] === undefined) await build('--no-dts');
}
