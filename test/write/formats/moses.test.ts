import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Exporter, entriesToString, exportToString, moses } from '../../../src/index.js';
import { articleOf, pair } from '../../support/pairs.js';
import { article, entry } from '../rows/tables.js';

const second: Exporter = { ...moses, ...(moses.beside?.[0] as Exporter) };
const linesOf = (text: string): string[] => text.split('\n').slice(0, -1);

describe('moses', () => {
  it('has a line for each pair, aligned, without line breaks and tabs inside', () => {
    expect(linesOf(exportToString([article], moses))).toEqual([
      'Title',
      'Click **Next** & `<b>`\\*.',
      '+"one", two <b>x *y</b> z*',
    ]);
    expect(linesOf(exportToString([article], second))).toEqual([
      'Titel',
      'Auf **Weiter** & `<b>` klicken\\*.',
      '=1+1 <b>x *y</b> z*',
    ]);
    expect(linesOf(exportToString([article], second, { inline: 'strip' }))[1]).toBe('Auf Weiter & <b> klicken*.');
    expect(linesOf(entriesToString([entry], second))).toHaveLength(3);
  });

  it.each([
    ['en-US', 'ja-JP', '.en', '.ja'],
    ['en-US', 'zh-Hant-TW', '.en', '.zh'],
    ['en-US', 'fil-PH', '.en', '.fil'],
    ['en-US', 'en-GB', '.en-US', '.en-GB'],
    ['en-US', 'en-us', '.en-US', '.en-us.target'],
    ['en-US', 'x-klingon', '.en', '.x-klingon'],
  ])('names files by language: %s, %s', (srcLang, trgLang, source, target) => {
    const names = [moses, ...(moses.beside ?? [])].map(({ extension }) =>
      typeof extension === 'string' ? extension : extension({ srcLang, trgLang }),
    );
    expect(names).toEqual([source, target]);
  });

  it('has as many lines in both files whatever the texts, none of them empty', () => {
    const piece = fc.constantFrom(
      'a',
      ' ',
      '\n',
      '\r\n',
      '\t',
      '\u0085',
      '\u2028',
      '\u00a0',
      '\ufeff',
      '\u000b',
      '\u0001',
      '<br>',
      '`b`',
      '語',
    );
    const text = fc.string({ unit: piece, maxLength: 6 });
    const pairs = fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(pairs, fc.constantFrom('codes', 'text', 'strip'), (texts, inline) => {
        const read = articleOf(texts.map(([target, source], at) => pair(`1a2b3-${at}`, target, source)).join('\n\n'));
        const [sources, targets, rows] = [moses, second, 'jsonl' as const].map((format) =>
          linesOf(exportToString([read], format, { inline })),
        );
        expect(sources?.length).toBe(rows?.length);
        expect(targets?.length).toBe(rows?.length);
        for (const line of [...(sources ?? []), ...(targets ?? [])]) {
          expect(line.trim()).not.toBe('');
          // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that it is about.
          expect(line).not.toMatch(/[\u0000-\u001f\u0085\u2028\u2029]/);
        }
      }),
    );
  });
});
