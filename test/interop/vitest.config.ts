import type { ViteUserConfig } from 'vitest/config';
import { reporters, root } from '../vitest.config.js';

const config: ViteUserConfig = {
  root,
  test: {
    include: ['test/interop/**/*.test.ts'],
    globalSetup: 'test/package/build-code.ts',
    reporters: reporters('interop'),
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
};

export default config;
