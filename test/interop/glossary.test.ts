import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { termsCorpus } from '../../src/corpus/terms/terms.js';
import { type Glossary, type GlossaryOptions, glossaryToString, type Term } from '../../src/index.js';
import { temporaryFolder } from '../support/cli.js';
import { isInstalled } from '../support/clients.js';
import { invented } from '../support/glossary.js';
import { shared, unpack } from '../support/shared.js';
import { describeOmegat, translateProject } from './omegat/omegat.js';
import { describeToolkits } from './translate-toolkit/toolkits.js';

const schemas = join(shared ?? '', 'schemas/tbx');
const core = join(schemas, 'TBXcoreStructV03.rng');

/** All that a person can write, in each text that a glossary has. */
const odd: Glossary = {
  srcLang: 'x-own',
  concepts: ['1 <&>"\']]>', '1 <&>"\']]>', '日本語', '\u0001 \ud800', ''].map((id) => ({
    id,
    kind: 'fixed',
    definition: id,
    languages: ['x-own', 'zh-Hant-TW', 'de-1996', 'en-u-ca-buddhist'].map((lang) => ({
      lang,
      terms: [
        {
          text: `${id}x`,
          status: 'forbidden',
          variants: [id, `${id}y`],
          context: id,
          note: id,
          place: { path: id, segment: id },
        },
      ],
    })),
  })),
};

const glossaries: readonly [string, Glossary][] = [
  ['an invented one', invented],
  ['an odd one', odd],
  ['an empty one', { srcLang: 'en-US', concepts: [] }],
];

/** What `terms` makes of a tree. */
async function minedIn(name: string, place: 'corpus' | 'trees'): Promise<Glossary> {
  return (await termsCorpus([unpack(`${name}.sxs`, place)], { jobs: 1 })).glossary;
}

/** What jing finds wrong; empty where the document is valid. */
function jing(schema: string, text: string): string {
  const file = join(temporaryFolder(), 'terms.tbx');
  writeFileSync(file, text);
  return spawnSync('jing', [schema, file], { encoding: 'utf8' }).stdout;
}

/**
 * The Schematron rules of TBX-Basic, DCA. Jing never comes to a rule about an attribute; the same is said of its element,
 * and of its first rule for all elements with a type, which would take them away, no more.
 */
function rulesOfBasic(): string {
  const file = join(temporaryFolder(), 'basic.sch');
  const rules = readFileSync(join(schemas, 'TBX-Basic_DCA.sch'), 'utf8').replace(
    /<rule context="(tbx:\w+)\/@type">([\s\S]*?)<\/rule>/g,
    (_, element: string, body: string) =>
      `<rule context="${element}[@type]">${body.replaceAll(/(?<=["' ])\.=/g, '@type=')}</rule>`,
  );
  writeFileSync(file, rules);
  return file;
}

describe.runIf(shared !== undefined && isInstalled('jing', 'jing'))('the schemas of TBX-Basic', () => {
  it.each(glossaries)('find %s valid', (_, glossary) => {
    const dca = glossaryToString(glossary, 'tbx');
    expect(jing(core, dca)).toBe('');
    expect(jing(rulesOfBasic(), dca)).toBe('');
    expect(jing(core, glossaryToString(glossary, 'tbx', { style: 'dct' }))).toBe('');
  });

  it.each([
    ['alchemyinsights.th-TH', 'trees'],
    ['quantum.ja-JP', 'corpus'],
  ] as const)('find the terms of %s valid', { timeout: 120_000 }, async (name, place) => {
    const glossary = await minedIn(name, place);
    const dca = glossaryToString(glossary, 'tbx');
    expect(jing(core, dca)).toBe('');
    expect(jing(rulesOfBasic(), dca)).toBe('');
    expect(jing(core, glossaryToString(glossary, 'tbx', { style: 'dct' }))).toBe('');
  });

  it('find what is wrong', () => {
    const dca = glossaryToString(invented, 'tbx');
    expect(jing(core, dca.replace('<term>', '<word>').replace('</term>', '</word>'))).not.toBe('');
    expect(jing(core, dca.replace('id="Weigh"', 'id="pear-cli"'))).not.toBe('');
    expect(jing(rulesOfBasic(), dca.replace('type="subjectField"', 'type="subject"'))).toContain('subjectField');
    expect(jing(rulesOfBasic(), dca.replace('preferredTerm-admn-sts', 'preferred'))).toContain('administrativeStatus');
    expect(jing(rulesOfBasic(), glossaryToString(invented, 'tbx', { style: 'dct' }))).toContain('DCT');
  });
});

describeToolkits('', ({ run }) => {
  it.runIf(shared !== undefined)(
    'reads as many entries as there are concepts in a tree',
    { timeout: 120_000 },
    async () => {
      const glossary = await minedIn('alchemyinsights.th-TH', 'trees');
      const file = join(temporaryFolder(), 'terms.tbx');
      writeFileSync(file, glossaryToString(glossary, 'tbx', { tbx: '2008' }));
      const script = join(import.meta.dirname, 'translate-toolkit/read-tbx.py');
      const units: unknown[] = JSON.parse(run(script, file, 'en-US', 'th-TH'));
      expect(units).toHaveLength(glossary.concepts.length);
    },
  );

  it.each(['ja-JP', 'de-DE'])('reads the TBX of 2008 in %s', (lang) => {
    const file = join(temporaryFolder(), 'terms.tbx');
    writeFileSync(file, glossaryToString(invented, 'tbx', { tbx: '2008', lang }));
    const script = join(import.meta.dirname, 'translate-toolkit/read-tbx.py');
    const units: unknown = JSON.parse(run(script, file, 'en-US', lang));
    expect(units).toEqual(
      invented.concepts.flatMap(({ id, languages }) => {
        const target = languages.find((each) => each.lang === lang)?.terms[0]?.text;
        return target === undefined ? [] : [{ id, source: languages[0]?.terms[0]?.text, target }];
      }),
    );
  });
});

describeOmegat('', (version) => {
  it('reads as many entries as a glossary of a tree has terms', { timeout: 180_000 }, async () => {
    const mined = await minedIn('alchemyinsights.th-TH', 'trees');
    const tsv = glossaryToString(mined, 'tsv');
    const { glossary } = translateProject({
      version,
      trgLang: 'th-TH',
      sources: { 'a.txt': 'Settings\n' },
      glossaries: { 'terms.tbx': glossaryToString(mined, 'tbx', { tbx: '2008' }), 'terms.utf8': tsv },
    });
    const countOf = (name: string): number => glossary.filter(({ file }) => file === name).length;
    const names = (terms: readonly Term[]): number =>
      terms.reduce((sum, { variants = [] }) => sum + 1 + variants.length, 0);
    expect(countOf('terms.utf8')).toBe(tsv.trimEnd().split('\n').length - 1);
    // Each name of a concept with each other.
    expect(countOf('terms.tbx')).toBe(
      mined.concepts.reduce((sum, { languages: [source, target] }) => {
        return sum + names(source?.terms ?? []) * names(target?.terms ?? []);
      }, 0),
    );
  });

  it('reads the TBX of 2008 and the tab-separated file as glossaries', () => {
    const options: GlossaryOptions = { lang: 'ja-JP' };
    const { glossary } = translateProject({
      version,
      trgLang: 'ja-JP',
      sources: { 'a.txt': 'Harvest basket\n' },
      glossaries: {
        'terms.tbx': glossaryToString(invented, 'tbx', { ...options, tbx: '2008' }),
        'terms.utf8': glossaryToString(invented, 'tsv', options),
        'terms.tsv': glossaryToString(invented, 'tsv', options),
      },
    });
    const entriesOf = (name: string): string[] =>
      glossary.filter(({ file }) => file === name).map(({ source, target }) => `${source} = ${target}`);
    // OmegaT knows no statuses, and joins each name of a concept with each other.
    const sources = ['Harvest basket', 'Harvest Basket…', 'harvest basket', 'Pear bin'];
    const targets = ['収穫バスケット', '収穫かご', 'なしビン', 'ナシビン'];
    expect(entriesOf('terms.tbx').sort()).toEqual(
      [
        ...sources.flatMap((source) => targets.map((target) => `${source} = ${target}`)),
        '#pear --all = #pear --all',
      ].sort(),
    );
    expect(entriesOf('terms.utf8')).toEqual([
      'Harvest basket = 収穫バスケット',
      'Harvest basket = 収穫かご',
      // The space before `#` keeps the line from being a comment; 5.8 leaves it out.
      `${version === '3.6' ? ' ' : ''}#pear --all = #pear --all`,
    ]);
    expect(entriesOf('terms.tsv')).toEqual(version === '3.6' ? [] : entriesOf('terms.utf8'));
    expect(glossary.at(-2)?.comment).toContain('do not use: なしビン');
  });
});
