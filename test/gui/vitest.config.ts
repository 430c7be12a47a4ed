import type { ViteUserConfig } from 'vitest/config';
import { reporters, root } from '../vitest.config.js';

const config: ViteUserConfig = {
  root,
  test: {
    include: ['test/gui/**/*.test.ts'],
    globalSetup: 'test/package/build-code.ts',
    // One window at a time: they are slow to start on a busy machine.
    fileParallelism: false,
    reporters: reporters('gui'),
    testTimeout: 240_000,
  },
};

export default config;
