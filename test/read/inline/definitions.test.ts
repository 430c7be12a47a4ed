import { describe, expect, it } from 'vitest';
import { findDefinitions } from '../../../src/read/inline/definitions.js';
import { labelsOfMdast } from '../../support/mdast-blocks.js';

const nextLines = [
  'b.md|  b.md|<b.md>|<b.md c>|<https://b.example>|b.md "c"|b.md \'c\'|b.md (c)|#b|\u00a0b.md|b c|=b|*b|-b|1.b',
  '*|+|1.|2. "c"|``|~~|``` `|**|__|#######',
  '```|```js|````|~~~|~~~ c|---|-|--|- - -|***|* * *|___|=|===|=== |#|# "c"|###### (c)',
  '>|> b.md|>b.md|- "c"|* (c)|+ \'c\'|1. "c"|1) "c"|<div>|</div>|<!-- b -->|<!--b-->|<?b?>|<!B>|<pre>|| |\f|\v',
].flatMap((lines) => lines.split('|'));

/** In a line without the marks of its quote, an underline is none, and an empty list item is one. */
const likeThisInQuotesOnly = ['*', '+', '1.', '2. "c"', '--', '=', '===', '=== '];

describe('definitions of references, beside mdast-util-from-markdown with GFM', () => {
  it.each(nextLines)('are the same with this in the next line: %j', (line) => {
    for (const eol of ['\n', '\r\n', '\r']) {
      for (const text of [
        `[a]:${eol}${line}`,
        `[a]: \t${eol}${line}${eol}${eol}[a]${eol}`,
        `> [a]:${eol}> ${line}${eol}`,
        `- [a]:${eol}  ${line}${eol}`,
        `> 1. [a]:${eol}>    ${line}${eol}`,
      ]) {
        expect({ text, labels: [...findDefinitions(text)] }).toEqual({ text, labels: labelsOfMdast(text) });
      }
    }
  });

  it.each(nextLines.filter((line) => !likeThisInQuotesOnly.includes(line)))(
    'are the same with this in the next line, without the mark of its quote: %j',
    (line) => {
      const text = `> [a]:\n${line}\n`;
      expect([...findDefinitions(text)]).toEqual(labelsOfMdast(text));
    },
  );

  it.each([
    '[a]:\u00a0b.md',
    '[a]:\u2003b.md',
    '> [a]:\ufeffb.md',
    '[a]: \u00a0b.md',
    '[a]:\fb.md',
    '[a]:\n\u00a0b.md',
    '[a]:\n\u00a0',
  ])('are the same with white space that is none of ASCII: %j', (text) =>
    expect([...findDefinitions(text)]).toEqual(labelsOfMdast(text)),
  );

  it.each(
    'b c|, c|<b c|<b c>|<b c> d|b "c"|b "c" d|b "c \\" d"|b "c|b \'c\' |b \'c\' d|b (c)|b (c) d|b"c"|b "c"d| b  "c"  '.split(
      '|',
    ),
  )('are the same with this after the mark: %j', (rest) => {
    for (const text of [`[a]: ${rest}\n\nd`, `> [a]: ${rest}`, `- [a]:${rest}\r\n\r\nd`]) {
      // A title over several lines is taken to end.
      const labels = /"c$/m.test(text) ? ['A'] : labelsOfMdast(text);
      expect({ text, labels: [...findDefinitions(text)] }).toEqual({ text, labels });
    }
  });
});
