import { join, resolve } from 'node:path';
import { configDefaults, type ViteUserConfig } from 'vitest/config';

/** The folder of the package. */
export const root: string = resolve(import.meta.dirname, '..');

/** Reports to a person and, where `SSPR_TM_RESULTS` names a folder, as JSON to `NAME.json` in it. */
export function reporters(name: string): NonNullable<NonNullable<ViteUserConfig['test']>['reporters']> {
  const folder = process.env['SSPR_TM_RESULTS'];
  return folder === undefined ? ['default'] : ['default', ['json', { outputFile: join(folder, `${name}.json`) }]];
}

/** Folders of tests that take longer, or need more than Node.js: each has a configuration, and a script, of its own. */
const tiers = ['browser', 'exe', 'faults', 'growth', 'gui', 'interop', 'package', 'runs', 'trees', 'windows'];

/** Where the tests of a folder are, but for those in others. */
export const common: NonNullable<ViteUserConfig['test']> = {
  testTimeout: 120_000,
  // Removing thousands of files takes a while on a disk that others use.
  hookTimeout: 120_000,
  // Otherwise one core is left for others; there are no others where the tests run.
  maxWorkers: '100%',
};

/** The tests in one of the folders. They are given a fresh build. */
export function tier(name: string): ViteUserConfig {
  return {
    root,
    test: {
      ...common,
      include: [`test/${name}/**/*.test.ts`],
      globalSetup: 'test/package/build-code.ts',
      reporters: reporters(name),
    },
  };
}

/**
 * Files share the modules of a process, because loading these for each takes as long as a third of all tests. What a test
 * replaces, it gives back: mocks and the environment are put back for it, `test/support/replace-fs.ts` does the same for
 * functions of `node:fs`; no file mocks a module.
 */
const sharing: NonNullable<ViteUserConfig['test']> = { isolate: false, restoreMocks: true, unstubEnvs: true };

/** `npm test`: the tests of units, and of the built command. */
const config: ViteUserConfig = {
  root,
  test: {
    ...common,
    ...sharing,
    include: ['test/**/*.test.ts'],
    exclude: [...configDefaults.exclude, ...tiers.map((name) => `test/${name}/**`)],
    globalSetup: 'test/package/build-code.ts',
    reporters: reporters('tests'),
  },
};

export default config;
