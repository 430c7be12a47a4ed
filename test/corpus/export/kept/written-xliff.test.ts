import { isLeft } from 'fp-ts/lib/These.js';
import { describe, expect, it } from 'vitest';
import { createWrittenXliff } from '../../../../src/corpus/export/kept/written-xliff.js';
import { type ExportOptions, exportToString, type Format, parseArticle } from '../../../../src/index.js';
import { readFixtures } from '../../../support/golden.js';
import { articleOf, pair } from '../../../support/pairs.js';

function isAsWritten(document: string, chunk = document.length): boolean {
  const reader = createWrittenXliff();
  try {
    for (let at = 0; at < document.length; at += chunk) reader.write(document.slice(at, at + chunk));
    reader.end();
    return true;
  } catch {
    return false;
  }
}

const styles: readonly [Format, ExportOptions][] = [
  ['xliff', {}],
  ['xliff', { units: 'pair' }],
  ['xliff', { inline: 'text' }],
  ['xliff', { inline: 'strip', metadata: false }],
  ['xliff1.2', {}],
  ['xliff1.2', { inline: 'text' }],
  ['xliff1.2', { inline: 'strip' }],
];

describe.each(styles)('%s %j', (format, options) => {
  it('knows what was written, for all fixtures', () => {
    let documents = 0;
    for (const { text, path, options: own } of readFixtures()) {
      const read = parseArticle(text, { path });
      const document = isLeft(read) ? '' : exportToString([read.right], format, { ...own, ...options });
      if (document === '') continue;
      documents++;
      expect([path, isAsWritten(document), isAsWritten(document, 7)]).toEqual([path, true, true]);
    }
    expect(documents).toBeGreaterThan(20);
  });
});

const text = `---\nms.contentlocale: sv-SE\nms.translationtype: HT\n---\n${[
  pair('1a2b3-1', 'Öppna **dörren** &amp; `vänta`.', 'Open **the door** &amp; `wait`.'),
  pair(
    '1a2b3-2',
    'Se [listan](https://example.com/a?b=1&amp;c) nu',
    'See [the list](https://example.com/a?b=1&amp;c) now',
  ),
].join(' ')}\n\n${pair('1a2b3-3', 'Lone **star', 'Lone **star**')}\n`;
const article = articleOf(text, 'b/c.md');
const two = exportToString([article], 'xliff');
const one = exportToString([article], 'xliff1.2');

/** Replaces what has to be there. */
function change(document: string, from: string | RegExp, to: string): string {
  const changed = document.replace(from, to);
  expect(changed).not.toBe(document);
  return changed;
}

describe('a document that is only spelled otherwise is not edited', () => {
  it.each([
    ['attributes in another order', two, /<segment id="([^"]+)" state="final">/g, "<segment state='final'\n id='$1' >"],
    ['white space between elements', two, /\n</g, '\n\t   <'],
    ['without white space', two, />\n</g, '><'],
    ['CRLF', two, /\n/g, '\r\n'],
    ['comments', two, /<(unit|source|target)/g, '<!-- <target>x</target> --><$1'],
    ['references', two, /ö/g, '&#xF6;'],
    ['character data sections', two, /Öppna /, '<![CDATA[Öppna ]]>'],
    ['another source', two, /Open /, 'Close '],
    [
      'metadata of a tool',
      two,
      /<\/metadata>|<\/mda:metadata>/,
      '<mda:metaGroup><mda:meta type="t">1</mda:meta></mda:metaGroup></mda:metadata>',
    ],
    ['extensions', two, /<segment /g, '<segment xmlns:t="urn:tool" t:target="x" '],
    [
      'matches',
      two,
      /<segment/,
      '<m:matches xmlns:m="urn:oasis:names:tc:xliff:matches:2.0"><m:match ref="#1"><source>a</source><target>b</target></m:match></m:matches><segment',
    ],
    ['other numbers of data', two, /"d1"/g, '"q9"'],
    [
      'pairs of codes as halves',
      two,
      /<pc id="1"([^>]*?) dataRefStart="(d\d)" dataRefEnd="(d\d)">(dörren)<\/pc>/,
      '<sc id="1"$1 dataRef="$2"/>$4<ec startRef="1" dataRef="$3"/>',
    ],
    ['1.2: matches', one, /<\/trans-unit>/g, '<alt-trans><target>x</target></alt-trans></trans-unit>'],
    [
      '1.2: a tool in the header',
      one,
      /<body>/,
      '<header><phase-group><phase phase-name="p" process-name="q"/></phase-group></header><body>',
    ],
    ['1.2: segments of the source', one, /<target>/g, '<seg-source>a</seg-source><target>'],
  ])('%s', (_, document, from, to) => {
    expect(isAsWritten(change(document, from, to))).toBe(true);
  });

  it('another prefix', () => {
    const prefixed = two.replace(/<(\/?)(?=[A-Za-z]+[\s>/])/g, '<$1x:').replace(' xmlns=', ' xmlns:x=');
    expect(prefixed).toContain('<x:target>');
    expect(isAsWritten(prefixed)).toBe(true);
  });
});

describe('an edit is one', () => {
  it.each([
    ['a letter', two, 'Öppna', 'Öppne'],
    ['white space in a target', two, 'Öppna ', 'Öppna  '],
    ['a target that is gone', two, /<target>Öppna.*?<\/target>/, ''],
    ['an empty target', two, /<target>Öppna.*?<\/target>/, '<target/>'],
    ['a code that is gone', two, /(<target>.*?)<ph id="2"[^>]*>/, '$1'],
    ['codes in another order', two, /(<target>Öppna )(<pc .*?<\/pc>)(.*?)(<ph [^>]*>)/, '$1$4$3$2'],
    ['the data of a code', two, 'b=1', 'b=2'],
    ['an annotation', two, 'nu</target>', '<mrk id="m" type="comment" value="?">nu</mrk></target>'],
    ['a state', two, 'state="final"', 'state="reviewed"'],
    ['no state', two, ' state="final"', ''],
    ['a subState', two, 'state="final"', 'state="final" subState="x:y"'],
    ['a note', two, /<unit [^>]*>/, '$&<notes><note>?</note></notes>'],
    ['a note of the file', two, '<unit ', '<notes><note>?</note></notes><unit '],
    ['a note that is gone', two, /<notes>[\s\S]*?<\/notes>/, ''],
    ['another note', two, '<note>', '<note>x'],
    ['an order of targets', two, '<target>', '<target order="2">'],
    [
      'a segment that is split',
      two,
      /<\/target>\n<\/segment>/,
      '</target></segment><segment id="n"><source/><target/></segment>',
    ],
    ['a segment that is gone', two, /<segment id="1a2b3-2"[\s\S]*?<\/segment>/, ''],
    ['a unit that is gone', two, /<unit id="1a2b3-3"[\s\S]*?<\/unit>/, ''],
    [
      'text between segments',
      two,
      /<ignorable>\n<source> <\/source>\n<target> /,
      '<ignorable><source> </source><target>  ',
    ],
    ['no digest', two, /<\?sspr-tm[^>]*\?>/, ''],
    ['another digest', two, /digest="./, 'digest="g'],
    [
      'a file that was added',
      two,
      '</xliff>',
      '<file id="z"><unit id="u"><segment><source>a</source></segment></unit></file></xliff>',
    ],
    ['1.2: a letter', one, 'Öppna', 'Öppne'],
    ['1.2: approved', one, 'approved="yes"', 'approved="no"'],
    ['1.2: a state', one, '<target>', '<target state="needs-review-translation">'],
    ['1.2: a note', one, '</trans-unit>', '<note>?</note></trans-unit>'],
    ['1.2: a code', one, /(<target>.*?)<x [^>]*>/, '$1'],
    ['cut off', two, /<\/file>[\s\S]*/, ''],
    ['damage', two, '</target>', ''],
    ['an entity', two, 'Öppna', '&other;'],
    ['other XML', two, /[\s\S]*/, '<html><file/></html>'],
    ['another namespace', two, 'document:2.0', 'document:3.0'],
    ['no file', two, /<file[\s\S]*<\/file>/, ''],
    ['text', two, /[\s\S]*/, 'Dear translator'],
  ])('%s', (_, document, from, to) => {
    expect(isAsWritten(change(document, from, to))).toBe(false);
  });

  it('whatever its size', () => {
    const deep = '<a>'.repeat(1_000_000);
    const start = two.slice(0, two.indexOf('<unit '));
    expect(isAsWritten(start + deep, 1 << 16)).toBe(false);
    expect(
      isAsWritten(`${start}<unit ${Array.from({ length: 200_000 }, (_, at) => `a${at}="" `).join('')}`, 1 << 16),
    ).toBe(false);
    expect(isAsWritten(start + 'x'.repeat(80_000_000), 1 << 16)).toBe(false);
  });
});
