// Makes what stands in the docs and in schema/ of the code anew: node test/generated/generate.mjs
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createViteServer } from 'vitest/node';

const root = join(import.meta.dirname, '../..');
const server = await createViteServer({ root, configFile: false, logLevel: 'error', server: { middlewareMode: true } });
try {
  const { generatedFiles } = await server.ssrLoadModule('/test/generated/files.ts');
  for (const [path, text] of generatedFiles(root)) writeFileSync(join(root, path), text);
} finally {
  await server.close();
}
