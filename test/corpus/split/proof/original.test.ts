import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createOriginalFinder, type OriginalFinder } from '../../../../src/corpus/split/proof/original.js';
import { splitArticle } from '../../../../src/index.js';
import { articleOf, pair } from '../../../support/pairs.js';

const long = 'A first line that is long enough to be one, and a second line that is long enough as well.';

const sha1 = (text: string): string => createHash('sha1').update(text).digest('hex');
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What is found of an original whose article says what it does today. */
function find(
  original: string,
  header: string,
  body: string,
  hash: string = sha1(original),
  finder: OriginalFinder = createOriginalFinder(),
): string | undefined {
  const text = `---\n${header}ms.openlocfilehash: ${hash}\nms.contentlocale: de-DE\n---\n# <a name="one"></a>${pair('1a2b3-102', 'Eins', 'One')}\n\n${pair('1a2b3-103', 'Zwei', body)}`;
  const article = articleOf(text);
  const found = finder(article, splitArticle(article, 'source')).original;
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

  it.each([
    ['nothing', '', ['', '\n']],
    ['a line end', '\r\n', ['', '\n']],
    ['a space', ' ', [' ']],
    ['a space and a line end', ' \r\n', [' ', ' \n']],
  ])('whose last line ends with %s, however long it is', (_, end, ends) => {
    for (const words of [1, 5000]) {
      const body = 'word '.repeat(words).trim();
      const original = `---\r\ntitle: "One"\r\n---\r\n# One\r\n\r\n${body}${end}`;
      for (const now of ends) expect(find(original, 'title: Eins\n', `${body}${now}`)).toBe(original);
    }
  });

  it('with several line breaks in one of many paragraphs', () => {
    const paragraphs = Array.from({ length: 8 }, (_, index) => `${index} ${'lorem ipsum '.repeat(8)}end.`);
    const text = paragraphs.join('\n\n');
    const broken = text.replace(
      '5 lorem ipsum lorem ipsum lorem ipsum lorem ipsum ',
      '5 lorem ipsum lorem ipsum\nlorem ipsum lorem ipsum\n',
    );
    const original = `---\ntitle: One\n---\n\n# One\n\n${broken}`.replaceAll('\n', '\r\n');
    expect(find(original, 'title: Eins\n', text)).toBe(original);
  });

  it('and nothing else is taken for it', () => {
    expect(find('Something else', 'title: Eins\n', 'Text')).toBeUndefined();
  });
});

describe('what was learned of other originals', () => {
  const lists = 'title: Eins\nkeywords:\n- a\n- b\n';
  const spelled = (body: string): string =>
    `---\ntitle: "One"\nkeywords:\n    - a\n    - b\n---\n# One\n\n${body}`.replace('keywords:', 'keywords: ');
  const learned = (): OriginalFinder => {
    const finder = createOriginalFinder();
    for (const body of ['Text', 'Other text']) {
      expect(find(spelled(body), lists, body, sha1(spelled(body)), finder)).toBe(spelled(body));
    }
    return finder;
  };

  it('finds what is found without', () => {
    for (const body of ['More text', 'word '.repeat(900).trim()]) {
      expect(find(spelled(body), lists, body)).toBe(spelled(body));
      expect(find(spelled(body), lists, body, sha1(spelled(body)), learned())).toBe(spelled(body));
      const other = `---\r\ntitle: One\r\nkeywords:\r\n- a\r\n- b\r\n---\r\n\r\n# One\r\n\r\n${body}`;
      expect(find(other, lists, body, sha1(other), learned())).toBe(other);
    }
  });

  it('finds nothing else: what is tried depends on the article only', () => {
    const body = 'word '.repeat(400_000).trim();
    expect(find(spelled(body), lists, body)).toBeUndefined();
    expect(find(spelled(body), lists, body, sha1(spelled(body)), learned())).toBeUndefined();
  });
});
