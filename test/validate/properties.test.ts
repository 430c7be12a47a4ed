import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Problem, validateTmx, validateXliff } from '../../src/index.js';
import { pairOf, segmentOf, tmxOf, validTmx, validXliff, xliffOf } from './documents.js';

const pieces = [
  '<',
  '>',
  '</',
  '/>',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<?',
  '?>',
  '&',
  ';',
  '&#',
  '"',
  "'",
  '=',
  ' id="1"',
  '<!DOCTYPE',
  '<!ENTITY',
  '<ph id="1"/>',
  '<ec startRef="3"/>',
  '</source>',
  '<target>',
  '<bpt i="1"/>',
  '\0',
  '\r',
  '\ud800',
  'xmlns=""',
  '__proto__',
  'constructor',
];

function expectSound(text: string): void {
  for (const validate of [validateXliff, validateTmx]) {
    const problems: readonly Problem[] = validate(text);
    for (const { offset, line, column, message } of problems) {
      expect(offset).toBeGreaterThanOrEqual(0);
      expect(offset).toBeLessThanOrEqual(text.length);
      const lines = text.slice(0, offset).split(/\r\n?|\n/);
      expect({ line, column }).toEqual({ line: lines.length, column: (lines.at(-1) ?? '').length + 1 });
      expect(message.length).toBeLessThan(1000);
    }
  }
}

describe('validation never throws', () => {
  it('on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => expectSound(text)),
      { numRuns: 500 },
    );
  });

  it('on pieces of markup', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces, 'x', '<a>', '</a>')), (parts) => expectSound(parts.join(''))),
      { numRuns: 1000 },
    );
  });

  it('on valid documents with a change', () => {
    const document = fc.constantFrom(...validXliff, ...validTmx);
    const change = fc.record({
      at: fc.nat(),
      cut: fc.nat(40),
      put: fc.oneof(fc.constantFrom('', ...pieces), fc.string()),
    });
    fc.assert(
      fc.property(document, fc.array(change, { minLength: 1, maxLength: 3 }), (valid, changes) => {
        let text = valid;
        for (const { at, cut, put } of changes) {
          const start = at % (text.length + 1);
          text = text.slice(0, start) + put + text.slice(start + cut);
        }
        expectSound(text);
      }),
      { numRuns: 2000 },
    );
  });

  it('on valid documents with an element or attribute left out, moved or doubled', () => {
    const document = fc.constantFrom(...validXliff, ...validTmx);
    fc.assert(
      fc.property(document, fc.nat(), fc.nat(), fc.constantFrom('drop', 'double', 'move'), (valid, from, to, what) => {
        const tokens = valid.split(/(?=<)|(?<=>)|(?<=") (?=\w)/);
        const [token = ''] = tokens.splice(from % tokens.length, what === 'double' ? 0 : 1);
        if (what !== 'drop') tokens.splice(to % (tokens.length + 1), 0, token || (tokens[from % tokens.length] ?? ''));
        expectSound(tokens.join(''));
      }),
      { numRuns: 2000 },
    );
  });
});

/** The codes of problems, each once. */
const codesOf = (problems: readonly Problem[]): string[] => [...new Set(problems.map(({ code }) => code))];

describe('hostile documents', () => {
  it('that declare a bomb are refused before it goes off', () => {
    let bomb = '<!DOCTYPE x [<!ENTITY a0 "lol">';
    for (let level = 1; level < 12; level++) bomb += `<!ENTITY a${level} "${`&a${level - 1};`.repeat(10)}">`;
    expect(codesOf(validateXliff(`${bomb}]><x>&a11;</x>`))).toEqual(['xml/entity-declaration']);
  });

  it('that name external entities and document types read nothing', () => {
    expect(codesOf(validateTmx('<!DOCTYPE x [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]><x/>'))).toEqual([
      'xml/entity-declaration',
    ]);
    expect(codesOf(validateTmx(tmxOf('').replace('tmx14.dtd', 'http://localhost:1/x.dtd')))).toEqual([]);
  });

  it('that nest deeply are refused', () => {
    for (const depth of [10_000, 500_000]) {
      const nested = '<pc id="1">'.repeat(depth);
      expect(codesOf(validateXliff(segmentOf(nested)))).toEqual(['xml/too-deep']);
      expect(codesOf(validateTmx(pairOf('<hi>'.repeat(depth))))).toEqual(['xml/too-deep']);
    }
  });

  it('that have a text of gigabytes in memory are refused', () => {
    for (const text of [' '.repeat(8_000_001), '&#65;'.repeat(1_600_001)]) {
      expect(codesOf(validateXliff(segmentOf(text)))).toEqual(['xml/too-large']);
      expect(codesOf(validateTmx(pairOf(text)))).toEqual(['xml/too-large']);
    }
  });

  it.each<[string, (size: number) => string]>([
    ['a huge attribute', (size) => segmentOf(`<ph id="1" disp="${'x'.repeat(size * 20)}"/>`)],
    ['a huge unknown attribute', (size) => segmentOf(`<ph id="1" ${'x'.repeat(size * 20)}="y"/>`)],
    [
      'many attributes',
      (size) => segmentOf(`<ph id="1" ${Array.from({ length: size }, (_, i) => `a${i}="b"`).join(' ')}/>`),
    ],
    [
      'many namespaces',
      (size) => xliffOf(`<file id="f" ${Array.from({ length: size }, (_, i) => `xmlns:a${i}="b"`).join(' ')}/>`),
    ],
    ['many codes with one id', (size) => segmentOf('<ph id="1"/>'.repeat(size))],
    ['many open codes', (size) => segmentOf(Array.from({ length: size }, (_, i) => `<sc id="${i}"/>`).join(''))],
    [
      'many crossing codes',
      (size) =>
        segmentOf(
          `${Array.from({ length: size }, (_, i) => `<sc id="${i}" canOverlap="no"/>`).join('')}${Array.from({ length: size }, (_, i) => `<ec startRef="${i}" canOverlap="no"/>`).join('')}`,
        ),
    ],
    ['many ends without a start', (size) => segmentOf('<ec startRef="1"/>'.repeat(size))],
    ['text of quotes and tabs', (size) => segmentOf(`"'\t\r\n `.repeat(size))],
    ['many open comments', (size) => segmentOf('<!-- '.repeat(size))],
    ['many open instructions', (size) => segmentOf('<?x '.repeat(size))],
    ['many open CDATA sections', (size) => segmentOf('<![CDATA['.repeat(size))],
    ['many < and no >', (size) => '<a '.repeat(size)],
    ['a document type of brackets', (size) => `<!DOCTYPE x ${'<!"['.repeat(size)}`],
    ['a document type of open comments', (size) => `<!DOCTYPE x [${'<!-- '.repeat(size)}`],
    ['many spaces in a tag', (size) => `<a${' '.repeat(size * 10)}`],
    ['many spaces before =', (size) => `<a b${' '.repeat(size * 10)}/>`],
    ['many bpt', (size) => pairOf(Array.from({ length: size }, (_, i) => `<bpt i="${i}" x="${i}"/>`).join(''))],
    ['many languages', (size) => tmxOf(`<tu>${'<tuv xml:lang="de"><seg>x</seg></tuv>'.repeat(size)}</tu>`)],
    ['a long language', (size) => tmxOf(`<tu><tuv xml:lang="${'a-'.repeat(size)}"/></tu>`)],
    ['many numbers', (size) => segmentOf(`&#${'9'.repeat(size * 10)};`)],
  ])('take time in proportion to their size: %s', (_, documentOf) => {
    const size = 20_000;
    const text = documentOf(size);
    // Quadratic time would be minutes, and end by the time that a test may take.
    for (const { message } of [...validateXliff(text), ...validateTmx(text)].slice(0, 10)) {
      expect(message.length).toBeLessThan(1000);
    }
  });
});
