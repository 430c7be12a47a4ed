import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportToString } from '../../../../src/index.js';
import { createCutting } from '../../../../src/read/edited/cut.js';
import { createTmxCutter } from '../../../../src/read/edited/tmx/cutter.js';
import { readPlainUnit, type UnitParts } from '../../../../src/read/edited/tmx/plain-unit.js';
import { articleOf, pair } from '../../../support/pairs.js';

/** What is found of a document in pieces; `asPlain`: units may be taken as a whole. */
function cut(pieces: readonly string[], asPlain: boolean): unknown {
  const { take, ...cutter } = createTmxCutter('en-US');
  const cutting = createCutting(() => (asPlain && take !== undefined ? { ...cutter, take } : cutter));
  for (const piece of pieces) {
    const fault = cutting.write(piece);
    if (fault !== undefined) return fault;
  }
  const found = cutting.end();
  if ('code' in found) return found;
  return {
    units: found.units.toData(),
    surroundings: found.surroundings.toData(),
    targets: cutter.targets.toData(),
    unitKeys: cutter.unitKeys.toData(),
    hasNeighbours: cutter.hasNeighbours(),
    languages: [...cutter.languages].sort(),
    withCodes: [...cutter.languagesWithCodes].sort(),
  };
}

const document = (body: string): string =>
  `<?xml version="1.0"?>\n<tmx version="1.4"><header srclang="en-US"/>\n<body>\n${body}\n</body>\n</tmx>`;

const exported = exportToString(
  [
    articleOf(
      `---\nms.contentlocale: de-DE\n---\n${pair('1a2b3-101', '**Ziel** `&` <b>x</b> 😀 ]] >', '**Source** `&` <b>x</b>')}\n\n${pair('1a2b3-102', 'Notiz', 'Note')}`,
      'a&b/index.md',
    ),
  ],
  'tmx',
);

const attributes = fc.constantFrom(
  ...['', ' tuid="1"', ' tuid="1" creationdate="20200101T000000Z"', ' segtype="paragraph"', ' tuid="a>b"', ' tuid=""'],
  ...[
    ' tuid="&amp;"',
    ' tuid="1" tuid="1"',
    " tuid='1'",
    ' creationdate="2" tuid="1"',
    ' tuid="a<b"',
    ' xmlns="x"',
    ' \n',
  ],
);
const property = fc
  .tuple(
    fc.constantFrom('x-article', 'x-pair', 'file', 'prev', 'x-other', 'x\nother', 'a&lt;b', 'a"b'),
    fc.constantFrom(
      '',
      'a.md',
      'b',
      'a &amp; b',
      '&nbsp;',
      ']]>',
      '&#1;',
      '<b/>',
      '<![CDATA[x]]>',
      '<!-- - -->',
      'x\r\ny',
    ),
  )
  .map(([type, value]) => `<prop type="${type}">${value}</prop>`);
const text = fc.constantFrom(
  ...[
    'One',
    ' two\r\n three ',
    '&lt;&gt;&amp;&quot;&#x1F600;',
    '',
    '😀',
    'a]]b',
    '\u3000\u00a0',
    '&;',
    ']]>',
    '&#0;',
    '<!---->',
  ],
  ...[
    '<![CDATA[<tu>]]>',
    '<?p x?>',
    '<hi>x</hi>',
    '<ph x="1" type="x">**</ph>',
    '<ph x="1" assoc="p">a&amp;b</ph>',
    '<ph/>',
  ],
  ...[
    '<bpt i="1" x="1">*</bpt>y<ept i="1">*</ept>',
    '<it pos="end" x="1">&lt;</it>',
    '<it pos="odd">x</it>',
    '<it>x</it>',
  ],
  ...[
    '<bpt x="1" i="1">*</bpt>',
    '<bpt i="1" i="1">*</bpt>',
    '<ph>a<sub>b</sub>c</ph>',
    '<ph>x</bpt>',
    '<ph x="1">]]></ph>',
  ],
);
const segment = fc.array(text, { maxLength: 4 }).map((texts) => `<seg>${texts.join('')}</seg>`);
const variant = fc
  .tuple(
    fc.constantFrom(
      ' xml:lang="en-US"',
      ' xml:lang="EN-us"',
      ' xml:lang="de-DE"',
      ' lang="fr"',
      ' xml:lang="&#101;n"',
      '',
    ),
    fc.oneof({ weight: 6, arbitrary: fc.constant('') }, { weight: 1, arbitrary: property }),
    fc.oneof(
      { weight: 9, arbitrary: segment },
      { weight: 1, arbitrary: fc.constantFrom('', '<seg/>', '<seg>x</seg><seg>y</seg>') },
    ),
  )
  .map(([language, props, seg]) => `<tuv${language}>${props}${seg}</tuv>`);
const unit = fc
  .tuple(
    fc.oneof({ weight: 4, arbitrary: fc.constant(' tuid="1"') }, { weight: 1, arbitrary: attributes }),
    fc.array(property, { maxLength: 2 }),
    fc.array(variant, { minLength: 1, maxLength: 3 }),
    fc.constantFrom('</tu>', '</tu>', '</tu>', '</tu>', '<note>x</note></tu>', '</tu >', ' </tu>'),
  )
  .map(([own, props, variants, end]) => `<tu${own}>${props.join('')}${variants.join('')}${end}`);

describe('a unit that is read as a whole', () => {
  it('is found as it is when it passes', () => {
    const fair = fc.property(fc.array(unit, { minLength: 1, maxLength: 5 }), fc.nat(2000), (units, at) => {
      const whole = document(units.join('\n'));
      const expected = cut([whole], false);
      expect(cut([whole], true)).toEqual(expected);
      expect(cut([whole.slice(0, at), whole.slice(at)], true)).toEqual(expected);
    });
    fc.assert(fair, { numRuns: 3000 });
  });

  it('is found so wherever pieces end', () => {
    const expected = cut([exported], false);
    expect(expected).toHaveProperty('units');
    for (let at = 0; at <= exported.length; at++) {
      expect(cut([exported.slice(0, at), exported.slice(at)], true), `cut at ${at}`).toEqual(expected);
    }
    expect(cut(exported.split(''), true)).toEqual(expected);
  });

  it('has a fault where one that passes has it', () => {
    const damaged = exported.replace('Notiz', 'No\u0001tiz');
    expect(cut([damaged], true)).toMatchObject({ code: 'xml/illegal-character' });
    expect(cut([damaged], true)).toEqual(cut([damaged], false));
  });

  it('is every one of an export', () => {
    const parts: string[] = [];
    const sink: UnitParts = {
      property: (type, value) => parts.push(`${type}=${value}`),
      variant: (written) => parts.push(written),
      text: (read) => parts.push(read),
      code: (kind, data) => parts.push(`${kind} ${data}`),
    };
    for (const { index, 0: line } of exported.matchAll(/<tu .*<\/tu>/g)) {
      expect(readPlainUnit(exported, index, sink)).toBe(index + line.length);
    }
    expect(parts).toEqual(
      expect.arrayContaining(['x-article=a&b/index.md', 'x-pair=1a2b3-102', 'de-DE', 'sc **', 'Ziel', 'ec **', 'Note']),
    );
  });
});
