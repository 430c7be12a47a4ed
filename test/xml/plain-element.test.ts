import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readElement, readPlainElement } from '../../src/xml/plain-element.js';
import { readAnyElement } from '../../src/xml/reader.js';

const declarations = ' xmlns="urn:a" xmlns:m="urn:m" xml:space="preserve"';

/** Parts of elements, right ones and wrong ones. */
const part = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('text', ' a b ', 'ä字', '&lt;', '&amp;gt;', '&#x41;', '\n\t', '>', '"') },
  fc.constantFrom(
    '<b/>',
    '<b x="1"/>',
    '<b x="1" y=\'2\'/>',
    '<b  x = "&quot;" />',
    '<b x="\t\n"/>',
    '<b a="1" a="2"/>',
  ),
  fc.constantFrom('<b xml:lang="de"/>', '<b xml:lang="de" xml:space="default"/>', '<m:b/>', '<b m:x="1"/>', '<n:b/>'),
  fc.constantFrom('<b xmlns="urn:b"><c/></b>', '<b xmlns:m="urn:z"><m:c/></b>', '<ü/>', '<constructor valueOf="1"/>'),
  fc.constantFrom('<!-- c -->', '<![CDATA[<x>]]>', '<?p "?>', ']]>', '&bad;', '&', '&#0;', '\u0001', '\ud83d\ude00'),
  fc.constantFrom('\r\n', '\r', '<', '</b>', '<b>', '\uffff', '\ud83d', '<b x="<"/>', '<b x=1/>', '<b\n/>', '<1/>'),
);

const element = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 5 },
    part,
    fc
      .tuple(
        fc.constantFrom('a', 'seg', 'b-c.d'),
        fc.constantFrom('', ' i="1"', ' xml:lang="ja"'),
        fc.array(tie('node'), { maxLength: 4 }),
      )
      .map(([name, attributes, children]) => `<${name}${attributes}>${children.join('')}</${name}>`),
  ),
})).node;

describe('an element that is written plainly', () => {
  it('is read as any other: the same element, or none', () => {
    let plain = 0;
    fc.assert(
      fc.property(fc.array(element, { maxLength: 4 }), fc.nat({ max: 1000 }), (children, offset) => {
        const text = `<tu id="1">${children.join('')}</tu>`;
        const read = readPlainElement(text, offset, declarations);
        if (read === undefined) return;
        plain++;
        expect({ root: read }).toEqual(readAnyElement(text, offset, declarations));
      }),
      { numRuns: 2000 },
    );
    expect(plain).toBeGreaterThan(100);
  });

  it.each([
    ['', '<a>x</a>'],
    [declarations, '<a><b x="1">x &lt; y</b>z<c/></a>'],
    [' xmlns="a&#38;b"', '<a/>'],
    [declarations, '<a/>x'],
    [declarations, '<a>'],
    [declarations, ''],
    [declarations, `${'<a>'.repeat(300)}${'</a>'.repeat(300)}`],
    [declarations, `${'<a>'.repeat(249)}${'</a>'.repeat(249)}`],
    [declarations, `${'<a>'.repeat(248)}${'</a>'.repeat(248)}`],
    [declarations, '<a x="1" x="2"/>'],
    [declarations, '<n:a/>'],
  ])('gives the same element or the same fault, in %j: %.40s', (around, text) => {
    expect(readElement(text, 7, around)).toEqual(readAnyElement(text, 7, around));
  });
});
