import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tellWhereCorporaAreMissing } from '../support/missing.js';
import { corpora, markdownFiles, unpack } from '../support/shared.js';
import { lineEnds, structureOf } from '../support/structure.js';

tellWhereCorporaAreMissing();

describe.each(corpora)('%s', (name) => {
  it('has the same structure with any line ends', () => {
    const root = unpack(`${name}.sxs`);
    const some = markdownFiles(root).filter((_, index) => index % 20 === 0);
    const other = some.filter((file) => {
      const text = readFileSync(join(root, file), 'utf8');
      return new Set(Object.values(lineEnds).map((toLineEnds) => structureOf(toLineEnds(text)))).size !== 1;
    });
    expect(other).toEqual([]);
    expect(some.length).toBeGreaterThan(10);
  });
});
