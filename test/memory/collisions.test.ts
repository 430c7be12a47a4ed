import { expect, it } from 'vitest';
import { createBuilder } from '../../src/memory/builder.js';
import { allSteps } from '../../src/memory/entries/steps.js';
import { createPairHasher } from '../../src/memory/pairs/pair-hashes.js';
import { rowsOf } from '../../src/memory/pairs/rows.js';
import { sharedOf } from '../../src/memory/pairs/shared.js';
import { createTextHash, type TextHash } from '../../src/memory/store/hash.js';
import { articleOf, pair } from '../support/pairs.js';
import { weakHash } from '../support/weak-hash.js';

/** The memory of 200 pairs, of which some stand twice. */
function memoryWith(hash: TextHash, keep: 'best' | 'distinct'): unknown {
  const builder = createBuilder({
    policy: keep,
    srcLang: 'en-US',
    join: false,
    hasNeighbours: true,
    hasVersions: false,
  });
  const hashesOf = createPairHasher({ hash, inline: undefined });
  const texts = Array.from({ length: 200 }, (_, at) => pair(`1a2b3-${at + 101}`, `T ${at % 170}`, `S ${at % 90}`));
  const article = articleOf(texts.join('\n\n'), 'a.md');
  builder.addArticle(rowsOf(article, hashesOf, undefined), sharedOf(article, 'a.md', 'de-DE'));
  const { memory } = allSteps(builder.build());
  return { count: memory.count, entries: [...memory.entries()] };
}

it.each(['best', 'distinct'] as const)('texts whose keyed hashes are the same stay apart: %s', (keep) => {
  const memory = memoryWith(createTextHash([1, 2]), keep);
  expect(memory).toMatchObject({ count: { found: 200, sources: 90 } });
  expect(memoryWith(weakHash([1, 2]), keep)).toEqual(memory);
  expect(memoryWith(weakHash([3, 4]), keep)).toEqual(memory);
});
