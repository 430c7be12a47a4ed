import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesBelow, sspr } from '../support/cli.js';
import { manyArticles, shortArticle } from './articles.js';

describe('a memory that is', () => {
  const memoryOf = (cwd: string): string => {
    writeFileSync(join(cwd, 'a.md'), shortArticle.replaceAll('ein', 'kein').replace('Ein Satz', 'Kein Satz'));
    sspr(['memory', 'in', '-o', 'good.tmx', '-q'], { cwd });
    return readFileSync(join(cwd, 'good.tmx'), 'utf8');
  };
  const damages: readonly [string, (text: string) => string | Buffer, string][] = [
    ['cut off', (text) => text.slice(0, text.lastIndexOf('<seg>')), 'document/'],
    ['empty', () => '', 'document/unreadable'],
    ['nothing but white space', () => ' \n', 'document/unreadable'],
    ['damaged in one unit', (text) => text.replace('</seg></tuv></tu>', '</seg></tuvv></tu>'), 'document/damaged'],
    ['text', () => 'hello', 'document/unreadable'],
    ['bytes', () => Buffer.from([0, 1, 2, 255]), 'document/unreadable'],
    ['of another source language', (text) => text.replaceAll('en-US', 'fr-FR'), 'document/no-source'],
    [
      'of a source language only',
      (text) => text.replace(/<tuv xml:lang="de-DE">.*?<\/tuv>/gs, ''),
      'document/no-target',
    ],
    [
      'one with entities',
      (text) => text.replace(/<!DOCTYPE[^>]*>|(?=<tmx)/, '<!DOCTYPE tmx [<!ENTITY a "b">]>'),
      'document/',
    ],
  ];

  it.each(damages)('%s costs itself as an input, and is not replaced as one that grows', (_, damage, code) => {
    const cwd = manyArticles(1, shortArticle);
    const damaged = Buffer.from(damage(memoryOf(cwd)));
    writeFileSync(join(cwd, 'd.tmx'), damaged);
    const read = sspr(['memory', 'a.md', 'd.tmx', '-o', 'm.tmx'], { cwd });
    expect(read.status).toBe(code === 'document/no-source' || code === 'document/no-target' ? 0 : 1);
    expect(read.stderr).toContain(code);
    expect(readFileSync(join(cwd, 'm.tmx'), 'utf8')).toContain('Kein Satz.');
    const grown = sspr(['memory', 'a.md', '--update', 'd.tmx'], { cwd });
    expect(grown).toMatchObject({ status: 3, stderr: expect.stringContaining('stays as it is') });
    expect(grown.stderr).toContain(code);
    expect(readFileSync(join(cwd, 'd.tmx')).equals(damaged)).toBe(true);
    expect(filesBelow(cwd).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('of another target language grows by that of the articles', () => {
    const cwd = manyArticles(1, shortArticle);
    writeFileSync(join(cwd, 'ja.tmx'), memoryOf(cwd).replaceAll('de-DE', 'ja-JP'));
    expect(sspr(['memory', 'in', '--update', 'ja.tmx'], { cwd }).status).toBe(0);
    const text = readFileSync(join(cwd, 'ja.tmx'), 'utf8');
    for (const tag of ['ja-JP', 'de-DE']) expect(text).toContain(`<tuv xml:lang="${tag}">`);
  });

  it.each([
    ['-o', 'there', 'it is no regular file; remove it'],
    ['-o', 'there/en-US_de-DE.tmx', 'it is a folder'],
    ['--update', 'there/en-US_de-DE.tmx', 'there is no document in it'],
    ['-o', 'file/below', 'a part of the path is not a folder'],
  ])('to go where a folder or a file stands: %s %s', (option, path, message) => {
    const cwd = manyArticles(1, shortArticle);
    mkdirSync(join(cwd, 'there/en-US_de-DE.tmx'), { recursive: true });
    writeFileSync(join(cwd, 'file'), 'mine');
    const { status, stderr } = sspr(['memory', 'in', option, path], { cwd });
    expect({ status, stderr }).toEqual({ status: 3, stderr: expect.stringContaining(message) });
    expect(readFileSync(join(cwd, 'file'), 'utf8')).toBe('mine');
    expect(readdirSync(join(cwd, 'there/en-US_de-DE.tmx'))).toEqual([]);
  });

  it('to be several files is there as a whole, or not at all', () => {
    const cwd = manyArticles(1, shortArticle);
    mkdirSync(join(cwd, 'out/en-US_de-DE.jsonl'));
    const { status } = sspr(['memory', 'in', '-f', 'tmx,csv,jsonl', '-o', 'out'], { cwd });
    expect(status).toBe(3);
    expect(readFileSync(join(cwd, 'out/en-US_de-DE.tmx'), 'utf8')).toBe('old');
    expect(filesBelow(join(cwd, 'out'))).toEqual(['en-US_de-DE.tmx']);
  });
});
