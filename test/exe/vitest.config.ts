import type { ViteUserConfig } from 'vitest/config';
import { tier } from '../vitest.config.js';

const { test, ...config } = tier('exe');

const exe: ViteUserConfig = {
  ...config,
  test: {
    ...test,
    globalSetup: ['test/package/build-code.ts', 'test/exe/make.ts', 'test/windows/start-wine.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
};

export default exe;
