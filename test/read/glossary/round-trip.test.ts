import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createConceptIds,
  diagnosticsOf,
  type Glossary,
  type GlossaryFormatName,
  type GlossaryOptions,
  glossaryToString,
  readGlossary,
  type Term,
} from '../../../src/index.js';
import { rightOf } from '../../../src/read/result.js';
import { isBlank } from '../../../src/xml/escapes.js';
import { invented } from '../../support/glossary.js';

const whole: readonly [GlossaryFormatName, GlossaryOptions][] = [
  ['json', {}],
  ['tbx', {}],
  ['tbx', { style: 'dct' }],
  ['tbx', { tbx: '2008' }],
];

const marks = [
  '<',
  '&',
  ']]>',
  '"',
  "'",
  '#',
  '%',
  '%23',
  ' | ',
  '、',
  '𠮷',
  '\u202b',
  '\u2067',
  'سلة',
  'count 1',
  'note: ',
  'note: count 3',
  'share 0.5',
  ',',
  '=',
];
const legal = fc
  .oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.array(fc.constantFrom(...marks), { maxLength: 4 }).map((all) => all.join('')),
    fc.constantFrom('count 1', 'note: count 1, share 0.5', 'note: note: share 1'),
  )
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML does not have, and the one for what could not be decoded.
  .map((text) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffd-\uffff]|\p{Cs}/gu, ''))
  .map((text) => text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, ''))
  .filter((text) => !isBlank(text));
const line = legal.map((text) => text.replace(/[ \t\r\n]+/g, ' '));

const term = (status: Term['status']): fc.Arbitrary<Term> =>
  fc.record(
    {
      text: line,
      status: fc.constant(status),
      variants: fc.array(line, { minLength: 1, maxLength: 3 }),
      count: fc.nat(),
      share: fc.double({ min: 0, max: 1, noNaN: true }).filter((value) => !Object.is(value, -0)),
      place: fc.record({ path: legal, segment: legal }),
      context: legal,
      note: legal,
    },
    { requiredKeys: ['text', 'status'] },
  );
const terms = fc
  .tuple(
    fc.array(term('preferred'), { maxLength: 2 }),
    fc.array(fc.oneof(term('admitted'), term('forbidden')), { maxLength: 3 }),
  )
  .map(([preferred, others]) => [...preferred, ...others])
  .filter((all) => all.length > 0);
const glossaries: fc.Arbitrary<Glossary> = fc
  .array(
    fc.tuple(
      line,
      fc.record({ kind: fc.constantFrom('ui', 'title', 'fixed'), definition: legal }, { requiredKeys: [] }),
      terms,
      fc.dictionary(fc.constantFrom('ja-JP', 'ar', 'zh-Hant-TW', 'x-own'), terms),
    ),
    { maxLength: 4 },
  )
  .map((all) => {
    const idOf = createConceptIds();
    return {
      srcLang: 'en-US',
      concepts: all.map(([name, more, sources, others]) => ({
        id: idOf(name),
        ...more,
        languages: [
          { lang: 'en-US', terms: sources },
          ...Object.entries(others).map(([lang, each]) => ({ lang, terms: each })),
        ],
      })),
    } as Glossary;
  });

describe('a glossary that was written is read as it was', () => {
  it.each(whole)('%s %o', async (format, options) => {
    const again = await readGlossary(glossaryToString(invented, format, options));
    expect(diagnosticsOf(again)).toEqual([]);
    expect(rightOf(again)).toEqual(invented);
  });

  it.each(whole)('%s %o, whatever stands in it', async (format, options) => {
    await fc.assert(
      fc.asyncProperty(glossaries, async (glossary) => {
        const again = await readGlossary(glossaryToString(glossary, format, options), { format: format as 'tbx' });
        expect(rightOf(again)).toEqual(glossary);
        expect(diagnosticsOf(again)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('CSV keeps sources, targets, statuses, kinds, notes, counts and places', async () => {
    const read = rightOf(await readGlossary(glossaryToString(invented, 'csv')));
    const [basket] = read?.concepts ?? [];
    expect(basket?.kind).toBe('ui');
    expect(basket?.definition).toBe('Where picked pears are put\nuntil they are weighed.');
    expect(
      basket?.languages.map(({ lang, terms: all }) => [lang, all.map(({ text, status }) => `${text}: ${status}`)]),
    ).toEqual([
      ['en-US', ['Harvest basket: preferred']],
      ['ja-JP', ['収穫バスケット: preferred', '収穫かご: admitted', 'なしビン: forbidden']],
      ['ar-SA', ['سلة الحصاد (A & B): preferred']],
      ['de-DE', ['=Erntekorb <neu>: preferred']],
    ]);
    expect(basket?.languages[1]?.terms[0]).toMatchObject({
      count: 9,
      share: 0.75,
      place: { path: 'orchard/a#b.md', segment: '1a2b3-101' },
    });
    expect(read?.concepts.map(({ id }) => id)).toEqual(invented.concepts.map(({ id }) => id));
  });

  it('CSV keeps each text, whatever stands in it', async () => {
    await fc.assert(
      fc.asyncProperty(line, line, legal, async (source, target, note) => {
        const glossary: Glossary = {
          srcLang: 'en-US',
          concepts: [
            {
              id: 'a',
              languages: [
                { lang: 'en-US', terms: [{ text: source, status: 'preferred' }] },
                { lang: 'de-DE', terms: [{ text: target, status: 'forbidden', note: note.replace(/ *\r\n?/g, '\n') }] },
              ],
            },
          ],
        };
        expect(rightOf(await readGlossary(glossaryToString(glossary, 'csv')))).toEqual(glossary);
      }),
      { numRuns: 200 },
    );
  });

  it('the file of OmegaT keeps sources and targets', async () => {
    const text = glossaryToString(invented, 'tsv', { lang: 'ja-JP' });
    const read = rightOf(await readGlossary(text, { trgLang: 'ja-JP' }));
    expect(
      read?.concepts.map(({ languages }) => languages.map(({ terms: all }) => all.map((each) => each.text))),
    ).toEqual([
      [['Harvest basket'], ['収穫バスケット', '収穫かご']],
      [['#pear --all'], ['#pear --all']],
    ]);
  });
});
