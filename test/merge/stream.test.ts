import fc from 'fast-check';
import { isLeft } from 'fp-ts/lib/These.js';
import { describe, expect, it } from 'vitest';
import { exportToString, mergeTmx, mergeXliff } from '../../src/index.js';
import { openTmx } from '../../src/merge/memory/memory.js';
import { openXliff } from '../../src/merge/merge.js';
import { createLineIndex } from '../../src/model/position.js';
import { type DocumentText, linesOf, textOf } from '../../src/xml/document-text.js';
import { articleOf, pair } from '../support/pairs.js';
import { article, exported } from './documents.js';

/** A text in pieces that end at some places; counts what is read of it. */
function inPieces(text: string, places: readonly number[]): DocumentText & { passes: number; read: number } {
  const counted = {
    passes: 0,
    read: 0,
    *pieces() {
      counted.passes++;
      let from = 0;
      for (const place of [...places, text.length]) {
        if (place > from) yield text.slice(from, place);
        from = Math.max(from, place);
      }
      return undefined;
    },
    slice(start: number, end: number) {
      counted.read += end - start;
      return text.slice(start, end);
    },
  };
  return counted;
}

const german = '---\nms.contentlocale: de-DE\n---\n';
const other = articleOf(`${german}${pair('9f8e7-102', 'Fremd', 'Other')}`, 'b.md');

const edited = [
  ['xliff', exportToString([other, article], 'xliff')],
  [
    'xliff with prefixes',
    exportToString([other, article], 'xliff')
      .replace(/<(\/?)(?!\w+:)(\w)/g, '<$1x:$2')
      .replace('xmlns=', 'xmlns:x='),
  ],
  ['xliff1.2', exportToString([other, article], 'xliff1.2')],
  ['tmx', exported({}, 'tmx')],
].map(([name = '', document = '']) => [name, document.replace('Zelle', 'Feld &amp; <!-- x -->mehr')] as const);

describe('a document that comes in pieces', () => {
  it.each(edited)('is merged as one that comes as a whole: %s', (name, document) => {
    const [open, whole] = name === 'tmx' ? [openTmx, mergeTmx] : [openXliff, mergeXliff];
    const expected = whole(article, document);
    expect(isLeft(expected) ? expected.left : expected.right.changes.map(({ after }) => after)).toEqual([
      'Feld & mehr',
    ]);
    for (let at = 0; at < document.length; at += 7) {
      expect(open(inPieces(document, [at]))(article)).toEqual(expected);
    }
    expect(
      open(
        inPieces(
          document,
          [...document].map((_, index) => index),
        ),
      )(article),
    ).toEqual(expected);
  });

  it.each(edited)('is refused as a whole for a fault after what was asked for: %s', (name, document) => {
    const damaged = `${document.trimEnd()}\n<!-- after --><again/>`;
    const merged = name === 'tmx' ? mergeTmx(article, damaged) : mergeXliff(article, damaged);
    const line = damaged.split('\n').length;
    expect(isLeft(merged) && merged.left).toMatchObject([{ code: 'merge/unreadable', line, column: 15 }]);
  });

  it('knows its lines and columns', () => {
    const part = fc.constantFrom('a', '\n', '\r\n', '\r', '😀');
    const property = fc.property(fc.array(part), fc.array(fc.nat(20)), (parts, cuts) => {
      const text = parts.join('');
      const lines = createLineIndex(text);
      const places = cuts
        .sort((a, b) => a - b)
        .filter((at) => at < text.length && !(text[at - 1] === '\r' && text[at] === '\n'));
      for (const document of [inPieces(text, places), textOf(text)]) {
        const streamed = linesOf(document);
        for (let at = 0; at <= text.length; at++) expect(streamed.pointAt(at)).toEqual(lines.pointAt(at));
      }
    });
    fc.assert(property);
  });
});

describe('what is read of a document', () => {
  const articles = Array.from({ length: 40 }, (_, index) =>
    articleOf(
      `${german}${pair(`1a2b3-${index}`, `Ziel ${index}`, `Source ${index}`)}\n\n${pair('1a2b3-900', 'Hinweis', 'Note')}`,
      `docs/${index}.md`,
    ),
  );

  it.each(['xliff', 'xliff1.2', 'tmx'] as const)('is what an article asks for, after one pass: %s', (format) => {
    const document = exportToString(articles, format).replaceAll('Ziel', 'Neu');
    const text = inPieces(document, []);
    const merge = format === 'tmx' ? openTmx(text) : openXliff(text, {}, { byPath: true });
    for (const each of articles) {
      const merged = merge(each);
      expect(!isLeft(merged) && merged.right.changes.length).toBe(1);
    }
    expect(text.passes).toBe(1);
    expect(text.read).toBeLessThan(document.length);
  });

  it('has the namespaces, languages and white space of what is around it', () => {
    const unit =
      '<x:unit id="1a2b3-102"><x:segment><x:source>Other</x:source><x:target>Neu<y:a y:b=""/></x:target></x:segment></x:unit>';
    const document = (id: string) =>
      `<x:xliff xmlns:x="urn:oasis:names:tc:xliff:document:2.0"><x:file original="b.md" xmlns:y="urn:&quot;&lt;"><x:group xml:space="preserve">${unit.replace('1a2b3-102', id)}</x:group></x:file></x:xliff>`;
    const merged = mergeXliff(other, document('9f8e7-102'));
    expect(!isLeft(merged) && merged.right.changes.map(({ after }) => after)).toEqual(['Neu']);
    expect(mergeXliff(other, document('1').replace(' xmlns:y="urn:&quot;&lt;"', ''))).toMatchObject({
      left: [{ code: 'merge/unreadable', offset: document('1').indexOf('<y:a') - ' xmlns:y="urn:&quot;&lt;"'.length }],
    });
  });
});

describe('limits', () => {
  const memory = (unit: string) => `<tmx version="1.4"><body>${unit}</body></tmx>`;
  const of = (source: string, target: string) =>
    `<tu><tuv xml:lang="en-US"><seg>${source}</seg></tuv><tuv xml:lang="de-DE"><seg>${target}</seg></tuv></tu>`;

  it.each([
    ['a unit of more than 4000000 characters', of('Other', 'x'.repeat(4_000_001))],
    ['a unit of more than 200000 tags and attributes', of('Other', '<hi/>'.repeat(200_001))],
    ['a tag of more than 1000000 characters', `<tu tuid="${'x'.repeat(1_000_001)}"/>`],
    [
      'an element of more than 1000 attributes',
      `<tu ${Array.from({ length: 1001 }, (_, i) => `a${i}=""`).join(' ')}/>`,
    ],
  ])('names what is too large: %s', (what, unit) => {
    const document = `${memory(of('A', 'B'))}`.replace('</body>', `\n${unit}</body>`);
    const merged = mergeTmx(other, document);
    expect(isLeft(merged) && merged.left).toMatchObject([{ code: 'merge/too-large', line: 2, column: 1 }]);
    expect(isLeft(merged) && merged.left[0]?.message).toContain(what);
  });

  it('are not those of what nobody asks for', () => {
    const large = of('Something else', 'x'.repeat(9_000_000));
    const merged = mergeTmx(other, memory(large + of('Other', 'Anders') + ' '.repeat(9_000_000)));
    expect(!isLeft(merged) && merged.right.changes.map(({ after }) => after)).toEqual(['Anders']);
  });

  it('are none of a document of many small units', () => {
    const units = Array.from({ length: 60_000 }, (_, index) =>
      of(`Text <ph x="1">${index}</ph>`, '<ph x="1">a</ph>'),
    ).join('');
    const merged = mergeTmx(other, memory(units + of('Other', 'Anders')));
    expect(!isLeft(merged) && merged.right.changes.map(({ after }) => after)).toEqual(['Anders']);
  });
});

describe('a memory with a source many times', () => {
  const unit = (target: string, props = '') =>
    `<tu>${props}<tuv xml:lang="en-US"><seg>Other</seg></tuv><tuv xml:lang="de-DE"><seg>${target}</seg></tuv></tu>`;
  const prop = (type: string, value: string) => `<prop type="${type}">${value}</prop>`;

  it('gives each segment what fits best: neighbours, then article and id, then article', () => {
    const pairs = ['a', 'Other', 'b', 'Other', 'c', 'Other', 'd'].map((source, index) =>
      pair(`1a2b3-${index}`, 'x', source),
    );
    const places = articleOf(german + pairs.join('\n\n'), 'docs/p.md');
    const document = `<tmx version="1.4"><body>${[
      unit('nirgends'),
      unit('nachher b', prop('next', 'b')),
      unit('vorher b', prop('prev', 'b') + prop('file', 'docs/p.md')),
      unit('hier, 5', prop('x-article', 'p.md') + prop('x-pair', '1a2b3-5')),
      unit('dort, 5', prop('x-article', 'q.md') + prop('x-pair', '1a2b3-5')),
    ].join('')}</body></tmx>`;
    const merged = mergeTmx(places, document);
    expect(!isLeft(merged) && merged.right.changes.map(({ id, after }) => `${id} ${after}`)).toEqual([
      '1a2b3-1 nachher b',
      '1a2b3-3 vorher b',
      '1a2b3-5 hier, 5',
    ]);
  });

  it('reads the source of a unit once, however many targets it has', () => {
    const codes = '<ph x="1">a</ph>'.repeat(3000);
    const targets = '<tuv xml:lang="de-DE"><seg>x</seg></tuv>'.repeat(3000);
    const document = `<tmx version="1.4"><body><tu>${'<prop type="p">a</prop>'.repeat(1000)}<tuv xml:lang="en-US"><seg>${codes}</seg></tuv>${targets}</tu></body></tmx>`;
    const source = 'a'.repeat(3000);
    const before = process.memoryUsage().heapUsed;
    mergeTmx(articleOf(german + pair('1a2b3-1', 'x', source), 'a.md'), document);
    // 9 million codes would be a gigabyte.
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(200 * 1024 * 1024);
  });
});
