import { describe, expect, it } from 'vitest';
import { codesOf } from '../../../src/model/content.js';
import { alignContents } from '../../../src/read/align/align.js';
import { parseInline } from '../../../src/read/inline/inline.js';

/** The ids and data of the codes of an aligned target, and the data of what has no partner. */
function align(source: string, target: string): { target: string[]; unmatched: string[][] } {
  const alignment = alignContents(parseInline(source), parseInline(target));
  return {
    target: codesOf(alignment.target).map(({ id, data }) => `${id} ${data}`),
    unmatched: [alignment.unmatched.source, alignment.unmatched.target].map((codes) => codes.map(({ data }) => data)),
  };
}

describe('alignContents', () => {
  it('gives both sides back as they are when their codes are alike', () => {
    const source = parseInline('**a** `b`');
    const target = parseInline('**ä** `b`');
    expect(alignContents(source, target)).toEqual({ source, target, unmatched: { source: [], target: [] } });
    expect(alignContents(source, target).target).toBe(target);
  });

  it('follows reordered codes by their data', () => {
    expect(align('`a` then `b` in **c**', '**ç** の `b` と `a`')).toEqual({
      target: ['3 **', '3 **', '2 `b`', '1 `a`'],
      unmatched: [[], []],
    });
  });

  it('knows equal pairs by what is in them', () => {
    expect(align('**File** or **Edit**', '**Edit** oder **File**').target).toEqual(['2 **', '2 **', '1 **', '1 **']);
    expect(align('**File** or **Edit**', '**Datei** oder **Bearbeiten**').target).toEqual([
      '1 **',
      '1 **',
      '2 **',
      '2 **',
    ]);
  });

  it('knows them with a space more at an end', () => {
    expect(
      align('[File](x) or [Edit](x)', '[ Edit ](x) oder [File](x)')
        .target.map((code) => code[0])
        .join(''),
    ).toBe('2211');
  });

  it('makes partners of addresses that differ by language, then of those that end alike', () => {
    const source = '[a](https://docs.microsoft.com/en-us/x) [b](https://docs.microsoft.com/en-us/y) [c](../a/z.md#s)';
    const target = '[c](../b/z.md#s) [b](https://docs.microsoft.com/ja-jp/y) [a](https://docs.microsoft.com/x)';
    expect(
      align(source, target)
        .target.map((code) => code.slice(0, 1))
        .join(''),
    ).toBe('332211');
  });

  it('makes partners of what is left of a kind, in order', () => {
    expect(align('[a](b)', '[a](c)')).toEqual({ target: ['1 [', '1 ](c)'], unmatched: [[], []] });
    expect(align('**a**', '__ä__').unmatched).toEqual([[], []]);
    expect(align('**a** b<br>c', '<b>ä</b> b<br/>c').unmatched).toEqual([[], []]);
  });

  it('never makes partners of different kinds', () => {
    expect(align('**a**', '*a*')).toEqual({
      target: ['2 *', '2 *'],
      unmatched: [
        ['**', '**'],
        ['*', '*'],
      ],
    });
    expect(align('![a](b)', '[a](b)').unmatched).toEqual([
      ['![', '](b)'],
      ['[', '](b)'],
    ]);
    expect(align('<kbd>a</kbd>', '<sub>a</sub>').unmatched).toEqual([
      ['<kbd>', '</kbd>'],
      ['<sub>', '</sub>'],
    ]);
    expect(align('<b>a', '<b>a</b>').unmatched).toEqual([['<b>'], ['<b>', '</b>']]);
  });

  it('gives what has no partner an id that neither side has', () => {
    expect(align('`a` **b**', '`x` `a` **b** `y`')).toEqual({
      target: ['3 `x`', '1 `a`', '2 **', '2 **', '4 `y`'],
      unmatched: [[], ['`x`', '`y`']],
    });
    expect(align('', '`x`').target).toEqual(['1 `x`']);
  });

  it('tells mangled math from the rest by its kind', () => {
    const { unmatched } = alignContents(parseInline('$\\ket{0}$ in `x`'), parseInline('`x` の $ \\ Ket {0} $'));
    expect(unmatched.source.map(({ subType }) => subType)).toEqual(['md:math']);
  });

  it('takes many equal codes in time', () => {
    const markdown = '`a` **b** '.repeat(20_000);
    expect(align(markdown, `x\`y\` ${markdown}`).unmatched).toEqual([[], ['`y`']]);
  });
});
