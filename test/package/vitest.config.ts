import type { ViteUserConfig } from 'vitest/config';
import { common, reporters, root } from '../vitest.config.js';

const config: ViteUserConfig = {
  root,
  test: {
    ...common,
    include: ['test/package/**/*.test.ts'],
    globalSetup: 'test/package/build.ts',
    reporters: reporters('package'),
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
};

export default config;
