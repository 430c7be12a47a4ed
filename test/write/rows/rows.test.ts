import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import {
  countPairs,
  createMemory,
  entriesToString,
  exportToString,
  type PairRow,
  toExportItem,
} from '../../../src/index.js';
import { columnNames } from '../../../src/write/rows/columns.js';
import { rowsOfArticle, rowsOfEntry } from '../../../src/write/rows/rows.js';
import { root } from '../../vitest.config.js';
import { article, entry } from './tables.js';

const item = toExportItem(article, 'docs/a b/ü#.md');
const ajv = addFormats.default(new Ajv({ strict: true, allErrors: true }));
const isRow = ajv.compile<PairRow>(JSON.parse(readFileSync(join(root, 'schema/row.schema.json'), 'utf8')));

const ofArticle = {
  srcLang: 'en-US',
  trgLang: 'de-DE',
  translationType: 'ht',
  firstHandoff: '2024-02-29',
  lastHandoff: '2024-02-29',
  path: 'docs/a b/ü#.md',
  sourceHash: '0123456789abcdef0123456789abcdef01234567',
  count: 1,
  findings: [],
  service: 'azure',
  topic: 'how-to',
  sourceCommit: '89abcdef0123456789abcdef0123456789abcdef',
  commit: null,
  entry: null,
  replacedTarget: null,
  replacedTranslationType: null,
  replacedLastHandoff: null,
};

describe('the rows of an article', () => {
  it('have the contexts that a memory has of the same article', () => {
    const memory = createMemory({ keep: 'all', trgLang: 'de-DE' });
    memory.add(article);
    const ofMemory = [...memory.entries()].flatMap((each) => [...rowsOfEntry(each, {})]);
    const ofExport = [...rowsOfArticle(item, {})];
    expect(ofExport.map(({ id, contexts }) => ({ id, contexts }))).toEqual(
      ofMemory.map(({ id, contexts }) => ({ id, contexts })),
    );
  });

  it('have both texts as they stand, with codes and without, and what the article says', () => {
    expect([...rowsOfArticle(item, {})]).toEqual([
      {
        ...ofArticle,
        source: 'Title',
        target: 'Titel',
        sourceCodes: 'Title',
        targetCodes: 'Titel',
        originalData: [],
        line: 10,
        id: '1a2b3-101',
        contexts: ['00000000-e5e8aa85'],
      },
      {
        ...ofArticle,
        source: 'Click **Next** & `<b>`\\*.',
        target: 'Auf **Weiter** & `<b>` klicken\\*.',
        sourceCodes: 'Click <pc id="1" dataRefStart="d1" dataRefEnd="d1">Next</pc> &amp; <ph id="2" dataRef="d2"/>*.',
        targetCodes:
          'Auf <pc id="1" dataRefStart="d1" dataRefEnd="d1">Weiter</pc> &amp; <ph id="2" dataRef="d2"/> klicken*.',
        originalData: ['**', '`<b>`'],
        line: 12,
        id: '1a2b3-102',
        contexts: ['24d471a9-1de462e7'],
      },
      {
        ...ofArticle,
        source: '+"one",\ntwo\u0085 <b>x *y</b> z*',
        target: '=1+1\u2028<b>x *y</b> z*',
        sourceCodes:
          '+"one",\ntwo\u0085 <sc id="1" dataRef="d1"/>x <pc id="2" dataRefStart="d2" dataRefEnd="d2">y<ec startRef="1" dataRef="d3"/> z</pc>',
        targetCodes:
          '=1+1\u2028<sc id="1" dataRef="d1"/>x <pc id="2" dataRefStart="d2" dataRefEnd="d2">y<ec startRef="1" dataRef="d3"/> z</pc>',
        originalData: ['<b>', '*', '</b>'],
        line: 13,
        id: '1a2b3-103',
        contexts: ['e5e8aa85-00000000'],
      },
    ]);
  });

  it.each([{}, { inline: 'text' }, { inline: 'strip' }, { metadata: false }] as const)(
    'are as many as any exporter counts: %j',
    (options) => expect([...rowsOfArticle(item, options)].length).toBe(countPairs(article, options).exported),
  );

  it('have Markdown or plain texts alone where codes are not wanted', () => {
    const none = { sourceCodes: null, targetCodes: null, originalData: null };
    expect([...rowsOfArticle(item, { inline: 'text' })][1]).toMatchObject({
      source: 'Click **Next** & `<b>`\\*.',
      ...none,
    });
    expect([...rowsOfArticle(item, { inline: 'strip' })][1]).toMatchObject({ source: 'Click Next & <b>*.', ...none });
  });

  it('have nothing of the front matter but dates and the hash without metadata', () => {
    const [row] = rowsOfArticle(item, { metadata: false });
    const { translationType, service, topic, sourceCommit, sourceHash, lastHandoff } = row as PairRow;
    expect([translationType, service, topic, sourceCommit]).toEqual([null, null, null, null]);
    expect([sourceHash, lastHandoff]).toEqual([ofArticle.sourceHash, '2024-02-29']);
  });

  it('have what was found in their pairs, and are made of units that come in parts', () => {
    const findings = new Map([['1a2b3-102', ['check/numbers']]]);
    const units = (function* () {
      yield* article.units;
    })();
    const rows = [...rowsOfArticle({ ...item, units, findings }, {})];
    expect(rows.map(({ line, findings: found }) => [line, found])).toEqual([
      [10, []],
      [12, ['check/numbers']],
      [13, []],
    ]);
  });
});

describe('the rows of an entry', () => {
  it('are its translations, each with what is known of it', () => {
    const [first, second, third, ...rest] = rowsOfEntry(entry, {});
    expect(rest).toEqual([]);
    expect(first).toMatchObject({
      trgLang: 'de-DE',
      translationType: 'mt',
      firstHandoff: '2019-12-31',
      lastHandoff: null,
      path: 'a.md',
      line: 7,
      id: '1a2b3-101',
      sourceHash: 'cafe',
      count: 3,
      findings: ['check/numbers', 'codes/unmatched'],
      service: 'azure',
      topic: 'how-to',
      sourceCommit: 'beef',
      commit: 'f00d',
      entry: 'cafe-101',
      contexts: ['00000000-0badcafe'],
      replacedTarget: 'Alt',
      replacedTranslationType: 'ht',
      replacedLastHandoff: '2018-01-01',
    });
    expect([second?.target, second?.path, second?.line, second?.entry]).toEqual(['Anders', null, null, 'cafe-101']);
    expect([third?.target, third?.trgLang]).toEqual(['次へ', 'ja-JP']);
  });

  it('are none where a side has no text', () => {
    const [target] = entry.targets;
    if (target === undefined) throw new Error('There is one.');
    const empty = { ...target, text: '\u0001 ', content: [] };
    expect([...rowsOfEntry({ ...entry, targets: [empty] }, {})]).toEqual([]);
    expect([...rowsOfEntry({ ...entry, source: { text: '<br>', content: [] } }, { inline: 'strip' })]).toEqual([]);
  });
});

describe('jsonl', () => {
  const lines = [exportToString([article], 'jsonl'), entriesToString([entry], 'jsonl')].join('').split('\n');

  it('is valid by its schema, with the keys in their order', () => {
    expect(lines.pop()).toBe('');
    expect(lines.length).toBe(6);
    for (const line of lines) {
      const row: unknown = JSON.parse(line);
      expect(isRow(row), JSON.stringify(isRow.errors)).toBe(true);
      expect(Object.keys(row as object)).toEqual(columnNames);
    }
  });

  it('is invalid by its schema where it is anything else', () => {
    const row = JSON.parse(lines[0] ?? '') as PairRow;
    for (const wrong of [{ line: 0 }, { translationType: 'HT' }, { lastHandoff: '2024-02-30' }, { more: 1 }]) {
      expect(isRow({ ...row, ...wrong })).toBe(false);
    }
    const { id: _, ...without } = row;
    expect(isRow(without)).toBe(false);
  });

  it('has no character that ends a line for any reader', () => {
    const text = exportToString([article], 'jsonl');
    expect(text).toContain('\\u2028');
    expect(text).toContain('\\u0085');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that it is about.
    expect(text.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u0085\u2028\u2029]/);
    expect(text.isWellFormed()).toBe(true);
  });
});
