import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { xliff2js } from 'xliff';
import { exportToString } from '../../src/index.js';
import { tellWhereCorporaAreMissing } from '../support/missing.js';
import { articleOf, pairsOf } from '../support/pairs.js';
import { corpora, markdownFiles, unpack } from '../support/shared.js';

/** What the package makes of a document: units by id, those of groups in the group. */
type Units = Record<string, { source?: unknown; target?: unknown; groupUnits?: Units }>;

function unitsOf(units: Units): [string, { source?: unknown; target?: unknown }][] {
  return Object.entries(units).flatMap(([id, unit]) =>
    unit.groupUnits === undefined ? [[id, unit]] : unitsOf(unit.groupUnits),
  );
}

/**
 * The package gives a string, or a list of strings where there are character references. It drops a line break at the
 * end of a text, so that white space at the ends is left out of the comparison.
 */
const text = (content: unknown): string => (Array.isArray(content) ? content.join('') : String(content ?? '')).trim();

tellWhereCorporaAreMissing();

describe.each(corpora)('the xliff package', (name) => {
  it(`reads every pair of ${name} back from XLIFF with a unit for each pair`, async () => {
    const root = unpack(`${name}.sxs`);
    for (const file of markdownFiles(root)) {
      const article = articleOf(readFileSync(join(root, file), 'utf8'), file);
      const pairs = pairsOf(article).filter(({ skip }) => skip === undefined);
      if (pairs.length === 0) continue;
      const document = exportToString([article], 'xliff', { units: 'pair', trgLang: 'ja-JP', inline: 'text' });
      const { resources } = (await xliff2js(document)) as { resources: Record<string, Units> };
      const read = new Map(unitsOf(Object.values(resources)[0] ?? {}));
      for (const { id, source, target } of pairs) {
        expect(text(read.get(id)?.source), `${file} ${id}`).toBe(source.text.trim());
        expect(text(read.get(id)?.target), `${file} ${id}`).toBe(target.text.trim());
      }
    }
  });
});
