import { describe, expect, it } from 'vitest';
import { type Article, exportToString, mergeTmx, mergeXliff } from '../../src/index.js';
import { articleOf, pair } from '../support/pairs.js';
import { type Outcome, outcomeOf } from './documents.js';

const path = 'docs/a.md';

function mergeInto(article: Article, document: string): Outcome & { readonly text: string } {
  const merged = document.includes('<tmx')
    ? mergeTmx(article, document, { trgLang: 'de-DE' })
    : mergeXliff(article, document);
  const text = merged._tag === 'Left' ? '' : merged.right.text;
  return { ...outcomeOf(merged, article), text };
}

describe('a document that was merged before', () => {
  const titled = (title: string, heading: string): string =>
    `---\ntitle: ${title}\nms.contentlocale: de-DE\n---\n# ${heading}\n\n${pair('1a2b3-109', 'zwei', 'two')}\n`;
  const texts = [
    titled('Eins', pair('1a2b3-105', 'Eins', 'One')),
    titled("'**Eins** `x`'", pair('1a2b3-105', '**Eins** `x`', '**One** `x`')),
    titled('Eins', `${pair('1a2b3-105', 'Eins', 'One')} ${pair('1a2b3-101', 'Drei', 'Three')}`),
  ];

  it.each(texts)('writes nothing, and reports nothing: %s', (text) => {
    const article = articleOf(text, path);
    for (const format of ['xliff', 'xliff1.2'] as const) {
      const document = exportToString([article], format, { trgLang: 'de-DE' });
      const places = Array.from(document.matchAll(/<target>[\s\S]*?<\/target>/g))
        .filter(([target]) => target.includes('Eins'))
        .map(({ index }) => index);
      expect(places).toHaveLength(2);
      // The title alone, the heading alone, and both.
      for (const chosen of [places.slice(0, 1), places.slice(1), places]) {
        const edited = chosen.reduceRight(
          (all, at) => all.slice(0, at) + all.slice(at).replace('Eins', 'Neues'),
          document,
        );
        const first = mergeInto(article, edited);
        expect([Object.keys(first.changes ?? {}).length, first.codes]).toEqual([chosen.length, []]);
        const again = mergeInto(articleOf(first.text, path), edited);
        expect(again).toEqual({ changes: {}, codes: [], text: first.text });
      }
    }
  });

  it('is reported where its title is neither that of the article nor that of the heading', () => {
    const document = exportToString([articleOf(texts[0] ?? '', path)], 'xliff', { trgLang: 'de-DE' });
    const other = articleOf(titled('Anderes', pair('1a2b3-105', 'Eins', 'One')), path);
    expect(mergeInto(other, document)).toMatchObject({ changes: {}, codes: ['merge/unknown-segment'] });
  });
});

describe('characters that XML cannot hold', () => {
  const characters = ['\uffff', '\ufffe', '\u0001', '\u001f', '\ud800', '\udc00', '\u0000'];
  const sides = (bad: string): (readonly [target: string, source: string])[] => [
    [']', bad],
    [bad, 'b'],
    [bad, bad],
    [`a${bad}**b**`, `${bad}**c**${bad}`],
    ['x', `${bad} ${bad}`],
  ];

  it.each(['xliff', 'xliff1.2', 'tmx'] as const)('change nothing in an article when they come back: %s', (format) => {
    for (const bad of characters) {
      for (const [target, source] of sides(bad)) {
        const text = `${pair('1a2b3-101', 'd', 'e')}${pair('1a2b3-104', target, source)}\n\n${pair('1a2b3-105', 'f', `${bad}g`)}\n`;
        for (const units of ['block', 'pair'] as const) {
          const article = articleOf(text, path);
          const merged = mergeInto(article, exportToString([article], format, { trgLang: 'de-DE', units }));
          expect(merged).toMatchObject({ changes: {}, text });
        }
      }
    }
  });
});
