import { describe, expect, it } from 'vitest';
import { codesOf, diagnosticsOf, readSource, sourceSegmentsOf, toMarkdown } from '../../../src/index.js';
import { pair } from '../../support/pairs.js';
import { sourceOf, textsOf } from '../../support/sources.js';

const blocksOf = (text: string): string[] =>
  sourceOf(text).units.map(({ block, level, parts }) => {
    const texts = parts.flatMap((part) => (part.kind === 'segment' ? [part.source.text] : []));
    return `${block}${level ?? ''}: ${texts.join(' ¦ ')}`;
  });

describe('the blocks of an article to be translated', () => {
  it.each([
    ['# A #\n\nB\n===\n\n#### C', ['heading1: A', 'heading1: B', 'heading4: C']],
    ['A b\nc. D\n e.', ['paragraph: A b c. ¦ D e.']],
    ['- A\n- B\n\n  C\n  > D\n1. E', ['list-item: A', 'list-item: B', 'paragraph: C', 'quote: D', 'list-item: E']],
    ['> [!NOTE]\n> A b\n> c. D.', ['quote: A b c. ¦ D.']],
    ['> [!TIP] A.', ['quote: A.']],
    ['> [!div class="x"]\n> [A](b)', ['quote: A']],
    [
      '| A | `b` |\n|---|---|\n| See. Did. | E \\| f |\n| | G',
      ['table-cell: A', 'table-cell: See. ¦ Did.', 'table-cell: E \\| f', 'table-cell: G'],
    ],
    ['<div class="a">\n<p>A <b>b</b>.</p>\nC\n</div>\n\nD', ['html: A <b>b</b>.', 'html: C', 'paragraph: D']],
    ['<table>\r\n<tr><td>A<br>B</td>\r\n<th>C</th></tr>\r\n</table>', ['html: A ¦ B', 'html: C']],
    ['<script>\na = 1;\n</script>\n\n<style>\nb\n</style>\n\n<!-- c\n\nd --> E\n', ['html: E']],
    ['<span>\nA\n</span>', ['html: A']],
    ['<span>\nA <span>b</span>\n</span >\n', ['html: A <span>b</span>']],
    ['<a href="x">\nA <!-- </a> --> b\n</a>', ['html: A', 'html: b']],
    ['<span>\nA\n</span> and <span>b</span>', ['html: <span> A </span> and <span>b</span>']],
    ['<a>\nA\n</a>\n<a>b</a>', ['html: <a> A </a> <a>b</a>']],
    ['<a href="x">\nA\n</a> more', ['html: <a href="x"> A </a> more']],
    ['<span>\nA <span>b</span>', ['html: A <span>b</span>']],
    ['<img src="a">\nA <span>b</span>', ['html: A <span>b</span>']],
    ['</span>\nA <span>b</span>', ['html: A <span>b</span>']],
    ['A\n\n```\nb. C\n```\n\n    d\n\n~~~ e\nf\n', ['paragraph: A']],
    [
      ':::row:::\n    :::column span="2":::\n        ### A\n\n        Be. See.\n    :::column-end:::\n:::row-end:::\n\n    d',
      ['heading3: A', 'paragraph: Be. ¦ See.'],
    ],
    [
      '> [!div class="a"]\n>[!NOTE]\n| A | B |\n|---|---|\n| C | D |\n',
      ['table-cell: A', 'table-cell: B', 'table-cell: C', 'table-cell: D'],
    ],
    ['- > [!NOTE]\n  | A |\n  |---|\n  | B |\n', ['table-cell: A', 'table-cell: B']],
    ['> [!NOTE]\n> | A |\n|---|\n', ['quote: | A | |---|']],
    ['> [!NOTE]\nA\n| B |\n|---|\n', ['quote: A | B | |---|']],
    ['::: zone pivot="a"\nA\n::: zone-end\nB', ['paragraph: A', 'paragraph: B']],
    ['[!INCLUDE [a](b.md)]\n\n[!VIDEO https://example.org/a]\n\n[!code-csharp[a](b.cs)]\n', []],
    ['[!INCLUDE [a](b.md)] Text.', ['paragraph: Text.']],
    ['# [Tab](#tab/a)\n\nA\n\n***\n\nB', ['heading1: Tab', 'paragraph: A', 'paragraph: B']],
    ['[a]: b "c"\n[d]: e\nF [a].', ['paragraph: F [a].']],
    ['A[^1].\n\n[^1]: Be. See.', ['paragraph: A[^1].', 'paragraph: Be. ¦ See.']],
    ['`a`\n\n`b`, `c`\n\n<https://d.example>\n\nhttps://e.example/f\n\n**\n', ['paragraph: `b`, `c`', 'paragraph: **']],
    ['\ufeff# A\n', ['heading1: A']],
  ])('%j', (text, blocks) => expect(blocksOf(text)).toEqual(blocks));
});

describe('the front matter of an article to be translated', () => {
  it.each([
    ['title: A: b\ndescription: See. Did.', ['title: A: b', 'front-matter: See. ¦ Did.']],
    ['title: "A: b"\nms.date: 1/1/2021\ndescription: \'C e.g. d. E\'', ['title: A: b', 'front-matter: C e.g. d. ¦ E']],
    ['title: "A \\"b\\""\ndescription: >-\n  C. D\n  e.\nauthor: f', ['title: A "b"', 'front-matter: C. D e.']],
    ['description: A.\ntitle: B. C\ntitleSuffix: D', ['front-matter: A.', 'title: B. C']],
    ['title:\ndescription:\n- A', []],
  ])('%j', (yaml, blocks) => expect(blocksOf(`---\n${yaml}\n---\n`)).toEqual(blocks));

  it('is counted as side-by-side articles are', () => {
    const article = sourceOf('---\ntitle: A\ndescription: Be. See.\n---\n# A\n\nDid. Eat.');
    expect(Array.from(sourceSegmentsOf(article), ({ id }) => id)).toEqual(['101', '102', '103', '104', '105', '106']);
    expect(article.units.map(({ id }) => id)).toEqual(['101', '102', '104', '105']);
  });
});

describe('a segment of an article to be translated', () => {
  it('has its codes, in their places', () => {
    const text = '> Select **Add\r\n> more**, [a](b\r\n> "c"). D `e`.';
    for (const { source } of sourceSegmentsOf(sourceOf(text))) {
      expect(toMarkdown(source.content)).toBe(source.text);
      for (const { data, range } of codesOf(source.content)) {
        expect(text.slice(range.start, range.end).replace(/\r\n> /g, ' ')).toBe(data);
      }
    }
    expect(textsOf(text)).toEqual(['Select **Add more**, [a](b "c").', 'D `e`.']);
  });

  it('has what stands between it and the next one beside it', () => {
    const [unit] = sourceOf('- [A](b)<br/>\n  [C](d)<br>E').units;
    expect(unit?.parts.map((part) => (part.kind === 'segment' ? part.source.text : part.text))).toEqual([
      'A',
      '](b)<br/>\n  [',
      'C',
      '](d)<br>',
      'E',
    ]);
  });

  it('is plain data', () => {
    const article = sourceOf('---\ntitle: A\n---\n- **B**\n', { path: 'a/b.md' });
    expect(JSON.parse(JSON.stringify(article))).toEqual(article);
    expect(article.path).toBe('a/b.md');
  });
});

describe('reading an article to be translated reports', () => {
  it('that it is side-by-side already', () => {
    const read = readSource(`# A\n\n${pair('1a2b3-102', 'B', 'C')}`);
    expect(read._tag).toBe('Left');
    expect(diagnosticsOf(read)).toMatchObject([{ code: 'source/side-by-side', severity: 'error', line: 3, column: 1 }]);
    expect(diagnosticsOf(read)[0]?.message).toContain('1a2b3-102');
  });

  it('quotes and lists that are too deep, and reads on', () => {
    const read = readSource(`${'> '.repeat(150)}A\n\nB`);
    expect(diagnosticsOf(read)).toMatchObject([{ code: 'source/too-deep', offset: 200 }]);
    expect(textsOf(`${'- '.repeat(99)}A\n\nB`)).toEqual(['A', 'B']);
  });

  it('a block with too many codes, which is text', () => {
    const read = readSource(`${'`a` '.repeat(100_001)}\n\n\`b\` C`);
    expect(diagnosticsOf(read)).toMatchObject([{ code: 'source/too-many-codes', offset: 0 }]);
  });

  it('what any article may have', () => {
    const codes = diagnosticsOf(readSource('---\ntitle: A\ntitle: B\n---\nC\u0001')).map(({ code }) => code);
    expect(codes).toEqual(['yaml/duplicate-key', 'xml/illegal-character']);
    expect(diagnosticsOf(readSource('---\ntitle: A'))).toMatchObject([{ code: 'yaml/unclosed' }]);
  });

  it('nothing of a text that only speaks of side-by-side articles', () => {
    expect(readSource('A `<span data-ttu-id="1a2b3-101">` is a tag.')._tag).toBe('Right');
  });
});
