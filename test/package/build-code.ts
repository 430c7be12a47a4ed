import { build } from './build.js';

/** Builds what runs before a run of tests, and no types: these take ten times as long, and only the tests of the package look at them. */
export function setup(): Promise<void> {
  return build('--no-dts');
}
