import type { ViteUserConfig } from 'vitest/config';
import { reporters, root } from '../vitest.config.js';

const config: ViteUserConfig = {
  root,
  test: {
    include: ['test/browser/**/*.test.ts'],
    globalSetup: 'test/package/build-code.ts',
    // A page waits as long as it works; with more of them at a time, each would wait for the others.
    maxWorkers: 2,
    reporters: reporters('browser'),
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
};

export default config;
