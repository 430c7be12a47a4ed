import type { ViteUserConfig } from 'vitest/config';
import { reporters, root } from '../vitest.config.js';

const config: ViteUserConfig = {
  root,
  test: {
    include: ['test/browser/**/*.test.ts'],
    globalSetup: 'test/package/build-code.ts',
    // One browser at a time: it has all the cores that there are.
    fileParallelism: false,
    reporters: reporters('browser'),
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
};

export default config;
