import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Article, type Code, codesOf, type Side, toPlainText } from '../src/index.js';
import { articleOf, codesOfDiagnostics, pairsOf } from './support/pairs.js';
import { shared } from './support/shared.js';

/** Every `**`, and both ends of the link, in the sources. */
function sourceMarks(article: Article): string[] {
  return pairsOf(article).flatMap(({ source }) => source.text.match(/\*\*|\[(?=Enable)|\]\(/g) ?? []);
}

/** The text between a code and its other half. */
function innerText({ content }: Side, code: Code): string {
  const start = content.indexOf(code);
  const end = content.findIndex((inline) => inline.kind === 'ec' && inline.id === code.id);
  return toPlainText(content.slice(start, end));
}

describe.runIf(shared !== undefined)('the seed article', () => {
  const folder = join(shared ?? '', 'seed');
  const text = shared === undefined ? '' : readFileSync(join(folder, readdirSync(folder)[0] ?? ''), 'utf8');
  const article = articleOf(text);

  it('has 19 pairs and a recovered title', () => {
    expect(pairsOf(article).length).toBe(19);
    expect(article.units[0]).toMatchObject({ block: 'title', parts: [{ recovered: true, id: '2e935-101' }] });
    expect(codesOfDiagnostics(text)).toEqual(['codes/recovered']);
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

  it('has a partner for every bold and link mark, the damaged one included', () => {
    const table = pairsOf(article).flatMap(({ id, source, target }) =>
      [...codesOf(source.content).filter(({ kind }) => kind !== 'ec')].map((code) => {
        const partner = codesOf(target.content).find((other) => other.kind === code.kind && other.id === code.id);
        return [
          id.slice(6),
          code.id,
          code.data,
          innerText(source, code),
          partner?.data,
          partner && innerText(target, partner),
          partner?.recovered ? 'recovered' : '',
        ];
      }),
    );
    console.log(table.map((row) => row.join(' | ')).join('\n'));
    expect(table.length).toBe(sourceMarks(article).length / 2);
    expect(table.filter(([, , , , data]) => data === undefined)).toEqual([]);
    for (const { source, target } of pairsOf(article)) {
      expect(
        codesOf(target.content)
          .map(({ id }) => id)
          .sort(),
      ).toEqual(
        codesOf(source.content)
          .map(({ id }) => id)
          .sort(),
      );
    }
    // By CommonMark, the closing mark after the space and the next opening mark would be a pair; they belong to others.
    expect(table.filter(([, , , , , , recovered]) => recovered).map(([id, , , text]) => [id, text])).toEqual([
      ['116', 'Azure Active Directory'],
      ['116', 'Password reset'],
    ]);
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
