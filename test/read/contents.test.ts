import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportToString } from '../../src/index.js';
import { codesOf, toMarkdown, toPlainText } from '../../src/model/content.js';
import { readContents } from '../../src/read/contents.js';
import { articleOf, pair } from '../support/pairs.js';

/** The recovered codes of a side: `id data`. */
function recovered(source: string, target: string): string[] {
  const contents = readContents(source, target);
  expect(toMarkdown(contents.source)).toBe(source);
  expect(toMarkdown(contents.target)).toBe(target);
  expect(contents.unmatched).toEqual({ source: [], target: [] });
  const codes = [...codesOf(contents.source), ...codesOf(contents.target)].filter((code) => code.recovered);
  expect(codes).toHaveLength(contents.recovered);
  return codes.map(({ id, data }) => `${id} ${data}`);
}

const left = (source: string, target: string): string[][] => {
  const { unmatched } = readContents(source, target);
  return [unmatched.source, unmatched.target].map((codes) => codes.map(({ data }) => data));
};

describe('readContents recovers what the other side shows', () => {
  it.each([
    ['a space inside', 'In **Azure AD**', '[**Azure AD **] で', ['1 **', '1 **']],
    ['escaped markers', '**a** b', '\\*\\*ä\\*\\* b', ['1 \\*\\*', '1 \\*\\*']],
    ['markers escaped in part', 'Select **Pay now**.', ' *\\*[今支払う]** を', ['1 *\\*', '1 **']],
    ['markers that do not flank', '**X:** a', '**X:**ก', ['1 **', '1 **']],
    ['full-width markers', '**a** b', '＊＊ä＊＊ b', ['1 ＊＊', '1 ＊＊']],
    ['references for markers', '**a** b', '&#42;&#42;ä&#42;&#42; b', ['1 &#42;&#42;', '1 &#42;&#42;']],
    ['marks of direction', '**a** b', '*\u200f*ا*\u200f* ב', ['1 *\u200f*', '1 *\u200f*']],
    ['doubled markers', '**a** b', '****ä**** b', ['1 ****', '1 ****']],
    ['spaces between markers', '**a** b', '* *ä* * b', ['1 * *', '1 * *']],
    ['spaces between and inside', '**a** **b**', '* * ä * *、* * b * *', ['1 * *', '1 * *', '2 * *', '2 * *']],
    ['spaces between escaped markers', '**a** b', '\\* \\*ä\\* \\* b', ['1 \\* \\*', '1 \\* \\*']],
    ['a space between one of two', '**a** b', '**ä* * b', ['1 **', '1 * *']],
    [
      'glued kinds with spaces between',
      '**Name***n* and *n*',
      '**名前 * * * n*と *n*',
      ['1 **', '1 * *', '2 *', '2 *'],
    ],
    ['doubled markers with spaces between and inside', '**a** b', '** ** ä ** ** b', ['1 ** **', '1 ** **']],
    [
      'every marker damaged in its own way',
      '**a** **b** **c**',
      '\\*\\*ä** ** b*** *ç* *',
      ['1 \\*\\*', '1 **', '2 **', '2 **', '3 * *', '3 * *'],
    ],
    [
      'spaced markers beside a lone star',
      '**a** and **b** in *.txt',
      '** ä ** と ** b **、*.txt',
      ['1 **', '1 **', '2 **', '2 **'],
    ],
    ['doubled markers beside a footnote', '**a** b\\*', '****ä**** b\\*', ['1 ****', '1 ****']],
    ['zero-width spaces', '**a** b', '\u200b**"ก"**\u200bข', ['1 **', '1 **']],
    ['marks of direction and spaces', '**a** b', '\u200f** א\u200f ** ב', ['1 **', '1 **']],
    ['glued pairs', '**A** **B** c', '**Ä****B **c', ['1 **', '1 **', '2 **', '2 **']],
    ['one pair made two', '**A B** c', '**A** **B** c', ['1 **', '1 **']],
    ['two pairs made one', '**A** **B** c', '**A B** c', ['1 **', '1 **']],
    [
      'pairs that a space inside one of them nests',
      'Select **A**, click **B**, then **C**.',
      '[**設定 **] を開き、[**保存**] を押し、[**C**] を',
      ['1 **', '1 **', '2 **', '2 **'],
    ],
    ['an underscore beside a letter', '_a_ b', '_ä_は b', ['1 _', '1 _']],
    ['glued code spans', 'the `output` and `n`', '`output``n` の', ['1 `output`', '2 `n`']],
    ['glued code spans with paths', 'the `<a>` and `</a>`', '`<a>``</a>` の', ['1 `<a>`', '2 `</a>`']],
    ['escaped backticks', '`a b`', '\\`a b\\`', ['1 \\`a b\\`']],
    ['quotes for backticks', '`size_t` x', '‘size_t’ x', ['1 ‘size_t’']],
    ['quotes of other languages', '`size_t` x', '«size_t» x', ['1 «size_t»']],
    ['one backtick and one quote', '`size_t` x', '`size_t’ x', ['1 `size_t’']],
    ['a backtick lost', '`T` is `x`', '`T は `x`', ['1 `T', '2 `x`']],
    ['a code span in another', '`size_t` x', '` `size_t` ` x', ['1 `size_t`']],
    ['a link torn apart', '[a](../b.md "T")', '[ä] (../b.md "Ü")', ['1 [', '1 ] (../b.md "Ü")']],
    [
      'a link in full-width',
      '[a](https://x.y/en-us/z)',
      '［ä］（https://x.y/ja-jp/z）',
      ['1 ［', '1 ］（https://x.y/ja-jp/z）'],
    ],
    ['a link in corner brackets', '[a](https://x.y/z)', '「ä」(https://x.y/z)', ['1 「', '1 」(https://x.y/z)']],
    ['another scheme', '[a](https://x.y/z)', '[ä] (http://x.y/z/)', ['1 [', '1 ] (http://x.y/z/)']],
    ['another page of the host', '[a](https://x.y/z)', '[ä] (https://x.y/w?l=th)', ['1 [', '1 ] (https://x.y/w?l=th)']],
    ['another folder', '[a](../b/c.md)', '[ä] (../d/c.md)', ['1 [', '1 ] (../d/c.md)']],
    ['a link without its `]`', '[a](../b.md)', '[ä(../b.md) を', ['1 [', '1 (../b.md)']],
    ['a link without its `)`', '[a](../b.md)', '[ä](../b.md を', ['1 [', '1 ](../b.md']],
    ['an escaped link', '[a](b.md)', '\\[ä\\]\\(b.md\\)', ['1 \\[', '1 \\]\\(b.md\\)']],
    ['an image torn apart', '![a](b.png)', '![ä] (b.png)', ['1 ![', '1 ] (b.png)']],
    ['an xref with spaces', 'a <xref:System.String>', '< xref: System.String > a', ['1 < xref: System.String >']],
    [
      'an xref whose scheme was translated',
      'a <xref:System.String>',
      '<参照:System.String> の',
      ['1 <参照:System.String>'],
    ],
    ['an escaped tag', '<b>a</b>', '\\<b>ä\\</b>', ['1 \\<b>', '1 \\</b>']],
    ['an escaped element', '<kbd>a</kbd>', '&lt;kbd&gt;ä&lt;/kbd&gt;', ['1 &lt;kbd&gt;', '1 &lt;/kbd&gt;']],
    ['a translated blank', 'use <app name>', '<アプリ名> を', ['1 <アプリ名>']],
    ['a translated alert', '[!TIPS]', '[!ヒント]', ['1 [!ヒント]']],
    ['a translated include', '[!INCLUDE [a](b.md)]', '[!含める [ä](b.md)]', ['1 [!含める [ä](b.md)]']],
    ['math with spaces', 'state $\\ket{0}$', '状態 $ \\ket {0} $', ['1 $ \\ket {0} $']],
    ['damage in the source', 'click\\*\\* Save\\*\\*.', '**保存** を', ['1 \\*\\*', '1 \\*\\*']],
  ])('%s', (_, source, target, codes) => {
    expect(recovered(source, target)).toEqual(codes);
  });

  it('counts nothing as recovered that was whole', () => {
    expect(recovered('**a** and **b**', '**ä** und \\*\\*b\\*\\*')).toEqual(['2 \\*\\*', '2 \\*\\*']);
    expect(readContents('**a**', '**ä**').recovered).toBe(0);
  });

  it('shows the text without the markers that split a pair', () => {
    expect(toPlainText(readContents('**A B** c', '**Ä** **B** c').target)).toBe('Ä B c');
  });
});

describe('readContents leaves as text what the other side does not show', () => {
  it.each([
    ['no bold on the other side', 'a * b', '\\*\\*a\\*\\*', [[], []]],
    ['another kind', '**a**', '\\*ä\\*', [['**', '**'], []]],
    [
      'another kind that is whole',
      '**a**',
      '*ä*',
      [
        ['**', '**'],
        ['*', '*'],
      ],
    ],
    ['one marker only', '**a** b', '\\*\\*ä b', [['**', '**'], []]],
    ['nothing inside', '**a** b', '** ** b', [['**', '**'], []]],
    ['another address', '[a](b.md)', '[ä] (c.md)', [['[', '](b.md)'], []]],
    ['an image for a link', '[a](b.md)', '![ä] (b.md)', [['[', '](b.md)'], []]],
    ['another code', '`a_b`', "'c_d'", [['`a_b`'], []]],
    ['a link whose address is elsewhere', '[a](https://x.y/z)', '[ä] (https://v.w/u)', [['[', '](https://x.y/z)'], []]],
    ['a link without brackets', '[a](b/c.md)', 'ä (b/c.md)', [['[', '](b/c.md)'], []]],
    ['bold for code', '`a_b`', '**a_b**', [['`a_b`'], ['**', '**']]],
    ['code without its backticks', '`a_b` c', 'a_b ç', [['`a_b`'], []]],
    ['half of a pair', '<b>a</b>', '<b>ä', [['<b>', '</b>'], ['<b>']]],
    ['half of a pair in the source', '<b>a', '<b>ä</b>', [['<b>'], ['<b>', '</b>']]],
    ['quotes of a title', '`T` a', '[ä](b.md "T")', [['`T`'], ['[', '](b.md "T")']]],
    [
      'tags and markers for one bold',
      '<b>a</b>',
      '*\\<b>ä**</b>',
      [
        ['<b>', '</b>'],
        ['*', '*', '</b>'],
      ],
    ],
    ['multiplication', '**a** b', '2 * * 3 b', [['**', '**'], []]],
    ['names with underscores', '_a_ b', 'x_y z_w', [['_', '_'], []]],
  ])('%s', (_, source, target, unmatched) => {
    expect(left(source, target)).toEqual(unmatched);
    expect(toMarkdown(readContents(source, target).target)).toBe(target);
  });
});

describe('readContents on input made to be slow', () => {
  it.each([
    '**',
    '\\*\\* ',
    '`a',
    '[a] (b) ',
    '<a> ',
    '\\<a> ',
    '_',
    '$a $ ',
    '[!x] ',
    '[a](b "',
    '(',
    ')',
    '"',
    '* * ',
    '](b/c) ',
    '![',
    '！［',
  ])('%j', (unit) => {
    for (const length of [19_000, 60_000]) {
      const many = unit.repeat(length / unit.length);
      for (const one of [
        '**a** [a](b) `c` <d> [!NOTE] $e$',
        '[a](b) '.repeat(180),
        '**a** '.repeat(190),
        '`a` '.repeat(5000),
        '[a](b/c) '.repeat(190),
        '[!INCLUDE [a](b/c)] '.repeat(390),
        '<xref:A.B> '.repeat(390),
      ]) {
        expect(toMarkdown(readContents(one, many).target)).toBe(many);
        expect(toMarkdown(readContents(many, one).source)).toBe(many);
      }
    }
  });
});

describe('both sides made to be slow', () => {
  it.each(['*', '**', '[', '`', '<', '&', '](', '![', '$', '~', '\\\\', '*`[<&$~_', '* * ', '<a>', '</a>', '＊'])(
    '%j, 100,000 characters on each side',
    (unit) => {
      const many = unit.repeat(100_000 / unit.length);
      const contents = readContents(many, `${many}x`);
      expect([toMarkdown(contents.source), toMarkdown(contents.target)]).toEqual([many, `${many}x`]);
    },
  );
  it.each([
    ['*a ', ' b*'],
    ['**', '**'],
    ['![', '](b)'],
    ['<b>', '</b>'],
    ['[', '](b)'],
  ])('%j…%j, 10,000 deep, and written', (open, close) => {
    const [source, target] = ['x', 'y'].map((word) => `${open.repeat(10_000)}${word}${close.repeat(10_000)}`);
    const article = articleOf(pair('1a2b3-102', target ?? '', source ?? ''));
    for (const format of ['xliff', 'tmx', 'xliff1.2'] as const) {
      expect(exportToString([article], format, { trgLang: 'de-DE' })).toContain('1a2b3-102');
    }
  });
});

/** What tools and machines do to a pair of markers. */
const DAMAGE: readonly (readonly [open: string, close: string])[] = [
  ['\\*\\*', '\\*\\*'],
  ['\\**', '*\\*'],
  ['**', '\\*\\*'],
  ['\\*\\*', '**'],
  ['** ', ' **'],
  ['** ', '**'],
  ['**', ' **'],
  ['＊＊', '＊＊'],
  ['*\u200f*', '*\u200f*'],
  ['**\u200f', '\u200f**'],
  ['\u200e**\u200b', '\u200b**\u200e'],
  ['**\u00a0', '\u00a0**'],
  ['&#42;&#42;', '&#42;&#42;'],
  ['&ast;&ast;', '&ast;&ast;'],
  ['****', '****'],
  ['***', '***'],
  ['* *', '* *'],
  ['* * ', ' * *'],
  ['\\* \\*', '\\* \\*'],
  ['＊ ＊', '＊ ＊'],
];

describe('what is recovered', () => {
  const piece = fc.constantFrom(
    ...[
      '**',
      '*',
      '_',
      '__',
      '~~',
      '`',
      '[',
      ']',
      '](u.md)',
      '] (u.md)',
      '(u.md)',
      '！［',
      '![',
      '「',
      '」',
      '<b>',
      '</b>',
    ],
    ...[
      '\\<b>',
      '\\*',
      '\\',
      ' ',
      'a',
      'b',
      'ก',
      '設定',
      '\u200f',
      '<xref:A.B>',
      '<参照:A.B>',
      '[!NOTE]',
      '[!メモ]',
      '$x$',
      '$',
    ],
  );
  const side = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));
  it('has a partner of its kind on the other side, and gives every byte back', () => {
    fc.assert(
      fc.property(side, side, (source, target) => {
        const contents = readContents(source, target);
        expect([toMarkdown(contents.source), toMarkdown(contents.target)]).toEqual([source, target]);
        const kinds = (content: typeof contents.source): Map<string, string> =>
          new Map(codesOf(content).map(({ id, kind, type, subType }) => [`${kind} ${id}`, `${type} ${subType}`]));
        for (const [content, other] of [
          [contents.source, kinds(contents.target)],
          [contents.target, kinds(contents.source)],
        ] as const) {
          for (const { id, kind, type, subType } of codesOf(content).filter(({ recovered }) => recovered)) {
            expect(other.get(`${kind} ${id}`)).toBe(`${type} ${subType}`);
          }
        }
      }),
      { numRuns: 3000 },
    );
  });
});

describe('bold that was damaged in the target', () => {
  const word = fc.constantFrom(
    '設定',
    'ตั้งค่า',
    'إعدادات',
    'הגדרות',
    '设置',
    'Größe',
    '「構成」',
    '(S)',
    'X:',
    '"Ja"',
    '[ファイル]',
    '“A”',
    'a_b',
  );
  const between = fc.constantFrom(' ', '、', 'を', ' > ', ' และ', ' و', 'の`x`と', ': ', ' [l](u.md) ');
  it('is recovered with the ids of the source, in every language and neighbourhood', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(between, word, fc.constantFrom(...DAMAGE), fc.boolean()), { minLength: 1, maxLength: 4 }),
        between,
        (parts, end) => {
          const source = parts.map(([gap], at) => `${gap}**bold${at}**`).join('') + end;
          // One spelling for all damage of a segment: a machine that doubles markers does not halve others.
          const [, , [open, close]] = parts[0] ?? ['', '', ['', '']];
          const target =
            parts.map(([gap, text, , isWhole]) => `${gap}${isWhole ? `**${text}**` : open + text + close}`).join('') +
            end;
          const contents = readContents(source, target);
          expect(toMarkdown(contents.target)).toBe(target);
          expect(contents.unmatched).toEqual({ source: [], target: [] });
          const ids = (content: typeof contents.source): string[] =>
            codesOf(content)
              .filter(({ subType, kind }) => subType === 'xlf:b' && kind === 'sc')
              .map(({ id }) => id);
          expect(ids(contents.target)).toEqual(ids(contents.source));
        },
      ),
      { numRuns: 2000 },
    );
  });
});
