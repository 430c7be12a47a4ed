import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { articleOf, codesOfDiagnostics, pairsOf } from './support/pairs.js';
import { shared } from './support/shared.js';

describe.runIf(shared !== undefined)('the seed article', () => {
  const folder = join(shared ?? '', 'seed');
  const text = shared === undefined ? '' : readFileSync(join(folder, readdirSync(folder)[0] ?? ''), 'utf8');
  const article = articleOf(text);

  it('has 19 pairs and a recovered title', () => {
    expect(pairsOf(article).length).toBe(19);
    expect(article.units[0]).toMatchObject({ block: 'title', parts: [{ recovered: true, id: '2e935-101' }] });
    expect(codesOfDiagnostics(text)).toEqual([]);
  });

  it('is a human translation into Japanese', () => {
    expect(article.localization).toEqual({
      trgLang: 'ja-JP',
      translationType: 'ht',
      lastHandoff: '2020-09-14',
      sourceHash: '9dbb88492a3906f6780a345cf880327d411dcc66',
      sourceCommit: 'c6692ce0fa1358ec3529e59ca0ecdfdea4cdc759',
      fileId: '47709732',
    });
  });

  it('has its sentences in the blocks that they stand in', () => {
    const blocks = article.units.map(({ block, parts }) => [
      block,
      parts.map((part) => (part.kind === 'segment' ? part.id.slice(6) : part.text)).join(''),
    ]);
    expect(blocks).toEqual([
      ['title', '101'],
      ['heading', '102'],
      ['paragraph', '103 104'],
      ...['105', '106', '107', '108', '109', '110', '111', '112'].map((id) => ['list-item', id]),
      ['paragraph', '113  114'],
      ...['115', '116', '117', '118', '119'].map((id) => ['list-item', id]),
      ['paragraph', '120'],
    ]);
  });
});
