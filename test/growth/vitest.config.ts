import type { ViteUserConfig } from 'vitest/config';
import { reporters, root } from '../vitest.config.js';
import { isLong } from './plans.js';

const config: ViteUserConfig = {
  root,
  test: {
    // Whether the sweep finds what it is there for takes longer than the short form may.
    include: [isLong ? 'test/growth/**/*.test.ts' : 'test/growth/growth.test.ts'],
    reporters: reporters('growth'),
    // The sweep is one hook, and each call in it has a deadline of its own.
    hookTimeout: 12 * 3_600_000,
    testTimeout: 600_000,
    maxWorkers: 1,
  },
};

export default config;
