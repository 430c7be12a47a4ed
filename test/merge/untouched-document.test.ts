import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ExportOptions, exportToString, mergeXliff } from '../../src/index.js';
import { mergeUntouched } from '../../src/merge/untouched-document.js';
import { textOf } from '../../src/xml/document-text.js';
import { articleOf, pair } from '../support/pairs.js';

const german = '---\nms.contentlocale: de-DE\ntitle: A\n---\n';
const articles = [
  `${german}# ${pair('1a2b3-101', 'Eins', 'One')}\n\n${pair('1a2b3-102', '**Zwei** &amp; `x`', '**Two** &amp; `x`')} ${pair('1a2b3-103', 'Drei', 'Three')}`,
  `${german}- ${pair('9f8e7-101', '[Ziel](a.md)', '[Target](a.md)')}\n- ${pair('9f8e7-102', 'Und', 'And')}`,
].map((text, index) => articleOf(text, `docs/${index}.md`));
const [first, second] = articles;

/** What a tool, or somebody who means harm, may do to a document: what is looked for, and what takes its place. */
const edits: readonly (readonly [RegExp | string, string])[] = [
  ['Eins', 'Neu'],
  ['<unit ', '<!-- <unit '],
  ['</file>', '--><unit id="-"/></file>'],
  [/<\?sspr-tm[^>]*>\n/, ''],
  [/digest="."/, 'digest="0'],
  ['<mda:metaGroup', '<mda:metaGroup id="m"'],
  [' trgLang="de-DE"', ''],
  [' trgLang="de-DE"', ' trgLang="&#100;e"'],
  [' srcLang="en-US"', " srcLang='en-US'"],
  [/version="2\.[0-9]"/, 'xml:lang="x" $&'],
  [/version="2\.[0-9]"/, 'version="2.1"'],
  [/version="2\.[0-9]"/, 'version="2.2"'],
  [/version="2\.[0-9]"/, 'version="2.9"'],
  [/document:2\.[0-9]/, 'document:2.2'],
  ['</file>', '<unit id="-"/></file>'],
  ['</file>', '<!-- </unit> --></file>'],
  ['</file>', '<?p </unit>?></file>'],
  ['<unit ', '<![CDATA[<unit '],
  ['</file>', ']]></file>'],
  ['<unit ', '<x:y xmlns:x="urn:x"/><unit '],
  [/ xmlns="[^"]*"/, ''],
  [/ xmlns="[^"]*"/, ' xmlns="urn:other"'],
  [/ xmlns="[^"]*"/, ' xmlns="urn:oasis:names:tc:xliff:document:2.1"'],
  [/ xmlns:mda="[^"]*"/, ''],
  [' xml:space="preserve"', ''],
  [/ version="2\.[0-9]"/, ''],
  [/ original="[^"]*"/, ' original="docs/9.md"'],
  ['</xliff>', ''],
  ['</xliff>', '</xliff><again/>'],
  ['</xliff>', '<file id="f" original="docs/9.md"/></xliff>'],
  ['</file>', '</file><file id="f" original="docs/0.md"><unit id="u"/></file>'],
  ['<file ', '<file x="1" x="2" '],
  ['state="translated"', 'state="final"'],
  [/<segment (id="[^"]*") (state="[^"]*")/, '<segment $2 $1'],
  [/<unit [\s\S]*?<\/unit>\n/, ''],
  [/(<unit [\s\S]*?<\/unit>\n)/, '$1$1'],
  [/(<unit [\s\S]*<\/unit>)/, '<group id="g">$1</group>'],
  ['Two', 'Too'],
  ['&amp;', '&#38;'],
  ['&amp;', '&wrong;'],
  ['\n<file', '\r\n<file'],
  ['<xliff', '<!DOCTYPE xliff [<!ENTITY a "b">]><xliff'],
];

const forms: readonly ExportOptions[] = [{}, { units: 'pair' }, { xliffVersion: '2.1' }, { xliffVersion: '2.2' }];
const documents = forms.map((form) => exportToString(first === undefined ? [] : [first], 'xliff', form));

describe('an untouched document', () => {
  it.each(documents)('is known without being read (%#)', (document) => {
    if (first === undefined) throw new Error('no article');
    const merged = mergeUntouched(first, textOf(document), 'docs/0.md');
    expect(merged).toMatchObject({ text: first.text, changes: [], confirmed: [], isMarked: false });
    expect({ _tag: 'Right', right: merged }).toEqual(mergeXliff(first, document));
  });

  it('is none of another article, of another name, or one that was edited', () => {
    const [document = ''] = documents;
    if (first === undefined || second === undefined) throw new Error('no articles');
    expect(mergeUntouched(second, textOf(document), 'docs/0.md')).toBeUndefined();
    expect(mergeUntouched(first, textOf(document), 'docs/1.md')).toBeUndefined();
    expect(mergeUntouched(first, textOf(document.replace('Eins', 'Neu')), 'docs/0.md')).toBeUndefined();
  });

  it('is merged as it would be if it were read, whatever was done to it', () => {
    if (first === undefined) throw new Error('no article');
    let known = 0;
    const property = fc.property(
      fc.constantFrom(...documents),
      fc.array(fc.constantFrom(...edits), { maxLength: 3 }),
      (exported, some) => {
        let document = exported;
        for (const [from, to] of some) document = document.replace(from, to);
        const merged = mergeUntouched(first, textOf(document), 'docs/0.md');
        if (merged === undefined) return;
        known++;
        expect({ _tag: 'Right', right: merged }).toEqual(mergeXliff(first, document));
      },
    );
    fc.assert(property, { numRuns: 3000 });
    expect(known).toBeGreaterThan(50);
  });
});
