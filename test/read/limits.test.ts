import { describe, expect, it } from 'vitest';
import { codesOf, fromXliffJs, parseInline, toMarkdown, toXliffJs } from '../../src/index.js';
import { mostConstructs, mostOfAKind } from '../../src/model/limits.js';
import { readStartTag } from '../../src/read/html.js';
import { findDefinitions } from '../../src/read/inline/definitions.js';
import { readXml } from '../../src/xml/reader.js';
import { articleOf, codesOfDiagnostics, diagnosticsOf, pair, pairsOf } from '../support/pairs.js';

const opened = '<span data-ttu-id="1a2b3-101">x</span> <span class="sxs-lookup"> <span data-stu-id="1a2b3-101">y';

describe('what is repeated a million times', () => {
  it('is a run of closing tags', () => {
    for (const close of ['</span >', '</span\n>', '</span> ']) {
      const [segment] = pairsOf(articleOf(opened + close.repeat(3_000_000)));
      expect(segment?.source.text.length).toBe(1 + close.length * 2_999_998);
    }
    expect(pairsOf(articleOf(`${opened}</span >a</span > </span></span >b</span>`))[0]?.source.text).toBe(
      'y</span >a</span > ',
    );
  });

  it('is markers of quotes and lists before a pair', () => {
    for (const marker of ['> ', '>', '- ', '1. ']) {
      const text = `${marker.repeat(2_000_000)}${pair('1a2b3-101', 'a', 'b')}\n\n${pair('1a2b3-102', 'c', 'd')}`;
      expect(articleOf(text).units).toHaveLength(2);
    }
  });

  it('is parts of a name', () => {
    const name = `@A${'.B'.repeat(6_000_000)}`;
    expect(codesOf(parseInline(name)).map(({ data }) => data.length)).toEqual([name.length]);
    for (const other of ['@A', '@a.B', '@A..B', '@A.b', '@A.1']) expect(codesOf(parseInline(other))).toEqual([]);
  });

  it('is a name in a document', () => {
    for (const start of ['<', '</', '<?', '<a ', '<a b="', '<!DOCTYPE ']) {
      expect(readXml(start + 'a'.repeat(20_000_000)).fault).toBeDefined();
    }
  });
});

describe('a tag', () => {
  it('is read as HTML reads it, once', () => {
    expect(readStartTag('x<SPAN a=">" b>c', 1)).toMatchObject({ name: 'span', end: 15 });
    for (const none of ['<a "<b>', '</a>', '< a>', '<!-- a>', '<a b="x>', ''])
      expect(readStartTag(none, 0)).toBeUndefined();
  });

  it('has a thousand attributes at most', () => {
    const tag = (count: number): string => `<a ${Array.from({ length: count }, (_, at) => `b${at}`).join(' ')}>`;
    expect(codesOf(parseInline(tag(1000)))).toHaveLength(1);
    expect(codesOf(parseInline(tag(1001)))).toEqual([]);
  });
});

describe('limits', () => {
  it.each(['`a` ', '**a** ', '[', '*a', '<b>', '@A.B '])('hold for the codes of a segment: %j', (part) => {
    const text = part.repeat(mostConstructs + 1);
    const content = parseInline(text);
    expect([content.length, toMarkdown(content) === text]).toEqual([1, true]);
    expect(codesOfDiagnostics(pair('1a2b3-101', text, 'a'))).toContain('codes/too-many');
  });

  it('hold for findings of one kind', () => {
    for (const part of ['data-stu-id ', '<span data-ttu-id="1a2b3-101">', '<span data-stu-id="x" ']) {
      const codes = codesOfDiagnostics(part.repeat(mostOfAKind + 100) + pair('1a2b3-102', 'a', 'b'));
      expect(codes.filter((code) => code === 'input/more-findings')).toHaveLength(1);
      expect(codes.length).toBeLessThan(3 * mostOfAKind);
    }
    const illegal = diagnosticsOf(pair('1a2b3-101', `a${'\u0001'.repeat(mostOfAKind * 3)}`, 'b'));
    expect(illegal).toHaveLength(mostOfAKind + 1);
  });

  it('hold for definitions of references', () => {
    const text = Array.from({ length: 1_000_010 }, (_, index) => `[${index}]: x`).join('\n');
    expect(findDefinitions(text).size).toBe(1_000_000);
  });
});

describe('the JavaScript form', () => {
  it('is read however deep it is', () => {
    const article = articleOf(pair('1a2b3-101', '**a**', '**b**'), 'a.md');
    let contents: unknown = ['c'];
    for (let depth = 0; depth < 50_000; depth++) contents = [{ Span: { id: '1', contents } }];
    const document = toXliffJs(article);
    const deep = { ...document, resources: { 'a.md': { '1a2b3-101': { source: 'x', target: contents } } } };
    expect(fromXliffJs(deep as never, article).segments[0]?.target).toHaveLength(100_001);
    let groups: unknown = { '1a2b3-101': { source: 'x', target: 'y' } };
    for (let depth = 0; depth < 50_000; depth++) groups = { g: { groupUnits: groups } };
    const grouped = { ...document, resources: { 'a.md': groups } };
    expect(fromXliffJs(grouped as never, article).segments).toHaveLength(1);
  });
});
