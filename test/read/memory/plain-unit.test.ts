import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMemoryReader, type MemoryReaderOptions } from '../../../src/index.js';

/** In pieces this short, no unit is complete in one: each tag is a step of its own. */
const shortest = 5;

function read(document: string, length: number, options?: MemoryReaderOptions): unknown {
  const reader = createMemoryReader(options);
  const units = [];
  for (let at = 0; at < document.length; at += length) units.push(...reader.push(document.slice(at, at + length)));
  units.push(...reader.end());
  return { units, header: reader.header, diagnostics: reader.diagnostics };
}

const texts = [
  'Save',
  ' ',
  'a &amp; b',
  '&#x1F4A5;',
  ']',
  ']]>',
  '&',
  '&nbsp;',
  '>',
  '\r\n',
  '\r',
  '\t',
  '保存',
  '\u0001',
];
const codes = [
  '<bpt i="1" x="1" type="bold">**</bpt>',
  '<ept i="1">**</ept>',
  '<ph x="2" type="x-code">`a`</ph>',
  "<ph x='2'>&lt;br/></ph>",
  '<ph/>',
  '<it pos="begin" x="3">&lt;b></it>',
  '<hi type="x">marked</hi>',
  '<ph><sub>under</sub></ph>',
  '<ph>]]></ph>',
  '<ph>a</ bpt>',
  '<ph>a</ph >',
  '<ut>x</ut>',
  '<!-- c -->',
  '<![CDATA[<b>]]>',
  '<b:ph xmlns:b="urn:b"/>',
  '<ph q:x="1">a</ph>',
  '<ph q:x="1">a</ph>',
];
const props = [
  '<prop type="x-article">a/b.md</prop>',
  '<prop type="x-article">a/c.md</prop>',
  '<prop type="x-pair">1-101</prop>',
  '<prop type="x-pair">1-102</prop>',
  '<prop type="x &amp; y">v</prop>',
  '<prop type="x" xml:lang="en">v</prop>',
  '<prop type="x"><ph/></prop>',
  '<prop type="x">v\r\nw</prop>',
  '<prop type="x"/>',
  '<prop>v</prop>',
  '<note>look</note>',
  '<tuv xml:lang="de-DE"><seg>x</seg></tuv>',
  '<seg>x</seg>',
  '\n    ',
];

const several = (pieces: readonly string[], maxLength: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...pieces), { maxLength }).map((parts) => parts.join(''));
/** Mostly what tools write, so that units are often right as a whole. */
const usual = (weight: number, pieces: readonly string[], maxLength: number): fc.Arbitrary<string> =>
  fc.oneof({ weight, arbitrary: several(pieces.slice(0, 4), maxLength) }, several(pieces, maxLength));
const segment = fc
  .array(fc.oneof(usual(4, texts, 3), usual(4, codes, 3)), { maxLength: 4 })
  .map((each) => each.join(''));
const variant = fc
  .tuple(
    fc.constantFrom('en-US', 'de-DE', 'x y', '', 'en&#45;US'),
    usual(6, props, 2),
    segment,
    several(['\n', ' '], 1),
  )
  .map(([lang, own, text, gap]) => `<tuv xml:lang="${lang}">${own}${gap}<seg>${text}</seg>${gap}</tuv>`);
const unit = fc
  .tuple(
    fc.constantFrom(
      '',
      ' tuid="a"',
      ' creationdate="20200101T000000Z" usagecount="3"',
      ' srclang="*all*"',
      " tuid='b'",
    ),
    usual(6, props, 5),
    fc.array(variant, { maxLength: 3 }),
  )
  .map(([attributes, own, variants]) => `<tu${attributes}>${own}${variants.join('')}</tu>\n`);
const damaged = fc
  .tuple(unit, fc.nat(400), fc.constantFrom('', '<', '</tu>', '<seg>', '"'))
  .map(([text, at, odd]) => text.slice(0, at) + odd + text.slice(at + 1));
const memory = fc
  .array(fc.oneof({ weight: 5, arbitrary: unit }, damaged), { maxLength: 6 })
  .map((units) => `<tmx version="1.4"><header srclang="en-US"/><body>\n${units.join('')}</body></tmx>`);

describe('a unit that is read as a whole', () => {
  it('is what it is tag by tag, with what is wrong', () => {
    fc.assert(
      fc.property(memory, fc.boolean(), (text, attributes) => {
        expect(read(text, text.length, { attributes })).toEqual(read(text, shortest, { attributes }));
      }),
      { numRuns: 2000 },
    );
  });
});
