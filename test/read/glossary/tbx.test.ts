import { describe, expect, it } from 'vitest';
import { diagnosticsOf, type Glossary, glossaryToString, readGlossary } from '../../../src/index.js';
import { rightOf } from '../../../src/read/result.js';
import { invented } from '../../support/glossary.js';

interface Told {
  readonly glossary: Glossary | undefined;
  readonly codes: readonly string[];
  readonly messages: readonly string[];
}

async function read(text: string, options: Parameters<typeof readGlossary>[1] = {}): Promise<Told> {
  const result = await readGlossary(text, options);
  const diagnostics = diagnosticsOf(result);
  return {
    glossary: rightOf(result),
    codes: diagnostics.map(({ code, line }) => `${code} ${line}`),
    messages: diagnostics.map(({ message }) => message),
  };
}

/** Languages and terms: `de-DE: Birne (preferred), Obst (admitted)`. */
function shown(glossary: Glossary | undefined): string[][] {
  return (glossary?.concepts ?? []).map(({ languages }) =>
    languages.map(({ lang, terms }) => `${lang}: ${terms.map(({ text, status }) => `${text} (${status})`).join(', ')}`),
  );
}

const martif = (entries: string, lang = 'en'): string =>
  `<?xml version="1.0"?>\n<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">\n<martif type="TBX" xml:lang="${lang}"><martifHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></martifHeader>\n<text><body>\n${entries}\n</body></text></martif>`;

const entry = (id: string, ...terms: [lang: string, term: string, more?: string][]): string =>
  `<termEntry id="${id}">${terms.map(([lang, term, more = '']) => `<langSet xml:lang="${lang}"><tig><term>${term}</term>${more}</tig></langSet>`).join('')}</termEntry>`;

describe('TBX of others', () => {
  it('has groups, ntig, highlighted parts, white space, and other words for a status', async () => {
    const { glossary, codes } = await read(
      martif(`<termEntry id="c1">
 <descripGrp><descrip type="definition"> A <hi>sweet</hi> fruit. </descrip></descripGrp>
 <langSet xml:lang="de_DE">
  <ntig><termGrp><term>
     Birne
  </term><termNote type="normativeAuthorization">preferredTerm</termNote></termGrp><note>one</note><note>two</note></ntig>
  <tig><term>Bir<hi type="bold">n</hi>chen</term><termNote type="administrativeStatus">supersededTerm-admn-sts</termNote></tig>
 </langSet>
 <langSet xml:lang="en-US"><tig><term>pear</term></tig><tig><term>sweet pear</term></tig></langSet>
</termEntry>`),
    );
    expect(codes).toEqual([]);
    expect(glossary?.srcLang).toBe('en-US');
    expect(glossary?.concepts[0]?.definition).toBe('A sweet fruit.');
    expect(shown(glossary)).toEqual([
      ['en-US: pear (preferred), sweet pear (admitted)', 'de-DE: Birne (preferred), Birnchen (forbidden)'],
    ]);
    expect(glossary?.concepts[0]?.languages[1]?.terms[0]?.note).toBe('one\ntwo');
  });

  it('is DCT with any prefixes, and the core with one', async () => {
    const { glossary, codes } =
      await read(`<t:tbx xmlns:t="urn:iso:std:iso:30042:ed-2" xmlns:m="http://www.tbxinfo.net/ns/min" xmlns:b='http://www.tbxinfo.net/ns/basic' type="TBX-Basic" style="dct" xml:lang="en">
<t:text><t:body><t:conceptEntry id="a"><m:subjectField>never translated</m:subjectField><b:definition>D</b:definition>
<t:langSec xml:lang="en"><t:termSec><t:term>Pear</t:term><m:administrativeStatus>deprecatedTerm-admn-sts</m:administrativeStatus><b:context>A Pear.</b:context><b:source>a.md#1</b:source></t:termSec></t:langSec>
</t:conceptEntry></t:body></t:text></t:tbx>`);
    expect(codes).toEqual([]);
    expect(glossary?.concepts).toEqual([
      {
        id: 'a',
        kind: 'fixed',
        definition: 'D',
        languages: [
          {
            lang: 'en',
            terms: [{ text: 'Pear', status: 'forbidden', context: 'A Pear.', place: { path: 'a.md', segment: '1' } }],
          },
        ],
      },
    ]);
  });

  it('says what is not kept, once, with its number', async () => {
    const pos = '<termNote type="partOfSpeech">noun</termNote><termNote type="administrativeStatus">maybe</termNote>';
    const { codes, messages, glossary } = await read(
      martif(
        [
          entry('a', ['en', 'x', pos], ['de', 'y', pos]),
          entry('a', ['en', 'z', '<admin type="source">a book</admin>']),
        ].join('\n'),
      ),
    );
    expect(codes).toEqual(['glossary/not-kept 5', 'glossary/status 5', 'glossary/not-kept 6']);
    expect(messages[0]).toBe('The glossary has data of the category partOfSpeech, which is not read. (2 in all)');
    expect(messages[1]).toContain('"maybe"');
    expect(glossary?.concepts.map(({ id }) => id)).toEqual(['a', 'a-2']);
  });

  it('a variant that may be used less than its term is a term', async () => {
    const variant = (status: string): string =>
      `<tig><term>E-mail ${status}</term><termNote type="termType">variant</termNote><termNote type="administrativeStatus">${status}</termNote></tig>`;
    const { glossary } = await read(
      martif(
        `<termEntry id="a"><langSet xml:lang="en"><tig><term>email</term></tig>${variant('admitted')}${variant('deprecated')}</langSet></termEntry>`,
      ),
    );
    expect(glossary?.concepts[0]?.languages[0]?.terms).toEqual([
      { text: 'email', status: 'preferred', variants: ['E-mail admitted'] },
      { text: 'E-mail deprecated', status: 'forbidden' },
    ]);
  });

  it('leaves out languages that are none, and terms without text', async () => {
    const { glossary, codes, messages } = await read(
      martif(entry('a', ['en', 'x'], ['', 'y'], ['no such language', 'z'], ['de', ' &#9; ']) + entry('b', ['en', ''])),
    );
    expect(shown(glossary)).toEqual([['en: x (preferred)']]);
    expect(codes).toEqual(['glossary/language 5', 'glossary/language 5', 'glossary/empty-term 5']);
    expect(messages[2]).toContain('(2 in all)');
  });

  it('takes the source language that is named, and says where no concept has it', async () => {
    const text = martif(entry('a', ['en-GB', 'x'], ['fr-FR', 'y']), 'en-GB');
    expect((await read(text, { srcLang: 'fr' })).glossary?.srcLang).toBe('fr-FR');
    expect(shown((await read(text, { srcLang: 'fr' })).glossary)).toEqual([
      ['fr-FR: y (preferred)', 'en-GB: x (preferred)'],
    ]);
    expect((await read(text, { srcLang: 'ja-jp' })).messages).toEqual([
      'No concept has a term in ja-JP; there are en-GB, fr-FR. Name the source language of the glossary.',
    ]);
    expect((await read(martif(entry('a', ['sv', 'x'], ['fr', 'y']), 'en'))).glossary?.srcLang).toBe('sv');
  });
});

describe('TBX that is damaged', () => {
  const whole = martif([entry('a', ['en', 'x']), entry('b', ['en', 'y']), entry('c', ['en', 'z'])].join('\n'));

  it.each([
    ['an end', (text: string) => text.slice(0, text.indexOf('<term>z')), 2],
    ['an ampersand', (text: string) => text.replace('y<', 'y & z<'), 1],
    ['a tag', (text: string) => text.replace('<term>y', '<term y'), 1],
    ['an illegal character', (text: string) => text.replace('>z<', '>\u0001<'), 2],
    ['a reference to one', (text: string) => text.replace('>z<', '>&#1;<'), 2],
  ])('keeps the concepts before %s', async (_, damage, count) => {
    const { glossary, codes } = await read(damage(whole));
    expect(glossary?.concepts).toHaveLength(count);
    expect(codes).toHaveLength(1);
    expect(codes[0]).toMatch(/^glossary\/unreadable [5-7]$/);
  });

  it.each([
    ['nothing but space', '<'],
    ['another root', '<html/>'],
    [
      'entities',
      `<!DOCTYPE martif [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>${martif('').slice(martif('').indexOf('<martif'))}`,
    ],
    ['no end', '<martif type="TBX"><text>'],
    ['UTF-16 that was read as another encoding', Buffer.from(whole, 'utf16le').toString('latin1')],
  ])('is refused where it is %s', async (_, text) => {
    const { glossary, codes } = await read(text, { format: 'tbx' });
    expect(glossary).toBeUndefined();
    expect(codes.some((code) => code.startsWith('glossary/unreadable'))).toBe(true);
  });

  it('reports what could not be decoded', async () => {
    const { codes, glossary } = await read(martif(entry('a', ['en', 'x'], ['de', '\ufffd\ufffdbel'])));
    expect(codes).toEqual(['glossary/encoding 5']);
    expect(glossary?.concepts).toHaveLength(1);
  });

  it('leaves out a concept that is too large or too deep, and no other', async () => {
    const deep = `${'<a>'.repeat(150)}${'</a>'.repeat(150)}`;
    const huge = entry('h', ['en', 'x'.repeat(4_000_001)]);
    const { glossary, messages } = await read(martif(`${huge}${entry('b', ['en', 'y', deep])}`));
    expect(shown(glossary)).toEqual([['en: y (preferred)']]);
    expect(messages[0]).toBe('A concept cannot be read: it is too large. It is left out. (1 in all)');
  });

  it('has a byte order mark', async () => {
    expect((await read(`\ufeff${glossaryToString(invented, 'tbx')}`)).glossary).toEqual(invented);
    expect((await read(`\ufeff${glossaryToString(invented, 'json')}`)).glossary).toEqual(invented);
  });

  it('is empty', async () => {
    const empty: Glossary = { srcLang: 'en-US', concepts: [] };
    for (const tbx of ['2019', '2008'] as const)
      expect(await read(glossaryToString(empty, 'tbx', { tbx }))).toEqual({ glossary: empty, codes: [], messages: [] });
  });
});
