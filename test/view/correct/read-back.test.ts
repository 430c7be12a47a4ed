import { readdirSync, readFileSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import { describe, expect, it } from 'vitest';
import { articleOf, exportToString, parseArticle } from '../../../src/index.js';
import { contentOf, join } from '../../../src/view/correct/edit/pieces.js';
import { toTmx, toXliff } from '../../../src/view/correct/hand-over/hand-over.js';
import { decodeDocument } from '../../../src/view/correct/read-back/decode.js';
import { readBack } from '../../../src/view/correct/read-back/documents.js';
import { isPathOf, takeBack } from '../../../src/view/correct/read-back/read-back.js';
import {
  isWork,
  noWork,
  type SegmentWork,
  withComment,
  withStatus,
  withTarget,
  workArticleOf,
} from '../../../src/view/correct/work.js';
import { piecesOf } from '../../../src/view/page-data.js';
import { toPageArticle } from '../../../src/view/view-model.js';
import { root } from '../../vitest.config.js';

const folder = joinPath(root, 'fixtures');
const articles = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => /[/\\]input\.(?:md|ya?ml|xml)$/.test(path))
  .map((path) => articleOf(parseArticle(readFileSync(joinPath(folder, path), 'utf8'), { path })))
  .filter((article) => article !== undefined)
  .filter(({ units }) => units.length > 0);

const portal = articles.find(({ path }) => path?.includes('reset-portal'));
if (portal === undefined) throw new Error('The fixture is missing.');
const page = toPageArticle({ article: portal });
const read = (text: string) => readBack(text, 'en-US', () => 'ja-JP') ?? [];

describe('a file that is read back', () => {
  const entries = page.units.flatMap((unit) => unit.segments.map((segment) => ({ unit, segment })));
  const worked = entries.map(({ unit, segment }, index): SegmentWork => {
    const target = contentOf(join(piecesOf(segment.target), [' & <so>\u00a0']));
    const work = withTarget(noWork(unit, segment), target);
    return withComment(withStatus(work, index % 3 === 0 ? 'confirmed' : undefined), index % 2 === 0 ? 'Why?\n<b>' : '');
  });
  const article = { ...workArticleOf(page), segments: worked };

  it('is the work that was handed over', () => {
    const [file] = read(toXliff([article], 'en-US', 'ja-JP'));
    expect(file && takeBack(file, page)).toEqual({ works: worked, unknown: 0, refused: 0 });
  });

  it('has the targets of a memory, which says no more', () => {
    const [file] = read(toTmx([article], 'en-US'));
    const targets = (works: readonly SegmentWork[]) => works.map(({ id, corrected }) => [id, corrected]);
    const pairs = worked.filter(({ recovered }) => !recovered);
    expect(file && targets(takeBack(file, page).works)).toEqual(targets(pairs));
  });

  it.each([
    '<!DOCTYPE tmx SYSTEM "tmx14.dtd">',
    "<!DOCTYPE tmx PUBLIC '-//LISA OSCAR:1998//DTD for Translation Memory eXchange//EN' 'tmx>.dtd' >",
    '<!DOCTYPE tmx [<!ELEMENT tmx (header, body)> <!ATTLIST tmx a CDATA "]>"> ]>',
  ])('may have a document type: %s', (type) => {
    const text = toTmx([article], 'en-US');
    const known = read(text);
    expect(known.length).toBe(1);
    expect(read(text.replace('<tmx', `${type}\n<tmx`))).toEqual(known);
  });

  it('is read in its encoding, and not at all where it has bytes that are of none', () => {
    const text = `<?xml version="1.0" encoding="utf-16"?>\n<a>é日😀</a>`;
    const little = new Uint8Array(Buffer.from(text, 'utf16le'));
    const big = new Uint8Array(Buffer.from(text, 'utf16le').swap16());
    const mark = (...bytes: number[]) => new Uint8Array(bytes);
    const join = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts));
    expect(decodeDocument(little)).toBe(text);
    expect(decodeDocument(big)).toBe(text);
    expect(decodeDocument(join(mark(0xff, 0xfe), little))).toBe(text);
    expect(decodeDocument(join(mark(0xfe, 0xff), big))).toBe(text);
    const latin = '<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>';
    expect(decodeDocument(new Uint8Array(Buffer.from(latin, 'latin1')))).toBe(latin);
    const utf8 = '<?xml version="1.0"?><a>é日😀</a>';
    expect(decodeDocument(new Uint8Array(Buffer.from(`\ufeff${utf8}`)))).toBe(utf8);
    expect(decodeDocument(new Uint8Array(Buffer.from(utf8, 'latin1')))).toBeUndefined();
    expect(decodeDocument(new Uint8Array(Buffer.from('<?xml version="1.0" encoding="no-such"?><a/>')))).toBeUndefined();
    expect(decodeDocument(little.subarray(0, little.length - 1))).toBeUndefined();
    expect(decodeDocument(mark())).toBe('');
  });

  it.each(articles.map((each) => [each.path ?? '', each] as const))('has no work as it was exported: %s', (_, each) => {
    const shown = toPageArticle({ article: each, trgLang: 'de-DE' });
    for (const units of ['block', 'pair'] as const) {
      for (const file of read(exportToString([each], 'xliff', { trgLang: 'de-DE', units }))) {
        const { works, refused } = takeBack(file, shown);
        expect(works.filter(isWork)).toEqual([]);
        expect(refused).toBe(0);
      }
    }
  });

  it.each(articles.map((each) => [each.path ?? '', each] as const))(
    'has none as it was exported for 1.2: %s',
    (_, each) => {
      const shown = toPageArticle({ article: each, trgLang: 'de-DE' });
      for (const file of read(exportToString([each], 'xliff1.2', { trgLang: 'de-DE' }))) {
        const { works, refused } = takeBack(file, shown);
        expect(works.filter(isWork)).toEqual([]);
        expect(refused).toBe(0);
      }
    },
  );

  it('has the targets, codes, answers and comments of an XLIFF 1.2 that a tool edited', () => {
    const edited = exportToString([portal], 'xliff1.2')
      .replace(/<\?sspr-tm .*?\?>/, '')
      .replace('<target>一時パスワードを設定する</target>', '<target state="signed-off">仮</target><note>Why?</note>')
      .replace(/<g id="1" ctype="bold">ヘルプデスク管理者<\/g>/, '<g id="1" ctype="bold">管理者</g>');
    const [file] = read(edited);
    const taken = file && takeBack(file, page);
    const [first, role, password] = taken?.works.filter(isWork) ?? [];
    // A note of the export says that the title is none of the pairs.
    expect([taken?.unknown, taken?.refused, first?.id, first?.corrected]).toEqual([0, 0, '4be71-101', undefined]);
    expect(role).toMatchObject({ id: '4be71-104', corrected: expect.arrayContaining(['管理者']) });
    expect(password).toMatchObject({ id: '4be71-105', corrected: '仮', status: 'confirmed', comment: 'Why?' });
  });

  it('is of the language of the article', () => {
    const taken = ['ja', 'ja-Jpan-JP', 'zh-CN', 'de-DE'].map((trgLang) => {
      const [file] = read(toXliff([article], 'en-US', trgLang));
      return file && takeBack(file, page).unknown;
    });
    expect(page.trgLang).toBe('ja-JP');
    expect(taken).toEqual([0, 0, worked.length, worked.length]);
  });

  it('asks for the language of an article once, however many segments a memory has of it', () => {
    let asked = 0;
    const text = toTmx([article], 'en-US');
    readBack(text, 'en-US', () => {
      asked++;
      return 'ja-JP';
    });
    expect(asked).toBe(1);
  });

  it('keeps what a reviewer proposed in a rejected segment, and any comment', () => {
    const [first, second] = worked.filter(({ corrected }) => corrected !== undefined);
    if (first === undefined || second === undefined) throw new Error('There is no work.');
    const segments = [withComment(withStatus(first, 'rejected'), ''), withComment(second, 'Proposed: the other word')];
    const [file] = read(toXliff([{ ...article, segments }], 'en-US', 'ja-JP'));
    const comments = file && takeBack(file, page).works.map(({ comment }) => comment);
    expect(comments).toEqual([expect.stringMatching(/^Proposed: .* & <so>/), 'Proposed: the other word']);
  });

  it('says what is not of the article, and what cannot stand there', () => {
    const text = toXliff([{ ...article, segments: worked.slice(0, 6) }], 'en-US', 'ja-JP');
    const other = text.replace('<source>', '<source>Not ').replace(/(<target>[^\n]*)<pc [^>]*>(.*?)<\/pc>/, '$1$2');
    const [file] = read(other);
    const taken = file && takeBack(file, page);
    expect([taken?.unknown, taken?.refused, taken?.works.length]).toEqual([1, 0, 5]);
  });

  it.each([
    '',
    'a',
    '<a>',
    '<a></b>',
    '<!DOCTYPE tmx SYSTEM "tmx14.dtd"',
    '<!DOCTYPE tmx [<!ENTITY a "b">]><tmx><body/></tmx>',
    '<a/><b/>',
    '<a>'.repeat(200),
    '<xliff/>',
    '<xliff version="1.2"/>',
    '<a b="1" b="2"/>',
    ...['&#x110000;', '&#xD800;', '&#0;', '&other;', 'a & b'].map((text) => `<xliff>${text}</xliff>`),
    `<!DOCTYPE tmx ${'a'.repeat(10_000_000)}><tmx/>`,
    `<!DOCTYPE tmx [${'a'.repeat(10_000_000)}]><tmx/>`,
  ])('is none: %.60s', (text) => {
    expect(readBack(text, 'en-US', () => 'de-DE')?.length ?? 0).toBe(0);
  });

  it('is of the article whose path has the same end', () => {
    expect(['a/b.md', 'b.md', 'x/a/b.md', 'c/b.md', 'ab.md', ''].map((path) => isPathOf(path, 'a/b.md'))).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
