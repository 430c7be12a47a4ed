import { expect, it } from 'vitest';
import { isPlain } from '../../src/check/languages/plain.js';
import { mayHaveNumber } from '../../src/check/numbers/digits.js';
import { targetKey, textKey } from '../../src/check/tree/keys.js';

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
  texts.push('', ' ', '。、', 'Ä-Ö', 'a  b', 'a\u00a0b', '\u{1f600}a', '\ud800', 'I\u0307İ', 'plain');
  const ofTargets = texts.map((text) => text.toLowerCase().replace(/[^\p{L}\p{N}\p{M}]+/gu, ''));
  expect(texts.map(targetKey)).toEqual(ofTargets);
  expect(texts.map(textKey)).toEqual(texts.map((text) => text.trim().replace(/\s+/g, ' ')));
});
