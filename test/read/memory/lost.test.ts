import { describe, expect, it } from 'vitest';
import { createMemory, createMemoryReader, type LostUnits, readMemoryText } from '../../../src/index.js';

const tmxStart = '<?xml version="1.0"?><tmx version="1.4"><header srclang="en-US"/><body>\n';
const tu = (id: number): string =>
  `<tu tuid="${id}"><prop type="x">v</prop><tuv xml:lang="en-US"><seg>A <ph x="1">{0}</ph> ${id}</seg></tuv><tuv xml:lang="de-DE"><seg>B ${id}</seg></tuv></tu>\n`;
const xliffStart =
  '<?xml version="1.0"?><xliff version="1.2"><file original="a" source-language="en-US" target-language="de-DE" datatype="x"><body>\n';
const transUnit = (id: number): string =>
  `<group id="g${id}"><trans-unit id="${id}"><source>A <x id="1"/></source><target>B ${id}</target></trans-unit></group>\n`;
const three = [1, 2, 3];

/** What stands in the document as the tag of a unit, comments apart. */
function tagsIn(text: string, name: string): number {
  return [...text.replace(/<!--.*?-->/gs, '').matchAll(new RegExp(`<${name}(?=[ \\t\\r\\n/>])`, 'g'))].length;
}

/** Units that were read, and those that were lost. */
function all(text: string, chunk = text.length): { readonly read: number; readonly lost: LostUnits } {
  const reader = createMemoryReader();
  let read = 0;
  for (let at = 0; at < text.length; at += chunk) read += reader.push(text.slice(at, at + chunk)).length;
  read += reader.end().length;
  return { read, lost: reader.lost };
}

function sum({ read, lost }: ReturnType<typeof all>): number {
  return read + lost['document/damaged'] + lost['document/unreadable'];
}

describe('each unit of a memory is read, or counted as lost', () => {
  it.each([
    ['TMX', 'tu', tmxStart, `${tmxStart}${three.map(tu).join('')}</body></tmx>`],
    ['XLIFF 1.2', 'trans-unit', xliffStart, `${xliffStart}${three.map(transUnit).join('')}</body></file></xliff>`],
  ])('%s, wherever it is damaged', (_, name, start, document) => {
    for (let at = start.length; at < document.length; at++) {
      const [before, after] = [document.slice(0, at), document.slice(at)];
      const damaged = ['&', '<', '"', '\u0001', '</seg>', '<!--', ']]>', '<a>'].map((each) => before + each + after);
      for (const text of [before, before + after.slice(5), ...damaged]) {
        const found = all(text);
        expect([sum(found), text]).toEqual([tagsIn(text, name), text]);
        expect([all(text, 7), text]).toEqual([found, text]);
      }
    }
  });

  it('of a comment there is none', () => {
    const { read, lost } = all(`${tmxStart}<!-- ${tu(1)} -->& ${tu(2)}</body></tmx>`);
    expect([read, lost['document/damaged']]).toEqual([1, 0]);
  });

  it('after the last damage that is read over, too', () => {
    const bad = '<tu tuid="x"><tuv xml:lang="en-US"><seg>A & B</seg></tuv></tu>\n'.repeat(1001);
    const text = `${tmxStart}${tu(1)}${bad}${three.map(tu).join('')}</body></tmx>`;
    const lost = { 'document/damaged': 1001, 'document/unreadable': 3 };
    for (const chunk of [text.length, 1000, 7]) expect(all(text, chunk)).toEqual({ read: 1, lost });
    expect(readMemoryText(text).lost).toEqual(lost);
  });

  it('after its end, too', () => {
    const reader = createMemoryReader();
    const read = [
      ...reader.push(tmxStart + tu(1)),
      ...reader.end(),
      ...reader.push(tu(2)),
      ...reader.push('<t'),
      ...reader.push('u/>'),
    ];
    expect([read.length, reader.lost]).toEqual([1, { 'document/damaged': 0, 'document/unreadable': 2 }]);
  });
});

it.each([
  ['of no namespace', '', 1],
  ['1.2', ' xmlns="urn:oasis:names:tc:xliff:document:1.2"', 1],
  ['1.2 of a namespace that is misspelt', ' xmlns="urn:oasis:names:tc:xliff:document:1.2/"', 0],
  ['of another namespace', ' xmlns="https://example.com/xliff"', 0],
  ['3.0', ' xmlns="urn:oasis:names:tc:xliff:document:3.0"', 0],
])('an XLIFF whose units would not be found is said to be none: %s', (_, namespace, units) => {
  const text = `${xliffStart.replace('<xliff', `<xliff${namespace}`)}${transUnit(1)}</body></file></xliff>`;
  const found = readMemoryText(text);
  expect(found.units).toHaveLength(units);
  expect(found.diagnostics.map(({ code }) => code)).toEqual(units === 1 ? [] : ['document/unreadable']);
});

describe('what came in is what is in a memory, and what was left out', () => {
  const tuv = (lang: string | undefined, text: string | undefined): string =>
    `<tuv${lang === undefined ? '' : ` xml:lang="${lang}"`}>${text === undefined ? '' : `<seg>${text}</seg>`}</tuv>`;
  const en = tuv('en-US', 'One');
  const de = tuv('de-DE', 'Eins');

  it.each([
    ['a translation', en + de, 1, {}],
    ['no translation', en, 0, { 'document/no-target': 1 }],
    ['nothing', '', 0, { 'document/no-source': 1 }],
    ['a translation in no language', en + tuv('!', 'Un'), 0, { 'document/language': 1 }],
    ['a translation without a text', en + tuv('de-DE', undefined), 0, { 'document/no-text': 1 }],
    ['a source in no language', tuv(undefined, 'One') + de, 0, { 'document/no-source': 1 }],
    ['a source without a text', tuv('en-US', undefined) + de, 0, { 'document/no-source': 1 }],
    ['a source in another language', tuv('en-GB', 'One') + de, 0, { 'document/no-source': 1 }],
    ['no language at all', tuv(undefined, 'One') + tuv(undefined, 'Eins'), 0, { 'document/language': 1 }],
    ['an empty source', tuv('en-US', '') + de + tuv('fr-FR', 'Un'), 0, { 'document/empty-source': 2 }],
    ['a second source', en + tuv('en-US', 'First') + de, 1, { 'document/several-sources': 1 }],
    ['two of three', en + de + tuv('fr-FR', 'Un') + tuv('th', ' '), 2, { 'document/empty-target': 1 }],
    ['damage', `${en}&${de}`, 0, { 'document/damaged': 1 }],
  ])('%s', (_, unit, entries, leftOut) => {
    const memory = createMemory({ keep: 'all' });
    const codes = memory.add(`${tmxStart}<tu>${unit}</tu></body></tmx>`).map(({ code }) => code);
    expect(memory.count()).toMatchObject({ entries, leftOut });
    const left = Object.values(memory.count().leftOut).reduce((all, each) => all + each, entries);
    expect(memory.count().found).toBe(left);
    expect(codes).toEqual('document/damaged' in leftOut ? ['document/damaged'] : []);
  });
});
