import { join, resolve } from 'node:path';
import { configDefaults, type ViteUserConfig } from 'vitest/config';

/** The folder of the package. */
export const root: string = resolve(import.meta.dirname, '..');

/** Reports to a person and, where `SSPR_TM_RESULTS` names a folder, as JSON to `NAME.json` in it. */
export function reporters(name: string): NonNullable<NonNullable<ViteUserConfig['test']>['reporters']> {
  const folder = process.env['SSPR_TM_RESULTS'];
  return folder === undefined ? ['default'] : ['default', ['json', { outputFile: join(folder, `${name}.json`) }]];
}

const config: ViteUserConfig = {
  root,
  test: {
    include: ['test/**/*.test.ts'],
    exclude: [...configDefaults.exclude, 'test/package/**', 'test/interop/**', 'test/gui/**', 'test/browser/**'],
    globalSetup: 'test/package/build.ts',
    reporters: reporters('tests'),
    testTimeout: 120_000,
    // Otherwise one core is left for others; there are no others where the tests run.
    maxWorkers: '100%',
  },
};

export default config;
