import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ExportOptions, exportToString, sourcesToString } from '../../src/index.js';
import { examples } from '../leverage/articles.js';
import { sspr, temporaryFolder } from '../support/cli.js';
import { glossaryOf } from '../support/glossary-of.js';
import { articleOf, pair } from '../support/pairs.js';
import { dtd, isInstalled, jing, xmllint, xsd, xsd22 } from '../support/schemas.js';
import { shared, unpack } from '../support/shared.js';

const fixtures = join(import.meta.dirname, '../../fixtures');

type Change = (document: string) => string;
const asItIs: Change = (document) => document;

/** Every fixture and the seed in all forms of a format, written to files. */
function documents(
  format: 'xliff' | 'tmx' | 'xliff1.2',
  change: Change = asItIs,
  options: ExportOptions = {},
): string[] {
  const folder = temporaryFolder();
  const seed = join(shared ?? '', 'seed');
  const inputs = [
    ...readdirSync(fixtures).flatMap((name) =>
      ['input.md', 'input.yml', 'input.xml'].map((file) => join(fixtures, name, file)),
    ),
    ...readdirSync(seed).map((file) => join(seed, file)),
  ].filter((file) => existsSync(file));
  return inputs.flatMap((input, index) => {
    const text = readFileSync(input, 'utf8');
    return (['block', 'pair'] as const).flatMap((units) => {
      let document: string;
      try {
        document = exportToString([articleOf(text, input)], format, { units, trgLang: 'de-DE', ...options });
      } catch {
        return []; // A fixture that is nothing but damage.
      }
      if (document === '') return [];
      const file = join(folder, `${index}-${units}.xml`);
      writeFileSync(file, change(document));
      return [file];
    });
  });
}

/** Articles with what memories have for them, with their candidates, written to files. */
function leveraged(format: 'xliff' | 'xliff1.2', change: Change = asItIs, options: ExportOptions = {}): string[] {
  const folder = temporaryFolder();
  return examples().flatMap(({ trgLang, article }) =>
    (['block', 'pair'] as const).flatMap((units) =>
      (['codes', 'text'] as const).map((inline) => {
        const file = join(folder, `${trgLang}-${units}-${inline}.xlf`);
        writeFileSync(file, change(sourcesToString([article], format, { trgLang, units, inline, ...options })));
        return file;
      }),
    ),
  );
}

/** An article with terms of a glossary, written to files. */
function withGlossary(change: Change = asItIs, options: ExportOptions = {}): string[] {
  const folder = temporaryFolder();
  const glossary = glossaryOf('de', [
    ['Save', { preferred: ['Speichern'], forbidden: ['Sichern'], definition: 'To keep & hold.' }],
    ['Trash', { forbidden: ['Müll'] }],
    ['Contoso Drive', { kind: 'fixed' }],
  ]);
  const pairs = [pair('1a2b3-101', '**Speichern**.', '**Save**.'), pair('1a2b3-102', 'Müll', 'Trash on Contoso Drive')];
  const article = articleOf(
    `---\nms.contentlocale: de-DE\n---\n${pairs.join(' ')}\n\n${pair('1a2b3-103', 'Sichern', 'Save')}\n`,
    'a.md',
  );
  return (['block', 'pair'] as const).map((units) => {
    const file = join(folder, `${units}.xlf`);
    writeFileSync(file, change(exportToString([article], 'xliff', { units, glossary, ...options })));
    return file;
  });
}

describe.runIf(shared !== undefined && isInstalled('xmllint'))('the schemas of XLIFF 2.2', () => {
  const of22 = { xliffVersion: '2.2' } as const;

  it('accept terms of a glossary', () => {
    expect(xmllint(withGlossary(asItIs, of22), ...xsd22)).toBe('');
    const spoilt = withGlossary((document) => document.replaceAll(/<gls:term>.*<\/gls:term>\n/g, ''), of22);
    expect(xmllint(spoilt, ...xsd22)).not.toBe('');
  });

  it('accept translation candidates', () => {
    expect(xmllint(leveraged('xliff', asItIs, of22), ...xsd22)).toBe('');
    const spoilt = leveraged(
      'xliff',
      (document) => document.replace(/ similarity="[0-9]+"/, ' similarity="101"'),
      of22,
    );
    expect(xmllint(spoilt, ...xsd22)).not.toBe('');
  });

  it('accept all fixtures and the seed, and no other version', () => {
    const files = documents('xliff', asItIs, of22);
    expect(files.length).toBeGreaterThan(20);
    expect(xmllint(files, ...xsd22)).toBe('');
    expect(xmllint(files.slice(0, 1), ...xsd)).not.toBe('');
    expect(xmllint(documents('xliff').slice(0, 1), ...xsd22)).not.toBe('');
  });

  it.each(['block', 'pair'])('accept a whole tree (units: %s)', (units) => {
    const file = join(temporaryFolder(), 'tree.xlf');
    const args = ['-f', 'xliff', '--xliff-version', '2.2', '--units', units, '-o', file, '-q'];
    expect(sspr(['export', unpack('quantum.de-DE.sxs'), ...args]).status).toBe(0);
    expect(xmllint([file], '--huge', ...xsd22)).toBe('');
  });
});

describe.runIf(shared !== undefined && isInstalled('xmllint'))('the schemas', () => {
  it('accept terms of a glossary', () => {
    expect(xmllint(withGlossary(), ...xsd)).toBe('');
    const spoilt = withGlossary((document) => document.replaceAll(/<gls:term>.*<\/gls:term>\n/g, ''));
    expect(xmllint(spoilt, ...xsd)).not.toBe('');
  });

  it('accept translation candidates', () => {
    expect(xmllint(leveraged('xliff'), ...xsd)).toBe('');
    const spoilt = leveraged('xliff', (document) => document.replace(/ similarity="[0-9]+"/, ' similarity="101"'));
    expect(xmllint(spoilt, ...xsd)).not.toBe('');
  });

  it('accept the XLIFF of all fixtures and the seed', () => {
    const files = documents('xliff');
    expect(files.length).toBeGreaterThan(20);
    expect(xmllint(files, ...xsd)).toBe('');
  });

  it('accept the TMX of all fixtures and the seed', () => {
    expect(xmllint(documents('tmx'), ...dtd)).toBe('');
  });

  it('refuse what is spoilt', () => {
    const [file = ''] = documents('xliff', (document) =>
      document.replace('<source>', '<sauce>').replace('</source>', '</sauce>'),
    );
    expect(xmllint([file], ...xsd)).not.toBe('');
    const [memory = ''] = documents('tmx', (document) => document.replace(' srclang=', ' sourcelang='));
    expect(xmllint([memory], ...dtd)).not.toBe('');
  });

  it.each([
    ['alchemyinsights.ja-JP', 'corpus', 1000],
    ['quantum.ja-JP', 'corpus', 1000],
    ['quantum.de-DE', 'corpus', 1000],
    ['dotnet-sample.ja-JP', 'corpus', 1000],
    ['learn.ja-JP', 'trees', 800],
    ['sdk-sample.ja-JP', 'trees', 500],
  ] as const)('accept all of %s', (name, place, files) => {
    const out = temporaryFolder();
    mkdirSync(join(out, 'o'));
    expect(sspr(['export', unpack(`${name}.sxs`, place), '-o', join(out, 'o'), '-q']).status).toBe(0);
    const found = execFileSync('find', [join(out, 'o'), '-name', '*.xlf'], { encoding: 'utf8' })
      .trim()
      .split('\n');
    expect(found.length).toBeGreaterThan(files);
    for (let index = 0; index < found.length; index += 500) {
      expect(xmllint(found.slice(index, index + 500), ...xsd)).toBe('');
    }
    const memories = readdirSync(join(out, 'o')).filter((file) => file.endsWith('.tmx'));
    expect(memories.length).toBe(1);
    expect(
      xmllint(
        memories.map((file) => join(out, 'o', file)),
        ...dtd,
      ),
    ).toBe('');
  });
});

/** The schema of XLIFF 1.2 is not among the shared ones; Debian has it in a package of PHP. */
const schema12 = process.env['SSPR_TM_XLIFF12_XSD'];
if (schema12 === undefined) {
  if (process.env['CI'] !== undefined) throw new Error('SSPR_TM_XLIFF12_XSD does not name the schema of XLIFF 1.2.');
  console.warn('Skipped: the schema tests of XLIFF 1.2, because SSPR_TM_XLIFF12_XSD does not name its schema.');
}

describe.runIf(shared !== undefined && schema12 !== undefined && isInstalled('xmllint'))(
  'the schema of XLIFF 1.2',
  () => {
    const xsd12 = ['--huge', '--schema', schema12 ?? ''];

    it('accepts translation candidates', () => expect(xmllint(leveraged('xliff1.2'), ...xsd12)).toBe(''));

    it('accepts all fixtures and the seed', () => {
      const files = documents('xliff1.2');
      expect(files.length).toBeGreaterThan(20);
      expect(xmllint(files, ...xsd12)).toBe('');
    });

    it('refuses what is spoilt', () => {
      const [file = ''] = documents('xliff1.2', (document) => document.replace(/approved="[a-z]+"/, 'approved="so"'));
      expect(xmllint([file], ...xsd12)).not.toBe('');
    });

    it.each(['alchemyinsights.ja-JP', 'quantum.ja-JP', 'dotnet-sample.ja-JP'])('accepts all of %s', (name) => {
      const file = join(temporaryFolder(), 'tree.xlf');
      expect(sspr(['export', unpack(`${name}.sxs`), '-f', 'xliff1.2', '-o', file, '-q']).status).toBe(0);
      expect(xmllint([file], ...xsd12)).toBe('');
    });
  },
);

describe.runIf(shared !== undefined && isInstalled('jing'))('the Schematron rules of XLIFF 2.1', () => {
  const of21 = { xliffVersion: '2.1' } as const;

  it('accept terms of a glossary', () => {
    expect(jing(withGlossary(asItIs, of21))).toBe('');
    const spoilt = withGlossary((document) => document.replace(/ ref="#1a2b3-101"/, ' ref="#nothing"'), of21);
    expect(jing(spoilt)).not.toBe('');
  });

  it('accept translation candidates', () => {
    expect(jing(leveraged('xliff', asItIs, of21))).toBe('');
    const spoilt = leveraged('xliff', (document) => document.replace(/ ref="#101"/, ' ref="#nothing"'), of21);
    expect(jing(spoilt)).not.toBe('');
  });

  it('accept all fixtures and the seed', () => {
    expect(jing(documents('xliff', asItIs, of21))).toBe('');
  });

  it('refuse what is spoilt', () => {
    const [file = ''] = documents(
      'xliff',
      (document) => document.replaceAll(/<unit id="[^"]*"/g, '<unit id="x"'),
      of21,
    );
    expect(jing([file])).toContain('id duplication found');
  });

  it.each(['block', 'pair'])('accept a whole tree (units: %s)', (units) => {
    const file = join(temporaryFolder(), 'tree.xlf');
    const args = ['-f', 'xliff', '--xliff-version', '2.1', '--units', units, '-o', file, '-q'];
    expect(sspr(['export', unpack('quantum.de-DE.sxs'), ...args]).status).toBe(0);
    expect(jing([file])).toBe('');
  });
});
