import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findDocuments } from '../../../../src/corpus/find/documents.js';
import { tree } from '../../../support/cli.js';

describe('documents that are named one by one', () => {
  it('have names of their own, each found once, however many they are', async () => {
    const files = Array.from({ length: 2_000 }, (_, index) => [`d${index % 40}/${index}.xlf`, ''] as const);
    const root = tree(Object.fromEntries(files));
    const named = files.map(([file]) => join(root, file));
    const { documents: found } = await findDocuments([...named, ...named], undefined);
    expect(found).toHaveLength(files.length);
    expect(new Set(found.map(({ path }) => path)).size).toBe(files.length);
  });
});
