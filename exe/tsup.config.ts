import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { defineConfig, Options } from 'tsup';
import { collectLicenses, common, loadRarelyBy, rarelyUsed } from '../tsup.config.js';

/** What an executable takes out of itself, and the package out of files beside it. */
const replaced = ['corpus/run/threads', 'corpus/view/page-files'];

const fromExecutable: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'from-executable',
  setup({ onLoad }) {
    onLoad({ filter: new RegExp(`/src/(?:${replaced.join('|')})\\.ts$`) }, ({ path }) => {
      const file = `${path.slice(path.lastIndexOf('/') + 1)}`;
      return { contents: readFileSync(join('exe', file), 'utf8'), loader: 'ts', resolveDir: 'exe' };
    });
  },
};

/** The command, and its worker, as scripts that need no other file: that is all that an executable can hold. */
const config: ReturnType<typeof defineConfig> = {
  ...common,
  outDir: 'dist/exe',
  entry: { cli: 'src/cli.ts', worker: 'src/corpus/worker.ts' },
  format: 'cjs',
  platform: 'node',
  splitting: false,
  minifyWhitespace: true,
  noExternal: [/^(?!node:)/],
  outExtension: () => ({ js: '.cjs' }),
  metafile: true,
  // Packages ask where they are, to load others by their names; there are none.
  define: { 'import.meta.url': 'executableUrl' },
  banner: { js: "const executableUrl = require('node:url').pathToFileURL(process.execPath).href;" },
  esbuildPlugins: [
    fromExecutable,
    loadRarelyBy((name) => join(process.cwd(), 'node_modules', rarelyUsed[name]?.entry ?? name)),
  ],
  async onSuccess() {
    collectLicenses('dist/exe/metafile-cjs.json', 'dist/exe/LICENSES.txt');
  },
};

export default config;
