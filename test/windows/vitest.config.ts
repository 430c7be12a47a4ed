import type { ViteUserConfig } from 'vitest/config';
import { tier } from '../vitest.config.js';

const { test, ...config } = tier('windows');

const windows: ViteUserConfig = {
  ...config,
  test: {
    ...test,
    globalSetup: ['test/package/build-code.ts', 'test/windows/start-wine.ts'],
    testTimeout: 600_000,
    hookTimeout: 300_000,
  },
};

export default windows;
