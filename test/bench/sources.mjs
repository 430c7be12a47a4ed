import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'tsup';

const root = resolve(import.meta.dirname, '../..');

/** What a TypeScript file of the tests exports. */
export async function source(path) {
  process.env.SSPR_TM_SHARED ??= resolve(root, '../shared');
  const name = basename(path, '.ts');
  const outDir = join(root, 'node_modules/.cache/sspr-tm-bench', name);
  const entry = [join(root, path)];
  await build({ entry, outDir, format: 'esm', target: 'node20', config: false, dts: false, silent: true });
  return import(pathToFileURL(join(outDir, `${name}.js`)).href);
}
