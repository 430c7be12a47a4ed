import { describe, expect, it } from 'vitest';
import { exportToString, mergeXliff } from '../../../src/index.js';
import { articleOf, pair } from '../../support/pairs.js';
import { edit, type Outcome, outcomeOf } from '../documents.js';

const article = articleOf(
  `---\nms.contentlocale: ko-KR\n---\n${pair('1a2b3-102', '하나.', 'One.')} ${pair('1a2b3-103', '둘.', 'Two.')} ${pair('1a2b3-104', '셋.', 'Three.')}\n`,
  'a.md',
);
const document = exportToString([article], 'xliff');
const merge = (...edits: (readonly [string | RegExp, string])[]): Outcome =>
  outcomeOf(mergeXliff(article, edit(document, edits)), article);

describe('the order of targets', () => {
  it('is reported where it is another than that of the sources, and targets are written beside these', () => {
    const codes = ['merge/reordered'];
    const swapped = [
      ['<target>하나', '<target order="3">하나'],
      ['<target>둘', '<target order="1">둘'],
    ] as const;
    expect(merge(...swapped)).toEqual({ changes: {}, codes });
    expect(merge(...swapped, ['>둘.', '>두 번째.'])).toEqual({ changes: { '1a2b3-103': '두 번째.' }, codes });
    expect(merge(['<target>하나', '<target order="5">하나'], ['<target>셋', '<target order="1">셋']).codes).toEqual(
      codes,
    );
    // Also where the numbers of the others are left to be guessed.
    expect(merge(['<target>셋', '<target order="1">셋']).codes).toEqual(codes);
  });

  it('is none where it says what was so anyway', () => {
    expect(merge(['<target>하나', '<target order="1">하나'], ['<target>셋', '<target order="5">셋'])).toEqual({
      changes: {},
      codes: [],
    });
    // The two spaces change places.
    const [first = '', second = ''] = document.match(/<ignorable>[\s\S]*?<\/ignorable>/g) ?? [];
    const space = document
      .replace(first, first.replace('<target>', '<target order="4">'))
      .replace(/([\s\S]*)<ignorable>[\s\S]*?<\/ignorable>/, `$1${second.replace('<target>', '<target order="2">')}`);
    expect(outcomeOf(mergeXliff(article, space), article)).toEqual({ changes: {}, codes: [] });
  });

  it('is written where the segments are one in the article', () => {
    const split = [
      /<source>Two\.<\/source>\s*<target>둘\.<\/target>/,
      '<source>Tw</source><target order="4">나</target></segment><segment><source>o.</source><target order="3">둘 </target>',
    ] as const;
    expect(merge(split)).toEqual({ changes: { '1a2b3-103': '둘 나' }, codes: [] });
  });
});
