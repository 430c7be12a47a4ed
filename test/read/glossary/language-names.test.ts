import { describe, expect, it } from 'vitest';
import { readGlossary } from '../../../src/index.js';
import { rightOf } from '../../../src/read/result.js';

/** `en: Save | de-AT: Sichern` of each concept. */
async function read(text: string): Promise<string[] | undefined> {
  const glossary = rightOf(await readGlossary(text));
  return glossary?.concepts.map(({ languages }) =>
    languages.map(({ lang, terms }) => `${lang}: ${terms.map(({ text: term }) => term).join(', ')}`).join(' | '),
  );
}

describe('columns with the name of a language in English', () => {
  it.each([
    ['English,German', 'en', 'de'],
    ['sep=;\nEnglish (United States);German (Austria)', 'en-US', 'de-AT'],
    ['ENGLISH\tportuguese (brazil)', 'en', 'pt-BR'],
    ['English,Chinese (Simplified)', 'en', 'zh-Hans'],
    ['English,Traditional Chinese', 'en', 'zh-Hant'],
    ['English,Hebrew', 'en', 'he'],
    ['English,Indonesian', 'en', 'id'],
    ['"English (United Kingdom)","French (France)"', 'en-GB', 'fr-FR'],
    ['Source (English),Target (Korean)', 'en', 'ko'],
  ])('%s', async (header, source, target) => {
    const [delimiter = ','] = /[\t;]/.exec(header.split('\n').at(-1) ?? '') ?? [];
    expect(await read(`${header}\nSave${delimiter}x\n`)).toEqual([`${source}: Save | ${target}: x`]);
  });

  it('have what is said of the terms beside them', async () => {
    const read = await readGlossary('English,German,German status,Comment (German)\nSave,Sichern,do not use,old\n');
    expect(rightOf(read)?.concepts[0]?.languages[1]).toEqual({
      lang: 'de',
      terms: [{ text: 'Sichern', status: 'forbidden', note: 'old' }],
    });
  });

  it.each(['English,Englisch', 'Toast,French'])('are not taken for what they are not: %s', async (row) => {
    const [source, target] = row.split(',');
    const read = await readGlossary(`${row}\nSave,x\n`, { format: 'csv', trgLang: 'de-DE', srcLang: 'en-US' });
    const first = rightOf(read)?.concepts[0]?.languages.map(({ terms }) => terms[0]?.text);
    expect(first).toEqual([source, target]);
  });
});
