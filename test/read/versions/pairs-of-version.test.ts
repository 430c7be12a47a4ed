import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Segment, segmentsOf } from '../../../src/model/article.js';
import { createLineCounter } from '../../../src/model/position.js';
import { parseWhole } from '../../../src/read/article.js';
import { mayHoldIllegal } from '../../../src/read/findings/illegal.js';
import { settle } from '../../../src/read/known-pairs.js';
import { type PairsOfVersion, textsOfVersion } from '../../../src/read/versions/pairs-of-version.js';
import { createVersionReader, type VersionReader } from '../../../src/read/versions/versions.js';
import { pair } from '../../support/pairs.js';

const texts = [
  'Weiter',
  'Klicken Sie **Weiter** an.',
  'Klicken Sie \\*\\*Weiter\\*\\* an.',
  '[Text][ref] und [ref]',
  'Code `a`',
  '$x$ und `b`',
  '',
  ' ',
  '&lt;b>',
  '日本語 **太字**',
  'a <b>fett</b> [l](u)',
  '<!-- so -->',
];
const headers = [
  '',
  '---\ntitle: Weiter\nms.contentlocale: de-DE\nms.lasthandoff: 01/02/2020\n---\n',
  '---\ntitle: Weiter\nsummary: >-\n  Zwei\n\n  Zeilen\n---\n',
  '---\na: "\n---\n',
  '---\nx: *y\n---\n',
  '---\nms.contentlocale: none at all\n---',
  '---\nopen: yes\n',
];
/** What may stand between pairs, or come into an article: much of it changes what follows. */
const between = [
  '\n\n',
  '\n',
  ' ',
  '# ',
  '- ',
  '> ',
  '| ',
  '```\n',
  '~~~\n',
  '<!--',
  '-->',
  '[ref]: https://a.b\n',
  '---\n',
  '<p>',
  '</span></span>',
  '<span data-ttu-id="1a2b3-101">lone',
  'data-stu-id',
  '\u0007',
  '\ufffd',
  '"',
];

const piece = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .tuple(fc.constantFrom('1a2b3', '4c5d6', 'xx'), fc.nat(120), fc.constantFrom(...texts), fc.constantFrom(...texts))
      .map(([prefix, number, target, source]) => pair(`${prefix}-${number + 101}`, target, source)),
  },
  { weight: 2, arbitrary: fc.constantFrom(...between) },
);

/** What a commit does to an article. Places are shares of its length. */
const place = fc.double({ min: 0, max: 1, noNaN: true });
const edit = fc.oneof(
  fc.record({ kind: fc.constant('ids' as const), prefix: fc.constantFrom('7e8f9', '0a1b2') }),
  fc.record({ kind: fc.constant('header' as const), header: fc.constantFrom(...headers) }),
  fc.record({ kind: fc.constant('insert' as const), at: place, piece }),
  fc.record({ kind: fc.constant('split' as const), at: place, text: fc.constantFrom(...between) }),
  fc.record({ kind: fc.constant('remove' as const), at: place }),
  fc.record({ kind: fc.constant('cut' as const), at: place, length: fc.nat(30) }),
  fc.record({ kind: fc.constant('lines' as const), lineEnd: fc.constantFrom('\r\n', '\n', '\r') }),
  fc.record({ kind: fc.constant('bom' as const) }),
  fc.record({ kind: fc.constant('none' as const) }),
);

interface Draft {
  readonly header: string;
  readonly pieces: readonly string[];
  /** What is done to the whole. */
  readonly finish: (text: string) => string;
}

function edited(
  { header, pieces, finish }: Draft,
  change: typeof edit extends fc.Arbitrary<infer T> ? T : never,
): Draft {
  switch (change.kind) {
    case 'ids': {
      const anew = (text: string): string => text.replace(/(data-[ts]tu-id=")[0-9a-f]{5}/g, `$1${change.prefix}`);
      return { header, pieces: pieces.map(anew), finish };
    }
    case 'header':
      return { header: change.header, pieces, finish };
    case 'insert': {
      const at = Math.floor(change.at * pieces.length);
      return { header, pieces: [...pieces.slice(0, at), change.piece, ...pieces.slice(at)], finish };
    }
    case 'remove': {
      const at = Math.floor(change.at * pieces.length);
      return { header, pieces: pieces.filter((_, index) => index !== at), finish };
    }
    case 'split': {
      const all = pieces.join('');
      const at = Math.floor(change.at * all.length);
      return { header, pieces: [all.slice(0, at), change.text, all.slice(at)], finish };
    }
    case 'cut': {
      const all = pieces.join('');
      const at = Math.floor(change.at * all.length);
      return { header, pieces: [all.slice(0, at), all.slice(at + change.length)], finish };
    }
    case 'lines':
      return { header, pieces, finish: (text) => finish(text).replaceAll('\n', change.lineEnd) };
    case 'bom':
      return { header, pieces, finish: (text) => `\ufeff${finish(text)}` };
    default:
      return { header, pieces, finish };
  }
}

const history = fc
  .tuple(
    fc.constantFrom(...headers),
    fc.array(piece, { maxLength: 10 }),
    fc.array(edit, { maxLength: 6 }),
    fc.constantFrom('a.md', 'a.md', 'a.md', 'a.yml', 'a.xml'),
  )
  .map(([header, pieces, edits, path]) => {
    const versions: { text: string; path: string }[] = [];
    let draft: Draft = { header, pieces, finish: (text) => text };
    for (const each of [{ kind: 'none' as const }, ...edits]) {
      draft = edited(draft, each);
      versions.push({ path, text: draft.finish(draft.header + draft.pieces.join('')) });
    }
    return versions;
  });

interface Kept {
  readonly source: unknown;
  readonly target: unknown;
}

/** Reads a version both ways, which has to be the same, and settles each pair as whoever collects them does. */
function readBoth(reader: VersionReader, text: string, path: string): boolean {
  const read = reader.readPairs(text, { path });
  expect(read === undefined).toBe(mayHoldIllegal(text));
  if (read === undefined) return false;
  requireSame(read, text, path);
  return true;
}

/** The same of its bytes, where they are read. */
function readFromBytes(reader: VersionReader, text: string, path: string): boolean {
  const bytes = Buffer.from(text);
  const decode = (start: number, end: number): string => bytes.toString('utf8', start, end);
  const read = reader.readBytes({ bytes: bytes.toString('latin1'), decode }, path);
  if (read === undefined) return false;
  requireSame(read, text, path);
  return true;
}

function requireSame(read: PairsOfVersion, text: string, path: string): void {
  const { article, diagnostics } = parseWhole(text, { path });
  expect(read.diagnostics).toStrictEqual(diagnostics);
  expect(read.localization).toStrictEqual(article.localization);
  expect(read.frontMatter).toStrictEqual(article.frontMatter);
  const all = [...segmentsOf(article)];
  expect(textsOfVersion(read).map(({ source, target }) => [source.text, target.text])).toEqual(
    all.map(({ source, target }) => [source.text, target.text]),
  );
  const segments = all.filter(({ recovered }) => !recovered);
  const lineAt = createLineCounter(text);
  expect(read.pairs.map(({ id, start, line, skip }) => ({ id, start, line, skip }))).toEqual(
    segments.map(({ id, range, skip }) => ({ id, start: range.start, line: lineAt(range.start), skip })),
  );
  for (const [index, { known, skip }] of read.pairs.entries()) {
    const { source, target } = segments[index] as Segment;
    expect([known.source, known.target]).toEqual([source.text, target.text]);
    if (skip !== undefined) continue;
    const { contents } = known;
    const kept = known.value as Kept | undefined;
    const words = (of: string): unknown => [{ kind: 'text', text: of }];
    const made: Kept =
      kept ??
      (contents === undefined
        ? { source: words(source.text), target: words(target.text) }
        : { source: withoutRanges(contents.source), target: withoutRanges(contents.target) });
    expect(made).toEqual({ source: withoutRanges(source.content), target: withoutRanges(target.content) });
    settle(known, made);
  }
}

function withoutRanges(content: readonly object[]): unknown {
  return content.map((inline) => ({ ...inline, range: undefined }));
}

describe('the pairs of versions', () => {
  it('are those of each article alone, whatever was read before, and however little is remembered', () => {
    let both = 0;
    let fromBytes = 0;
    fc.assert(
      fc.property(
        fc.array(history, { maxLength: 3 }),
        fc.constantFrom(0, 20, 200, 1_000_000),
        fc.boolean(),
        (histories, most, forgets) => {
          const reader = createVersionReader(most);
          for (const versions of histories) {
            if (forgets) reader.forget();
            for (const { text, path } of versions) {
              const isRead = readFromBytes(reader, text, path);
              if (isRead) fromBytes++;
              // What is read in one way is known in the other.
              if ((!isRead || text.length % 2 === 0) && readBoth(reader, text, path)) both++;
            }
          }
        },
      ),
      { numRuns: 400 },
    );
    expect(both).toBeGreaterThan(200);
    expect(fromBytes).toBeGreaterThan(100);
  });

  it.each([
    ['whose texts are as they were, under other ids', (text: string) => text.replaceAll('1a2b3', '4c5d6')],
    ['with CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['with a byte order mark', (text: string) => `\ufeff${text}`],
    [
      'with a pair in its front matter',
      (text: string) => text.replace('---\n\n', `x: ${pair('1a2b3-90', 'a', 'b')}\n---\n\n`),
    ],
    ['with a pair less', (text: string) => text.replace(/<span data-ttu-id="1a2b3-103.*\n/, '')],
    ['with a pair more', (text: string) => `${text}${pair('1a2b3-109', 'Neu', 'New')}`],
    ['with the ids in another order', (text: string) => text.replaceAll('-102"', '-199"')],
    ['whose line breaks are other ones', (text: string) => text.replaceAll(', ', ',\n')],
    ['with characters of four bytes between pairs', (text: string) => text.replace('\n\n## ', '\n\n😀 ## ')],
  ])('are read from bytes: of a version %s', (_, change) => {
    const header = '---\ntitle: 日本語\nms.contentlocale: ja-JP\n---\n';
    const body = [
      pair('1a2b3-102', '日本語, **太字** で', 'Japanese, **bold**'),
      pair('1a2b3-103', 'é😀\u3000', 'a <span>b</span>'),
      pair('1a2b3-104', '* *x* * y', '**x** y'),
      pair('1a2b3-p105', '[a] und b', '[a] and b'),
    ].join('\n\n## ');
    const text = `${header}\n# ${body}\n\n[a]: https://a.b\n`;
    const reader = createVersionReader();
    for (const each of [text, change(text), text, change(text)]) expect(readFromBytes(reader, each, 'a.md')).toBe(true);
  });

  it.each([
    ['an id twice', pair('1a2b3-102', 'a', 'b').repeat(2)],
    ['an id of another form', pair('1A2b3-102', 'a', 'b')],
    ['two ids', pair('1a2b3-102', 'a', 'b').replace('stu-id="1a2b3-102', 'stu-id="1a2b3-103')],
    ['a lone CR in a text', pair('1a2b3-102', 'a\rb', 'b')],
    ['a lone CR between pairs', `${pair('1a2b3-102', 'a', 'b')}\r${pair('1a2b3-103', 'a', 'b')}`],
    ['a CR at the end', `${pair('1a2b3-102', 'a', 'b')}\r`],
    ['U+FFFF', `${pair('1a2b3-102', 'a', 'b')}\uffff`],
    ['U+FFFE in a text', pair('1a2b3-102', 'a\ufffe', 'b')],
    ['a control character', pair('1a2b3-102', 'a\u0007', 'b')],
    ['NUL between pairs', `\0${pair('1a2b3-102', 'a', 'b')}`],
    ['an empty target', pair('1a2b3-102', ' ', 'b')],
    ['an empty source', pair('1a2b3-102', 'a', '\u3000')],
    ['a stray marker', `${pair('1a2b3-102', 'a', 'b')} data-ttu-id`],
    ['a marker in a text', pair('1a2b3-102', 'a data-stu-id b', 'b')],
    ['a pair in a pair', pair('1a2b3-102', pair('1a2b3-103', 'a', 'b'), 'b')],
    ['an open span', `<span data-ttu-id="1a2b3-101">${pair('1a2b3-102', 'a', 'b')}`],
    ['an open source', pair('1a2b3-102', 'a', 'b').replace('</span></span>', '</span>')],
    ['escaped quotes', pair('1a2b3-102', 'a', 'b').replaceAll('"', '\\"')],
    ['an open front matter', `---\na: b\n${pair('1a2b3-102', 'a', 'b')}`],
    ['a front matter that ends in CR', `---\ra: b\r---\r${pair('1a2b3-102', 'a', 'b')}`],
  ])('are left to the reader of texts where there is %s', (_, text) => {
    const reader = createVersionReader();
    for (const known of ['', pair('1a2b3-102', 'a', 'b')]) {
      expect(readFromBytes(reader, known, 'a.md')).toBe(true);
      expect(readFromBytes(reader, text, 'a.md')).toBe(false);
      readBoth(reader, text, 'a.md');
    }
    expect(readFromBytes(reader, pair('1a2b3-102', 'a', 'b'), 'a.yml')).toBe(false);
  });

  it('have the front matter that stands again, and no other', () => {
    const reader = createVersionReader();
    const body = pair('1a2b3-102', 'Weiter', 'Next');
    const cr = '---\rtitle: Weiter\r---\r';
    for (const text of [
      `${headers[1]}${body}`,
      `${headers[1]}\n---\n${body}`,
      headers[1]?.slice(0, -1) ?? '',
      `${headers[1]?.slice(0, -1)} ${body}`,
      `\ufeff${headers[1]}${body}`,
      `${cr}${body}`,
      `${cr}\n${body}`,
      cr,
    ]) {
      expect(readBoth(reader, text, 'a.md')).toBe(true);
    }
  });

  it('forget what was made of them where an article defines other references', () => {
    const reader = createVersionReader();
    const text = pair('1a2b3-101', 'Siehe [hier].', 'See [here].');
    const defined = `${text}\n\n[hier]: https://a.b\n[here]: https://a.b\n`;
    for (const version of [text, defined, text, text, defined]) expect(readBoth(reader, version, 'a.md')).toBe(true);
  });
});
