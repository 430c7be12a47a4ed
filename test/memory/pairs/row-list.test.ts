import fc from 'fast-check';
import { expect, it } from 'vitest';
import { digitsOf } from '../../../src/memory/pairs/row-list.js';

it('finds the number at the end of an id as an expression does', () => {
  const character = fc.constantFrom('0', '1', '9', '5', '-', 'p', '.', 'é');
  fc.assert(
    fc.property(fc.array(character, { maxLength: 14 }), (characters) => {
      const id = characters.join('');
      expect(digitsOf(id)).toBe((/(?:^|\D)([1-9]\d{0,8})$/.exec(id)?.[1] ?? '').length);
    }),
  );
});
