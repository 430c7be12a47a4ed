import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import {
  type Glossary,
  type GlossaryFormatName,
  type GlossaryOptions,
  glossaryFormats,
  glossaryLanguages,
  glossaryToBytes,
  glossaryToString,
} from '../../../src/index.js';
import { glossaryColumns } from '../../../src/write/glossary/rows.js';
import { invented } from '../../support/glossary.js';
import { readXlsx } from '../../support/xlsx.js';
import { elementsOf, readXml, textOf } from '../../support/xml.js';
import { root } from '../../vitest.config.js';

const updating = process.env['UPDATE_GOLDEN'] === '1';

const forms: readonly [string, GlossaryFormatName, GlossaryOptions][] = [
  ['dca.tbx', 'tbx', {}],
  ['dct.tbx', 'tbx', { style: 'dct' }],
  ['2008.tbx', 'tbx', { tbx: '2008' }],
  ['ja-JP.tsv', 'tsv', { lang: 'ja-JP' }],
  ['de-DE.tsv', 'tsv', { lang: 'de-DE' }],
  ['all.csv', 'csv', {}],
  ['ar-SA.csv', 'csv', { lang: 'ar-SA' }],
  ['all.json', 'json', {}],
];

describe('the files of an invented glossary', () => {
  it.each(forms)('%s', async (name, format, options) => {
    const text = glossaryToString(invented, format, options);
    const file = join(import.meta.dirname, 'expected', name);
    if (updating) writeFileSync(file, text);
    expect(text).toBe(readFileSync(file, 'utf8'));
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(await glossaryToBytes(invented, format, options))).toBe(
      text,
    );
  });

  it('JSON is as its schema says', () => {
    const isGlossary = new Ajv({ allErrors: true }).compile(
      JSON.parse(readFileSync(join(root, 'schema/glossary.schema.json'), 'utf8')),
    );
    const written: unknown = JSON.parse(glossaryToString(invented, 'json'));
    expect(isGlossary(written) ? [] : isGlossary.errors).toEqual([]);
    expect(isGlossary({ ...(written as object), version: 2 })).toBe(false);
  });

  it('XLSX has the rows of the CSV', async () => {
    const [sheet = []] = readXlsx([await glossaryToBytes(invented, 'xlsx')]);
    expect(sheet[0]).toEqual(glossaryColumns);
    expect(sheet.map((row) => row[2])).toContain('=Erntekorb <neu>');
    expect(sheet).toHaveLength(11);
  });
});

const one = (text: string, more: object = {}): Glossary => ({
  srcLang: 'en',
  concepts: [
    {
      id: 'a',
      languages: [
        { lang: 'en', terms: [{ text, status: 'preferred', ...more }] },
        { lang: 'de', terms: [{ text: `${text} de`, status: 'preferred', ...more }] },
      ],
    },
  ],
});

describe('what a format cannot hold', () => {
  it.each(['2019', '2008'] as const)('TBX of %s leaves out characters that XML does not allow', (tbx) => {
    const text = glossaryToString(one('a\u0001b\ud800c\ufffe', { note: 'x\u0000' }), 'tbx', { tbx });
    expect(elementsOf(readXml(text), 'term').map(textOf)).toEqual(['abc', 'abc de']);
    expect(elementsOf(readXml(text), 'note').map(textOf)).toEqual(['x', 'x']);
  });

  it('TBX leaves out terms without text, languages without terms, and concepts without languages', () => {
    const blank: Glossary = {
      srcLang: 'en',
      concepts: [
        { id: 'a', languages: [] },
        { id: 'b', languages: [{ lang: 'en', terms: [{ text: ' \u0001', status: 'preferred' }] }] },
      ],
    };
    expect(glossaryToString(blank, 'tbx')).not.toMatch(/<body|conceptEntry|langSec/);
    expect(glossaryToString(blank, 'tbx', { tbx: '2008' })).not.toMatch(/<body|termEntry/);
  });

  it('ids of TBX are names, each once', () => {
    const { concepts } = one('x');
    const ids = ['1 a', 'a:b', '', 'ok', 'ok', '<"&'];
    const glossary = { srcLang: 'en', concepts: ids.flatMap((id) => concepts.map((concept) => ({ ...concept, id }))) };
    const written = elementsOf(readXml(glossaryToString(glossary, 'tbx')), 'conceptEntry').map(
      ({ attributes }) => attributes['id'],
    );
    expect(written).toEqual(['c-1-a', 'a-b', 'concept', 'ok', 'ok-2', 'concept-2']);
  });

  it('a tab-separated file has one line for each target, whatever stands in it', () => {
    const text = glossaryToString(one('a\tb\r\nc\u2028d', { note: 'x\ty\nz' }), 'tsv');
    expect(text.split('\n').slice(1)).toEqual(['a b c d\ta b c d de\tx y z', '']);
  });

  it('a tab-separated file has no forbidden targets but in comments', () => {
    const forbidden: Glossary = {
      srcLang: 'en',
      concepts: [
        {
          id: 'a',
          languages: [
            {
              lang: 'en',
              terms: [
                { text: 'A', status: 'preferred' },
                { text: 'Old', status: 'forbidden' },
              ],
            },
            {
              lang: 'de',
              terms: [
                { text: 'Nein', status: 'forbidden' },
                { text: 'Ja', status: 'preferred' },
                { text: 'Auch', status: 'admitted' },
              ],
            },
          ],
        },
        {
          id: 'b',
          languages: [
            { lang: 'en', terms: [{ text: 'B', status: 'preferred' }] },
            { lang: 'de', terms: [{ text: 'Nie', status: 'forbidden' }] },
          ],
        },
      ],
    };
    expect(glossaryToString(forbidden, 'tsv').split('\n').slice(1)).toEqual([
      'A\tJa\tdo not use: Nein',
      'A\tAuch\tadmitted; do not use: Nein',
      '',
    ]);
  });

  it.each(['=1+1', '+x', '-x', '@x', '\uff1dx', "'=x"])('CSV has no formula of %s', (text) => {
    expect(glossaryToString(one(text), 'csv').split('\r\n')[1]).toContain(`,'${text},'${text} de,`);
  });
});

it('many names of one concept make no more than they are', () => {
  const terms = (name: string, status: 'preferred' | 'forbidden') =>
    Array.from({ length: 2000 }, (_, index) => ({ text: `${name}${index}`, status, variants: [`${name}-${index}`] }));
  const all = { lang: 'en', terms: terms('a', 'preferred') };
  const many: Glossary = {
    srcLang: 'en',
    concepts: [
      { id: 'a', languages: [all, { lang: 'de', terms: [...terms('b', 'preferred'), ...terms('c', 'forbidden')] }] },
    ],
  };
  expect(glossaryToString(many, 'tsv').length).toBeLessThan(3_000_000);
  expect(glossaryToString(many, 'csv').length).toBeLessThan(3_000_000);
  expect(glossaryToString(many, 'tsv').split('\n')).toHaveLength(2000 + 1999 * 12 + 2);
});

describe('options', () => {
  it('a format of one language needs to be told which', () => {
    expect(() => glossaryToString(invented, 'tsv')).toThrow(
      /^lang: .* name one of ja-JP, ar-SA, de-DE, zh-Hans-CN, he-IL\.$/,
    );
    expect(glossaryFormats.tsv.multilingual).toBe(false);
    expect(glossaryLanguages(invented)).toEqual(['ja-JP', 'ar-SA', 'de-DE', 'zh-Hans-CN', 'he-IL']);
  });

  it('only the language that is named is written', () => {
    const text = glossaryToString(invented, 'tbx', { lang: 'ar-sa' });
    const langs = elementsOf(readXml(text), 'langSec').map(({ attributes }) => attributes['xml:lang']);
    expect(langs).toEqual(['en-US', 'ar-SA']);
  });

  it('what is none is refused', async () => {
    expect(() => glossaryToString(invented, 'xlsx')).toThrow(/glossaryToBytes/);
    expect(() => glossaryToString(invented, 'tbx', { tbx: '2008', style: 'dct' })).toThrow(/^style: /);
    expect(() => glossaryToString(invented, 'tmx' as 'tbx')).toThrow(RangeError);
    expect(() => glossaryToString(invented, undefined as unknown as 'tbx')).toThrow(RangeError);
    await expect(glossaryToBytes(invented, 'csv', { lang: 'x_y' })).rejects.toThrow(RangeError);
  });
});
