import { describe, expect, it } from 'vitest';
import { translateIcu } from '../../../src/read/srx/icu-regex.js';

const compile = (icu: string): RegExp => {
  const { pattern, flags } = translateIcu(icu);
  return new RegExp(`^(?:${pattern})$`, `v${flags}`);
};

describe('a regular expression of ICU', () => {
  it.each<[icu: string, yes: readonly string[], no: readonly string[]]>([
    ['[Ee]tc\\.', ['etc.', 'Etc.'], ['etcx']],
    ['\\w+', ['größe', 'テスト', 'a_1'], ['a b', '-']],
    ['\\d+', ['12', '٣'], ['a']],
    ['a\\sb', ['a b', 'a\u00a0b', 'a\u3000b', 'a\nb'], ['ab']],
    ['a\\hb', ['a\tb', 'a\u2003b'], ['a\nb']],
    ['\\S\\W\\D', ['a-b'], ['ab1', ' -b']],
    ['.*\\bDr\\.', ['Dr.', 'a Dr.', '«Dr.'], ['éDr.', 'aDr.']],
    ['a\\B-?b', ['ab'], ['a-b']],
    ['\\p{Lu}\\p{Ll}\\P{L}', ['Ab1', 'Äß-'], ['ab1', 'Abc']],
    ['\\p{L}\\pL\\p{^L}\\P{^L}', ['ab1c'], ['abcd']],
    ['[\\p{IsAlphabetic}\\p{script=Greek}]', ['a', 'α'], ['1']],
    ['\\p{Greek}\\p{sc=Han}\\p{gc=Lu}\\p{Uppercase Letter}', ['α字AB'], ['a字AB']],
    ['\\p{Alpha}\\p{punct}\\p{White_Space}\\p{XDigit}', ['é! F'], ['1! F']],
    ['[[:upper:]][[:^digit:]][^[:space:]]', ['Aab', 'Ä--'], ['A1b', 'aab']],
    ['[a-z&&[^aeiou]]', ['b'], ['a', 'B']],
    ['[a-z--[aeiou]--[xyz]]', ['b'], ['a', 'x']],
    ['[[a-z][0-9]&&[b1]]', ['b', '1'], ['a', '2']],
    ['[a-z&&[a-m]--[b]]', ['a'], ['b', 'n']],
    ['[^a\\-b\\]]', ['c', '^'], ['a', '-', ']']],
    ['[]a]', [']', 'a'], ['b']],
    ['[a-]', ['a', '-'], ['b']],
    ['[\\[({"\'&!/|~^$.,;:#%@`<=>?*+\\\\-]', ['[', '(', '{', '&', '!', '/', '|', '~', '^', '$', '#', '\\', '-'], ['a']],
    ['[\\u0041-\\x43\\x{1F600}\\U0001F601]', ['A', 'B', 'C', '😀', '😁'], ['D']],
    ['\\x41\\u0042\\x{43}\\0104\\t\\e\\a\\cA', ['ABCD\t\u001b\u0007\u0001'], []],
    ['\\Q.*[\\E.', ['.*[a'], ['abc']],
    ['\\"\\-\\ \\\'\\<\\>\\!\\@\\#\\%\\&\\~\\`\\=\\:\\;\\,', ['"- \'<>!@#%&~`=:;,'], []],
    ['(?i)dr\\.?', ['Dr.', 'DR'], ['d']],
    ['(?i)straße', ['STRAßE'], []],
    ['(?s)a.b', ['a\nb'], []],
    ['(?:a|b)+?c{2}d{1,}e{1,2}', ['abccdde'], ['acd']],
    ['(a)(?<name>b)(?=c)(?!d)c', ['abc'], ['abd']],
    ['(?<!a)b(?<=b)', ['b'], []],
    ['a(?#comment (])b', ['ab'], []],
    ['\\Aa\\z', ['a'], ['b']],
    ['a\\Rb\\v', ['a\r\nb\n'], []],
    ['\\X', ['e\u0301'], []],
    ['}a-]', ['}a-]'], []],
    ['😀+', ['😀😀'], []],
    ['', [''], ['a']],
  ])('%j', (icu, yes, no) => {
    const pattern = compile(icu);
    expect(yes.filter((text) => !pattern.test(text))).toEqual([]);
    expect(no.filter((text) => pattern.test(text))).toEqual([]);
  });

  it('ends at the end of the text, and before its last line end', () => {
    const { pattern } = translateIcu('a$');
    const end = new RegExp(pattern, 'v');
    expect(['a', 'a\n', 'a\r\n', 'a\nb', 'ab'].map((text) => end.test(text))).toEqual([true, true, true, false, false]);
  });

  it.each(['a*+b', 'a++', 'a?+', 'a{2}+'])('%j has a possessive quantifier, which is read as a greedy one', (icu) => {
    expect(translateIcu(icu).approximated).toEqual(['possessive quantifiers, read as greedy ones']);
  });

  it('has an atomic group, which is read as a plain one', () => {
    expect(translateIcu('(?>a|ab)c').approximated).toHaveLength(1);
    expect(compile('(?>a|b)c').test('bc')).toBe(true);
  });

  it.each([
    ['(a)\\1', /refers back/],
    ['(?<n>a)\\k<n>', /refers back/],
    ['a(?i)b', /flags within/],
    ['(?x) a', /flags within/],
    ['\\p{InGreek}', /the property "InGreek"/],
    ['\\p{blk=Thai}', /the property/],
    ['\\p{', /cannot be read/],
    ['\\N{LATIN SMALL LETTER A}', /escape "\\N"/],
    ['\\G', /escape "\\G"/],
    ['\\y', /escape "\\y"/],
    ['a\\', /ends with a backslash/],
    ['[a', /not closed/],
    ['[[:nothing:]]', /the property "nothing"/],
    ['[&&a]', /set operator/],
    ['[a-\\d]', /range that ends with a set/],
    ['a{b}', /no count/],
    ['\\x{110000}', /no character/],
    ['(?#a', /comment/],
    ['['.repeat(60), /deep/],
  ])('%j has no counterpart in JavaScript', (icu, reason) => expect(() => translateIcu(icu)).toThrow(reason));
});
