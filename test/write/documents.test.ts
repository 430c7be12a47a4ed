import { describe, expect, it } from 'vitest';
import { exportToString, toXliffJs, validateTmx, validateXliff, version } from '../../src/index.js';
import { articleOf, pair } from '../support/pairs.js';

/** A heading, and a paragraph of three pairs: with an element and two placeholders, with crossing and lone halves, with a link. */
const article = articleOf(
  `---
ms.translationtype: HT
ms.lasthandoff: 02/29/2024
---
## ${pair('1a2b3-101', 'Titel', 'Title')}

${pair('1a2b3-102', '**Eins** `c`<br>', '**One** `c`<br>')} ${pair('1a2b3-103', '<b>x *y</b> z* <u>', '<b>x *y</b> z* <u>')} ${pair('1a2b3-p1', '[Drei](u)', '[Three](u)')}
`,
  'docs/a.md',
);
const trgLang = 'de-DE';

// The golden files of the fixtures hold no XLIFF 1.2, no JavaScript form and no context; an attribute is missed here.
describe('a document, letter by letter', () => {
  it('in XLIFF 1.2', () => {
    const codes = '<x id="2" ctype="x-code" equiv-text="c"/><x id="3" ctype="lb" equiv-text="&#10;"/>';
    const halves =
      '<bx id="1" rid="1" ctype="bold"/>x <g id="2" ctype="italic">y<ex id="1-end" rid="1"/> z</g> <x id="3-start" ctype="x-underlined"/>';
    const document = exportToString([article], 'xliff1.2', { trgLang });
    // What the digest is has tests of its own.
    expect(document.replace(/<\?sspr-tm digest="[0-9a-f]{16}"\?>\n/, '')).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">
<file xml:space="preserve" original="docs/a.md" datatype="plaintext" source-language="en-US" target-language="de-DE"><body>
<trans-unit id="1a2b3-101" resname="heading 2" approved="yes"><source>Title</source><target>Titel</target></trans-unit>
<trans-unit id="1a2b3-102" resname="paragraph" approved="yes"><source><g id="1" ctype="bold">One</g> ${codes}</source><target><g id="1" ctype="bold">Eins</g> ${codes}</target></trans-unit>
<trans-unit id="1a2b3-103" resname="paragraph" approved="yes"><source>${halves}</source><target>${halves}</target></trans-unit>
<trans-unit id="1a2b3-p1" resname="paragraph" approved="yes"><source><g id="1" ctype="link">Three</g></source><target><g id="1" ctype="link">Drei</g></target></trans-unit>
</body></file>
</xliff>
`);
  });

  it('in the JavaScript form', () => {
    const bold = { type: 'fmt', subType: 'xlf:b' };
    const codes = [
      { Standalone: { id: '2', type: 'fmt', subType: 'md:code' } },
      { Standalone: { id: '3', type: 'fmt', subType: 'xlf:lb' } },
    ];
    const crossed = ['y', { SpanEnd: { id: '1-end', startRef: '1' } }, ' z'];
    const halves = [
      { SpanStart: { id: '1', ...bold } },
      'x ',
      { Span: { id: '2', type: 'fmt', subType: 'xlf:i', contents: crossed } },
      ' ',
      { SpanStart: { id: '3', type: 'fmt', subType: 'xlf:u' } },
    ];
    const link = (text: string): unknown => ({ Span: { id: '1', type: 'link', subType: 'md:link', contents: [text] } });
    expect(toXliffJs(article, { trgLang })).toEqual({
      sourceLanguage: 'en-US',
      targetLanguage: 'de-DE',
      resources: {
        'docs/a.md': {
          '1a2b3-101': { source: ['Title'], target: ['Titel'] },
          '1a2b3-102': {
            source: [{ Span: { id: '1', ...bold, contents: ['One'] } }, ' ', ...codes],
            target: [{ Span: { id: '1', ...bold, contents: ['Eins'] } }, ' ', ...codes],
          },
          '1a2b3-103': { source: halves, target: halves },
          '1a2b3-p1': { source: [link('Three')], target: [link('Drei')] },
        },
      },
    });
  });

  it('in TMX for OmegaT', () => {
    const unit = (id: string, previous: string, next: string): string =>
      `<prop type="file">docs/a.md</prop><prop type="prev">${previous}</prop><prop type="next">${next}</prop><tuv xml:lang="en-US"><prop type="x-article">docs/a.md</prop><prop type="x-translation-type">HT</prop><prop type="x-pair">1a2b3-${id}</prop><prop type="x-tuid">docs_a.md.04681f6d-${id}</prop>`;
    const document = exportToString([article], 'tmx', { trgLang, context: 'omegat', date: '20240301T000000Z' });
    expect(document.split(/<seg>.*\n/)).toEqual([
      `<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4">
<header creationtool="sspr-tm" creationtoolversion="${version}" segtype="sentence" o-tmf="sspr-tm" adminlang="en-US" srclang="en-US" datatype="unknown" creationdate="20240301T000000Z"/>
<body>
<tu creationdate="20240229T000000Z">${unit('101', '', 'One c')}`,
      `<tu creationdate="20240229T000000Z">${unit('102', 'Title', 'x y z')}`,
      `<tu creationdate="20240229T000000Z">${unit('103', 'One c', 'Three')}`,
      `<tu segtype="paragraph" creationdate="20240229T000000Z">${unit('p1', 'x y z', '')}`,
      '</body>\n</tmx>\n',
    ]);
  });

  it('in XLIFF 2.0, where halves of a second segment refer to each other', () => {
    expect(exportToString([article], 'xliff', { trgLang })).toContain(
      '<source><sc id="2-1" type="fmt" subType="xlf:b" dataRef="d4"/>x <pc id="2-2" type="fmt" subType="xlf:i" dataRefStart="d5" dataRefEnd="d5">y<ec startRef="2-1" dataRef="d6"/> z</pc> <sc id="2-3" type="fmt" subType="xlf:u" dataRef="d7" isolated="yes"/></source>',
    );
  });
});

describe('every writer', () => {
  it.each(['codes', 'text', 'strip'] as const)('gives valid documents, --inline %s', (inline) => {
    for (const context of ['none', 'omegat', 'memoq'] as const) {
      expect(validateTmx(exportToString([article], 'tmx', { trgLang, inline, context }))).toEqual([]);
    }
    for (const units of ['block', 'pair'] as const) {
      expect(validateXliff(exportToString([article], 'xliff', { trgLang, inline, units }))).toEqual([]);
    }
  });
});
