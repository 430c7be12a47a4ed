import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cutText } from '../../../src/view/page/article/cut-text.js';
import { graphemeAt } from '../../../src/view/page/bench/editor/text-parts.js';

const words = fc
  .array(fc.constantFrom('Wort ', 'und, ', '設定', 'します。', 'のかな', 'المدخل ', 'x', ' ', '😀'), {
    minLength: 200,
    maxLength: 600,
  })
  .map((parts) => parts.join(''));

it('cuts a text into parts that are all of it, none within joined letters or a character', () => {
  fc.assert(
    fc.property(words, (text) => {
      const parts = cutText(text);
      expect(parts.join('')).toBe(text);
      for (const [index, part] of parts.slice(1).entries()) {
        expect(`${parts[index]?.at(-1)}|${part[0]}`).toMatch(/^(?: \|\S|[\u3000-\u9fff]\|[\u3000-\u9fff])$/);
      }
    }),
  );
});

it.each([
  '次の手順に従って、アカウントを設定します。管理者がポータルを開くと、一覧が出ます。',
  'سجل الدخول إلى المدخل. ',
  'Wort und Satz, ',
])('cuts what stands after an edit where it did before, soon: %s', (some) => {
  const text = Array.from({ length: 3000 }, (_, number) => `${some}${number} `).join('');
  const before = cutText(text);
  const after = cutText(`${text.slice(0, 40_000)}x${text.slice(40_000)}`);
  expect(before.length).toBeGreaterThan(100);
  expect(Math.max(...before.map(({ length }) => length))).toBeLessThanOrEqual(700);
  let same = 0;
  while (before[same] === after[same]) same++;
  let last = 0;
  while (before.at(-1 - last) === after.at(-1 - last)) last++;
  expect(after.length - same - last).toBeLessThan(8);
});

it('knows what is one character', () => {
  expect(graphemeAt('a👨‍👩‍👧', 3)).toBe('👨‍👩‍👧');
  expect(graphemeAt('e\u0301x', 0)).toBe('e\u0301');
  expect(graphemeAt('', -1)).toBeUndefined();
});
