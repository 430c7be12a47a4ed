import type { ViteUserConfig } from 'vitest/config';
import { tier } from '../vitest.config.js';

const { test, ...config } = tier('interop');

const interop: ViteUserConfig = { ...config, test: { ...test, testTimeout: 300_000, hookTimeout: 300_000 } };

export default interop;
