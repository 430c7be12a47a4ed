import { expect, it } from 'vitest';
import { describeFault } from '../../src/read/fault-words.js';
import { readMemoryText } from '../../src/read/memory/reader.js';

it.each([
  [
    '<!DOCTYPE tmx [<!ENTITY a "b">]><tmx version="1.4"/>',
    'document/unreadable',
    /declares an entity .* remove the declaration/,
  ],
  ['<!DOCTYPE tmx [<!ENTITY a SYSTEM "file:///x">]><tmx version="1.4"/>', 'document/unreadable', /declares an entity/],
  [
    '<tmx version="1.4"><body><tu>&ouml;</tu></body></tmx>',
    'document/damaged',
    /&ouml; is none of the five .* write the character/,
  ],
  ['<tmx version="1.4"><body><tu>a\0b</tu></body></tmx>', 'document/damaged', /U\+0000; remove it/],
  ['<tmx version="1.4"><body><tu><a></b></tu></body></tmx>', 'document/damaged', /<\/b> does not close .* here, a /],
  ['<tmx version="1.4"><body><tu a="" a=""/></body></tmx>', 'document/damaged', /attribute a twice; remove one/],
  ['<tmx version="1.4"><body><tu><x:a/></tu></body></tmx>', 'document/damaged', /prefix x is not declared; declare it/],
  [`<tmx version="1.4"><body><tu>${'<hi>'.repeat(300)}`, 'document/damaged', /more than 250 deep/],
  ['', 'document/unreadable', /there is no root element/],
])('a fault is said in words: %s', (text, code, message) => {
  const [diagnostic] = readMemoryText(text).diagnostics;
  expect(diagnostic).toMatchObject({ code, message: expect.stringMatching(message) });
});

it('has no more of the document in it than a line can bear', () => {
  const text = describeFault({ code: 'xml/undefined-entity', args: ['x'.repeat(10_000)], offset: 0 });
  expect(text.length).toBeLessThan(700);
  expect(text).toMatch(/…; is none of the five/);
});
