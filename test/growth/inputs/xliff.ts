import { counted, type Growing, nested, repeated, within } from './growing.js';

/** A document with a unit of the article that documents are merged into. */
function document(parts: {
  readonly source?: string;
  readonly target?: string;
  readonly unit?: string;
  readonly segments?: string;
  readonly file?: string;
  readonly root?: string;
}): string {
  const { source = 'Hello', target = 'Hallo', unit = '', segments = '', file = '', root = '' } = parts;
  const known = `<unit id="1a2b3-100">${unit}<segment id="1a2b3-100"><source>${source}</source><target>${target}</target></segment>${segments}</unit>`;
  return `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en-US" trgLang="de-DE" ${modules}>${root}<file id="f" original="a.md">${file}${known}</file></xliff>`;
}

const modules = [
  'mda:metadata',
  'mtc:matches',
  'gls:glossary',
  'res:resourceData',
  'ctr:changetracking',
  'slr:sizerestriction',
  'val:validation',
  'fs:fs',
]
  .map((module) => module.split(':'))
  .map(([prefix, name]) => `xmlns:${prefix}="urn:oasis:names:tc:xliff:${name}:2.0"`)
  .join(' ');

type Part = keyof Parameters<typeof document>[0];

function part(name: Part, growing: Growing, around: (text: string) => string = (text) => text): Growing {
  return within(name, (text) => document({ [name]: around(text) }), growing);
}

/** What may stand in a text of XLIFF, and what may not. */
const inline: readonly Growing[] = [
  ...[
    '<ph id="1"/>',
    '<ph id="1"/>a',
    '<sc id="1"/>',
    '<ec startRef="1"/>',
    '<sc id="1"/>a<ec startRef="1"/>',
    '<pc id="1">a</pc>',
    '<mrk id="m" type="comment" value="x">a</mrk>',
    '<sm id="m"/>',
    '<em startRef="m"/>',
    '<cp hex="0001"/>',
    '<a/>',
    '<!-- a -->',
    '<?a b?>',
    '<![CDATA[a]]>',
    '&amp;',
    '&#x41;',
    ' ',
    '\n',
    '\r\n',
    'a',
    '日',
    '😀',
    ']',
    ']]',
    '*',
    '`',
    '&lt;b&gt;',
  ].map((text) => repeated(text)),
  nested('<pc id="1">', '</pc>'),
  nested('<mrk id="m">', '</mrk>'),
  nested('<sc id="1"/>', '<ec startRef="1"/>'),
  counted('ph that differ', (i) => `<ph id="p${i}" dataRef="d${i}"/>`),
  counted('sc and ec that differ', (i) => `<sc id="p${i}"/>a<ec startRef="p${i}"/>`),
  counted('pc that differ', (i) => `<pc id="p${i}">a</pc>`),
  counted('mrk that differ', (i) => `<mrk id="m${i}" type="term" ref="#n=${i}">a</mrk>`),
  counted('sm and em that differ', (i) => `<sm id="m${i}"/>a<em startRef="m${i}"/>`),
  counted('copies of copies', (i) => `<ph id="p${i}" copyOf="p${i - 1}"/>`),
  counted('attributes of one element', (i) => (i === 0 ? '<ph id="1" ' : `a${i}="b" `)),
  {
    name: 'all sc, then all ec',
    make: (n) => counted('', (i) => `<sc id="p${i}"/>`).make(n) + counted('', (i) => `<ec startRef="p${i}"/>`).make(n),
  },
  { name: 'subflows', make: (n) => `<ph id="1" subFlows="${counted('', (i) => `u${i}`, ' ').make(n)}"/>` },
];

const unit = (id: string, inside: string): string =>
  `<unit id="${id}"><segment><source>${inside}</source></segment></unit>`;

const structures: readonly Growing[] = [
  ...[
    '<segment><source>a</source></segment>',
    '<ignorable><source> </source></ignorable>',
    '<segment/>',
    '<segment id="s"><source>a</source><target>b</target></segment>',
  ].map((text) => part('segments', repeated(text))),
  part(
    'segments',
    counted('segments that differ', (i) => `<segment id="s${i}"><source>a${i}</source><target>b</target></segment>`),
  ),
  part(
    'segments',
    counted(
      'segments in another order',
      (i) => `<segment id="s${i}"><source>a</source><target order="${i + 2}">b</target></segment>`,
    ),
  ),
  part(
    'segments',
    counted(
      'segments in one other place',
      (i) => `<segment id="s${i}"><source>a</source><target order="1">b</target></segment>`,
    ),
  ),
  part(
    'unit',
    counted('notes', (i) => `<note id="n${i}">a</note>`),
    (text) => `<notes>${text}</notes>`,
  ),
  part(
    'unit',
    counted('notes with references', (i) => `<note id="n${i}" appliesTo="source">a</note>`),
    (text) => `<notes>${text}</notes>`,
  ),
  part(
    'unit',
    counted('data', (i) => `<data id="d${i}">a</data>`),
    (text) => `<originalData>${text}</originalData>`,
  ),
  part('unit', repeated('<data id="d">a</data>'), (text) => `<originalData>${text}</originalData>`),
  part('unit', repeated('<cp hex="0001"/>'), (text) => `<originalData><data id="d">${text}</data></originalData>`),
  part(
    'unit',
    counted('metadata', (i) => `<mda:metaGroup id="g${i}"><mda:meta type="t">a</mda:meta></mda:metaGroup>`),
    (text) => `<mda:metadata>${text}</mda:metadata>`,
  ),
  part(
    'unit',
    nested('<mda:metaGroup>', '</mda:metaGroup>', '<mda:meta type="t">a</mda:meta>'),
    (text) => `<mda:metadata>${text}</mda:metadata>`,
  ),
  part(
    'unit',
    counted(
      'matches',
      (i) => `<mtc:match id="m${i}" ref="#1a2b3-100"><source>a</source><target>b</target></mtc:match>`,
    ),
    (text) => `<mtc:matches>${text}</mtc:matches>`,
  ),
  part(
    'unit',
    counted('terms', (i) => `<gls:glossEntry id="g${i}" ref="#m${i}"><gls:term>a</gls:term></gls:glossEntry>`),
    (text) => `<gls:glossary>${text}</gls:glossary>`,
  ),
  part(
    'unit',
    repeated('<gls:translation>b</gls:translation>'),
    (text) => `<gls:glossary><gls:glossEntry><gls:term>a</gls:term>${text}</gls:glossEntry></gls:glossary>`,
  ),
  part(
    'unit',
    counted('resources', (i) => `<res:resourceItem id="r${i}"><res:source href="a"/></res:resourceItem>`),
    (text) => `<res:resourceData>${text}</res:resourceData>`,
  ),
  part(
    'unit',
    counted(
      'revisions',
      (i) =>
        `<ctr:revisions appliesTo="source" ref="${i}"><ctr:revision version="${i}"><ctr:item property="content">a</ctr:item></ctr:revision></ctr:revisions>`,
    ),
    (text) => `<ctr:changeTrack>${text}</ctr:changeTrack>`,
  ),
  part(
    'unit',
    counted('rules', (i) => `<val:rule isPresent="a${i}" occurs="1"/>`),
    (text) => `<val:validation>${text}</val:validation>`,
  ),
  part(
    'unit',
    counted('elements of an extension', (i) => `<x:y xmlns:x="urn:x" id="e${i}"/>`),
  ),
  ...['', '<a/>', '<!-- a -->', '<?a b?>', ' ', '\n', '\r\n', 'a', '&#x41;', '<![CDATA[a]]>'].flatMap((text) =>
    (['root', 'file', 'unit'] as const).map((place) => part(place, repeated(`${text}\n`))),
  ),
  part(
    'file',
    counted('units', (i) => unit(`x${i}`, 'a')),
  ),
  part('file', repeated('<unit id="x"/>')),
  part('file', repeated(unit('1a2b3-100', 'Hello'))),
  part(
    'file',
    counted('units of the same source', (i) => unit(`x${i}`, 'Hello')),
  ),
  part(
    'file',
    counted('units with namespaces', (i) => `<x:unit xmlns:x="urn:oasis:names:tc:xliff:document:2.0" id="x${i}"/>`),
  ),
  part(
    'file',
    counted('units with namespaces that differ', (i) => `<unit xmlns:x${i}="urn:x${i}" id="x${i}"/>`),
  ),
  part(
    'file',
    counted('groups', (i) => `<group id="g${i}">${unit(`x${i}`, 'a')}</group>`),
  ),
  part('file', nested('<group id="g">', '</group>', unit('x', 'a'))),
  part(
    'file',
    counted('references', (i) => unit(`x${i}`, `<mrk id="m" ref="#/f=f/u=x${i + 1}/m">a</mrk>`)),
  ),
  part(
    'file',
    counted('plurals', (i) => `<group id="g${i}" type="x:plural">${unit(`x${i}`, 'a')}</group>`),
  ),
  part(
    'root',
    counted('files', (i) => `<file id="f${i}" original="b${i}.md">${unit('x', 'a')}</file>`),
  ),
  part('root', repeated(`<file id="f" original="a.md">${unit('1a2b3-100', 'Hello')}</file>`)),
  within(
    'root',
    (text) => document({}).replace('<xliff ', `<xliff ${text}`),
    counted('namespaces', (i) => `xmlns:n${i}="urn:n${i}" `),
  ),
  within('', (text) => text, nested('<xliff>', '</xliff>')),
  within('', (text) => `<xliff ${text}/>`, repeated('a ')),
  within('', (text) => `<!DOCTYPE xliff [${text}]>${document({})}`, repeated('<!ELEMENT a ANY>')),
  within('', (text) => text, repeated('<')),
  within('', (text) => `<xliff>${text}`, repeated('&')),
];

/** XLIFF 2.0 documents that grow. */
export const xliffDocuments: readonly Growing[] = [
  ...structures,
  ...inline.flatMap((growing) => [part('target', growing), part('source', growing)]),
].map((growing) => within('xliff', (text) => text, growing));

function document12(inside: string, body = ''): string {
  return `<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a.md" source-language="en-US" target-language="de-DE" datatype="html"><body>${body}<trans-unit id="1a2b3-100"><source>Hello</source><target>${inside}</target></trans-unit></body></file></xliff>`;
}

/** XLIFF 1.2 documents that grow. */
export const xliff12Documents: readonly Growing[] = [
  ...[
    '<x id="1"/>',
    '<g id="1">a</g>',
    '<bx id="1"/>',
    '<ex id="1"/>',
    '<bx id="1" rid="1"/>a<ex id="2" rid="1"/>',
    '<ph id="1">a</ph>',
    '<bpt id="1">a</bpt>',
    '<ept id="1">a</ept>',
    '<it id="1" pos="open">a</it>',
    '<mrk mtype="seg" mid="1">a</mrk>',
    '<sub>a</sub>',
    'a',
    ' ',
    '&amp;',
    '<![CDATA[a]]>',
    '<!-- a -->',
  ].map((text) => within('target', document12, repeated(text))),
  within('target', document12, nested('<g id="1">', '</g>')),
  within('target', document12, nested('<mrk mtype="x">', '</mrk>')),
  within('target', document12, nested('<ph id="1"><sub>', '</sub></ph>')),
  within(
    'target',
    document12,
    counted('codes that differ', (i) => `<x id="c${i}"/>`),
  ),
  ...[
    '<trans-unit id="x"><source>a</source></trans-unit>',
    '<trans-unit id="1a2b3-100"><source>Hello</source><target>b</target></trans-unit>',
    '<group/>',
    '<alt-trans/>',
    '<note>a</note>',
    '\n',
  ].map((text) => within('body', (all) => document12('Hallo', all), repeated(text))),
  within(
    'body',
    (all) => document12('Hallo', all),
    nested('<group>', '</group>', '<trans-unit id="x"><source>a</source></trans-unit>'),
  ),
  within(
    'body',
    (all) => document12('Hallo', all),
    counted('units that differ', (i) => `<trans-unit id="x${i}"><source>a${i}</source><target>b</target></trans-unit>`),
  ),
].map((growing) => within('xliff1.2', (text) => text, growing));
