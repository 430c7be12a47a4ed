import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CorpusError } from '../../../src/corpus/error.js';
import { loadGlossary } from '../../../src/corpus/glossary/load-glossary.js';
import { glossaryToBytes } from '../../../src/index.js';
import { tree } from '../../support/cli.js';
import { glossaryOf } from '../../support/glossary-of.js';

const glossary = glossaryOf('de-DE', [
  ['Save', { preferred: ['Speichern'], forbidden: ['Sichern'] }],
  ['Next', { preferred: ['Weiter'] }],
]);

/** What a glossary says, without ids. */
function linesOf({ concepts }: typeof glossary): string[] {
  return concepts.flatMap(({ languages: [source, ...targets] }) =>
    targets.flatMap(({ lang, terms }) =>
      terms.map(({ text, status }) => `${source?.terms[0]?.text} ${lang} ${text} ${status}`),
    ),
  );
}

describe('a glossary is read', () => {
  it.each(['tbx', 'csv', 'json'] as const)('from %s', async (format) => {
    const path = join(tree({}), `a.${format}`);
    writeFileSync(path, await glossaryToBytes(glossary, format));
    const read = await loadGlossary(path);
    expect(linesOf(read.glossary)).toEqual(linesOf(glossary));
    expect(read.diagnostics).toEqual([]);
  });

  it.each([
    ['utf-16le', [0xff, 0xfe]],
    ['utf-16be', [0xfe, 0xff]],
  ])('in %s', async (name, mark) => {
    const path = join(tree({}), 'a.csv');
    const text = 'en-US,ja-JP\nNext,次へ\n';
    const bytes = Buffer.from(text, 'utf16le');
    writeFileSync(path, Buffer.concat([Buffer.from(mark), name === 'utf-16le' ? bytes : bytes.swap16()]));
    expect(linesOf((await loadGlossary(path)).glossary)).toEqual(['Next ja-JP 次へ preferred']);
  });

  it('with the languages of the run, where it does not name any', async () => {
    const path = join(tree({ 'a.tsv': 'Next\tWeiter\n' }), 'a.tsv');
    const read = await loadGlossary(path, { srcLang: 'en-GB', trgLang: 'de-AT' });
    expect(linesOf(read.glossary)).toEqual(['Next de-AT Weiter preferred']);
  });

  it('but for what it says wrongly', async () => {
    const path = join(
      tree({ 'a.csv': 'en-US,de-DE,status\nNext,Weiter,perhaps\nSave,Speichern,preferred\n' }),
      'a.csv',
    );
    const read = await loadGlossary(path);
    expect(linesOf(read.glossary)).toContain('Save de-DE Speichern preferred');
    expect(read.diagnostics.map(({ code, line }) => `${code} ${line}`)).toEqual(['glossary/status 2']);
  });
});

it.each([
  ['none.json', 'input', 'the glossary cannot be read: no such file or folder.'],
  ['.', 'input', 'the glossary cannot be read: it is a folder.'],
  ['cut.tbx', 'usage', 'cut.tbx:1:'],
  ['text.json', 'usage', 'text.json:1:1: The glossary cannot be read from here on'],
  ['empty.csv', 'usage', 'empty.csv:1:1: '],
  ['names.csv', 'usage', 'The first row does not say which column is what'],
  ['book.xlsx', 'usage', 'book.xlsx is a workbook, which is not read; save its sheet as CSV (UTF-8).'],
  ['book.csv', 'usage', 'book.csv is a workbook'],
  ['old.xls', 'usage', 'old.xls is a workbook'],
])('says what is wrong with %s', async (name, kind, message) => {
  const root = tree({
    'text.json': 'Save\tSpeichern\n',
    'empty.csv': '',
    'names.csv': 'a,b\nc,d\n',
    'cut.tbx':
      '<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><text><body><conceptEntry>',
  });
  const book = await glossaryToBytes(glossary, 'xlsx');
  for (const file of ['book.xlsx', 'book.csv']) writeFileSync(join(root, file), book);
  writeFileSync(join(root, 'old.xls'), Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]));
  const load = loadGlossary(join(root, name));
  await expect(load).rejects.toThrow(CorpusError);
  await expect(load).rejects.toThrow(message);
  await expect(load).rejects.toThrow(expect.objectContaining({ kind }));
});
