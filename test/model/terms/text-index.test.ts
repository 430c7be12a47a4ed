import fc from 'fast-check';
import { expect, it } from 'vitest';
import { endsWord, startsWord } from '../../../src/model/terms/limits.js';
import { createTextIndex } from '../../../src/model/terms/text-index.js';

const anywhere = (): boolean => true;
const text = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '次', '𝒂'), maxLength: 12 });

it('finds all texts at all places', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(
        text.filter((each) => each !== ''),
        { maxLength: 30 },
      ),
      text,
      (texts, searched) => {
        const sorted = [...texts].sort();
        const found: string[] = [];
        createTextIndex(sorted, anywhere, anywhere).find(searched, (number, start, end) => {
          expect(searched.slice(start, end)).toBe(sorted[number]);
          found.push(`${start} ${sorted[number]}`);
        });
        const expected =
          [...searched].length === 0
            ? []
            : Array.from({ length: searched.length }, (_, at) => at).flatMap((at) =>
                sorted.filter((each) => searched.startsWith(each, at)).map((each) => `${at} ${each}`),
              );
        expect(found.sort()).toEqual(expected.sort());
      },
    ),
  );
});

it.each([
  ['open the door', 'open', true],
  ['reopen the door', 'open', false],
  ['opens the door', 'open', false],
  ['**open**', 'open', true],
  ['次へを選択', '次へ', true],
  ['アクセスパネル', 'アクセス', false],
  ['アクセス パネル', 'アクセス', true],
  ['ให้คลิกถัดไป', 'ถัดไป', true],
  ['설정을 선택', '설정', true],
  ['새설정을', '설정', false],
  ['والإعدادات هنا', 'الإعدادات', true],
  ['หน้าที่', 'หน', false],
  ['Windows10', 'Windows', false],
])('says whether words end around a text: %s, %s: %s', (searched, term, isThere) => {
  let found = false;
  createTextIndex([term], startsWord, endsWord).find(searched, () => {
    found = true;
  });
  expect(found).toBe(isThere);
});
