import type { ViteUserConfig } from 'vitest/config';
import { tier } from '../vitest.config.js';

const config: ViteUserConfig = tier('runs');

export default config;
