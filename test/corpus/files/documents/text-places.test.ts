import { mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openFileText } from '../../../../src/corpus/files/documents/file-text.js';
import { joinPlaces } from '../../../../src/corpus/files/documents/text-places.js';

const folder = mkdtempSync(join(tmpdir(), 'text-places-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const parts = ['a', 'ä', '字', '😀', '\r\n', 'x<y>'];
const long = Array.from({ length: 30_000 }, (_, index) => parts[(index * index + (index >> 3)) % parts.length]).join(
  '',
);

const files = [
  ['UTF-8', Buffer.from(long)],
  ['UTF-8 with a mark', Buffer.from(`\uFEFF${long}`)],
  ['UTF-16', Buffer.from(`\uFEFF${long}`, 'utf16le')],
  ['short', Buffer.from('<a>ä</a>')],
  ['empty', Buffer.alloc(0)],
] as const;

describe('stretches of a text in a file', () => {
  it.each(files)('are those of the text, in any thread that knows its places: %s', (name, bytes) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    const open = (): number => openSync(path, 'r');
    const passed = openFileText(open(), open);
    const text = [...passed.pieces()].join('');
    expect(text).toBe(name === 'short' ? '<a>ä</a>' : name === 'empty' ? '' : long);
    const again = openFileText(open(), open, passed.places());
    again.rest();
    // Passed over twice, it has the places that it had.
    expect([...again.pieces()].join('')).toBe(text);
    expect(again.places()).toEqual(passed.places());
    for (const [from, to] of [
      [0, 1],
      [0, text.length],
      [4095, 4098],
      [8191, 12_289],
      [20_000, 20_050],
      [text.length - 3, text.length],
      [text.length, text.length],
    ] as const) {
      const start = Math.max(0, Math.min(from, text.length));
      for (const each of [passed, again]) expect(each.slice(start, to)).toBe(text.slice(start, to));
    }
    for (let start = 0; start < text.length; start += 997) {
      expect(again.slice(start, start + 5000)).toBe(text.slice(start, start + 5000));
    }
    passed.close();
    again.close();
  });

  it('are none of a file that changed after it was passed over', () => {
    const path = join(folder, 'changed');
    writeFileSync(path, long);
    const open = (): number => openSync(path, 'r');
    const passed = openFileText(open(), open);
    for (const _ of passed.pieces());
    writeFileSync(path, `${long}x`);
    expect(() => openFileText(open(), open, passed.places())).toThrow('it was changed while it was read');
    passed.close();
  });
});

describe('the places of a text that passed in parts', () => {
  const path = join(folder, 'parts');
  const bytes = Buffer.from(`\uFEFF${long}`);
  writeFileSync(path, bytes);
  const open = (): number => openSync(path, 'r');
  const end = Number.POSITIVE_INFINITY;
  /** Borders of bytes at which an ASCII character starts. */
  const borders = [20_000, 40_001, 60_000].map((byte) => bytes.indexOf('x', byte));
  const partsOf = (froms: readonly number[]): NonNullable<Parameters<typeof openFileText>[2]>[] =>
    froms.map((from, index) => {
      const text = openFileText(open(), open, undefined, { from, to: froms[index + 1] ?? end });
      for (const _ of text.pieces());
      text.close();
      return text.places();
    });

  it('are those of the whole', () => {
    const joined = joinPlaces(partsOf([0, ...borders]));
    const text = openFileText(open(), open, joined);
    for (let from = 0; from < long.length; from += 1777)
      expect(text.slice(from, from + 99)).toBe(long.slice(from, from + 99));
    expect(joined?.units.at(-1)).toBe(long.length);
    text.close();
  });

  it('are none where a part is missing, or of another file', () => {
    const [first, second, third] = partsOf([0, ...borders]);
    if (first === undefined || second === undefined || third === undefined) throw new Error('no parts');
    expect(joinPlaces([first, third])).toBeUndefined();
    expect(joinPlaces([first, { ...second, stamp: 'other' }])).toBeUndefined();
    expect(joinPlaces([])).toBeUndefined();
  });
});
