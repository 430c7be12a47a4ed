import { describe, expect, it } from 'vitest';
import { diagnosticsOf, readSrx, type SentenceRules, type SrxOptions } from '../../../src/index.js';
import { textsOf } from '../../support/sources.js';

type RuleText = readonly [isBreak: 'yes' | 'no', before: string, after: string];

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const rulesNamed = (name: string, rules: readonly RuleText[]): string =>
  `<languagerule languagerulename="${name}">${rules
    .map(
      ([isBreak, before, after]) =>
        `<rule break="${isBreak}"><beforebreak>${escaped(before)}</beforebreak><afterbreak>${escaped(after)}</afterbreak></rule>`,
    )
    .join('\n')}</languagerule>`;

const english = rulesNamed('English', [
  ['no', '\\b(?:Mr|vs)\\.', '\\s'],
  ['no', '\\b[A-Z]\\.', '\\s\\p{Lu}'],
]);
const japanese = rulesNamed('Japanese', [['yes', '[。！？]+[」』]*', '']]);
const any = rulesNamed('Any', [['yes', '[.?!]+', '\\s']]);

function srxOf(header: string, rules: readonly string[], maps: readonly (readonly [string, string])[]): string {
  const lines = maps.map(([pattern, name]) => `<languagemap languagepattern="${pattern}" languagerulename="${name}"/>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<srx xmlns="http://www.lisa.org/srx20" version="2.0"><header segmentsubflows="yes" ${header}>
<formathandle type="start" include="no"/></header><body><languagerules>${rules.join('\n')}</languagerules>
<maprules>${lines.join('\n')}</maprules></body></srx>`;
}

const all = srxOf(
  'cascade="yes"',
  [english, japanese, any],
  [
    ['EN.*', 'English'],
    ['JA.*', 'Japanese'],
    ['.*', 'Any'],
  ],
);

function rulesOf(srx: string, options?: SrxOptions): SentenceRules {
  const read = readSrx(srx, options);
  if (read._tag === 'Left') throw new Error(read.left.map(({ message }) => message).join('\n'));
  return read.right;
}

const cut = (srx: string, text: string, language = 'en-US'): string[] =>
  textsOf(text, { sentences: rulesOf(srx, { language }) });

describe('the rules of an SRX document', () => {
  it('replace the built-in ones', () => {
    const text = 'Mr. Smith vs. J. Doe. See e.g. this? So. **One. Two.** Three; four.';
    expect(cut(all, text)).toEqual([
      'Mr. Smith vs. J. Doe.',
      'See e.g.',
      'this?',
      'So.',
      '**One.',
      'Two.**',
      'Three; four.',
    ]);
  });

  it('are those of all language maps that match, in their order, where they cascade', () => {
    expect(cut(all, 'Mr. Smith. これは。テスト。', 'ja-JP')).toEqual(['Mr.', 'Smith.', 'これは。', 'テスト。']);
    expect(cut(all, 'Mr. Smith. So', 'de')).toEqual(['Mr.', 'Smith.', 'So']);
  });

  it('are those of the first one where they do not', () => {
    expect(cut(all.replace('cascade="yes"', 'cascade="no"'), 'Mr. Smith. So')).toEqual(['Mr. Smith. So']);
    const first = srxOf(
      'cascade="no"',
      [any, english],
      [
        ['en', 'English'],
        ['EN-us', 'Any'],
        ['.*', 'English'],
      ],
    );
    expect(cut(first, 'One. Two')).toEqual(['One.', 'Two']);
  });

  it('cascade where nothing is said, but in SRX 1.0', () => {
    const unsaid = all.replace('cascade="yes"', '');
    expect(cut(unsaid, 'Mr. Smith. So')).toEqual(['Mr. Smith.', 'So']);
    const old = unsaid
      .replace('version="2.0"', 'version="1.0"')
      .replace('<maprules>', '<maprules><maprule maprulename="Default">')
      .replace('</maprules>', '</maprule></maprules>');
    expect(cut(old, 'Mr. Smith. So', 'de')).toEqual(['Mr.', 'Smith.', 'So']);
  });

  it('are asked in their order: the first one that matches decides', () => {
    const rules: RuleText[] = [
      ['yes', ':', ' A'],
      ['no', ':', ' '],
      ['yes', ':|;', ' '],
    ];
    const srx = srxOf('cascade="yes"', [rulesNamed('X', rules)], [['.*', 'X']]);
    expect(cut(srx, 'a: A: B; C')).toEqual(['a:', 'A: B;', 'C']);
    expect([...rulesOf(srx).ends('a: A: B; C')]).toEqual([
      { at: 2, isSure: true },
      { at: 5, isSure: false },
      { at: 8, isSure: true },
    ]);
  });

  it('see no marks of paired codes, and letters in place of others', () => {
    expect(cut(all, '**See [one](a.b "d. e").** `f. G` is. <https://a.b/?c>! So')).toEqual([
      '**See [one](a.b "d. e").**',
      '`f. G` is.',
      '<https://a.b/?c>!',
      'So',
    ]);
  });

  it('part no link and no image: half of one has its address as text', () => {
    const text = 'See [One. Two](a.md) now. **Go. On.** ![Pic. One](a.svg) is [it. too]. Done.\n\n[it. too]: b.md\n';
    expect(cut(all, text)).toEqual([
      'See [One. Two](a.md) now.',
      '**Go.',
      'On.**',
      '![Pic. One](a.svg) is [it. too].',
      'Done.',
    ]);
  });

  it('part no character in its halves, and no code', () => {
    const srx = (before: string, after: string): string =>
      srxOf('cascade="yes"', [rulesNamed('X', [['yes', before, after]])], [['.*', 'X']]);
    expect(cut(srx('[。！]', ''), 'これは。😀テスト！𠮷野')).toEqual(['これは。', '😀テスト！', '𠮷野']);
    expect(cut(srx('[.!]', '[^a-z]'), 'Done!😀 So.𠮷')).toEqual(['Done!', '😀 So.', '𠮷']);
    expect(cut(srx('', '😀'), 'One😀😀')).toEqual(['One', '😀', '😀']);
    expect(cut(srx('[a-zX]', '.'), 'a **b** `code` c')).toEqual(['a', '**b**', 'c']);
    expect(cut(srx('X', 'X'), 'See `some code` and <https://example.com/a>, `XX` XX')).toEqual([
      'See `some code` and <https://example.com/a>, `XX` X',
      'X',
    ]);
  });

  it('may have one side only, flags, and entities', () => {
    const srx = srxOf(
      'cascade="no"',
      [
        '<languagerule languagerulename="X"><rule><beforebreak>(?i)z&amp;</beforebreak></rule><rule break="yes"><afterbreak>&lt;</afterbreak></rule></languagerule>',
      ],
      [['.*', 'X']],
    );
    expect(cut(srx, 'aZ&b < c')).toEqual(['aZ&', 'b', '< c']);
  });
});

describe('an SRX document that is not right', () => {
  const codes = (srx: string, options?: SrxOptions): string[] =>
    diagnosticsOf(readSrx(srx, options)).map(({ code }) => code);

  it.each(['', 'a', '<srx', '<tmx version="1.4"/>', '<!DOCTYPE a [<!ENTITY b "c">]><srx>&b;</srx>'])(
    '%j is not read',
    (srx) => {
      expect(readSrx(srx)._tag).toBe('Left');
      expect(codes(srx)).toEqual(['srx/unreadable']);
    },
  );

  it('has no rules for the language', () => {
    expect(codes('<srx version="2.0"/>')).toEqual(['srx/no-language']);
    const read = readSrx(all.replaceAll('".*"', '"fr.*"'), { language: 'de' });
    expect(read._tag).toBe('Left');
    expect(diagnosticsOf(read)[0]?.message).toContain('de');
  });

  it('has a rule that cannot be read: the others are', () => {
    const rules: RuleText[] = [
      ['yes', '(a)\\1', ' '],
      ['yes', '(', ' '],
      ['yes', ')(', ' '],
      ['yes', '.', '\\p{InGreek}'],
      ['yes', 'b*+', ' '],
    ];
    const srx = srxOf(
      'cascade="yes"',
      [rulesNamed('X', rules)],
      [
        ['.*', 'X'],
        ['en(', 'X'],
        ['en.*', 'Nothing'],
      ],
    );
    const read = readSrx(srx);
    expect(read._tag).toBe('Both');
    expect(
      diagnosticsOf(read)
        .map(({ code }) => code)
        .sort(),
    ).toEqual(['srx/approximated', ...Array.from({ length: 5 }, () => 'srx/rule'), 'srx/unknown-rules']);
    const [first] = diagnosticsOf(read).filter(({ message }) => message.includes('refers back'));
    expect(srx.slice(first?.offset, first?.end)).toBe('<beforebreak>(a)\\1</beforebreak>');
    expect(cut(srx, 'ab c')).toEqual(['ab', 'c']);
  });
});
