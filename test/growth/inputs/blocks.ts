import { counted, type Growing, nested, repeated } from './growing.js';

/** Plain Markdown, whose blocks grow. */
export const blockTexts: readonly Growing[] = [
  ...['> ', '- ', '1. ', '> - ', '\t', ' ', '\n', '#', '# ', '-', '- - ', '=', '`', '~', '|', '|-', '||', '*', '_ '],
  ...['> a\n', '- a\n', '- a\n\n  b\n', '1. a\n   > b. C\n', '- a\n  ', '# a #\n', 'a. B\n', 'a\r\n', 'a  \n', 'a\\\n'],
  ...['a\n===\n', '```\n', '~~~ a\n', '|a|\n|-|\n', '|b. C\n', '| a | b |\n', '[a]: b\n', '[a]: b "c\n', '[^1]: a\n'],
  ...[
    '<div>\n',
    '<td>a. B',
    '<!-- ',
    '<!-- a -->\n',
    '<script>',
    '<pre>\n',
    '</p',
    ':::row:::\n',
    '::: a',
    ':::row-end:::\n',
  ],
  ...['> [!NOTE]\n> a. B\n', '[!NOTE]', '[!INCLUDE [a](b)] ', '![a](b)\n', '<br>a. ', '<a name="b"></a>', '$a. B$ '],
  ...['. ', '? A', '."', '.) ', 'e.g. ', '1. A', '...', '…', ': a', '。', '！」', '**a. B** ', '[a. B](c) ', '`a. B` '],
]
  .map((text) => repeated(text))
  .concat([
    nested('> ', '\n'),
    nested('<ul><li>', '</li></ul>', 'a. B'),
    counted('a table', (index) => (index === 1 ? '|-|-|' : '| a. B | c |'), '\n'),
    counted('a quote with lazy lines', (index) => (index === 0 ? '> a' : 'b. C'), '\n'),
    {
      name: 'lists that get deeper',
      // n characters: to count lists would let the input grow with the square of n.
      make(n) {
        const lines: string[] = [];
        for (let left = n, depth = 0; left > 0; left -= 2 * depth++ + 4) lines.push(`${'  '.repeat(depth)}- a`);
        return lines.join('\n');
      },
    },
    {
      name: 'lists indented more and more',
      make(n) {
        const lines: string[] = [];
        for (let left = n, spaces = 0; left > 0; left -= spaces++ + 4) lines.push(`${' '.repeat(spaces)}- a`);
        return lines.join('\n');
      },
    },
    ...['[a]:', '[a]: b', '- ', '# a', '| a', '```', ':::', '[!NOTE]', '<p', '</p', 'a'].map((start) => ({
      name: `white space after ${start}`,
      make: (n: number): string => `${start}${' '.repeat(n)}b c`,
    })),
    counted('a front matter', (index) => (index === 0 ? '---\ndescription: a' : ` b. C${index}`), ''),
  ]);
