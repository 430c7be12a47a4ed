import { describe, expect, it } from 'vitest';
import { type ExportOptions, exportToString, mergeTmx, mergeXliff, parseArticle } from '../../../src/index.js';
import { articleOf, pair } from '../../support/pairs.js';
import { article, edit, exported, outcomeOf } from '../documents.js';

const memory = (edits: readonly (readonly [string | RegExp, string])[], options: ExportOptions = {}) =>
  outcomeOf(mergeTmx(article, edit(exported(options, 'tmx'), edits)));

/** An article in which one sentence stands twice. */
const twice = articleOf(
  `---\nms.contentlocale: de-DE\n---\n${['Vor', 'Neu', 'Nach', 'Davor', 'Neu', 'Danach']
    .map((target, index) =>
      pair(`1a2b3-${102 + index}`, target, ['Before', 'New', 'Behind', 'Ahead', 'New', 'After'][index] ?? ''),
    )
    .join('\n\n')}\n`,
  'a.md',
);

describe('mergeTmx', () => {
  it('changes nothing with the memory of the article itself, whatever its dialect', () => {
    for (const context of ['none', 'omegat', 'memoq'] as const) {
      expect(memory([], { context })).toEqual({ changes: {}, codes: [] });
      expect(memory([], { context, inline: 'text' })).toEqual({ changes: {}, codes: [] });
    }
  });

  it('replaces the target of each pair whose source is in the memory', () => {
    expect(memory([['Erster ', 'Neuer ']]).changes).toEqual({ '1a2b3-103': 'Neuer **fetter** Satz.' });
    expect(
      memory([
        ['Siehe ', 'Lies *'],
        ['und ', '<ph x="9">`y`</ph> '],
      ]).changes,
    ).toEqual({ '1a2b3-104': 'Lies *[hier](a.md) `y` `x`.' });
    expect(memory([['Erster **', 'Neuer *']], { inline: 'text' }).changes).toEqual({
      '1a2b3-103': 'Neuer *fetter** Satz.',
    });
  });

  it('takes any of several variants in one unit', () => {
    const variant = '<tuv xml:lang="DE-de"><seg>Neu</seg></tuv>';
    expect(memory([[/<seg>Zelle<\/seg><\/tuv>/, `$&${variant}`]])).toEqual({ changes: {}, codes: [] });
    expect(memory([[/<seg>Zelle<\/seg><\/tuv>/, `<seg>Feld</seg></tuv>${variant}`]])).toEqual({
      changes: { '1a2b3-107': 'Feld' },
      codes: ['merge/several-targets'],
    });
  });

  it('takes a source for the same only with the same codes', () => {
    expect(
      memory([
        ['First ', '1st '],
        ['Erster ', 'Neuer '],
      ]).changes,
    ).toEqual({});
    expect(
      memory([
        [/(See <bpt[^>]*>\[<\/bpt>here<ept i="1">]\()a(\.md)/, '$1b$2'],
        ['Siehe ', 'Lies '],
      ]).changes,
    ).toEqual({});
  });

  it('keeps the white space at the ends of the article', () => {
    const spaced = articleOf(pair('1a2b3-102', ' Alt\n', 'Old '));
    const tmx = exportToString([spaced], 'tmx', { trgLang: 'de-DE' }).replace('>Alt<', '>Neu<');
    expect(outcomeOf(mergeTmx(spaced, tmx, { trgLang: 'de-DE' }), spaced).changes).toEqual({ '1a2b3-102': ' Neu\n' });
  });

  it.each(['omegat', 'memoq'] as const)('takes the target whose neighbours are those of the pair: %s', (context) => {
    const tmx = exportToString([twice], 'tmx', { context });
    const at = tmx.lastIndexOf('>Neu<');
    const edited = `${tmx.slice(0, at)}>Anders<${tmx.slice(at + 5)}`;
    const elsewhere = { ...twice, path: 'moved.md' };
    expect(outcomeOf(mergeTmx(elsewhere, edited), twice)).toEqual({ changes: { '1a2b3-106': 'Anders' }, codes: [] });
  });

  it('takes the newest of several, and says so; one that is there already stays', () => {
    const unit = (target: string, date: string): string =>
      `<tu changedate="${date}"><tuv xml:lang="en-us"><seg>New</seg></tuv><tuv xml:lang="de-de"><seg>${target}</seg></tuv></tu>`;
    const tmx = (...units: string[]): string =>
      `<tmx version="1.4"><header srclang="en-us"/><body>${units.join('')}</body></tmx>`;
    const old = unit('Eins', '20200101T000000Z');
    const recent = unit('Zwei', '20240101T000000Z');
    expect(outcomeOf(mergeTmx(twice, tmx(recent, old)), twice)).toEqual({
      changes: { '1a2b3-103': 'Zwei', '1a2b3-106': 'Zwei' },
      codes: ['merge/several-targets', 'merge/several-targets'],
    });
    expect(outcomeOf(mergeTmx(twice, tmx(recent, unit('Neu', '20100101T000000Z'))), twice)).toEqual({
      changes: {},
      codes: [],
    });
  });

  it('says where a memory has nothing in the languages of the article', () => {
    expect(outcomeOf(mergeTmx(article, exported({}, 'tmx'), { trgLang: 'fr-FR' }))).toEqual({
      changes: {},
      codes: ['merge/no-entry'],
    });
  });

  it('needs a language', () => {
    expect(outcomeOf(mergeTmx(articleOf(pair('1a2b3-102', 'a', 'b')), exported({}, 'tmx')))).toEqual({
      codes: ['language/missing'],
    });
  });
});

describe('no document', () => {
  it.each(['', '<', 'x', '<tmx/>', '<tmx><body><tu/></body></tmx>', '<xliff/>', '<xliff><file/></xliff>'])(
    'throws: %s',
    (text) => {
      const { right } = parseArticle('x') as { right: typeof article };
      for (const of of [article, right]) {
        expect(mergeTmx(of, text, { trgLang: 'de-DE' })._tag).toBeTruthy();
        expect(mergeXliff(of, text)._tag).toBeTruthy();
      }
    },
  );
});
