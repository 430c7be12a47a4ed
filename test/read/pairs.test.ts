import { describe, expect, it } from 'vitest';
import { articleOf, codesOfDiagnostics, diagnosticsOf, pair, pairsOf } from '../support/pairs.js';

const before = pair('1a2b3-102', 'Eins', 'One');
const after = pair('1a2b3-199', 'Zwei', 'Two');

/** What is between two pairs that are whole, and must both be found. */
function between(text: string): { pairs: string[]; codes: string[] } {
  const whole = `${before}\n\n${text}\n\n${after}`;
  const pairs = pairsOf(articleOf(whole)).map(({ id, target, source }) => `${id} ${target.text}=${source.text}`);
  expect(pairs[0]).toBe('1a2b3-102 Eins=One');
  expect(pairs.at(-1)).toBe('1a2b3-199 Zwei=Two');
  return { pairs: pairs.slice(1, -1), codes: codesOfDiagnostics(whole).filter((code) => code.startsWith('pair/')) };
}

describe('whole pairs', () => {
  it.each([
    [
      'content in a span of its own',
      pair('1a2b3-103', '<span>a</span> b', '<span>c</span> d'),
      '<span>a</span> b=<span>c</span> d',
    ],
    [
      'an unclosed span inside',
      pair('1a2b3-103', 'Firma.<span>com', 'Company.<span>com'),
      'Firma.<span>com=Company.<span>com',
    ],
    ['a stray closing span inside', pair('1a2b3-103', 'a</span> b', 'c</span> d'), 'a</span> b=c</span> d'],
    [
      'a source that ends in a span',
      pair('1a2b3-103', '<span>a</span>', '**Wert:** <span>pool1</span>'),
      '<span>a</span>=**Wert:** <span>pool1</span>',
    ],
    [
      'line breaks and blank lines',
      pair('1a2b3-103', 'a\nb\n\nc', 'd\n\n```\ne\n```\n'),
      'a\nb\n\nc=d\n\n```\ne\n```\n',
    ],
    [
      'what looks like HTML',
      pair('1a2b3-103', '`<title>` a < b <!--', '`List<T>` <xref:System.String>'),
      '`<title>` a < b <!--=`List<T>` <xref:System.String>',
    ],
    ['white space at the ends', pair('1a2b3-103', ' a ', '\tb\n'), ' a =\tb\n'],
  ])('%s', (_, text, expected) => {
    expect(between(text)).toEqual({ pairs: [`1a2b3-103 ${expected}`], codes: [] });
  });

  it('have paragraph ids', () => {
    expect(between(pair('1a2b3-p4', 'Ein Absatz. Noch ein Satz.', 'A paragraph. Another one.')).codes).toEqual([]);
  });

  it('may spell their quotes as entities', () => {
    const damaged = pair('1a2b3-103', 'a', 'b').replace('data-stu-id="1a2b3-103">', 'data-stu-id="1a2b3-103&quot;>');
    expect(between(damaged)).toEqual({ pairs: ['1a2b3-103 a=b'], codes: [] });
  });

  it('stand in double-quoted YAML with their escapes resolved', () => {
    const escaped = pair('1a2b3-103', 'sagt "A"', String.raw`says "B\C"`)
      .replaceAll('\\', '\\\\')
      .replaceAll('"', '\\"');
    expect(between(`content: "${escaped}"`)).toEqual({ pairs: ['1a2b3-103 sagt "A"=says "B\\C"'], codes: [] });
  });

  it('may have white space between their tags, as in pretty-printed XML', () => {
    const spaced = `<span data-ttu-id="1a2b3-103">a</span>
      <span class="sxs-lookup">
        <span data-stu-id="1a2b3-103">b <c>d</c></span>
      </span>`;
    expect(between(spaced).pairs).toEqual(['1a2b3-103 a=b <c>d</c>']);
  });

  it('may be spelled in any way that HTML allows', () => {
    const other =
      "<SPAN class='x' data-ttu-id='1a2b3-103' >a</span><span class='sxs-lookup'><span  data-stu-id=1a2b3-103>b</span></span>";
    expect(between(other)).toEqual({ pairs: ['1a2b3-103 a=b'], codes: [] });
  });
});

describe('damaged pairs cost no other pair', () => {
  const target = '<span data-ttu-id="1a2b3-103">a</span>';
  const source = '<span class="sxs-lookup"><span data-stu-id="1a2b3-103">b</span></span>';
  it.each([
    ['a target alone', target, [], ['pair/unmatched-target']],
    ['a source alone', source, [], ['pair/unmatched-source']],
    ['text between target and source', `${target} x ${source}`, [], ['pair/unmatched-target', 'pair/unmatched-source']],
    ['two sources', `${target}${source}${source}`, ['1a2b3-103 a=b'], ['pair/unmatched-source']],
    [
      'a source that is not closed',
      `${target}<span class="sxs-lookup"><span data-stu-id="1a2b3-103">b`,
      [],
      ['pair/unclosed'],
    ],
    ['a target that is not closed', '<span data-ttu-id="1a2b3-103">a', [], ['pair/nested']],
    [
      'a target in a target',
      `<span data-ttu-id="1a2b3-103">a ${pair('1a2b3-104', 'c', 'd')} e</span>${source}`,
      ['1a2b3-104 c=d'],
      ['pair/nested', 'pair/unmatched-source'],
    ],
    ['ids that differ', `${target}${source.replace('103', '104')}`, ['1a2b3-103 a=b'], ['pair/id-mismatch']],
    ['an id that was there before', pair('1a2b3-102', 'c', 'd'), ['1a2b3-102.2 c=d'], ['pair/duplicate-id']],
    ['an id outside the grammar', pair('Intro 1', 'c', 'd'), ['Intro_1 c=d'], ['pair/invalid-id']],
    ['an empty source', pair('1a2b3-103', 'c', ''), ['1a2b3-103 c='], ['pair/empty-source']],
    ['an empty target', pair('1a2b3-103', ' ', 'd'), ['1a2b3-103  =d'], ['pair/empty-target']],
    [
      'the attribute in a text',
      'The attribute `data-ttu-id` and data-stu-id="1a2b3-103"',
      [],
      ['pair/stray-marker', 'pair/stray-marker'],
    ],
  ])('%s', (_, text, pairs, codes) => {
    expect(between(text)).toEqual({ pairs, codes });
  });

  it('reports a half pair at the end of the file', () => {
    const whole = before + after;
    for (let length = before.length; length < whole.length; length++) {
      const text = whole.slice(0, length);
      expect(pairsOf(articleOf(text)).length).toBe(1);
      const marked = text.slice(before.length).includes('data-ttu-id');
      expect(codesOfDiagnostics(text).length, text.slice(before.length)).toBeGreaterThanOrEqual(marked ? 1 : 0);
      if (!marked) expect(codesOfDiagnostics(text)).toEqual([]);
    }
  });

  it('has the place of the damage', () => {
    expect(diagnosticsOf(`${before}\n\nx ${source}`)).toEqual([
      {
        code: 'pair/unmatched-source',
        severity: 'error',
        message: 'The source span 1a2b3-103 does not follow a target span; it gives no pair.',
        offset: before.length + 4 + '<span class="sxs-lookup">'.length,
        end: before.length + 4 + '<span class="sxs-lookup"><span data-stu-id="1a2b3-103">'.length,
        line: 3,
        column: 28,
      },
    ]);
  });
});
