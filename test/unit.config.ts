import { configDefaults, type ViteUserConfig } from 'vitest/config';
import base, { reporters, root } from './vitest.config.js';

/** The tests of units: all that need no build. One file runs in two seconds. */
const config: ViteUserConfig = {
  root,
  test: {
    ...base.test,
    exclude: [...(base.test?.exclude ?? configDefaults.exclude), 'test/cli/**', 'test/docs.test.ts'],
    globalSetup: 'test/package/build-once.ts',
    reporters: reporters('unit'),
  },
};

export default config;
