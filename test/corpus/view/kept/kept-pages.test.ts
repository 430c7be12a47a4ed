import { describe, expect, it } from 'vitest';
import { createKeptPages } from '../../../../src/corpus/view/kept/kept-pages.js';
import type { ViewedPage } from '../../../../src/corpus/view/viewed-page.js';
import { noteOf } from '../../../../src/view/summary.js';

const bytes = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text));
const textOf = (pieces: readonly Uint8Array[]): string => Buffer.concat(pieces).toString();

function page(path: string, data: readonly string[], texts: readonly string[] = []): ViewedPage {
  return { data: data.map(bytes), texts: texts.map(bytes), note: noteOf({ path, units: [] }) };
}

describe('pages that wait for their tree', () => {
  it('come back as they were, in any order, although their bytes are used again', () => {
    const pages = createKeptPages();
    const given = [page('a', ['{"a":', '1}'], ['x']), page('b', ['']), page('c', ['目'], ['', 'yz'])];
    const kept = given.map((each) => pages.keep(each));
    for (const { data, texts } of given) for (const piece of [...data, ...texts]) piece.fill(0);
    const read = [2, 0, 1].map((index) => {
      const one = kept[index];
      return one && pages.read(one);
    });
    expect(read.map((one) => one && [one.note.summary.path, textOf(one.data), textOf(one.texts)])).toEqual([
      ['c', '目', 'yz'],
      ['a', '{"a":1}', 'x'],
      ['b', '', ''],
    ]);
    pages.close();
  });

  it('are not kept where there is no room, nor is any after', () => {
    const pages = createKeptPages(4);
    expect(pages.keep(page('a', ['123']))).toBeDefined();
    expect(pages.keep(page('b', ['45']))).toBeUndefined();
    expect(pages.keep(page('c', ['6']))).toBeUndefined();
    pages.close();
  });

  it('are not kept where no temporary file can be made', () => {
    const before = process.env['TMPDIR'];
    process.env['TMPDIR'] = '/nowhere/at/all';
    const pages = createKeptPages();
    expect(pages.keep(page('a', ['1']))).toBeUndefined();
    pages.close();
    if (before === undefined) Reflect.deleteProperty(process.env, 'TMPDIR');
    else process.env['TMPDIR'] = before;
  });

  it('say what to do where the file cannot be read any more', () => {
    const pages = createKeptPages();
    const kept = pages.keep(page('a', ['123']));
    pages.close();
    expect(() => kept && pages.read(kept)).toThrow(/The copy of the page .*set TMPDIR to another folder/);
  });
});
