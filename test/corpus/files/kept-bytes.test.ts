import { describe, expect, it } from 'vitest';
import { decodeArticle, decodeKeeping } from '../../../src/corpus/files/decode.js';
import { decodeKeepingBytes, encodeText } from '../../../src/corpus/files/kept-bytes.js';
import { createOriginalFinder } from '../../../src/corpus/split/proof/original.js';
import { makeSide, readForSplit } from '../../../src/corpus/split/split-article.js';
import { pair } from '../../support/pairs.js';

const found = { path: 'a.md', file: undefined, name: 'a' };

describe('bytes that are not UTF-8', () => {
  it('come back, whatever stands beside them', () => {
    const legal = [
      'a',
      'é',
      '設',
      '\u{1f600}',
      '\ufeff',
      '\uffff',
      '\u07ff',
      '\u0800',
      '\ud7ff',
      '\ue000',
      '\u{10ffff}',
    ];
    const broken = [
      '80',
      'a0',
      'c0af',
      'c1bf',
      'c3',
      'e080af',
      'e282',
      'eda080',
      'edbfbf',
      'f08080af',
      'f0',
      'f48fbf',
      'f4908080',
      'f5808080',
      'ff',
      'fffe',
    ];
    for (const before of legal) {
      for (const hex of broken) {
        for (const after of legal) {
          const bytes = Buffer.concat([Buffer.from(before), Buffer.from(hex, 'hex'), Buffer.from(after)]);
          const text = decodeKeepingBytes(bytes);
          expect(encodeText(text, 'kept').toString('hex')).toBe(bytes.toString('hex'));
          expect([text.startsWith(before), text.endsWith(after)]).toEqual([true, true]);
        }
      }
    }
  });

  it('are found in both kinds of text, and in no other', () => {
    for (const decode of [decodeArticle, decodeKeeping]) {
      expect(decode(Buffer.from('a\u{1f4a9}b'))).toEqual({ text: 'a\u{1f4a9}b', findings: [] });
      expect(decode(Buffer.from('61f09f92a980', 'hex'))).toMatchObject({ damaged: true, findings: [{ start: 3 }] });
    }
  });

  it('change nothing of a title elsewhere in the article', () => {
    for (const title of ['Voilà à côté', 'Ça va déjà ?', '設定\u0085', 'a\u00a0b']) {
      const text = `---\ntitle: Eins\nms.contentlocale: de-DE\n---\n# ${pair('1a2b3-102', 'Eins', title)}\n\n`;
      for (const damage of ['a0', '85', 'ff', 'c3']) {
        const bytes = Buffer.concat([Buffer.from(text), Buffer.from(damage, 'hex'), Buffer.from('\n')]);
        const clean = readForSplit(found, Buffer.from(`${text}\n`));
        const damaged = readForSplit(found, bytes);
        if (clean.article === undefined || damaged.article === undefined) throw new Error('both can be read');
        const sides = (['source', 'target'] as const).map((side) => [
          makeSide(damaged.article as never, damaged.encoding, side, {
            verify: false,
            find: createOriginalFinder(),
          }).bytes.toString('latin1'),
          makeSide(clean.article as never, clean.encoding, side, {
            verify: false,
            find: createOriginalFinder(),
          }).bytes.toString('latin1'),
        ]);
        for (const [withDamage, without] of sides) {
          expect(withDamage).toBe(without?.replace(/\n$/, `${Buffer.from(damage, 'hex').toString('latin1')}\n`));
        }
      }
    }
  });

  it('stay in a title that has one', () => {
    const text = Buffer.from(`---\ntitle: Eins\n---\n# ${pair('1a2b3-102', 'Eins', 'One \x92 two')}\n`, 'latin1');
    const { article, encoding } = readForSplit(found, text);
    if (article === undefined) throw new Error('it can be read');
    expect(
      makeSide(article, encoding, 'source', { verify: false, find: createOriginalFinder() }).bytes.toString('latin1'),
    ).toBe('---\ntitle: One \x92 two\n---\n# One \x92 two\n');
  });
});
