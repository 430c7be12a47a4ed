import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createXmlScanner } from '../../src/xml/scan/well-formed.js';
import type { XmlFault } from '../../src/xml/syntax.js';
import { xmlCases } from '../validate/cases-xliff.js';

/** What a scan reports of pieces: all events, texts put together again, and the fault. */
function scan(pieces: readonly string[]): { readonly events: readonly string[]; readonly fault: XmlFault | undefined } {
  const events: string[] = [];
  let text = '';
  const add = (event: string): void => {
    if (text !== '') events.push(`text ${text}`);
    text = '';
    events.push(event);
  };
  const scanner = createXmlScanner({
    open(tag, depth) {
      add(`open ${depth} ${JSON.stringify(tag)}`);
      return undefined;
    },
    close: (end, depth) => add(`close ${depth} ${end}`),
    hidden: (start, end) => add(`hidden ${start} ${end}`),
    text(piece, isCdata) {
      text += isCdata ? `[${piece}]`.replace('][', '') : piece;
      // CDATA may come in pieces.
      text = text.replaceAll('][', '');
    },
  });
  let fault: XmlFault | undefined;
  for (const piece of pieces) fault ??= scanner.write(piece);
  fault ??= scanner.end();
  add('end');
  return { events, fault };
}

const documents: readonly string[] = [
  `\ufeff<?xml version="1.0" encoding="UTF-8"?>\r\n<!DOCTYPE a [<!ELEMENT a (b)> <!-- ' > --> <?p "?> <!ATTLIST a b CDATA '>'>]>
<!-- before - it --><a b='>"' xmlns:p="urn:p">x &amp; &#x1F600; 😀 ]] <b/><p:c\n d = "&lt;" ></p:c ><![CDATA[ ]] & < ]>x]]><!----></a>\n<?p ?> <!-- after -->`,
  '<a/>',
  '<é-ü·1 x="😀"/>',
];

describe('the XML scanner', () => {
  it.each(documents)('tells the same of pieces, wherever they are cut: %s', (document) => {
    const whole = scan([document]);
    expect(whole.fault).toBeUndefined();
    for (let at = 0; at <= document.length; at++) {
      expect(scan([document.slice(0, at), document.slice(at)]), `cut at ${at}`).toEqual(whole);
    }
    expect(scan(document.split(''))).toEqual(whole);
  });

  it.each(xmlCases.filter(([, , { length }]) => length < 500))(
    'finds the same fault in pieces: %s, %s',
    (code, _, marked) => {
      const document = marked.replace('¶', '');
      const { fault } = scan([document]);
      for (let at = 0; at <= document.length; at++) {
        expect(scan([document.slice(0, at), document.slice(at)]).fault, `cut at ${at}`).toEqual(fault);
      }
      // Namespaces are not the scanner's.
      if (fault !== undefined) expect([fault.code, fault.offset]).toEqual([code, marked.indexOf('¶')]);
      expect(scan(document.split('')).fault).toEqual(fault);
    },
  );

  it('finds the same in any pieces of any damage', () => {
    const part = fc.constantFrom(
      '<',
      '>',
      '/',
      '<!--',
      '-->',
      ']]>',
      '<![CDATA[',
      '&amp;',
      '&',
      'a',
      ' ',
      '"',
      '=',
      '<a>',
      '</a>',
      '<?',
      '?>',
      '<!DOCTYPE',
      '😀',
      '\ud800',
      '\u0001',
    );
    const property = fc.property(fc.array(part, { maxLength: 20 }), fc.array(fc.nat(40)), (parts, cuts) => {
      const document = `<a>${parts.join('')}`;
      const places = [...new Set(cuts)].sort((a, b) => a - b);
      const pieces = [0, ...places].map((from, index) => document.slice(from, places[index] ?? document.length));
      const [{ fault: whole }, { fault }] = [scan([document]), scan(pieces)];
      expect(fault).toEqual(whole);
    });
    fc.assert(property, { numRuns: 2000 });
  });

  it.each([
    ['white space', ' '],
    ['references', '&amp;'],
    ['comments', '<!-- a comment of some length -->'],
    ['a comment', 'x'],
  ])('keeps nothing of %s', (name, text) => {
    const piece = text.repeat(Math.ceil(65_536 / text.length));
    const scanner = createXmlScanner();
    scanner.write('<a>');
    if (name === 'a comment') scanner.write('<!--');
    const before = process.memoryUsage().heapUsed;
    for (let count = 0; count < 500; count++) expect(scanner.write(piece)).toBeUndefined();
    // 32 MB came; what is not collected yet is less.
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(64 * 1024 * 1024);
    expect(scanner.end()?.offset).toBe(name === 'a comment' ? 3 : 0);
  });
});
