import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../vitest.config.js';
import { type Consumer, installPackage, readManifest } from './consumer.js';

let consumer: Consumer;

beforeAll(async () => {
  consumer = await installPackage(await readManifest());
});

afterAll(() => consumer?.remove());

const options = {
  target: 'ES2023',
  module: 'NodeNext',
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  types: ['node'],
};

/** Compiles files under strict TypeScript; gives what the compiler says, which is nothing where all is well. */
async function compile(files: Readonly<Record<string, string>>, more: object = {}): Promise<string> {
  for (const [name, text] of Object.entries(files)) await consumer.write(name, text);
  const compilerOptions = { ...options, ...more };
  await consumer.write('tsconfig.json', JSON.stringify({ compilerOptions, files: Object.keys(files) }));
  return (await consumer.run(process.execPath, join(root, 'node_modules/typescript/bin/tsc'), '-p', '.')).stdout;
}

describe('the page on extensions', () => {
  test('has examples that compile, and print what it says', async () => {
    const page = await readFile(join(root, 'docs/extending.md'), 'utf8');
    const examples = Array.from(page.matchAll(/```ts\n([\s\S]*?)```\n\n```text\n([\s\S]*?)```/g));
    expect(examples.length).toBeGreaterThan(1);
    const files = Object.fromEntries(examples.map(([, code = ''], index) => [`extension-${index}.mts`, code]));
    expect(await compile(files)).toBe('');
    for (const [index, [, , output = '']] of examples.entries()) {
      const { stdout, stderr } = await consumer.run(process.execPath, `extension-${index}.mjs`);
      expect({ stdout: stdout.replaceAll('\r\n', '\n').trimEnd(), stderr }).toEqual({
        stdout: output.trimEnd(),
        stderr: '',
      });
    }
  });
});

describe.each(['library', 'source'])('the page %s.md', (name) => {
  test('has examples that compile', async () => {
    const page = await readFile(join(root, `docs/${name}.md`), 'utf8');
    const examples = Array.from(page.matchAll(/```js\n([\s\S]*?)```/g), ([, code = '']) => code);
    const files = Object.fromEntries(examples.map((code, index) => [`${name}-${index}.mts`, code]));
    expect(await compile(files, { noEmit: true })).toBe('');
  });
});

describe('public documentation comments', () => {
  test('have examples that compile', async () => {
    const types = await readFile(join(consumer.folder, 'node_modules/sspr-tm/dist/index.d.ts'), 'utf8');
    const { stdout } = await consumer.run(
      process.execPath,
      '-p',
      "import('sspr-tm').then((all) => console.log(Object.keys(all).join(', ')))",
    );
    const [names = ''] = stdout.split('\n').filter((line) => line.includes('parseArticle'));
    const examples = Array.from(types.matchAll(/^ \* @example\n((?: \* .*\n)+)/gm), ([, block = '']) =>
      block.replaceAll(/^ \* /gm, ''),
    );
    expect(examples.length).toBeGreaterThan(9);
    const files = Object.fromEntries(
      examples.map((code, index) => [`comment-${index}.mts`, `import { ${names} } from 'sspr-tm';\n${code}`]),
    );
    expect(await compile(files, { noEmit: true })).toBe('');
  });
});
