import { describe, expect, it } from 'vitest';
import { type Article, exportToString, mergeTmx, mergeXliff } from '../../src/index.js';
import { escapeText } from '../../src/xml/escapes.js';
import { articleOf, pair } from '../support/pairs.js';
import { edit, type Outcome, outcomeOf } from './documents.js';

const ends = { LF: '\n', CRLF: '\r\n' } as const;
type End = keyof typeof ends;

/** `mixed`: a clone in which some lines were written by another tool. */
function withEnds(text: string, end: End | 'mixed'): string {
  let line = 0;
  return text.replace(/\r\n?|\n/g, () => (end === 'mixed' ? ends[line++ % 2 === 0 ? 'CRLF' : 'LF'] : ends[end]));
}

/** A heading, a cell, a paragraph with a line break, another without, and codes with line breaks in them. */
const text = `---
ms.contentlocale: ja-JP
ms.translationtype: HT
---
# ${pair('1a2b3-102', '概要', 'Overview')}

| ${pair('1a2b3-103', '名前', 'Name')} | x |

${pair('1a2b3-104', '一行目\n二行目', 'Line one\nline two')}

> ${pair('1a2b3-105', '進みます。', 'Go on.')}

- ${pair('1a2b3-106', '`a\nb` と [ここ](c.md\n"d")。', '`a\nb` and [here](c.md\n"d").')}
`;
const of = (end: End | 'mixed'): Article => articleOf(withEnds(text, end), 'a.md');
const cases = (['LF', 'CRLF'] as const).flatMap((own) =>
  (['LF', 'CRLF', 'mixed'] as const).map((other) => [own, other] as const),
);

describe.each(cases)('an article with %s, a document of one with %s', (own, other) => {
  const article = of(own);
  const eol = ends[own];
  const documents = [
    ['xliff', exportToString([of(other)], 'xliff', { units: 'pair' })],
    ['xliff1.2', exportToString([of(other)], 'xliff1.2')],
    ['xliff, text', exportToString([of(other)], 'xliff', { units: 'pair', inline: 'text' })],
    ['tmx', exportToString([of(other)], 'tmx')],
    ['tmx, text', exportToString([of(other)], 'tmx', { inline: 'text' })],
  ] as const;
  const merge = (document: string): Outcome =>
    outcomeOf(document.includes('<tmx') ? mergeTmx(article, document) : mergeXliff(article, document), article);

  it.each(documents)('are the same: %s', (_, document) => {
    expect(merge(document)).toEqual({ changes: {}, codes: [] });
    expect(merge(document.replaceAll('&#13;', ''))).toEqual({ changes: {}, codes: [] });
  });

  it.each(documents)('one line break is written as the article has it, a blank line is refused: %s', (_, document) => {
    const target = (before: string, lines: string): Outcome =>
      merge(edit(document, [[new RegExp(`>${before}(?=<)`), `>${escapeText(withEnds(lines, other))}`]]));
    expect(target('進みます。', '次に\n進む。').changes).toEqual({ '1a2b3-105': `次に${eol}進む。` });
    for (const blank of ['次に\n\n進む。', '次に\n \t\n進む。', '次に\n\n\n進む。']) {
      expect(target('進みます。', blank)).toEqual({ changes: {}, codes: ['merge/line-break'] });
    }
    expect(target('概要', '概\n要')).toEqual({ changes: {}, codes: ['merge/line-break'] });
    expect(target('名前', '名\n前')).toEqual({ changes: {}, codes: ['merge/line-break'] });
  });

  it('keep the line ends of codes', () => {
    const { changes } = merge(
      edit(documents[0][1], [[/。<\/target>\n<\/segment>\n<\/unit>\n<\/group>\n(?=<\?)/, '!$&']]),
    );
    expect(changes).toEqual({ '1a2b3-106': `\`a${eol}b\` と [ここ](c.md${eol}"d")!。` });
  });
});

describe('a memory that was laid out', () => {
  const article = of('LF');
  const laidOut = (target: string): string =>
    `<tmx version="1.4">\n  <header srclang="en-US"/>\n  <body>\n    <tu>\n      <tuv xml:lang="en-US">\n        <seg>\n          Overview\n        </seg>\n      </tuv>\n      <tuv xml:lang="ja-JP">\n        <seg>${target}</seg>\n      </tuv>\n    </tu>\n  </body>\n</tmx>\n`;

  it.each(['\n          はじめに\n        ', '\r\n\tはじめに\r\n', '&#13;\n はじめに', ' はじめに ', 'はじめに'])(
    'gives the article no white space at the ends: %j',
    (target) => {
      expect(outcomeOf(mergeTmx(article, laidOut(target)), article)).toEqual({
        changes: { '1a2b3-102': 'はじめに' },
        codes: [],
      });
    },
  );

  it('keeps the white space that the article has, and a no-break space is a character', () => {
    const spaced = articleOf(pair('1a2b3-102', ' 概要 ', 'Overview'));
    expect(outcomeOf(mergeTmx(spaced, laidOut('\n はじめに\u00a0\n'), { trgLang: 'ja-JP' }), spaced).changes).toEqual({
      '1a2b3-102': ' はじめに\u00a0 ',
    });
  });

  it('says that there is no target where it is empty', () => {
    expect(outcomeOf(mergeTmx(article, laidOut('\n  ')), article)).toEqual({
      changes: {},
      codes: ['merge/missing-target'],
    });
  });

  it('writes a line break in a heading by force only', () => {
    expect(outcomeOf(mergeTmx(article, laidOut('は\nじ'), { force: true }), article)).toEqual({
      changes: { '1a2b3-102': 'は\nじ' },
      codes: ['merge/line-break'],
    });
  });
});

describe('an XLIFF document that was laid out', () => {
  const article = of('LF');
  const indented = (xml: string): string =>
    xml
      .replaceAll(' xml:space="preserve"', '')
      .replaceAll(
        /<(source|target)>([\s\S]*?)<\/\1>/g,
        (_, name, inner) => `<${name}>\n    ${String(inner).replaceAll('\n', '\n      ')}\n  </${name}>`,
      );

  it.each([
    ['xliff', exportToString([article], 'xliff')],
    ['xliff, pairs', exportToString([article], 'xliff', { units: 'pair' })],
    ['xliff1.2', exportToString([article], 'xliff1.2')],
  ])('is the same where nothing says that its white space counts: %s', (_, document) => {
    const merge = (xml: string): Outcome => outcomeOf(mergeXliff(article, xml), article);
    expect(merge(indented(document))).toEqual({ changes: {}, codes: [] });
    expect(merge(indented(document.replace('>概要<', '>はじめに<').replace('>名前<', '>氏名<')))).toEqual({
      changes: { '1a2b3-102': 'はじめに', '1a2b3-103': '氏名' },
      codes: [],
    });
    expect(merge(document.replaceAll(' xml:space="preserve"', '').replace('>概要<', '>\n  はじめに\n<'))).toEqual({
      changes: { '1a2b3-102': 'はじめに' },
      codes: [],
    });
    expect(merge(document.replace('>概要<', '>\n  はじめに\n<'))).toEqual({ changes: {}, codes: ['merge/line-break'] });
    const { codes } = merge(indented(document).replace('<file', '<file xml:space="preserve"'));
    expect(codes).toContain('merge/source-differs');
  });
});

describe('a line break at the end of a target', () => {
  it('is refused where it makes a blank line with what stands beside it', () => {
    const article = articleOf(`${pair('1a2b3-102', 'Eins.', 'One.')}\n${pair('1a2b3-103', 'Zwei.', 'Two.')}\n`);
    const document = exportToString([article], 'xliff', { trgLang: 'de-DE' });
    expect(outcomeOf(mergeXliff(article, document.replace('Eins.<', 'Eins!\n<')), article).codes).toEqual([
      'merge/line-break',
    ]);
    expect(outcomeOf(mergeXliff(article, document.replace('>Zwei.', '>\nZwei!')), article).codes).toEqual([
      'merge/line-break',
    ]);
  });
});

describe('a document that was laid out in spite of xml:space', () => {
  const source = '<b>**Save** `x` it</b>';
  const article = articleOf(`${pair('1a2b3-102', '<b>**保存** `x`</b>', source)}\n`, 'a.md');
  const document = exportToString([article], 'xliff1.2');
  const [, own = ''] = /(<source>.*?<\/source>)/.exec(document) ?? [];
  /** As Qt's DOM writes elements whose first child is an element. */
  const indented = (side: string): string => side.replaceAll(/><(?=[gx] |\/)/g, '>\n          <');

  it('is untouched where a source is indented, and so may be its target', () => {
    expect(document).toContain('xml:space="preserve"');
    const sources = document.replace(own, indented(own));
    expect(sources).not.toBe(document);
    const both = sources.replace(/<target>.*?<\/target>/, indented);
    expect(both).not.toBe(sources);
    for (const each of [sources, both])
      expect(outcomeOf(mergeXliff(article, each), article)).toEqual({ changes: {}, codes: [] });
    const edited = sources.replace('保存', '新しい');
    expect(outcomeOf(mergeXliff(article, edited), article)).toEqual({
      changes: { '1a2b3-102': '<b>**新しい** `x`</b>' },
      codes: [],
    });
  });

  it('is another where a source has other white space', () => {
    const other = document.replace('<source>', '<source> \n ');
    expect(outcomeOf(mergeXliff(article, other), article)).toEqual({ codes: ['merge/source-differs'] });
  });
});

describe('a document in which sources have indents between codes', () => {
  const article = articleOf(
    `${pair('1a2b3-102', '**Eins**\n    [zwei](b.md)', '**One**\n[two](b.md)')}\n\n${pair('1a2b3-103', '**Drei** [vier](b.md)', '**Three** [four](b.md)')}\n`,
  );
  const document = exportToString([article], 'xliff1.2', { trgLang: 'de-DE' });
  const indented = document.replace('<source><g', '<source>\n          <g').replace('</source>', '\n        </source>');
  const merge = (xml: string): Outcome => outcomeOf(mergeXliff(article, xml), article);

  it.each([
    ['as they were', (xml: string) => xml],
    ['with other indents', (xml: string) => xml.replace('Eins</g>\n    <g', 'Eins</g>\n  <g')],
    ['with indents at the ends', (xml: string) => xml.replace('<target><g', '<target>\n  <g')],
  ])('line ends between codes of targets are those of the article: %s', (_, way) => {
    expect(indented).not.toBe(document);
    expect(merge(way(indented))).toEqual({ changes: {}, codes: [] });
    expect(merge(way(indented).replace('>Eins<', '>Erstens<'))).toEqual({
      changes: { '1a2b3-102': '**Erstens**\n    [zwei](b.md)' },
      codes: [],
    });
  });
});
