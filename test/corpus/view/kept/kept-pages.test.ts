import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it, vi } from 'vitest';
import { createKeptPages, type KeptPage, type KeptPages } from '../../../../src/corpus/view/kept/kept-pages.js';
import { noteOf } from '../../../../src/view/summary.js';

const bytes = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text));
const textOf = (pieces: readonly Uint8Array[]): string => Buffer.concat(pieces).toString();

type Page = Parameters<KeptPages['keep']>[0];

function page(path: string, ...data: readonly string[]): Page {
  return { data: data.map(bytes), note: noteOf({ path, units: [] }) };
}

function readAll(pages: KeptPages, kept: readonly (KeptPage | undefined)[]): unknown[] {
  return kept.map((one) => one && [one.note.summary.path, textOf([pages.read(one)])]);
}

describe('pages that wait for their tree', () => {
  it('come back as they were, in any order, although their bytes are used again', () => {
    const pages = createKeptPages();
    const given = [page('a', '{"a":', '1}'), page('b', ''), page('c', '目', '', 'yz')];
    const kept = given.map((each) => pages.keep(each));
    for (const { data } of given) for (const piece of data) piece.fill(0);
    const read = readAll(pages, [kept[2], kept[0], kept[1]]);
    expect(read).toEqual([
      ['c', '目yz'],
      ['a', '{"a":1}'],
      ['b', ''],
    ]);
    pages.close();
  });

  it('come back where they are many, and where one is larger than what is written at once', () => {
    const pages = createKeptPages();
    const lengths = [10, 700_000, 700_000, 3_000_000, 0, 5, 1 << 20, 1, ...Array.from({ length: 40 }, () => 99_999)];
    const texts = lengths.map((length, index) => String.fromCharCode(0x41 + index).repeat(length));
    const kept = texts.map((text, index) => pages.keep(page(`${index}`, text.slice(0, 7), text.slice(7))));
    const expected = texts.map((text, index) => [`${index}`, text]);
    const isSame = (read: readonly unknown[], order: readonly unknown[]): boolean => isDeepStrictEqual(read, order);
    expect(isSame(readAll(pages, kept), expected)).toBe(true);
    expect(isSame(readAll(pages, kept.toReversed()), expected.toReversed())).toBe(true);
    pages.close();
  });

  it('are not kept where there is no room, nor is any after', () => {
    const pages = createKeptPages(4);
    const kept = ['123', '45', '6'].map((text) => pages.keep(page(text, text)));
    expect(readAll(pages, kept)).toEqual([['123', '123'], undefined, undefined]);
    pages.close();
  });

  it('are not kept where no temporary file can be made, but for what needs none', () => {
    vi.stubEnv('TMPDIR', '/nowhere/at/all');
    const pages = createKeptPages();
    const half = 'x'.repeat(1 << 19);
    const kept = [half, half, 'y', ''].map((text) => pages.keep(page('a', text)));
    expect(readAll(pages, kept)).toEqual([['a', half], ['a', half], undefined, undefined]);
    pages.close();
    vi.unstubAllEnvs();
  });

  it('say what to do where the file cannot be read any more', () => {
    const pages = createKeptPages();
    const kept = pages.keep(page('a', '123'));
    pages.close();
    expect(() => kept && pages.read(kept)).toThrow(/The copy of the page .*set TMPDIR to another folder/);
  });
});
