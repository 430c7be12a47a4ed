import { describe, expect, it } from 'vitest';
import { edit, exported, merge, mergeEdited, type Outcome } from './documents.js';

const bold = '<pc id="1" type="fmt" subType="xlf:b" dataRefStart="d1" dataRefEnd="d1">';
const changed: Outcome = { changes: { '1a2b3-103': 'Neuer **fetter** Satz.' }, codes: [] };
const unchanged: Outcome = { changes: {}, codes: [] };
const anew = ['Erster <pc', 'Neuer <pc'] as const;

/** The document with another prefix on every element, bound to the namespace. */
function prefixed(document: string): string {
  return document.replace(/<(\/?)(?!\/?mda:|\?|!)/g, '<$1x:').replace('xmlns="urn:oasis', 'xmlns:x="urn:oasis');
}

/** The document with the attributes of each element in the reverse order. */
function reordered(document: string): string {
  return document.replace(/<([\w:]+)((?: [\w:]+="[^"]*")+)/g, (_, name, attributes) => {
    const list = String(attributes).match(/ [\w:]+="[^"]*"/g) ?? [];
    return `<${name}${list.reverse().join('')}`;
  });
}

describe('mergeXliff takes XLIFF 2.0 as tools give it back', () => {
  it.each([
    ['as it was', (xml: string) => xml],
    ['with attributes in another order', reordered],
    ['with a prefix on every element', prefixed],
    ['with other states', (xml: string) => xml.replaceAll('state="final"', 'state="reviewed" subState="x:y"')],
    ['with white space between elements', (xml: string) => xml.replaceAll(/\n</g, '\n\t\r\n  <')],
    ['on one line', (xml: string) => xml.replaceAll('\n', '')],
    ['with a byte order mark', (xml: string) => `\ufeff${xml}`],
    ['with notes', (xml: string) => xml.replace('<segment', '<notes><note>Good?</note></notes><segment')],
    ['with comments and instructions', (xml: string) => xml.replaceAll('<source>', '<!-- a --><?b c?><source>')],
    ['with texts in CDATA', (xml: string) => xml.replaceAll('>Gut<', '><![CDATA[Gut]]><')],
    ['with character references', (xml: string) => xml.replaceAll('>Gut<', '>&#x47;u&#116;<')],
    ['with annotations', (xml: string) => xml.replaceAll('>Gut<', '><mrk id="m1" type="term">G</mrk>ut<')],
    [
      'with halves of annotations',
      (xml: string) => xml.replaceAll('>Gut<', '><sm id="m1" type="term"/>Gut<em startRef="m1"/><'),
    ],
    ['with XLIFF 2.1', (xml: string) => xml.replace('version="2.0"', 'version="2.1"')],
    [
      'without original data',
      (xml: string) => xml.replace(/<originalData>[\s\S]*?<\/originalData>\n/g, '').replace(/ dataRef\w*="d\d"/g, ''),
    ],
    [
      'with pairs as halves',
      (xml: string) =>
        xml
          .replaceAll(bold, '<sc id="1" type="fmt" subType="xlf:b" dataRef="d1"/>')
          .replaceAll(/(bold|fetter|>A:)<\/pc>/g, '$1<ec startRef="1" dataRef="d1"/>'),
    ],
    [
      'with elements of other modules',
      (xml: string) => xml.replace('<segment', '<y:z xmlns:y="urn:y"><y:source>1</y:source></y:z><segment'),
    ],
    [
      'with units in groups',
      (xml: string) =>
        xml
          .replace('<unit id="1a2b3-103"', '<group id="g"><group id="h"><unit id="1a2b3-103"')
          .replace(/(1a2b3-105[\s\S]*?<\/unit>)/, '$1</group></group>'),
    ],
  ])('%s', (_, change) => {
    expect(merge(change(exported()))).toEqual(unchanged);
    expect(merge(change(edit(exported(), [anew])))).toEqual(changed);
    expect(merge(change(exported({ units: 'pair' })))).toEqual(unchanged);
  });

  it('with a unit for each pair, and with Markdown as text', () => {
    expect(mergeEdited([anew], { units: 'pair' })).toEqual(changed);
    expect(mergeEdited([['Erster **', 'Neuer *so* **']], { inline: 'text' }).changes).toEqual({
      '1a2b3-103': 'Neuer *so* **fetter** Satz.',
    });
  });

  it('with units left out, and targets that are missing', () => {
    expect(mergeEdited([[/<unit id="1a2b3-106[\s\S]*?<\/unit>/, '']])).toEqual(unchanged);
    expect(mergeEdited([['<target>Zelle</target>', '']])).toEqual({ changes: {}, codes: ['merge/missing-target'] });
    expect(mergeEdited([['>Zelle<', '>\u00a0<']])).toEqual({ changes: {}, codes: ['merge/empty-target'] });
  });

  it('with a character that XML cannot hold', () => {
    expect(mergeEdited([['>Zelle<', '>Zel<cp hex="0007"/>le<']])).toEqual(unchanged);
    for (const hex of ['0000', 'D800', '110000']) {
      expect(mergeEdited([['>Zelle<', `>Zell<cp hex="${hex}"/><`]]).changes).toEqual({ '1a2b3-107': 'Zell' });
    }
    expect(mergeEdited([['>Zelle<', '>Zell<cp hex="0007"/><']]).changes).toEqual({ '1a2b3-107': 'Zell\u0007' });
  });

  it('with a segment split in two, in any order', () => {
    const split = (first: string, second: string): Outcome =>
      mergeEdited([
        [
          /<segment id="1a2b3-105"[\s\S]*?<\/segment>/,
          `<segment id="1a2b3-105"><source>Third &lt; </source>${first}</segment><segment><source>sentence*.</source>${second}</segment>`,
        ],
      ]);
    expect(split('<target>Dritter &lt; </target>', '<target>Satz*.</target>')).toEqual(unchanged);
    expect(split('<target>Dritter &lt; </target>', '<target>Satz!</target>').changes).toEqual({
      '1a2b3-105': 'Dritter &lt; Satz!',
    });
    expect(split('<target order="4">Satz*.</target>', '<target order="3">Dritter &lt; </target>').codes).toEqual([]);
    const inThree = mergeEdited([
      [
        /<segment id="1a2b3-105"[\s\S]*?<\/segment>/,
        `<segment><source>Third</source><target order="7">*.</target></segment><segment><source> &lt; </source><target>Satz</target></segment><segment><source>sentence*.</source><target order="5">Dritter &lt; </target></segment>`,
      ],
    ]);
    expect(inThree).toEqual(unchanged);
    expect(split('<target>Dritter &lt; </target>', '')).toEqual({ changes: {}, codes: ['merge/missing-target'] });
  });

  it('with all of it at once', () => {
    const change = (xml: string): string =>
      reordered(
        prefixed(
          xml
            .replace('Satz.</target>', '<mrk id="m1" type="term">Satz</mrk><![CDATA[.]]></target>')
            .replace(
              /(<segment id="1a2b3-105"[^>]*>\s*<source>Third)( &lt;)/,
              '$1</source><target order="5">Dritter</target></segment><segment><source>$2',
            )
            .replace('<target>Dritter &lt;', '<target order="6"> &lt;')
            .replaceAll(bold, '<sc id="1" type="fmt" subType="xlf:b" dataRef="d1"/>')
            .replaceAll(/(bold|fetter|>A:)<\/pc>/g, '$1<ec startRef="1" dataRef="d1"/>')
            .replaceAll('state="final"', 'state="reviewed"')
            .replace('<segment', '<notes><note>Good?</note></notes><segment'),
        ),
      );
    expect(merge(change(exported()))).toEqual(unchanged);
    expect(merge(change(edit(exported(), [['Erster <pc', 'Neuer <pc']])))).toEqual(changed);
  });

  it('with segments joined, as long as one of them changed', () => {
    const source = `<source>First ${bold}bold</pc> sentence. See <pc id="2-1" dataRefStart="d2" dataRefEnd="d3">here</pc> and <ph id="2-2" dataRef="d4"/>.</source>`;
    const joined = (first: string, second: string): Outcome =>
      mergeEdited([
        [
          /<segment id="1a2b3-103"[\s\S]*?1a2b3-104[\s\S]*?<\/segment>/,
          `<segment id="1a2b3-103">${source}<target>${first} ${bold}fetter</pc> Satz. ${second} <pc id="2-1" dataRefStart="d2" dataRefEnd="d3">hier</pc> und <ph id="2-2" dataRef="d4"/>.</target></segment>`,
        ],
      ]);
    expect(joined('Erster', 'Siehe')).toEqual(unchanged);
    expect(joined('Neuer', 'Siehe')).toEqual(changed);
    expect(joined('Erster', 'Lies')).toEqual({ changes: { '1a2b3-104': 'Lies [hier](a.md) und `x`.' }, codes: [] });
    expect(joined('Neuer', 'Lies')).toEqual({ changes: {}, codes: ['merge/joined-segments'] });
  });

  it('with the text between segments changed, which is reported', () => {
    expect(mergeEdited([['<target> </target>', '<target>  </target>']])).toEqual({
      changes: {},
      codes: ['merge/between-changed'],
    });
  });
});

describe('mergeXliff takes XLIFF 1.2 as tools give it back', () => {
  it.each([
    ['as it was', (xml: string) => xml],
    ['with attributes in another order', reordered],
    ['with a prefix on every element', (xml: string) => prefixed(xml)],
    ['with states', (xml: string) => xml.replaceAll('<target>', '<target state="needs-review-translation">')],
    [
      'with segments marked',
      (xml: string) =>
        xml.replaceAll(
          /<target>([^<]*)<\/target>/g,
          '<seg-source><mrk mtype="seg" mid="0">x</mrk></seg-source><target><mrk mtype="seg" mid="0">$1</mrk></target>',
        ),
    ],
    [
      'with other proposals',
      (xml: string) =>
        xml.replaceAll('</target>', '</target><alt-trans><source>a</source><target>b</target></alt-trans>'),
    ],
    [
      'with groups',
      (xml: string) =>
        xml.replace('<body>', '<header><note>x</note></header><body><group>').replace('</body>', '</group></body>'),
    ],
    [
      'with pairs as halves',
      (xml: string) =>
        xml.replaceAll(/<g id="(\d)"[^>]*>([^<]*)<\/g>/g, '<bx id="$1" rid="$1"/>$2<ex id="9" rid="$1"/>'),
    ],
    [
      'with native code',
      (xml: string) =>
        xml.replaceAll(/<g id="1" ctype="bold">([^<]*)<\/g>/g, '<bpt id="1">**</bpt>$1<ept id="1">**</ept>'),
    ],
  ])('%s', (_, change) => {
    expect(merge(change(exported({}, 'xliff1.2')))).toEqual(unchanged);
    expect(merge(change(edit(exported({}, 'xliff1.2'), [['Erster <g', 'Neuer <g']])))).toEqual(changed);
  });

  it('with Markdown as text', () => {
    expect(mergeEdited([['Erster **', 'Neuer **']], { inline: 'text' }, 'xliff1.2')).toEqual(changed);
  });
});
