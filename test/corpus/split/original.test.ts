import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { differenceOf } from '../../../src/corpus/split/difference.js';
import { findOriginal } from '../../../src/corpus/split/original.js';
import { splitArticle } from '../../../src/index.js';
import { articleOf, pair } from '../../support/pairs.js';

const long = 'A first line that is long enough to be one, and a second line that is long enough as well.';

const sha1 = (text: string): string => createHash('sha1').update(text).digest('hex');
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What is found of an original whose article says what it does today. */
function find(original: string, header: string, body: string, hash: string = sha1(original)): string | undefined {
  const text = `---\n${header}ms.openlocfilehash: ${hash}\nms.contentlocale: de-DE\n---\n# <a name="one"></a>${pair('1a2b3-102', 'Eins', 'One')}\n\n${pair('1a2b3-103', 'Zwei', body)}`;
  const article = articleOf(text);
  const found = findOriginal(article, splitArticle(article, 'source')).original;
  return found === undefined ? undefined : Buffer.from(found).toString();
}

describe('an original is found by its hash', () => {
  it.each([
    ['a blank line', '---\r\ntitle: One\r\n---\r\n\r\n# One\r\n\r\nText', 'title: Eins\n', 'Text'],
    ['a line end', '---\ntitle: One\n---\n# One\n\nText\n', 'title: Eins\n', 'Text'],
    [
      'quotes and dates',
      '---\r\ntitle: "One"\r\ndate: "01/02/2018"\r\n---\r\n# One\r\n\r\nText',
      'title: Eins\ndate: 01/02/2018\n',
      'Text',
    ],
    [
      'numbers in a list',
      '---\r\ntitle: "One"\r\ntopic: a \r\ncustom: \r\n- 1\r\n- 22\r\n---\r\n\r\n# One\r\n\r\nText',
      'title: Eins\ntopic: a\ncustom:\n- "1"\n- "22"\n',
      'Text',
    ],
    [
      'a kept line end',
      '---\r\ntitle: One\r\nsummary: >+\r\n  Text\r\n\r\n---\r\n\r\n# One\r\n\r\nText',
      'title: Eins\nsummary: >-\n  Text\n',
      'Text',
    ],
    ['a title of its own', '---\r\ntitle: "One"\r\n---\r\n\r\n# One\r\n\r\nText', 'title: Etwas anderes\n', 'Text'],
    [
      'a line break',
      `---\r\ntitle: One\r\nsummary: >-\r\n  ${long.replace(', and', ', and\r\n ')}\r\n---\r\n\r\n# One\r\n\r\n${long.replace('and ', 'and\r\n')}`,
      `title: Eins\nsummary: ${long}\n`,
      long,
    ],
  ])('with %s', (_, original, header, body) => {
    expect(find(original, header, body)).toBe(original);
  });

  it('whose hash is a SHA-256, or in capitals', () => {
    const original = '---\r\ntitle: "One"\r\n---\r\n\r\n# One\r\n\r\nText';
    for (const hash of [sha256(original), sha256(original).toUpperCase(), sha1(original).toUpperCase()])
      expect(find(original, 'title: Eins\n', 'Text', hash)).toBe(original);
    // Digits of one hash are not part of the other.
    const padded = sha1(original) + '0'.repeat(24);
    expect(find(original, 'title: Eins\n', 'Text', padded)).toBeUndefined();
  });

  it('and nothing else is taken for it', () => {
    expect(find('Something else', 'title: Eins\n', 'Text')).toBeUndefined();
  });
});

describe('a difference', () => {
  const header = '---\ntitle: One\nsummary: a b\n---\n';
  it.each([
    ['equal', `${header}Text\n`, `${header}Text\n`],
    ['line-ends', `${header}Text\n`, `${header}Text\n`.replaceAll('\n', '\r\n')],
    ['white-space', `${header}Text\n`, `---\ntitle: One\nsummary: >-\n  a\n  b\n---\n\nText`],
    ['escapes', `${header}\\*Text\n`, `${header}*Text\n`],
    ['title', `${header}Text\n`, `${header}Text\n`.replace('One', 'Two')],
    ['front-matter', `${header}Text\n`, `${header}Text\n`.replace('a b', 'c')],
    ['anchors', `${header}# <a name="text"></a>Text\n`, `${header}# Text\n`],
    ['other', `${header}Text\n`, `${header}Next\n`],
  ] as const)('is %s', (expected, a, b) => {
    expect(differenceOf(Buffer.from(a), Buffer.from(b))).toBe(expected);
    expect(differenceOf(Buffer.from(b), Buffer.from(a))).toBe(expected);
  });
});
