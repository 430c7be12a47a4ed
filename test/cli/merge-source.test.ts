import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sourcesToString } from '../../src/index.js';
import { sspr, temporaryFolder } from '../support/cli.js';
import { pair } from '../support/pairs.js';
import { documentOf, sourceOf } from '../support/sources.js';

const text = `---
title: Rain
description: It rains. It pours.
---

# Rain

Take **cover**. Then
wait.

- Water
`;
const article = sourceOf(text, { path: 'a.md' });
const all = {
  Rain: 'Regen',
  'It rains.': 'Es regnet.',
  'It pours.': 'Es schüttet.',
  'Then wait.': 'Dann warten.',
  Water: 'Wasser',
};

/** A folder with the article, its documents, and a side-by-side one. */
function folder(): string {
  const cwd = temporaryFolder();
  const some = documentOf(article, all);
  const whole = some.replace(/<source>(Take .*?)<\/source>/, '$&<target>$1</target>');
  writeFileSync(join(cwd, 'a.md'), text);
  writeFileSync(join(cwd, 'empty.xlf'), documentOf(article));
  writeFileSync(join(cwd, 'empty12.xlf'), documentOf(article, {}, 'xliff1.2'));
  writeFileSync(join(cwd, 'some.xlf'), some);
  writeFileSync(join(cwd, 'whole.xlf'), whole);
  writeFileSync(join(cwd, 'final.xlf'), whole.replaceAll('state="initial"', 'state="final"'));
  writeFileSync(join(cwd, 'nowhere.xlf'), whole.replace(' trgLang="de-DE"', ''));
  writeFileSync(join(cwd, 'pairs.md'), `---\nms.contentlocale: de-DE\n---\n${pair('1a2b3-101', 'Katze', 'Cat')}\n`);
  expect(sspr(['export', 'pairs.md', '-o', '.', '-q'], { cwd }).status).toBe(0);
  return cwd;
}

const german = text
  .replaceAll('Rain', 'Regen')
  .replace('It rains. It pours.', 'Es regnet. Es schüttet.')
  .replace('Then\nwait.', 'Dann warten.')
  .replace('Water', 'Wasser');

describe('merge, of an article in one language', () => {
  it('gives the article back to the letter where nothing was translated', () => {
    const cwd = folder();
    for (const document of ['empty.xlf', 'empty12.xlf']) {
      expect(sspr(['merge', 'a.md', document, '-o', '-', '-q'], { cwd })).toEqual({
        status: 0,
        stdout: text,
        stderr: '',
      });
    }
    const crlf = `\ufeff${text.replaceAll('\n', '\r\n')}`;
    expect(sspr(['merge', '-', 'empty.xlf', '-o', '-', '-q'], { cwd, input: crlf }).stdout).toBe(crlf);
  });

  it('writes the article in the target language, and says what was left', () => {
    const cwd = folder();
    const { status, stderr } = sspr(['merge', 'a.md', 'some.xlf', '-o', 'de/a.md', '--report', 'r.json'], { cwd });
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: 'a.md: 6 of 7 segments translated, 1 as they were\nwritten: de/a.md\n',
    });
    expect(readFileSync(join(cwd, 'de/a.md'), 'utf8')).toBe(german);
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(text);
    const report = JSON.parse(readFileSync(join(cwd, 'r.json'), 'utf8'));
    expect(report).toMatchObject({ merged: true, segments: 7, untranslated: ['105'], unpaired: [], diagnostics: [] });
    expect(report.changes).toHaveLength(6);
    expect(report.changes[5]).toEqual({ id: '107', line: 11, column: 3, before: 'Water', after: 'Wasser' });
  });

  it('writes nothing where all have to be translated, and one is not', () => {
    const cwd = folder();
    const { status, stderr } = sspr(['merge', 'a.md', 'some.xlf', '-o', 'b.md', '--require-all'], { cwd });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^some\.xlf:[0-9]+:1 error merge\/untranslated There is no target for 105;/);
    expect(existsSync(join(cwd, 'b.md'))).toBe(false);
    expect(sspr(['merge', 'a.md', 'whole.xlf', '-o', 'b.md', '--require-all', '-q'], { cwd })).toEqual({
      status: 0,
      stdout: '',
      stderr: '',
    });
    expect(readFileSync(join(cwd, 'b.md'), 'utf8')).toBe(german);
  });

  it('writes the side-by-side form, which a memory takes its pairs from', () => {
    const cwd = folder();
    const env = { SOURCE_DATE_EPOCH: '1612345678' };
    const { status, stderr } = sspr(['merge', 'a.md', 'final.xlf', '-o', 'sxs/a.md', '--side-by-side'], { cwd, env });
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr:
        'a.md: 7 of 7 segments translated\nwithout a pair: 3 targets, such as those of the front matter\nwritten: sxs/a.md\n',
    });
    const written = readFileSync(join(cwd, 'sxs/a.md'), 'utf8');
    const hash = createHash('sha1').update(text).digest('hex');
    expect(written).toContain(
      `ms.openlocfilehash: ${hash}\nms.translationtype: HT\nms.contentlocale: de-DE\nms.lasthandoff: 02/03/2021\n---\n`,
    );
    expect(written).toContain(pair(`${hash.slice(0, 5)}-107`, 'Wasser', 'Water'));
    expect(sspr(['memory', 'sxs/a.md', '-o', 'm.jsonl', '-q'], { cwd }).status).toBe(0);
    const rows = readFileSync(join(cwd, 'm.jsonl'), 'utf8').trim().split('\n');
    const pairs = rows.map((row) => JSON.parse(row)).map(({ source, target }) => `${source} = ${target}`);
    expect(pairs.sort()).toEqual([
      'Rain = Regen',
      'Take **cover**. = Take **cover**.',
      'Then wait. = Dann warten.',
      'Water = Wasser',
    ]);
    // One that nobody approved is not from a human.
    sspr(['merge', 'a.md', 'whole.xlf', '-o', 'mt.md', '--side-by-side', '-q'], { cwd });
    expect(readFileSync(join(cwd, 'mt.md'), 'utf8')).toContain('ms.translationtype: MT\n');
  });

  it('takes the language of the command where the document has none', () => {
    const cwd = folder();
    const args = ['merge', 'a.md', 'nowhere.xlf', '-o', 'b.md', '--side-by-side'];
    const { status, stderr } = sspr(args, { cwd });
    expect({ status, stderr }).toMatchObject({ status: 1, stderr: expect.stringContaining('error language/missing') });
    expect(existsSync(join(cwd, 'b.md'))).toBe(false);
    expect(sspr([...args, '--trg-lang', 'fr-FR', '-q'], { cwd }).status).toBe(0);
    expect(readFileSync(join(cwd, 'b.md'), 'utf8')).toContain('ms.contentlocale: fr-FR\n');
  });

  it.each([
    [['a.md', 'pairs.xlf', '-o', 'x.md'], 1, /pairs\.xlf:[0-9:]+ error merge\/side-by-side .*1a2b3-101/],
    [['pairs.md', 'some.xlf', '-o', 'x.md'], 1, /some\.xlf:[0-9:]+ error merge\/one-language .*101/],
    [['pairs.md', 'pairs.xlf', '-o', 'x.md', '--side-by-side'], 2, /pairs\.md is side-by-side already/],
    [['pairs.md', 'pairs.xlf', '-o', 'x.md', '--require-all'], 2, /--require-all is for articles in one language/],
    [['a.md', 'some.xlf', '--in-place'], 2, /a\.md is in one language, which would be lost; give -o/],
    [['a.md', 'en-US_de-DE.tmx', '-o', 'x.md'], 1, /error input\/no-pairs/],
    [['a.md', 'a.md', '-o', 'x.md'], 1, /error merge\/unreadable/],
  ])('says what is wrong: %j', (args, expected, message) => {
    const cwd = folder();
    const { status, stderr } = sspr(['merge', ...args], { cwd });
    expect(stderr).toMatch(message);
    expect(status).toBe(expected);
    expect(existsSync(join(cwd, 'x.md'))).toBe(false);
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(text);
  });
});

describe('merge, of a tree of articles in one language', () => {
  /** A tree with two articles, and one that no document speaks of; and documents of both. */
  function tree(second: Readonly<Record<string, string>> = all): string {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, 'en/sub'), { recursive: true });
    mkdirSync(join(cwd, 'done'));
    for (const name of ['a.md', 'sub/b.md', 'c.md']) writeFileSync(join(cwd, 'en', name), text);
    writeFileSync(join(cwd, 'done/a.xlf'), documentOf(article, all));
    writeFileSync(join(cwd, 'done/b.xlf'), documentOf(sourceOf(text, { path: 'sub/b.md' }), second));
    return cwd;
  }
  const read = (cwd: string, name: string): string => readFileSync(join(cwd, name), 'utf8');

  it('writes the articles that documents speak of', () => {
    const cwd = tree({ Water: 'Eis' });
    const { status, stderr } = sspr(['merge', 'en', 'done', '-o', 'de', '--report', 'r.json'], { cwd });
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr:
        'a.md: 6 targets changed\nsub/b.md: 1 target changed\n3 articles, 2 documents for 2 of them\n7 targets changed, 0 refused, 0 stale\nwritten: de/a.md, de/sub/b.md\n',
    });
    expect(read(cwd, 'de/a.md')).toBe(german);
    expect(read(cwd, 'de/sub/b.md')).toBe(text.replace('Water', 'Eis'));
    expect(JSON.parse(read(cwd, 'r.json')).files[1].changes).toEqual([
      { id: '107', line: 11, column: 3, before: 'Water', after: 'Eis' },
    ]);
  });

  it('is the same from one document with many files', () => {
    const cwd = tree();
    const both = sourcesToString([article, sourceOf(text, { path: 'sub/b.md' })], 'xliff', { trgLang: 'de-DE' });
    writeFileSync(join(cwd, 'both.xlf'), both.replaceAll('<source>Water</source>', '$&<target>Wasser</target>'));
    expect(sspr(['merge', 'en', 'both.xlf', '-o', 'de', '-q', '-j', '2'], { cwd }).status).toBe(0);
    for (const name of ['de/a.md', 'de/sub/b.md']) expect(read(cwd, name)).toBe(text.replace('Water', 'Wasser'));
  });

  it('holds each article to what is asked for', () => {
    const cwd = tree();
    const missing = sspr(['merge', 'en', 'done', '-o', 'de', '--require-all'], { cwd });
    expect(missing.status).toBe(1);
    expect(missing.stderr).toContain('error merge/untranslated There is no target for 105;');
    expect(existsSync(join(cwd, 'de/a.md'))).toBe(false);
    expect(sspr(['merge', 'en', 'done', '-o', 'sxs', '--side-by-side', '-q'], { cwd }).status).toBe(0);
    expect(sspr(['memory', 'sxs', '-o', 'm.jsonl', '-q'], { cwd }).status).toBe(0);
    expect(read(cwd, 'm.jsonl').trim().split('\n')).toHaveLength(3);
    const inPlace = sspr(['merge', 'en', 'done', '--in-place'], { cwd });
    expect(inPlace.status).toBe(1);
    expect(inPlace.stderr).toContain('en/a.md:1:1 error merge/in-place');
    expect(read(cwd, 'en/a.md')).toBe(text);
  });

  it('puts several documents of an article together, unless they contradict each other', () => {
    const cwd = tree();
    writeFileSync(join(cwd, 'done/a2.xlf'), documentOf(article, { Water: 'Wasser' }));
    const rest = documentOf(article).replace(/<source>(Take .*?)<\/source>/, '$&<target>Nimm $1</target>');
    writeFileSync(join(cwd, 'done/a3.xlf'), rest);
    expect(sspr(['merge', 'en', 'done', '-o', 'de', '-q'], { cwd }).status).toBe(0);
    expect(read(cwd, 'de/a.md')).toBe(german.replace('Take', 'Nimm Take'));
    writeFileSync(join(cwd, 'done/a2.xlf'), documentOf(article, { Water: 'Eis' }));
    const { status, stderr } = sspr(['merge', 'en', 'done', '-o', 'other'], { cwd });
    expect(status).toBe(1);
    expect(stderr).toContain('en/a.md:11:3 error merge/conflict');
    expect(existsSync(join(cwd, 'other/a.md'))).toBe(false);
    expect(read(cwd, 'other/sub/b.md')).toBe(german);
  });
});
