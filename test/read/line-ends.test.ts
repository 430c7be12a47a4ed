import { describe, expect, it } from 'vitest';
import { readFixtures } from '../support/golden.js';
import { pair } from '../support/pairs.js';
import { lineEnds, structureOf } from '../support/structure.js';

const header = '---\nms.contentlocale: ja-JP\n---\n\n';
const one = (target: string, source: string): string => header + pair('1a2b3-102', target, source);

const articles: readonly (readonly [string, string])[] = [
  ['two pairs', `${header}${pair('1a2b3-102', 'あ。', 'A.')}\n${pair('1a2b3-103', 'い。', 'B.')}\n`],
  ['a blank line', `${header}${pair('1a2b3-102', 'あ。', 'A.')}\n \n${pair('1a2b3-103', 'い。', 'B.')}\n`],
  ['hard breaks', one('あ  \nい\\\nう', 'a  \nb\\\nc')],
  ['hard breaks of two kinds', one('あ\\\nい  \nう', 'a  \nb\\\nc')],
  ['math with a blank line', one('$あ\n\nい$', '$a\n\nb$')],
  ['math in two lines', one('$a\nb$ あ', 'A $a\nb$')],
  ['a code span in two lines', one('`a\nb` あ', 'A `a\nb`')],
  ['a link in two lines', one('[あ\nい](b\n"c\nd")', '[a\nb](b\n"c\nd")')],
  ['an include whose path is broken', one('[!INCLUDE [あ](a\nb)]', '[!INCLUDE [a](a\nb)]')],
  ['an image with an alt in two lines', one('<img src="a" alt="あ\nい">', '<img src="a" alt="a\nb">')],
  ['markers with a line end between', one('* \n*あ* \n* い', '**a** b')],
  [
    'pretty-printed spans',
    '<span data-ttu-id="1a2b3-102">あ</span>\n <span class="sxs-lookup">\n <span data-stu-id="1a2b3-102">A</span></span>',
  ],
  ['a tag in several lines', pair('1a2b3-102', 'あ', 'A').replace('<span data-ttu', '<span\n data-ttu')],
  ['an element in several lines', `<div\n class="${'x'.repeat(187)}">\n${pair('1a2b3-102', 'あ', 'A')}`],
  [
    'what stands between, as long as it may be',
    `${pair('1a2b3-102', 'あ', 'A')}\n${'x'.repeat(999)}${pair('1a2b3-103', 'い', 'B')}`,
  ],
  [
    'a header of all kinds',
    `---\ntitle: |\n  あ\n  い\na: 'b\n\n  c'\nd: >-\n  e\n  f\ng:\n- h\n- i\nj: "k\n  l"\n---\n${pair('1a2b3-102', 'あ\nい\n', 'A\nB')}`,
  ],
  ['a header that is damaged', `---\na: 'b\nc: [\nd: *e\nms.translationtype: HT\n---\n${pair('1a2b3-102', 'あ', 'A')}`],
  ['a pair in double quotes', `---\ntitle: "${pair('1a2b3-102', 'あ\n  い', 'A\n  B').replaceAll('"', '\\"')}"\n---\n`],
  [
    'YAML of DocFX',
    `### YamlMime:Module\nmetadata:\n  ms.contentlocale: ja-JP\n  ms.translationtype: HT\ntitle: ${pair('1a2b3-102', 'あ', 'A')}\n`,
  ],
  [
    'headings with anchors',
    `${header}# <a name="a-b"></a>${pair('1a2b3-102', 'あ', 'A b')}\n\n<a name="c"></a>${pair('1a2b3-103', 'い', 'C')}\n===\n`,
  ],
  ['a fence', `\`\`\`\n# <a name="a"></a>A\n\`\`\`\n# <a name="a"></a>${pair('1a2b3-102', 'あ', 'A')}`],
  ['definitions', `${header}${pair('1a2b3-102', '[あ][x] [y]', '[A][x] [y]')}\n\n[x]: a\n[y]:\n b\n`],
];

describe('line ends change nothing', () => {
  const fixtures = readFixtures().map(({ name, text }) => [`fixture ${name}`, text] as const);
  it.each([...articles, ...fixtures])('%s', (_, text) => {
    const expected = structureOf(lineEnds['LF']?.(text) ?? '');
    for (const [name, toLineEnds] of Object.entries(lineEnds))
      expect(structureOf(toLineEnds(text)), name).toBe(expected);
  });

  it('are those that are asked for', () => {
    const ends = Object.values(lineEnds).map((toLineEnds) => toLineEnds('a\nb\r\nc\rd\n\r\ne'));
    expect(ends).toEqual([
      'a\nb\nc\nd\n\ne',
      'a\r\nb\r\nc\r\nd\r\n\r\ne',
      'a\rb\rc\rd\r\re',
      'a\r\nb\nc\r\nd\n\r\ne',
      'a\rb\r\nc\rd\r\n\re',
    ]);
  });
});
