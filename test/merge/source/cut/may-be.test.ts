import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMayBe } from '../../../../src/merge/source/cut/may-be.js';
import { keysOfSide } from '../../../../src/merge/source/keys.js';
import { readInline } from '../../../../src/read/inline/inline.js';

function keysOf(text: string): readonly string[] {
  return keysOfSide({ text, content: readInline(text, { isDefined: () => true }) });
}

describe('a text', () => {
  it('is not read where its words tell that it is none of those that are wanted', () => {
    const mayBe = createMayBe(['Save `it`.', 'Go on now.'].flatMap(keysOf));
    const texts = ['Go on now.', 'Save `it`.', 'Go off now.', 'Go `on` later.', 'Then go on now.', 'Save **it**.'];
    expect(texts.filter(mayBe)).toEqual(['Go on now.', 'Save `it`.', 'Save **it**.']);
  });

  it('may be what it is, whatever it has', () => {
    const pieces = [
      'Go',
      'now.',
      ' ',
      '  ',
      '\n',
      '  \n',
      '\\\n',
      '`',
      '``',
      '**',
      '_',
      '[',
      '](a.md)',
      '](',
      '<',
      '>',
      '<br>',
      '<!--',
      '-->',
      '&amp;',
      '&',
      '\\',
      'https://a.example',
      'www.a.example',
      'a@b.example',
      'xref:',
      '@a',
      ':::',
      'é',
      '!',
      '1',
      '\t',
      '\u00a0',
      '\u0001',
      '{{',
      '$',
      '|',
      '~~',
      '![',
      '(',
      ')',
      '"',
    ];
    assert(
      property(array(constantFrom(...pieces), { minLength: 1, maxLength: 9 }), (parts) => {
        const text = parts.join('');
        for (const key of keysOf(text)) expect(createMayBe([key])(text)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});
