import { describe, expect, it } from 'vitest';
import { diagnosticsOf, readGlossary } from '../../../src/index.js';
import { rightOf } from '../../../src/read/result.js';

const min = (entries: string, source = 'en', prefix = ''): string =>
  `<?xml version="1.0"?>\n<!DOCTYPE TBX SYSTEM "TBXMin.dtd">\n<${prefix}TBX dialect="TBX-Min"${prefix === '' ? '' : ` xmlns:${prefix.slice(0, -1)}="urn:x"`}><${prefix}header><${prefix}id>Fruit</${prefix}id><${prefix}languages source="${source}" target="de"/></${prefix}header>\n<${prefix}body>${entries}</${prefix}body></${prefix}TBX>`;

const group = (lang: string, terms: string): string => `<langGroup xml:lang="${lang}">${terms}</langGroup>`;
const term = (text: string, more = ''): string => `<termGroup><term>${text}</term>${more}</termGroup>`;
const status = (value: string): string => `<termStatus>${value}</termStatus>`;

async function read(text: string) {
  const result = await readGlossary(text);
  const glossary = rightOf(result);
  return {
    srcLang: glossary?.srcLang,
    codes: diagnosticsOf(result).map(({ code, message }) => `${code} ${message}`),
    terms: glossary?.concepts.map(({ id, languages }) => [
      id,
      ...languages.map(
        ({ lang, terms }) => `${lang}: ${terms.map((each) => `${each.text} ${each.status}`).join(', ')}`,
      ),
    ]),
  };
}

describe('TBX-Min', () => {
  it('has groups of languages and of terms, and a status of its own', async () => {
    const entry = `<entry id="C7">${group('en', term('Pear &amp; plum', status('preferred')))}${group('de', term('Birne', status('admitted')) + term('Beere', status('obsolete')) + term('Frucht', status('notRecommended')) + term('Obst', status('preferred')))}</entry>`;
    expect(await read(min(entry))).toEqual({
      srcLang: 'en',
      codes: [],
      terms: [
        ['C7', 'en: Pear & plum preferred', 'de: Obst preferred, Birne admitted, Beere forbidden, Frucht forbidden'],
      ],
    });
  });

  it('says in its header which language is that of the sources', async () => {
    const entry = `<entry id="C1">${group('de', term('Birne'))}${group('fr', term('poire'))}</entry>`;
    const { srcLang, terms } = await read(min(entry, 'fr'));
    expect(srcLang).toBe('fr');
    expect(terms).toEqual([['C1', 'fr: poire preferred', 'de: Birne preferred']]);
  });

  it('says what is not kept', async () => {
    const entry = `<entry id="C1"><subjectField>fruit</subjectField>${group('en', term('pear', '<partOfSpeech>noun</partOfSpeech>'))}${group('de', term('Birne'))}</entry>`;
    expect((await read(min(entry))).codes).toEqual([
      'glossary/not-kept The glossary has data of the category subjectField, which is not read. (1 in all)',
      'glossary/not-kept The glossary has data of the category partOfSpeech, which is not read. (1 in all)',
    ]);
  });

  it('is read under any prefix', async () => {
    const entry = `<m:entry id="C1"><m:langGroup xml:lang="en"><m:termGroup><m:term>pear</m:term></m:termGroup></m:langGroup><m:langGroup xml:lang="de"><m:termGroup><m:term>Birne</m:term></m:termGroup></m:langGroup></m:entry>`;
    expect((await read(min(entry, 'en', 'm:'))).terms).toEqual([['C1', 'en: pear preferred', 'de: Birne preferred']]);
  });
});
