import { pair } from '../../support/pairs.js';

/** Texts that programs for tables, lines or markup would calculate, cut, trim, take for something else, or cannot hold. */
export const hostileTexts: readonly string[] = [
  '=1+1',
  '=HYPERLINK("https://example.com";"x")',
  "=cmd|' /C calc'!A0",
  '+1 234',
  '-5',
  '- item',
  '@SUM(A1)',
  '＝1＋1',
  '\u0007=1+1',
  '\u00a0=1+1',
  '\u200b=1+1',
  '\ufeff=1+1',
  "'=1+1",
  "''=1+1",
  "'quoted",
  'a\tb\t\tc',
  'a\n=b\n\n-c',
  'a\r\n+b',
  'a\r@b',
  'a\u2028b\u2029c\u0085d',
  'a\u000bb\u000cc\u001cd\u001ee',
  'a\ufffeb\uffffc\ufdd0d',
  'a\ud800b\udc00c\udc00\ud800d',
  '\ud83d',
  '_x0007_ _x000A_ __x0041_',
  '&#10; &amp; &lt;b> <![CDATA[x]]> <?x?>',
  'a "b", c; d\\n|e',
  '""',
  'zwei  Leer   zeichen',
  'e\u0301 \u00e9 Å Ω ﬁ',
  'Tür 目 สวัสดี שלום \u202e😀👩‍👩‍👧',
  '2026-01-02',
  '1/2',
  '007',
  '1e5',
  '12345678901234567890',
  '1,234.50 €',
  'TRUE',
  'null',
  '[1, "x"]',
  '**=1+1**',
  '`-1` [+2](=3)',
];

/** Texts longer than a cell of a spreadsheet holds, and as long. */
const longTexts: readonly string[] = [
  'x'.repeat(32_767),
  `=${'y'.repeat(40_000)}`,
  // The limit is inside of a pair of surrogates.
  `z${'😀'.repeat(20_000)}`,
];

const day = (number: number): string => `0${(number % 9) + 1}/1${number % 10}/20${15 + (number % 6)}`;

/** Two languages of articles with these texts on one side and on both, with names and values that are no better. */
export function hostileTree(): Record<string, string> {
  const files: Record<string, string> = {};
  const names = ['=1+1.md', '-a b/@ü #.md', "+'q'.md", 'a%20&b.md'];
  for (const lang of ['de-DE', 'ja-JP']) {
    for (const [number, name] of names.entries()) {
      const own = hostileTexts.filter((_, index) => index % names.length === number);
      const head = [
        `ms.contentlocale: ${lang}`,
        `ms.service: "=SUM(${number})"`,
        ...(number === 1
          ? []
          : [`ms.lasthandoff: ${day(number)}`, `ms.translationtype: ${number % 2 === 0 ? 'HT' : 'MT'}`]),
        ...(number === 2 ? [] : [`ms.openlocfilehash: ${`${number}abc`.repeat(10)}`, 'ms.topic: "@x, \\"y\\"\\n-z"']),
      ];
      const texts = own.flatMap((text) => [
        [text, `${lang} ${text}`],
        [`${number} ${text}`, text],
        [text, text],
      ]);
      if (lang === 'de-DE' && number === 1) {
        for (const text of longTexts) texts.push([`Long ${text.length}`, text]);
      }
      const body = texts.map(([source = '', target = ''], index) => pair(`a1b2c-${101 + index}`, target, source));
      files[`${lang.slice(0, 2)}/${name}`] = `---\n${head.join('\n')}\n---\n\n${body.join('\n\n')}\n`;
    }
  }
  return files;
}
