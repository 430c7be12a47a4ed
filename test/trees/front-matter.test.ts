import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/index.js';
import { readFrontMatter } from '../../src/read/metadata/front-matter.js';
import { readYamlMapping } from '../../src/read/metadata/yaml.js';
import { tellWhereCorporaAreMissing } from '../support/missing.js';
import { corpora, markdownFiles, unpack } from '../support/shared.js';

tellWhereCorporaAreMissing();

describe.each(corpora)('the plain reading of front matters of %s', (name) => {
  it('gives what the YAML library gives', () => {
    const root = unpack(`${name}.sxs`);
    for (const file of markdownFiles(root)) {
      const text = readFileSync(join(root, file), 'utf8');
      const { frontMatter } = readFrontMatter(text);
      if (frontMatter === undefined) continue;
      const start = text.indexOf('\n') + 1;
      const yaml = text.slice(start, text.lastIndexOf('---', frontMatter.range.end - 1));
      const { entries, findings } = readYamlMapping(yaml, start);
      if (findings.length > 0) continue;
      const values = ({ key, keyRange, value, valueRange: { start: from } }: Entry): unknown => ({
        key,
        keyRange,
        value,
        from: value === '' ? 0 : from,
      });
      expect(frontMatter.entries.map(values), file).toEqual(entries.map(values));
    }
  });
});
