import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { memoryCorpus, viewCorpus } from '../../../src/node.js';
import { temporaryFolder } from '../../support/cli.js';
import { rowsIn } from '../../support/memory-rows.js';

const unit = (source: string, target: string, attributes = ''): string =>
  `<tu${attributes}><tuv xml:lang="en-US"><seg>${source}</seg></tuv><tuv xml:lang="de-DE"><seg>${target}</seg></tuv></tu>`;
const tmx = (body: string, header = '<header srclang="en-US"/>', declaration = ''): string =>
  `${declaration}<tmx version="1.4">${header}<body>${body}</body></tmx>`;
const declared = (encoding: string): string => `<?xml version="1.0" encoding="${encoding}"?>`;
const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
const wide = (text: string, mark: string): Buffer => Buffer.from(mark + text, 'utf16le');

async function read(
  bytes: Buffer | string,
): Promise<{ rows: Record<string, unknown>[]; codes: string[]; found: number; leftOut: Record<string, number> }> {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'x.tmx'), bytes);
  const output = join(folder, 'out.jsonl');
  const report = await memoryCorpus([join(folder, 'x.tmx')], { keep: 'distinct', output });
  const rows = report.outputs.length === 0 ? [] : rowsIn(output);
  const { found, leftOut } = report.memory;
  // What came in is what came in from each file.
  expect(report.files.reduce((sum, { pairs }) => sum + pairs, 0)).toBe(found);
  return { rows, codes: Object.keys(report.diagnostics), found, leftOut };
}

const größe = [unit('Size', 'Größe'), unit('Last', 'Ende')].join('');

it.each([
  ['UTF-16 with a mark', wide(tmx(größe, undefined, declared('UTF-16')), '\ufeff'), 2, []],
  ['UTF-16 without one', wide(tmx(größe, undefined, declared('UTF-16')), ''), 2, []],
  ['big-endian', wide(tmx(größe, undefined, declared('UTF-16')), '\ufeff').swap16(), 2, []],
  ['Latin-1 that is declared', latin(tmx(größe, undefined, declared('ISO-8859-1'))), 2, []],
  ['Latin-1 that is not', latin(tmx(unit('First', 'Erstes') + größe)), 1, ['document/damaged', 'document/unreadable']],
  ['a NUL byte', tmx(`${unit('a', 'b')}${unit('c\0', 'd')}${unit('e', 'f')}`), 2, ['document/damaged']],
  ['an end too early', tmx(`${unit('a', 'b')}${unit('c', 'd')}`).slice(0, -50), 1, ['document/damaged']],
  ['nothing', '', 0, ['document/unreadable']],
  [
    'entities in entities',
    `<!DOCTYPE tmx [<!ENTITY a "x"><!ENTITY b "&a;&a;">]>${tmx(unit('&b;', 'y'))}`,
    0,
    ['document/unreadable'],
  ],
  [
    'elements in elements',
    tmx(unit(`${'<hi>'.repeat(50_000)}x${'</hi>'.repeat(50_000)}`, 'y') + unit('a', 'b')),
    1,
    ['document/damaged'],
  ],
  [
    'a unit that is too large',
    tmx(`<tu>${'<tuv xml:lang="de-DE"><seg>x</seg></tuv>'.repeat(120_000)}</tu>${unit('a', 'b')}`),
    1,
    ['document/damaged'],
  ],
] as const)('a memory with %s costs no more than what is damaged', async (_, bytes, entries, codes) => {
  const found = await read(bytes);
  expect({ entries: found.rows.length, codes: found.codes }).toEqual({ entries, codes: [...codes] });
  for (const { source, target } of found.rows) if (source === 'Size') expect(target).toBe('Größe');
});

it.each([
  ['UTF-8', latin(tmx(unit('First', 'Erstes') + größe + unit('x', 'y').repeat(5000)))],
  ['UTF-16', wide(tmx(unit('First', 'Erstes') + größe.replace('ö', '\ud800') + unit('x', 'y').repeat(5000)), '\ufeff')],
  [
    'UTF-16, big-endian',
    wide(tmx(unit('First', 'Erstes') + größe.replace('ö', '\ud800') + unit('ļ', 'y').repeat(5000)), '\ufeff').swap16(),
  ],
  [
    'Shift_JIS',
    latin(
      tmx(
        unit('First', 'Erstes') + größe.replace('ö', '\xff') + unit('x', 'y').repeat(5000),
        undefined,
        declared('Shift_JIS'),
      ),
    ),
  ],
])('units of a memory after bytes that are no %s are counted', async (_, bytes) => {
  const { rows, found, leftOut } = await read(bytes);
  expect([rows.length, found]).toEqual([1, 5003]);
  expect(leftOut).toEqual({ 'document/damaged': 1, 'document/unreadable': 5001 });
});

it.each([
  ['usagecount="1e400"', { count: 1 }],
  ['usagecount="-5"', { count: 1 }],
  ['usagecount="0"', { count: 1 }],
  ['usagecount="99999999999999999999"', { count: 1 }],
  ['usagecount="999999999999999"', { count: 0x7fff_ffff }],
  ['creationdate="99999999T999999Z"', { firstHandoff: null, lastHandoff: null }],
  ['creationdate="20250230T000000Z"', { firstHandoff: null, lastHandoff: null }],
  ['creationdate="20200229T000000Z" changedate="soon"', { firstHandoff: '2020-02-29', lastHandoff: '2020-02-29' }],
])('a unit with %s', async (attributes, expected) => {
  const { rows, codes } = await read(tmx(unit('a', 'b', ` ${attributes}`)));
  expect(codes).toEqual([]);
  expect(rows).toEqual([expect.objectContaining(expected)]);
});

it.each([
  ['*all*', '<header srclang="*all*"/>'],
  ['none', '<header/>'],
  ['no header', ''],
  ['an odd case', '<header srclang="EN_us"/>'],
])('a source language of %s', async (_, header) => {
  const body = unit('a', 'b').replace('en-US', 'EN_us').replace('de-DE', 'de_de');
  const { rows, codes } = await read(tmx(body, header));
  expect({ rows: rows.map(({ srcLang, trgLang }) => [srcLang, trgLang]), codes }).toEqual({
    rows: [['en-US', 'de-DE']],
    codes: [],
  });
});

it('a language that a unit has several times, and a thousand languages', async () => {
  const twice = unit('a', 'b').replace('</tu>', '<tuv xml:lang="DE-de"><seg>c</seg></tuv></tu>');
  expect((await read(tmx(twice))).rows.map(({ target }) => target)).toEqual(['b', 'c']);
  const tags = Array.from({ length: 1000 }, (_, number) => `x-l${number}`);
  const many = tags.map((tag) => `<tuv xml:lang="${tag}"><seg>${tag}</seg></tuv>`).join('');
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'x.tmx'), tmx(`<tu><tuv xml:lang="en-US"><seg>a</seg></tuv>${many}</tu>`));
  const output = join(folder, 'out.tmx');
  const { memory } = await memoryCorpus([join(folder, 'x.tmx')], { join: true, output });
  expect(memory.entries).toBe(1000);
  expect(readFileSync(output, 'utf8').match(/<tu /g)).toHaveLength(1);
});

it('a table that is named is reported, alone and beside others, and no run takes it for an article', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'a.tmx'), tmx(unit('Size', 'Größe')));
  await memoryCorpus([join(folder, 'a.tmx')], { formats: ['jsonl', 'csv'], output: join(folder, 'tables') });
  const table = join(folder, 'tables/en-US_de-DE');
  copyFileSync(`${table}.jsonl`, join(folder, 'rows.ndjson'));
  for (const inputs of [
    [`${table}.jsonl`],
    [join(folder, 'rows.ndjson')],
    [`${table}.csv`],
    [join(folder, 'a.tmx'), join(folder, 'tables/*')],
  ]) {
    const report = await memoryCorpus(inputs, { output: join(folder, 'out') });
    const isAlone = inputs.length === 1;
    expect(report).toMatchObject({ articles: 0, diagnostics: { 'document/unreadable': isAlone ? 1 : 2 } });
    expect(report.memory.entries).toBe(isAlone ? 0 : 1);
  }
  const { totals } = await viewCorpus([join(folder, 'rows.ndjson')], { output: join(folder, 'rows.html') });
  expect(totals.segments).toBe(1);
});
