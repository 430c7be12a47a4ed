import { describe, expect, it } from 'vitest';
import { type Article, type ExportOptions, exportToString, mergeXliff } from '../../src/index.js';
import { articleOf, pair } from '../support/pairs.js';
import { edit, type Outcome, outcomeOf } from './documents.js';

const head = '---\nms.contentlocale: fr-FR\nms.translationtype: HT\n---\n';
const one = pair('1a2b3-102', 'Un **gras**.', 'One **bold**.');
const two = pair('1a2b3-103', 'Deux [ici](a.md).', 'Two [here](a.md).');
const three = pair('1a2b3-104', 'Trois `x`.', 'Three `x`.');
const four = pair('1a2b3-105', 'Quatre.', 'Four.');
const cell = pair('1a2b3-106', 'Nom', 'Name');
const table = `\n\n| ${cell} | x |\n`;
const before = articleOf(`${head}${one} ${two} ${three} ${four}${table}`, 'a.md');

/** The document of the article as it was, with other targets, merged into the article as it is now. */
function merged(
  now: string,
  edits: readonly (readonly [string | RegExp, string])[],
  options: ExportOptions = {},
  format: 'xliff' | 'xliff1.2' = 'xliff',
): Outcome {
  const article: Article = articleOf(`${head}${now}`, 'a.md');
  return outcomeOf(mergeXliff(article, edit(exportToString([before], format, options), edits)), article);
}

const all = [
  ['>Un <', '>Premier <'],
  ['>Deux <', '>Second <'],
  ['>Trois <', '>Troisième <'],
  ['>Quatre.<', '>Quatrième.<'],
  ['>Nom<', '>Nom propre<'],
] as const;
const changes = {
  '1a2b3-102': 'Premier **gras**.',
  '1a2b3-103': 'Second [ici](a.md).',
  '1a2b3-104': 'Troisième `x`.',
  '1a2b3-105': 'Quatrième.',
  '1a2b3-106': 'Nom propre',
};

function without(...ids: string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(changes).filter(([id]) => !ids.includes(id)));
}

describe.each([
  ['xliff', {}],
  ['xliff', { units: 'pair' }],
  ['xliff1.2', {}],
] as const)('a document of an article that changed since: %s %j', (format, options) => {
  const of = (now: string): Outcome => merged(now, all, options, format);

  it.each(['1a2b3-102', '1a2b3-103', '1a2b3-104', '1a2b3-105', '1a2b3-106'])(
    'keeps all but the segment whose source is another: %s',
    (id) => {
      const source = new RegExp(`(stu-id="${id}">)[^<]*`);
      const now = `${one} ${two} ${three} ${four}${table}`.replace(source, '$1Other.');
      expect(of(now)).toEqual({ changes: without(id), codes: ['merge/source-differs'] });
    },
  );

  it('keeps all but the segments that are gone, new, moved, or in another block', () => {
    const five = pair('1a2b3-107', 'Cinq.', 'Five.');
    expect(of(`${two} ${three} ${four}${table}`)).toEqual({
      changes: without('1a2b3-102'),
      codes: ['merge/unknown-segment'],
    });
    expect(of(`${one} ${three}${table}`)).toEqual({
      changes: without('1a2b3-103', '1a2b3-105'),
      codes: ['merge/unknown-segment', 'merge/unknown-segment'],
    });
    expect(of(`${five} ${one} ${five} ${two} ${three}\n${four}${table}`)).toMatchObject({ changes });
    expect(of(`${four} ${two} ${one} ${three}${table}`)).toEqual({ changes, codes: [] });
    expect(of(`${table}\n- ${two}\n- ${one} ${four}\n\n${three}\n`)).toEqual({ changes, codes: [] });
  });

  it('is refused where nothing is left of it', () => {
    const other = pair('9f8e7-102', 'Autre', 'Other');
    expect(of(other)).toEqual({ codes: ['merge/other-article'] });
    const codes = merged(pair('1a2b3-103', 'Autre', 'Other'), all, options, format).codes;
    expect(codes).toContain('merge/source-differs');
    expect(codes).not.toContain('merge/other-article');
  });
});

describe('a unit with a segment whose source is another', () => {
  const now = `${one} ${two.replace('Two', 'Second')} ${three} ${four}${table}`;

  it('gives its others, also without ids, split, or joined', () => {
    const anonymous = [/<segment id="[^"]*"/g, '<segment'] as const;
    expect(merged(now, [...all, anonymous])).toEqual({
      changes: without('1a2b3-103'),
      codes: ['merge/source-differs'],
    });
    const split = [
      /<source>Four\.<\/source>\s*<target>Quatrième\.<\/target>/,
      '<source>Fo</source><target>Qua</target></segment><segment id="s9"><source>ur.</source><target>trième.</target>',
    ] as const;
    expect(merged(now, [...all, split])).toEqual({ changes: without('1a2b3-103'), codes: ['merge/source-differs'] });
    const joined = [
      /<segment id="1a2b3-104"[\s\S]*?<\/unit>/,
      '<segment id="1a2b3-104"><source>Three <ph id="3-1" dataRef="d4"/>. Four.</source><target>Trois <ph id="3-1" dataRef="d4"/>. Fin.</target></segment></unit>',
    ] as const;
    expect(merged(now, [joined])).toEqual({
      changes: { '1a2b3-105': 'Fin.' },
      codes: ['merge/source-differs'],
    });
  });

  it('does not take a code of one segment for that of another', () => {
    // The second segment is gone: what was numbered 3 then is 2 now.
    expect(merged(`${one} ${three} ${four}${table}`, all).changes).toMatchObject({ '1a2b3-104': 'Troisième `x`.' });
  });

  it('keeps the text between segments that the article has now', () => {
    const wrapped = `${one}\n${two} ${three}\n${four}${table}`;
    expect(merged(wrapped, all)).toEqual({ changes, codes: [] });
    expect(merged(wrapped, [[/(<\/segment>\s*<ignorable>\s*<source> <\/source>\s*<target>) /, '$1, ']]).codes).toEqual([
      'merge/between-changed',
    ]);
  });

  it('leaves nothing out because markup was added to a source', () => {
    const plain = articleOf(`${head}${pair('1a2b3-102', 'Un', 'One')}\n\n${pair('1a2b3-103', 'Deux', 'Two `x`')}`);
    const bold = articleOf(plain.text.replace('>One<', '>**One**<'));
    const document = exportToString([plain], 'xliff').replace('>Deux<', '>Second<');
    expect(outcomeOf(mergeXliff(bold, document), bold)).toEqual({
      changes: { '1a2b3-103': 'Second' },
      codes: ['merge/source-differs'],
    });
  });
});

describe('a document of several articles', () => {
  it('gives its segments to the article that has them, stale ones or not', () => {
    const other = articleOf(`${head}${pair('9f8e7-102', 'Autre', 'Other')}`, 'b.md');
    const now = articleOf(`${head}${one.replace('One', 'First')} ${two}`, 'moved/c.md');
    const document = exportToString([other, before], 'xliff').replace('>Deux <', '>Second <');
    expect(outcomeOf(mergeXliff(now, document), now).changes).toEqual({ '1a2b3-103': 'Second [ici](a.md).' });
  });
});
