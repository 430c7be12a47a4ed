import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmentsOf } from '../../../src/model/article.js';
import { parseWhole } from '../../../src/read/article.js';
import { createVersionReader, type VersionReader } from '../../../src/read/versions/versions.js';
import { pair } from '../../support/pairs.js';
import { withPlaces } from '../../support/with-places.js';

/** Reads a text with what the reader knows, which has to be what is read without, and gives its numbers. */
function readAs(reader: VersionReader, text: string, path = 'a.md'): { numbers: readonly number[]; firstNew: number } {
  const { article, diagnostics, numbers, firstNew } = reader.read(text, { path });
  expect({ article: withPlaces(article), diagnostics }).toStrictEqual(parseWhole(text, { path }));
  return { numbers, firstNew };
}

const texts = [
  ['Weiter', 'Next'],
  ['Klicken Sie **Weiter** an.', 'Click **Next**.'],
  ['Klicken Sie \\*\\*Weiter\\*\\* an.', 'Click **Next**.'],
  ['[Text][ref] und [ref]', '[text][ref] and [ref]'],
  ['Code `a`', 'Code'],
  ['$x$ und `b`', '`b` and $x$'],
  ['', 'Empty'],
  ['Leer', ' '],
  ['&lt;b> \u0007', '&lt;b>'],
  ['日本語 **太字**', 'Japanese **bold**'],
  ['a <b>fett</b> [l](u)', 'a <b>bold</b> [l](u)'],
] as const;

const piece = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(fc.constantFrom('1a2b3', '4c5d6', 'xx'), fc.nat(120), fc.constantFrom(...texts)) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('\n\n', '\n', ' ', '# ', '- ', '> ', '| ', ' |', '[ref]: https://a.b\n', '<p>'),
  },
  { weight: 1, arbitrary: fc.constantFrom('<span data-ttu-id="1a2b3-101">lone', '</span></span>', 'data-stu-id', '"') },
);

const article = fc
  .tuple(
    fc.constantFrom('', '---\ntitle: Weiter\nms.contentlocale: de-DE\n---\n', '---\na: "\n---\n', '---\nx: *y\n---\n'),
    fc.array(piece, { maxLength: 12 }),
    fc.constantFrom('a.md', 'a.md', 'a.yml', 'a.xml'),
  )
  .map(([header, pieces, path]) => {
    const body = pieces.map((each) =>
      typeof each === 'string' ? each : pair(`${each[0]}-${each[1] + 1}`, each[2][0], each[2][1]),
    );
    return { text: header + body.join(''), path };
  });

describe('a reader of versions', () => {
  it('gives what is read of each version alone, whatever was read before, and however little is remembered', () => {
    fc.assert(
      fc.property(fc.array(article, { maxLength: 8 }), fc.constantFrom(0, 20, 200, 1_000_000), (versions, most) => {
        const reader = createVersionReader(most);
        const known = new Map<number, string>();
        for (const { text, path } of versions) {
          const { numbers } = readAs(reader, text, path);
          const segments = [...segmentsOf(parseWhole(text, { path }).article)].filter(({ recovered }) => !recovered);
          expect(numbers).toHaveLength(segments.length);
          for (const [index, number] of numbers.entries()) {
            const { source, target } = segments[index] ?? expect.fail();
            const both = JSON.stringify([source.text, target.text]);
            expect(known.get(number) ?? both).toBe(both);
            known.set(number, both);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('knows texts again whatever their ids and places are, and has the same contents for them', () => {
    const reader = createVersionReader();
    const [one, two] = [pair('1a2b3-101', 'Ziel **a**', 'Source **a**'), pair('1a2b3-102', 'Zwei', 'Two')];
    expect(readAs(reader, `${one}\n\n${two}`)).toEqual({ numbers: [0, 1], firstNew: 0 });
    const moved = `# ${two.replaceAll('1a2b3', '4c5d6')}\n\n${one.replaceAll('1a2b3', '4c5d6')} ${pair('4c5d6-103', 'Drei', 'Three')}`;
    expect(readAs(reader, moved, 'other.md')).toEqual({ numbers: [1, 0, 2], firstNew: 2 });
    const [first, , third] = [reader.read(one, {}), reader.read(two, {}), reader.read(moved, {})].map(
      ({ article: read }) => [...segmentsOf(read)],
    );
    expect(third?.[1]?.source.content).toBe(first?.[0]?.source.content);
    expect(third?.[1]?.target.content).toBe(first?.[0]?.target.content);
  });

  it('reads references as each article defines them', () => {
    const reader = createVersionReader();
    const text = pair('1a2b3-101', 'Siehe [hier].', 'See [here].');
    const defined = `${text}\n\n[hier]: https://a.b\n[here]: https://a.b\n`;
    for (const version of [text, defined, text, defined, defined]) readAs(reader, version);
    const [plain, link] = [reader.read(text, {}), reader.read(defined, {})].map(({ article: read }) => [
      ...segmentsOf(read),
    ]);
    expect(plain?.[0]?.source.content).toHaveLength(1);
    expect(link?.[0]?.source.content.length).toBeGreaterThan(1);
  });

  it('takes time that is linear in pairs of one source, and forgets', () => {
    const reader = createVersionReader(1000);
    const many = Array.from({ length: 2000 }, (_, index) => pair(`1a2b3-${index}`, `Ziel ${index}`, 'Source')).join(
      '\n\n',
    );
    expect(readAs(reader, many).numbers).toHaveLength(2000);
    const { numbers, firstNew } = readAs(reader, many);
    expect(numbers.some((number) => number >= firstNew)).toBe(true);
  });
});
