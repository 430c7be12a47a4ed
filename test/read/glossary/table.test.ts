import { describe, expect, it } from 'vitest';
import { diagnosticsOf, type Glossary, type ReadGlossaryOptions, readGlossary } from '../../../src/index.js';
import { rightOf } from '../../../src/read/result.js';

/** Concepts as `en-US: a (preferred) | de-DE: b (forbidden)`, then codes with their lines. */
async function read(text: string, options: ReadGlossaryOptions = {}): Promise<string[]> {
  const result = await readGlossary(text, options);
  const lines = (rightOf(result)?.concepts ?? []).map(({ kind, languages }) =>
    [
      ...(kind === undefined ? [] : [kind]),
      ...languages.map(
        ({ lang, terms }) =>
          `${lang}: ${terms.map((term) => `${term.text} (${term.status})${term.note ? ` [${term.note}]` : ''}`).join(', ')}`,
      ),
    ].join(' | '),
  );
  return [...lines, ...diagnosticsOf(result).map(({ code, line }) => `${code} ${line}`)];
}

describe('a table with a column for sources and one for targets', () => {
  it.each([
    ['source,target,status\nStart,Starten,preferred\nStart,Anfangen,do not use\n', {}],
    ['Source Term;Target Term;Usage status\r\nStart;Starten;approved\r\nStart;Anfangen;Deprecated', {}],
    [
      'source_term\ttarget_term\tSTATUS\nStart\tStarten\tpreferredTerm-admn-sts\nStart\tAnfangen\tsupersededTerm-admn-sts',
      {},
    ],
    ['\ufeff"Source","Translation","Status"\n"Start","Starten","OK"\n"Start","Anfangen","DO NOT USE"', {}],
    ['src,trg,status\rStart,Starten,\rStart,Anfangen,forbidden\r', {}],
    ['sep=;\r\nsource;target;status\r\nStart;Starten;use\r\nStart;Anfangen;not allowed\r\n', {}],
  ])('%j', async (text) => {
    expect(await read(text, { trgLang: 'de-de' })).toEqual([
      'en-US: Start (preferred) | de-DE: Starten (preferred), Anfangen (forbidden)',
    ]);
  });

  it.each([
    'Source (en-GB),Target [de-DE],comment\nStart,Starten,x',
    'source:en-GB,target:de-DE,Notes\nStart,Starten,x',
    'en-GB source,target de_DE,remarks\nStart,Starten,x',
    'sourceLang,source,target language,target,note\nen-GB,Start,de-DE,Starten,x',
  ])('says its languages itself: %j', async (text) => {
    expect(await read(text)).toEqual(['en-GB: Start (preferred) | de-DE: Starten (preferred) [x]']);
  });

  it('needs a language of its targets', async () => {
    expect(await read('source,target\na,b')).toEqual(['glossary/no-target-language 1']);
    expect(await read('source,target,lang\na,b,de\na,c,\na,d,no such')).toEqual([
      'en-US: a (preferred) | de: b (preferred)',
      'glossary/language 3',
      'glossary/language 4',
    ]);
  });

  it('has never translated words', async () => {
    expect(
      await read('source,target,status,kind\nPear,Pear,do not translate,\nBin,Bin,,never translated\nX,Y,,fruit', {
        trgLang: 'de',
      }),
    ).toEqual([
      'fixed | en-US: Pear (preferred) | de: Pear (preferred)',
      'fixed | en-US: Bin (preferred) | de: Bin (preferred)',
      'en-US: X (preferred) | de: Y (preferred)',
      'glossary/value 4',
    ]);
  });

  it('has cells with quotes, line breaks and delimiters', async () => {
    expect(await read('source,target,note\n"a ""b"", c","d\r\ne","f\r\ng"\n', { trgLang: 'de' })).toEqual([
      'en-US: a "b", c (preferred) | de: d e (preferred) [f\ng]',
    ]);
  });

  it('has cells in quotes between tabs where a spreadsheet wrote it, and quotes that are text', async () => {
    expect(await read('"source"\ttarget\n"a, ""b"""\tc "d"\n', { trgLang: 'de' })).toEqual([
      'en-US: a, "b" (preferred) | de: c "d" (preferred)',
    ]);
    expect(await read('source\ttarget\n"a\tb\nc\td\n', { trgLang: 'de' })).toEqual([
      'en-US: "a (preferred) | de: b (preferred)',
      'en-US: c (preferred) | de: d (preferred)',
    ]);
  });

  it('has the apostrophe before what is no formula, and it is taken off', async () => {
    expect(await read("source,target\n'=a,'+b\n''=c,'d'", { trgLang: 'de' })).toEqual([
      'en-US: =a (preferred) | de: +b (preferred)',
      "en-US: '=c (preferred) | de: 'd' (preferred)",
    ]);
  });

  it('may contradict itself', async () => {
    expect(await read('source,target,status\na,b,preferred\na,b,forbidden\na,b,preferred', { trgLang: 'de' })).toEqual([
      'en-US: a (preferred) | de: b (preferred)',
      'glossary/contradiction 3',
    ]);
  });

  it('has values that it cannot have, rows without a source, columns that are not known', async () => {
    const text = 'source,target,status,count,share,colour\na,b,sometimes,many,120 %,red\n,c,,,,\nd,e,,3,85 %,,extra';
    const result = await readGlossary(text, { trgLang: 'de' });
    expect(diagnosticsOf(result).map(({ code, line }) => `${code} ${line}`)).toEqual([
      'glossary/status 2',
      'glossary/value 2',
      'glossary/value 2',
      'glossary/not-kept 2',
      'glossary/empty-term 3',
      'glossary/not-kept 4',
    ]);
    expect(rightOf(result)?.concepts[1]?.languages[1]?.terms).toEqual([
      { text: 'e', status: 'preferred', count: 3, share: 0.85 },
    ]);
  });

  it('is forbidden in the source language where there is no target', async () => {
    expect(await read('term,status\nutilize,do not use\nuse,')).toEqual([
      'en-US: utilize (forbidden)',
      'en-US: use (preferred)',
    ]);
  });
});

describe('a table with a column for each language', () => {
  it.each([
    'en-US,de-DE,fr\npear,Birne,poire\napple,,pomme',
    'en_US;de_DE;FR\npear;Birne;poire\napple;;pomme',
    'de-DE\ten-US\tfr\nBirne\tpear\tpoire\n\tapple\tpomme',
  ])('%j', async (text) => {
    expect((await read(text)).map((each) => each.split(' | ').sort())).toEqual([
      ['de-DE: Birne (preferred)', 'en-US: pear (preferred)', 'fr: poire (preferred)'],
      ['en-US: apple (preferred)', 'fr: pomme (preferred)'],
    ]);
  });

  it('has a status for each, or one for all', async () => {
    expect(await read('en,de,de status,fr,status fr,note\na,b,admitted,c,forbidden,x')).toEqual([
      'en: a (preferred) [x] | de: b (admitted) | fr: c (forbidden)',
    ]);
    expect(await read('en,de,fr,status\na,b,c,forbidden')).toEqual([
      'en: a (preferred) | de: b (forbidden) | fr: c (forbidden)',
    ]);
  });

  it('takes id for a number before languages, and for Indonesian else', async () => {
    expect(await read('id,en,de\n7,a,b\n7,a,c')).toEqual(['en: a (preferred) | de: b (preferred), c (admitted)']);
    expect(await read('id,en\napel,apple')).toEqual(['en: apple (preferred) | id: apel (preferred)']);
    expect(await read('en,id,de\napple,apel,Apfel')).toEqual([
      'en: apple (preferred) | id: apel (preferred) | de: Apfel (preferred)',
    ]);
  });

  it('has several thousand languages', async () => {
    const tags = Array.from({ length: 5000 }, (_, index) => `en-x-${index.toString(36).padStart(4, '0')}`);
    const result = await readGlossary(`de,${tags.join(',')}\nBirne,${tags.map((tag) => `pear ${tag}`).join(',')}\n`);
    expect(rightOf(result)?.concepts[0]?.languages).toHaveLength(5001);
  });
});

describe('a table without a header', () => {
  it('is that of OmegaT where the languages are named', async () => {
    const text = '# a comment\nStart\tStarten\ta "note"\n#x\ty\nEnde"\t"Schluss\n"q\tr\n';
    expect(await read(text, { srcLang: 'en', trgLang: 'de' })).toEqual([
      'en: Start (preferred) | de: Starten (preferred) [a "note"]',
      'en: Ende" (preferred) | de: "Schluss (preferred)',
      'en: "q (preferred) | de: r (preferred)',
    ]);
  });

  it.each(['', ' \n', 'Start\tStarten\n', 'Start,Starten\n', '[1,2]', 'is\tist\n', '\0\0'])(
    'else it is refused: %j',
    async (text) => {
      expect(await read(text)).toContain('glossary/no-header 1');
    },
  );

  it('has a quote that is not closed', async () => {
    expect(await read('source,target\na,b\n"c,d\ne,f\n', { trgLang: 'de' })).toEqual([
      'en-US: a (preferred) | de: b (preferred)',
      'en-US: c,d e,f (preferred)',
      'glossary/unreadable 3',
    ]);
  });
});

describe('JSON', () => {
  it.each(['{', '{}', '{"concepts":1}', '{"concepts":[],"version":2}', '{"concepts":[],"version":{}}'])(
    'is refused: %s',
    async (text) => {
      expect(await read(text)).toEqual(['glossary/unreadable 1']);
    },
  );

  it('has parts of other forms, which are left out', async () => {
    const terms = [
      { text: 'a', status: 'x', count: -1, share: 2, place: 3, variants: 'b', more: 1 },
      { text: '' },
      null,
      { text: 4 },
    ];
    const concepts = [
      { id: 1, kind: 'toString', languages: [{ lang: 'en', terms }, { lang: '?', terms: [{}] }, 7] },
      null,
      { languages: 4 },
      [],
    ];
    expect(await read(JSON.stringify({ version: 1, srcLang: 'en', concepts }))).toEqual([
      'en: a (preferred)',
      'glossary/status 1',
      'glossary/value 1',
      'glossary/value 1',
      'glossary/empty-term 1',
      'glossary/language 1',
      'glossary/language 1',
      'glossary/concept 1',
    ]);
  });

  it('has a source language in another spelling', async () => {
    const glossary: Glossary = {
      srcLang: 'EN_us',
      concepts: [{ id: 'a', languages: [{ lang: 'en-us', terms: [{ text: 'x', status: 'preferred' }] }] }],
    };
    expect(rightOf(await readGlossary(JSON.stringify(glossary)))?.srcLang).toBe('en-US');
  });
});
