import { counted, type Growing, longer, nested, repeated, within } from './growing.js';

function target(id: string, text: string): string {
  return `<span data-ttu-id="${id}">${text}</span>`;
}

function source(id: string, text: string): string {
  return `<span class="sxs-lookup"><span data-stu-id="${id}">${text}</span></span>`;
}

/** A pair as the localization system writes it. */
export function pair(index: number, targetText: string, sourceText: string): string {
  const id = `1a2b3-${100 + index}`;
  return target(id, targetText) + source(id, sourceText);
}

const header = '---\ntitle: Ein Titel\nms.contentlocale: ja-JP\n---\n';
/** A language in Latin letters has other rules. */
const german = header.replace('ja-JP', 'de-DE');
const one = pair(0, 'B **fett** `c`', 'A **bold** `c`');

/** Where a text may stand in an article: on both sides, or on one. */
export const sides: readonly (readonly [name: string, around: (text: string) => string])[] = [
  ['both', (text) => header + pair(0, text, text)],
  ['target', (text) => german + pair(0, text, 'a **b** `c` [d](e) 1')],
  ['source', (text) => header + pair(0, 'a **b** `c` [d](e) 1', text)],
];

/** What is around pairs in an article; `$` is a pair. */
const places: readonly string[] = [
  ...[
    '$ ',
    '$\n',
    '$\n\n',
    '$\r\n\r\n',
    '# $\n\n',
    '## <a name="a"></a>$\n\n',
    '$\n===\n',
    '- $\n',
    '  - $\n',
    '1. $\n',
    '> $\n',
    '> > $\n',
  ],
  ...[
    '| $ |\n',
    '| $ ',
    '|--|\n| $ |\n',
    '[$](b)',
    '![$](b)',
    '[$][b]\n\n[b]: c\n',
    '**$** ',
    '*$ ',
    '`$` ',
    '<b>$</b>\n',
    '<p>$',
    '<td>$</td>',
  ],
  ...[
    ':::row:::\n$\n:::row-end:::\n',
    '> [!NOTE]\n> $\n',
    '[!INCLUDE [$](b)]',
    '```\n$\n```\n',
    '~~~\n$\n',
    '<!-- $ -->',
    '$$ $ $$',
    '    $\n',
    '\t$\n',
  ],
  ...[
    'text $ text ',
    '\n\n\n$',
    '---\n$\n',
    '***\n$\n',
    '<a name="x"></a><a name="y"></a>$ ',
    '&lt;$',
    '\\$',
    ': $\n',
    '$:',
    '"$" ',
    '($) ',
  ],
];

const inPlaces: readonly Growing[] = places.map((place) =>
  counted(`pairs in ${JSON.stringify(place)}`, (i) => place.replace('$', () => pair(i, `B${i} **x**`, `A${i} **x**`))),
);

const damaged: readonly string[] = [
  target('1a2b3-1', 'x'),
  source('1a2b3-1', 'x'),
  '<span data-ttu-id="1a2b3-1">',
  '<span class="sxs-lookup">',
  '<span data-stu-id="1a2b3-1">',
  '<span class="sxs-lookup"><span data-stu-id="1a2b3-1">y',
  '</span>',
  '</span >',
  '</span',
  '<span',
  '<span data-ttu-id=',
  '<SPAN DATA-TTU-ID=1a2b3-1>x</SPAN>',
  "<span  data-ttu-id = '1a2b3-1' >x</span >",
  '<span data-ttu-id="1a2b3-1" data-ttu-id="2">x</span>',
  'data-ttu-id="',
  'data-stu-id',
  '&lt;span data-ttu-id="1a2b3-1"&gt;x&lt;/span&gt;',
  `${target('1a2b3-1', '')}${source('1a2b3-1', '')}`,
  `${target('1a2b3-1', 'a')} ${source('1a2b3-2', 'b')}`,
  `${source('1a2b3-1', 'a')}${target('1a2b3-1', 'b')}`,
  `${target('1a2b3-1', 'a')}\n\n${source('1a2b3-1', 'b')}`,
  `${target('1a2b3-1', 'same')}${source('1a2b3-1', 'id')}`,
  `${target('9', 'a')}${source('9', 'b')}`,
];

const pairs: readonly Growing[] = [
  counted('pairs that are the same', (i) => pair(i, 'Hallo Welt', 'Hello world'), '\n\n'),
  counted('targets that differ', (i) => pair(i, `Hallo Welt ${i}`, 'Hello world'), '\n\n'),
  counted('sources that differ', (i) => pair(i, 'Hallo Welt', `word${i} other${i} more${i}`), '\n\n'),
  counted('terms that differ', (i) => pair(i, `**Weiter${i}** x`, '**Next** y'), '\n\n'),
  counted('numbers of neighbours', (i) => pair(i, `a ${i + 1001}`, `a ${i + 1000}`), ' '),
  counted('headings with anchors', (i) => `## <a name="a${i}"></a>${pair(i, `B${i}`, `A${i}`)}`, '\n\n'),
  counted('headings of the same text', (i) => `## <a name="a-${i}"></a>${pair(i, 'B', 'A')}`, '\n\n'),
  counted('reference definitions', (i) => `[r${i}]: b${i}.md\n${pair(i, `[a][r${i}]`, `[a][r${i}]`)}`, '\n\n'),
  counted('footnotes', (i) => `[^${i}]: ${pair(i, `a[^${i}]`, `b[^${i}]`)}`, '\n\n'),
  counted('lists in lists', (i) => `${'  '.repeat(i % 20)}- ${pair(i, 'B', 'A')}`, '\n'),
  counted('quotes in quotes', (i) => `${'> '.repeat(i % 20)}${pair(i, 'B', 'A')}`, '\n'),
  within('one pair', (text) => one + text, longer('\n', 'a')),
  within('one pair', (text) => target('1a2b3-1', text) + source('1a2b3-1', 'x'), nested('<span>', '</span>')),
  within('one pair', (text) => text, nested('<span data-ttu-id="1a2b3-1">', '</span>')),
  within('one pair', (text) => text, nested('<span class="sxs-lookup"><span data-stu-id="1a2b3-1">', '</span></span>')),
  within(
    'a source that is not closed',
    (text) => `${target('1a2b3-101', 'x')} <span class="sxs-lookup"> <span data-stu-id="1a2b3-101">y${text}`,
    repeated('</span >'),
  ),
];

const besides: readonly string[] = [
  'a ',
  '\n',
  '\r\n',
  ' ',
  '# a\n',
  '- a\n',
  '> ',
  '| a ',
  '|',
  '```\n',
  '<!-- ',
  '<b>',
  '<',
  '*',
  '`',
  '[a]: b\n',
  '[',
  ':::\n',
  '\t',
  '&',
  '日',
  '\ufffd',
  '\ud800',
  '---\n',
];

/** Articles whose structure grows. */
export const articleTexts: readonly Growing[] = [
  ...[...inPlaces, ...pairs].map((growing) => within('article', (text) => header + text, growing)),
  ...damaged.map((text) => within('damaged', (all) => all + one, repeated(text))),
  ...damaged.map((text) => within('damaged lines', (all) => all + one, repeated(`${text}\n\n`))),
  ...besides.map((text) => within('before a pair', (all) => `${all}\n\n${one}`, repeated(text))),
  ...besides.map((text) => within('between pairs', (all) => `${one}${all}${pair(1, 'D', 'C')}`, repeated(text))),
];
