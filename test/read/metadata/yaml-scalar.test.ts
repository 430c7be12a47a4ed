import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { exportToString, mergeXliff, splitArticle } from '../../../src/index.js';
import { isPlain, spellDoubleQuoted, spellLike } from '../../../src/read/metadata/yaml-scalar.js';
import { dropIllegal, escapeText } from '../../../src/xml/escapes.js';
import { articleOf, pair } from '../../support/pairs.js';

/** Values that YAML, of one age or another, does not read as text, or not as all of it. */
const odd = [
  ...['0', '42', '-1', '+7', '1_000', '1,000', '0xF4EE', '0XFF', '-0x1f', '0o17', '017', '0b101', '1:30', '190:20:30'],
  ...['1.5', '.5', '-.5', '1.', '1e3', '1E-3', '6.02e+23', '.inf', '-.Inf', '+.INF', '.nan', '.NaN', '1:30.5'],
  ...['2024-01-31', '2024-1-3', '2001-12-14t21:59:43.10-05:00', '2001-12-14 21:59:43 Z', '12:30', '1.2.3'],
  ...['true', 'False', 'YES', 'no', 'On', 'oFF', 'y', 'N', '~', 'null', 'Null', 'NULL', '', '=', '<<'],
  ...['---', '--- a', '...', '... b', '-', '- a', '?', '? a', ':', ': a', 'a:', 'a: b', 'a:\tb', 'a #b', '#a'],
  ...['&a', '*a', '!a', '!!str a', '|', '>', '>-', "'a'", '"a"', '%a', '@a', '`a`', '[a]', '{a}', ',a', 'a, b', 'a]'],
  ...[
    ' a',
    'a ',
    '\ta',
    'a\t',
    'a\nb',
    'a\r\nb',
    '\n',
    'a\\b',
    'a\\"b',
    "it's",
    'a\u0085b',
    'a\u2028b',
    '\ufeffa',
    '\u00a0a',
  ],
  ...[
    'a\u0000b',
    'a\u0007',
    'تم: ١٢',
    '１２',
    '٣',
    '名前: 値',
    '#１',
    '-5 °C',
    'C#',
    'a:b',
    'http://a.b/c#d',
    '%20',
    '3D',
    '1a',
  ],
];

const value = fc.oneof(
  fc.constantFrom(...odd),
  fc
    .tuple(fc.constantFrom(...odd), fc.constantFrom(' ', ': ', ' #', '', ', ', '\n'), fc.constantFrom(...odd))
    .map((parts) => parts.join('')),
  fc.array(fc.constantFrom(...'0123456789abcdefxoEN_+-.:,~ #T'), { maxLength: 8 }).map((parts) => parts.join('')),
  fc.string({ unit: 'grapheme' }),
);
/** How the title is spelled before: it is written in the same way where that is possible. */
const styles = ['Alt', '"Alt"', "'Alt'"] as const;

/** Everything that YAML makes of a document. */
function readings(yaml: string): unknown[] {
  return (['1.1', '1.2'] as const).flatMap((version) =>
    (['core', 'failsafe', 'yaml-1.1'] as const).map((schema) => parse(yaml, { version, schema, logLevel: 'silent' })),
  );
}

describe('a value', () => {
  it('is read as the same text, whatever reads it', () => {
    fc.assert(
      fc.property(value, fc.constantFrom(...styles), (text, style) => {
        for (const read of readings(`title: ${spellLike(style, text)}\nb: c\n`))
          expect(read).toEqual({ title: text, b: 'c' });
        for (const read of readings(`{title: ${spellLike(style, text, true)}, b: c}\n`)) {
          expect(read).toEqual({ title: text, b: 'c' });
        }
        for (const read of readings(`- ${spellDoubleQuoted(text)}\n`)) expect(read).toEqual([text]);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    'Fehlercode',
    'Neu & gut',
    'a:b',
    'C#',
    'a-b',
    '10 Tipps',
    '5 Dinge: nein'.replace(':', ''),
    '名前',
    '「値」',
    'x',
  ])('stays without quotes where it needs none: %s', (text) => {
    expect(isPlain(text)).toBe(true);
  });
});

/** What XML can hold, in a line. */
function isTarget(text: string): boolean {
  return text.trim() !== '' && dropIllegal(text) === text && !/[\r\n]/.test(text);
}

describe('a title', () => {
  const of = (title: string, first = 'Alt'): ReturnType<typeof articleOf> =>
    articleOf(`${title}# ${pair('1a2b3-102', first, 'Old')}\n`, 'a.md');
  const titleOf = (text: string): unknown =>
    parse(/^---\r?\n([\s\S]*?)\n---/.exec(text)?.[1] ?? '', { version: '1.1', logLevel: 'silent' })?.title;
  const headers = [
    ...styles.map((style) => `---\ntitle: ${style}\nms.date: x\n---\n`),
    '---\r\ntitle: Alt # so\r\nms.date: x\r\n---\r\n',
    '---\ntitle: >-\n  Alt\nms.date: x\n---\n',
    '---\ntitle: |-\n  Alt\nms.date: x\n---\n',
    '---\n{title: Alt, ms.date: x}\n---\n',
    '---\n{ms.date: x, "title": "Alt"}\n---\n',
    '---\ntitle:\n  Alt\nms.date: x\n---\n',
  ];

  it.each(headers)('is read as the text that was merged: %j', (header) => {
    const article = of(header);
    const document = exportToString([article], 'xliff', { trgLang: 'de-DE' });
    for (const text of odd) {
      if (!isTarget(text)) continue;
      const merged = mergeXliff(article, document.replace('<target>Alt<', `<target>${escapeText(text)}<`));
      expect(merged._tag, text).toBe('Right');
      if (merged._tag === 'Right') expect(titleOf(merged.right.text)).toBe(text);
    }
  });

  it.each(headers)('is read as the text of the source where languages are split: %j', (header) => {
    for (const text of odd) {
      if (!isTarget(text) || /[<&\\\s]/.test(text)) continue;
      const article = articleOf(`${header}# ${pair('1a2b3-102', 'Alt', text)}\n`);
      expect(titleOf(splitArticle(article, 'source')), text).toBe(text);
    }
  });
});
