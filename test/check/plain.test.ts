import { expect, it } from 'vitest';
import { hashText } from '../../src/check/hash.js';
import { isPlain } from '../../src/check/languages/plain.js';
import { unitsOf } from '../../src/check/languages/units.js';
import { countBits, wordBits } from '../../src/check/languages/words.js';
import { mayHaveNumber } from '../../src/check/numbers/digits.js';
import { hashTargetKey, keyedText, keyIn, seedOf, targetKey, textKey } from '../../src/check/tree/keys.js';
import { isCopy } from '../../src/check/view.js';

const characters = Array.from({ length: 0x110000 }, (_, code) => String.fromCodePoint(code));

it('no text with a digit or number is taken for one without', () => {
  const wrong = characters.filter((each) => /[\p{Nd}\p{No}]/u.test(each) && !mayHaveNumber(`x${each}y`));
  expect(wrong).toEqual([]);
  expect(mayHaveNumber('Öffnen Sie die Tür – ドアを開けます。')).toBe(false);
});

it('a plain text has no letter, digit or mark but those of ASCII', () => {
  const wrong = characters.filter((each) => isPlain(each) && /[\p{L}\p{N}\p{M}_]/u.test(each) && each > '\u007f');
  expect(wrong).toEqual([]);
  expect(isPlain('“Don’t” open\u00a0it – yet…\ufffc\n')).toBe(true);
});

it('keys of texts are what searches of Unicode classes make of them', () => {
  const texts = characters.filter((_, code) => code % 7 === 0).map((each) => ` a${each}${each}b\t`);
  texts.push(
    '',
    ' ',
    '。、',
    'Ä-Ö',
    'a  b',
    'a\u00a0b',
    '\u{1f600}a',
    '\ud800',
    'I\u0307İ',
    'plain',
    'ΟΔΟΣ ΟΔΟΣ.',
    'a \n b',
    `${'Ab '.repeat(9000)}c`,
  );
  const ofTargets = texts.map((text) => text.toLowerCase().replace(/[^\p{L}\p{N}\p{M}]+/gu, ''));
  expect(texts.map(targetKey)).toEqual(ofTargets);
  expect(texts.map(textKey)).toEqual(texts.map((text) => text.trim().replace(/\s+/g, ' ')));
  expect(texts.map((text) => hashTargetKey(text, unitsOf(text)))).toEqual(ofTargets.map((text) => hashText(text)));
  const keyed = texts.map((text) => keyedText(unitsOf(text), text.length, seedOf('ja-JP')));
  expect(keyed).toEqual(
    texts.map((text) => ({
      hash: keyIn('ja-JP', textKey(text)),
      isTidy: textKey(text) === text.trim(),
      visible: text.replace(/\s/g, '').length,
    })),
  );
});

it('the words of a text have the same bits in any case and script of the text, and however long it is', () => {
  const words = ['Printers', 'loading', 'x86a', 'Ax', 'flies', 'used', '9to5', 'keys', 'Trey', 'The', 'cable'];
  const alone = words.map((word) => wordBits(word));
  expect(alone.map((bits) => bits === 0)).toEqual(words.map((word) => ['Ax', 'used', 'The'].includes(word)));
  const all = (texts: readonly string[]): readonly number[] => texts.map((text) => wordBits(text));
  expect(all(words.map((word) => word.toUpperCase()))).toEqual(alone);
  // A letter of another script makes the text none that is plain, and is no word by itself.
  expect(all(words.map((word) => `é ${word} é`))).toEqual(alone);
  expect(all(words.map((word) => `${' '.repeat(40_000)}(${word})`))).toEqual(alone);
  expect(wordBits('printer loaded cables')).toBe(wordBits('Printers — loading “cable”'));
});

it('a target is its source, but for white space around it', () => {
  const texts = ['', ' ', 'a', ' a', 'a\u3000', '\ufeffa\n', 'b', 'a b', 'a  b '];
  const isSame = (one: string, other: string): boolean =>
    isCopy({ source: { text: one }, target: { text: other } } as Parameters<typeof isCopy>[0]);
  for (const one of texts) {
    expect(texts.map((other) => isSame(one, other))).toEqual(texts.map((other) => one.trim() === other.trim()));
  }
});

it('bits are counted', () => {
  const numbers = [0, 1, 2 ** 51, 2 ** 52 - 1, 0x5555555555555, 2 ** 26, 2 ** 26 - 1, 0xaaaaaaaaaaaaa, 3 * 2 ** 25];
  expect(numbers.map(countBits)).toEqual(numbers.map((number) => number.toString(2).replaceAll('0', '').length));
});
