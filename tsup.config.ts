import { defineConfig } from 'tsup';

const config: ReturnType<typeof defineConfig> = defineConfig({
  entry: { index: 'src/index.ts', node: 'src/node.ts', cli: 'src/cli.ts', worker: 'src/corpus/worker.ts' },
  format: 'esm',
  target: 'node20',
  platform: 'neutral',
  // Left as they are written: the prefix, too, would be removed by default.
  external: [/^node:/],
  removeNodeProtocol: false,
  splitting: true,
  clean: true,
  // TypeScript 6 calls an option that tsup's declaration build sets deprecated.
  dts: { entry: ['src/index.ts', 'src/node.ts'], compilerOptions: { ignoreDeprecations: '6.0' } },
});

export default config;
