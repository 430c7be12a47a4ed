import { counted, type Growing, nested, repeated, within } from './growing.js';

function document(body: string, header = ''): string {
  return `<tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="en-US" datatype="x">${header}</header><body>${body}</body></tmx>`;
}

const variant = (language: string, text: string): string => `<tuv xml:lang="${language}"><seg>${text}</seg></tuv>`;
const unit = (source: string, target: string, props = ''): string =>
  `<tu>${props}${variant('en-US', source)}${variant('de-DE', target)}</tu>`;

const inline: readonly Growing[] = [
  ...[
    '<ph>a</ph>',
    '<ph x="1"/>',
    '<ph x="1">a</ph>',
    '<bpt i="1">a</bpt>',
    '<ept i="1">a</ept>',
    '<bpt i="1">a</bpt>b<ept i="1">c</ept>',
    '<it pos="begin">a</it>',
    '<hi>a</hi>',
    '<ut>a</ut>',
    '<sub>a</sub>',
    '<ph><sub>a</sub></ph>',
    '<a/>',
    'a',
    ' ',
    '\n',
    '&amp;',
    '&#x41;',
    '<![CDATA[a]]>',
    '<!-- a -->',
    '<?a b?>',
    '日',
    '`',
    '*',
  ].map((text) => repeated(text)),
  nested('<hi>', '</hi>'),
  nested('<ph><sub>', '</sub></ph>'),
  nested('<bpt i="1">a</bpt>', '<ept i="1">b</ept>'),
  counted('codes that differ', (i) => `<ph x="${i}">a${i}</ph>`),
  counted('pairs that differ', (i) => `<bpt i="${i}" x="${i}">a</bpt>b<ept i="${i}">c</ept>`),
  {
    name: 'all bpt, then all ept',
    make: (n) =>
      counted('', (i) => `<bpt i="${i}">a</bpt>`).make(n) + counted('', (i) => `<ept i="${i}">a</ept>`).make(n),
  },
];

const bodies: readonly Growing[] = [
  repeated(unit('Hello', 'Hallo')),
  repeated(unit('a', 'b')),
  counted('targets that differ', (i) => unit('Hello', `Hallo ${i}`)),
  counted('units that differ', (i) => unit(`a${i}`, `b${i}`)),
  counted(
    'units with dates',
    (i) =>
      `<tu changedate="20200101T${String(100_000 + (i % 100_000))}Z">${variant('en-US', 'Hello')}${variant('de-DE', `b${i}`)}</tu>`,
  ),
  counted('units with places', (i) =>
    unit('Hello', `b${i}`, `<prop type="file">a.md</prop><prop type="prev">p${i}</prop><prop type="next">n${i}</prop>`),
  ),
  counted('units with ids', (i) => `<tu tuid="t${i}">${variant('en-US', 'Hello')}${variant('de-DE', 'b')}</tu>`),
  within('unit', (text) => `<tu>${variant('en-US', 'Hello')}${text}</tu>`, repeated(variant('de-DE', 'Hallo'))),
  within('unit', (text) => `<tu>${variant('en-US', 'Hello')}${text}</tu>`, repeated(variant('en-US', 'Hello'))),
  within(
    'unit',
    (text) => `<tu>${variant('en-US', 'Hello')}${text}</tu>`,
    counted('variants that differ', (i) => variant('de-DE', `b${i}`)),
  ),
  within(
    'unit',
    (text) => `<tu>${variant('en-US', 'Hello')}${text}</tu>`,
    counted('languages', (i) => variant(`x-${i}`, 'b')),
  ),
  within(
    'unit',
    (text) => unit('Hello', 'b', text),
    counted('properties', (i) => `<prop type="p${i}">a</prop>`),
  ),
  within('unit', (text) => unit('Hello', 'b', text), repeated('<prop type="p">a</prop>')),
  within('unit', (text) => unit('Hello', 'b', text), repeated('<note>a</note>')),
  {
    name: 'properties and variants',
    make: (n) =>
      `<tu>${counted('', (i) => `<prop type="p${i}">a</prop>`).make(n)}${variant('en-US', 'Hello')}${variant('de-DE', 'x').repeat(n)}</tu>`,
  },
  {
    name: 'codes of a source, and variants',
    make: (n) => `<tu>${variant('en-US', `Hello${'<ph x="1"/>'.repeat(n)}`)}${variant('de-DE', 'x').repeat(n)}</tu>`,
  },
  {
    name: 'codes of a source, and of a target',
    make: (n) => unit(`Hello${'<ph x="1"/>'.repeat(n)}`, '<ph x="1"/>'.repeat(n)),
  },
  ...['<a/>', ' ', '\n', '&amp;', '<!-- a -->', '<tu/>', '<tu><tuv/></tu>', 'a', '<tu>&x;</tu>', '<tu>'].map((text) =>
    repeated(text),
  ),
  nested('<tu>', '</tu>'),
  ...inline.flatMap((growing) => [
    within('target', (text) => unit('Hello', text), growing),
    within('source', (text) => unit(`Hello${text}`, 'Hallo'), growing),
  ]),
];

/** TMX documents that grow. */
export const tmxDocuments: readonly Growing[] = [
  ...bodies.map((growing) => within('tmx', (text) => document(text), growing)),
  ...['<note>a</note>', '<prop type="p">a</prop>', '<ude name="u"><map unicode="#xF8FF"/></ude>'].map((text) =>
    within('tmx header', (all) => document('', all), repeated(text)),
  ),
  within(
    'tmx header',
    (all) => document('', `<ude name="u" base="b">${all}</ude>`),
    repeated('<map unicode="#xF8FF" code="#x41"/>'),
  ),
];
