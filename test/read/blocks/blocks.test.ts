import { micromark } from 'micromark';
import { describe, expect, it } from 'vitest';
import { articleOf, pair } from '../../support/pairs.js';
import { lineEnds } from '../../support/structure.js';

const one = pair('1a2b3-102', 'Eins.', 'One.');
const two = pair('1a2b3-103', 'Zwei.', 'Two.');

/** Of each block, what it is, and the sources of its pairs. */
function blocksOf(text: string): string[] {
  return articleOf(text).units.map(({ block, level, parts }) => {
    const sources = parts.flatMap((part) => (part.kind === 'segment' ? [part.source.text] : []));
    return `${block}${level ?? ''} ${sources.join(' ')}`;
  });
}

/** Whether CommonMark has the first and the second sentence in one block. */
function isOneBlock(text: string): boolean {
  const html = micromark(text.replace('{1}', 'Firstsentence.').replace('{2}', 'Secondsentence.'), {
    allowDangerousHtml: true,
  });
  const between = /Firstsentence\.([\s\S]*)Secondsentence\./.exec(html)?.[1] ?? '';
  return !/<\/?(?:p|h[1-6]|li|ul|ol|blockquote|hr|pre|div|td)\b|<!|<\?/.test(between);
}

/** Lines that may stand between two sentences. */
const lines = [
  ...['___', '_ _ _', '__ __', '_____ ', '***', '* * *', '**  *', '---', '- - -', '-- -', '__', '**', '_*_', '___ a'],
  ...[
    '=',
    '==',
    '=== ',
    '= =',
    '-',
    '--',
    '---- ',
    '-- a',
    '#',
    '## ',
    '# a',
    '#a',
    '```',
    '~~~ a',
    '``',
    '>',
    '> a',
    '>a',
  ],
  ...[
    '- a',
    '* a',
    '+ a',
    '1. a',
    '1) a',
    '*a',
    '-a',
    '1.a',
    'a',
    '<!-- a -->',
    '<? a ?>',
    '<!A b>',
    '<![CDATA[ a ]]>',
  ],
  ...['<div>', '</div>', '<b>a</b>', '[a]: b', '  ', '\t', ''],
];
const prefixes = [
  ['', ''],
  ['', '  '],
  ['> ', '> '],
  ['>', ''],
  ['> ', ''],
  ['> > ', '> '],
  ['- ', '  '],
  ['- ', ''],
  ['1. ', '   '],
  ['> - ', '>   '],
  ['  * ', '    '],
] as const;

/** Far to the right these are text in CommonMark; authors mean a block of its own, and it does no harm. */
const isMeantAsBlock = (line: string): boolean =>
  /^[ >]*(?:``|[*+-] (?!- -|\* \*)|1[.)] |#|~~~)|^[ >]* {4}>/.test(line);

const read = (text: string): string[] => blocksOf(text.replace('{1}', one).replace('{2}', two));

describe('what stands between two pairs', () => {
  const cases = prefixes
    .flatMap(([first, next]) =>
      lines.flatMap((line) =>
        [0, 1, 3, 4, 5].map((indent) => `${first}{1}\n${next}${' '.repeat(indent)}${line}\n${next}{2}\n`),
      ),
    )
    .map((text) => ({ text, isOneBlock: isOneBlock(text) }));

  it.each(Object.entries(lineEnds))('separates blocks where CommonMark separates them: %s', (_, toLineEnds) => {
    const wrong = cases.filter(({ text, isOneBlock }) => {
      const isOne = read(toLineEnds(text)).length === 1;
      return isOne !== isOneBlock && (isOne || !isMeantAsBlock(text.split('\n')[1] ?? ''));
    });
    expect(wrong).toEqual([]);
    const ones = cases.filter(({ isOneBlock }) => isOneBlock).length;
    expect(ones).toBeGreaterThan(500);
    expect(cases.length - ones).toBeGreaterThan(500);
  });

  it.each([
    ['a quote in a quote', '> {1}\n> > {2}', 2],
    ['a line of a quote that lost its marker', '> {1}\n{2}', 1],
    ['a quote that goes on after such a line', '> {1}\nUnd\n> {2}', 1],
    ['a quote in a list item', '- > {1}\n  > {2}', 1],
    ['footnotes', '[^1]: {1}\n[^note]: {2}', 2],
    ['a link definition', '{1}\n[a]: b\n{2}', 1],
    ['emphasis at the start of a line', '{1}\n***{2}***', 1],
    ['a DocFX block', '{1}\n:::row:::\n{2}', 2],
  ])('%s', (_, text, count) => {
    for (const toLineEnds of Object.values(lineEnds)) expect(read(toLineEnds(text))).toHaveLength(count);
  });
});

describe('a block', () => {
  it.each([
    ['{1}\n===\n', ['heading1 One.']],
    ['{1}\n-', ['heading2 One.']],
    ['{1} {2}\n---\n', ['heading2 One. Two.']],
    ['{1}\n{2}\n=\n', ['heading1 One. Two.']],
    ['{1}\n===\n{2}\n', ['heading1 One.', 'paragraph Two.']],
    ['> {1}\n> ---\n', ['heading2 One.']],
    ['> {1}\n---\n{2}', ['quote One.', 'paragraph Two.']],
    ['- {1}\n---\n{2}', ['list-item One.', 'paragraph Two.']],
    ['{1}\n___\n{2}', ['paragraph One.', 'paragraph Two.']],
    ['<p>{1}\n---\n{2}', ['html One.', 'paragraph Two.']],
    ['> {1}\n> {2}', ['quote One. Two.']],
    ['- {1}\n  {2}', ['list-item One. Two.']],
    ['# {1}\n{2}', ['heading1 One.', 'paragraph Two.']],
    ['| {1} | {2} |', ['table-cell One.', 'table-cell Two.']],
    ['<td>{1}</td>', ['html One.']],
  ])('%j is the same at the start of the file and after other lines', (text, expected) => {
    for (const toLineEnds of Object.values(lineEnds)) {
      for (const before of ['', '\ufeff', '\n', '---\na: b\n---\n', '---\na: b\n---\n\nText.\n\n']) {
        expect(read(toLineEnds(before + text)), JSON.stringify(before)).toEqual(expected);
      }
    }
  });
});
