import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkArticle,
  collectTree,
  parseArticle,
  type RuleCode,
  type Rules,
  ruleKinds,
  segmentsOf,
} from '../../src/index.js';
import { pair } from '../support/pairs.js';

const everything: Rules = Object.fromEntries((Object.keys(ruleKinds) as RuleCode[]).map((code) => [code, 'warning']));

const fragment = fc.oneof(
  fc.constantFrom(
    '12',
    '1,000',
    '٢٠',
    '２０',
    '3/15/2021',
    '①',
    '**',
    '`x`',
    '[a](b)',
    '[a](https://example.com/en-us/%)',
    '[!メモ]',
    ':::',
    '$x$',
    '\ufffd',
    'Ã¼',
    '\ud800',
    '&#49;',
    '\\*',
    ' ',
    '\n',
    'ms.topic:',
    '---\n',
    'the door is open when you',
    '扉',
    'дверь',
    'HRESULT',
    '</span>',
    '<b>',
    '"',
    '(',
    '」',
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const side = fc.array(fragment, { maxLength: 8 }).map((parts) => parts.join(''));
const language = fc.constantFrom(
  'ja-JP',
  'de-DE',
  'ar-SA',
  'he-IL',
  'th-TH',
  'zh-CN',
  'sr-Latn-RS',
  'xx',
  'sr-Cyrl-RS',
  '?',
);
const text = fc
  .tuple(
    language,
    fc.array(fc.tuple(side, side, fc.constantFrom(' ', '\n\n', '\n| ', '\n> [!NOTE]\n> ')), { maxLength: 6 }),
  )
  .map(
    ([tag, pairs]) =>
      `---\nms.contentlocale: ${tag}\n---\n${pairs.map(([target, source, gap], index) => pair(`1a2b3-${index}`, target, source) + gap).join('')}`,
  );

describe('checkArticle', () => {
  it('never throws, and points into the text and into a segment that is there', () => {
    fc.assert(
      fc.property(text, fc.boolean(), (article, damaged) => {
        const read = parseArticle(damaged ? article.slice(0, -30) : article);
        if (read._tag === 'Left') return;
        const ids = new Set(Array.from(segmentsOf(read.right), ({ id }) => id));
        const findings = checkArticle(read.right, everything, collectTree([read.right, read.right]));
        let last = 0;
        for (const { offset, end, line, column, segment, message } of findings) {
          expect(offset).toBeGreaterThanOrEqual(last);
          last = offset;
          expect(end).toBeGreaterThanOrEqual(offset);
          expect(end).toBeLessThanOrEqual(read.right.text.length);
          expect(line).toBeGreaterThan(0);
          expect(column).toBeGreaterThan(0);
          expect(ids).toContain(segment);
          expect(message.isWellFormed() && !/[\r\n]/.test(message)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('takes time that grows no faster than the text', () => {
    // Not measured: what grows faster would not end.
    const long = [
      '1,',
      'a ',
      '100 ',
      ':::a ',
      '«a ',
      '"a" ',
      '[!',
      '(',
      'the open door ',
      '設 you can use the new settings of this page now。',
      'https://',
      'a@',
      '一',
      'half a ',
      '扉',
      '\ufffd',
      ' ',
    ].flatMap((part) => {
      const repeated = part.repeat(40_000 / part.length);
      return [
        pair('1a2b3-102', repeated, 'One'),
        pair('1a2b3-102', 'Eins', repeated),
        pair('1a2b3-102', repeated, '1,000,000,000 ones'),
        pair('1a2b3-102', `${repeated}!`, repeated),
      ];
    });
    for (const article of long) {
      const read = parseArticle(`---\nms.contentlocale: ja-JP\n---\n${article}`);
      if (read._tag !== 'Left') expect(checkArticle(read.right, everything).length).toBeLessThan(100);
    }
  });
});
