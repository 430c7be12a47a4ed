import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../vitest.config.js';
import { generatedFiles } from './files.js';

const files = generatedFiles(root);

it('there are some', () =>
  expect([...files.keys()]).toEqual(expect.arrayContaining(['docs/checks.md', 'schema/config.schema.json'])));

it.each([...files])('%s is what the code says; `npm run generate` makes it anew', (path, text) => {
  expect(readFileSync(join(root, path), 'utf8')).toBe(text);
});
