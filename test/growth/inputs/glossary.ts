import { counted, type Growing, nested, repeated } from './growing.js';

const tbx = (body: string): string =>
  `<tbx type="TBX-Basic" style="dca" xml:lang="en-US" xmlns="urn:iso:std:iso:30042:ed-2"><text><body>${body}</body></text></tbx>`;
const section = (lang: string, terms: string): string => `<langSec xml:lang="${lang}">${terms}</langSec>`;
const term = (text: string, more = ''): string => `<termSec><term>${text}</term>${more}</termSec>`;
const entry = (id: string, body: string): string => `<conceptEntry id="${id}">${body}</conceptEntry>`;
const variant = '<termNote type="termType">variant</termNote>';

function inside(start: string, end: string, { name, make }: Growing): Growing {
  return { name: `${start.slice(0, 60)} ${name}`, make: (n: number) => start + make(n) + end };
}

const documents: readonly Growing[] = [
  counted('concepts', (i) => entry(`a${i}`, section('en-US', term(`a ${i}`)) + section('de-DE', term(`b ${i}`)))),
  repeated(entry('a', section('en-US', term('a')) + section('de-DE', term('b')))),
  repeated(entry('a', '')),
  repeated('<conceptEntry>'),
  repeated('<x>'),
  counted('declarations', (i) => `<x xmlns:a${i}="b">`),
  ...[
    repeated(term('a')),
    repeated(term('a', variant)),
    counted('terms', (i) => term(`a ${i}`)),
    counted('variants', (i) => term(`a ${i}`, variant)),
    counted('categories', (i) => `<descrip type="a${i}">b</descrip>`),
  ].map((each) =>
    inside(
      '<conceptEntry id="a"><langSec xml:lang="en-US"><termSec><term>a</term></termSec>',
      '</langSec></conceptEntry>',
      each,
    ),
  ),
  ...[
    repeated('<note>count 1</note>'),
    repeated('<note>a</note>'),
    repeated('<admin type="source">a#b</admin>'),
    repeated('<descripGrp>'),
    nested('<hi>', '</hi>'),
    repeated(' '),
    repeated('%'),
  ].map((each) =>
    inside(
      '<conceptEntry id="a"><langSec xml:lang="en-US"><termSec><term>a</term>',
      '</termSec></langSec></conceptEntry>',
      each,
    ),
  ),
  ...[repeated(' '), repeated('\n'), repeated('note: '), repeated('1'), repeated('#'), repeated('%23')].map((each) =>
    inside(
      '<conceptEntry id="a"><langSec xml:lang="en-US"><termSec><term>a</term><note>x',
      'x</note></termSec></langSec></conceptEntry>',
      each,
    ),
  ),
  counted('languages', (i) => section(`en-x-a${i}`, term('a'))),
  counted('languages that are none', (i) => section(`${i}`, term('a'))),
].map(({ name, make }) => ({ name: `TBX, ${name}`, make: (n: number) => tbx(make(n)) }));

const tables: readonly Growing[] = [
  ...[
    'a,b,forbidden\n',
    'a\n',
    ',\n',
    '\n',
    ',',
    '"',
    '""',
    '"a"b',
    '"a" ',
    '" ',
    'a,"',
    "'",
    '=',
    '\r',
    ' ',
    '\t',
    'a\tb\n',
    '#',
  ].map((text) => repeated(text)),
  counted('rows', (i) => `a${i},b${i},preferred\n`),
  counted('targets', (i) => `a,b${i},preferred\n`),
  counted('statuses', (i) => `a,b,c${i}\n`),
  { name: 'quotes, then spaces', make: (n: number) => `"${'a"'.repeat(n / 3)}${' '.repeat(n / 3)},b\n` },
].map(({ name, make }) => ({
  name: `table, ${JSON.stringify(name)}`,
  make: (n: number) => `source,target,status\n${make(n)}`,
}));

const headers: readonly Growing[] = [
  counted('languages', (i) => `en-x-a${i},`),
  counted('columns', (i) => `a b${i},`),
  ...['de,', 'a ', 'de-', 'de_DE status,', '(', '#', '# a\n', '"', ';', '|', 'source '].map((text) => repeated(text)),
].map(({ name, make }) => ({
  name: `header, ${JSON.stringify(name)}`,
  make: (n: number) => `source,${make(n)}\na,b\n`,
}));

const json: readonly Growing[] = [
  nested('[', ']'),
  nested('{"concepts":', '}'),
  { name: 'concepts', make: (n: number) => `{"concepts":[${'{"languages":[]},'.repeat(n / 17)}4]}` },
  {
    name: 'terms',
    make: (n: number) =>
      `{"concepts":[{"languages":[{"lang":"en","terms":[${'{"text":"a","status":"x"},'.repeat(n / 26)}4]}]}]}`,
  },
].map(({ name, make }) => ({ name: `JSON, ${name}`, make }));

/** Glossaries in TBX, tables and JSON. */
export const glossaryTexts: readonly Growing[] = [...documents, ...tables, ...headers, ...json];
