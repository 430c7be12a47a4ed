import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { TooLargeError } from '../../../src/corpus/files/read-file.js';
import { readSlice } from '../../../src/corpus/files/read-slice.js';

const folder = mkdtempSync(join(tmpdir(), 'slices-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const length = 900_000;
const files = [1, 2].map((step) => {
  const bytes = Buffer.from(Uint8Array.from({ length }, (_, at) => (at * step * 7 + (at >> 8)) & 0xff));
  const path = join(folder, `${step}`);
  writeFileSync(path, bytes);
  return { path, bytes };
});

describe('slices of a file', () => {
  it('are the bytes from one place to another, in any order, of any length', () => {
    const slice = fc.record({
      file: fc.constantFrom(...files),
      start: fc.nat(length),
      size: fc.oneof(fc.nat(5000), fc.nat(400_000)),
    });
    fc.assert(
      fc.property(fc.array(slice, { maxLength: 12 }), (slices) => {
        for (const { file, start, size } of slices) {
          const end = Math.min(start + size, length);
          expect(readSlice(file.path, start, end, length).equals(file.bytes.subarray(start, end))).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('follow each other', () => {
    for (const { path, bytes } of files) {
      for (let at = 0; at < length; at += 4321) {
        const end = Math.min(at + 4321, length);
        expect(readSlice(path, at, end, length).equals(bytes.subarray(at, end))).toBe(true);
      }
    }
  });

  it('are not read where they are too large, or the file is gone', () => {
    const path = files[0]?.path ?? '';
    expect(() => readSlice(path, 0, 101, 100)).toThrow(TooLargeError);
    expect(() => readSlice(join(folder, 'none'), 0, 10, 100)).toThrow(/ENOENT/);
    expect(() => readSlice(join(folder, 'none'), 0, 10, 100)).toThrow(/ENOENT/);
  });
});
