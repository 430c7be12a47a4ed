import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { findEnd } from '../../../../src/corpus/split/proof/cut-hash.js';

it.each([
  ['sha1', 10],
  ['sha1', 10_000],
  ['sha256', 10],
  ['sha256', 10_000],
] as const)('the end of a text is found by its %s, of %i bytes', (algorithm, length) => {
  const bytes = Buffer.alloc(length, 'abc');
  const digestOf = (end: number): string => createHash(algorithm).update(bytes.subarray(0, end)).digest('hex');
  const ends = [length - 3, length - 1, length];
  for (const end of ends) {
    expect(findEnd(bytes, ends, { algorithm, digest: digestOf(end) })).toBe(end);
    expect(findEnd(bytes, [end], { algorithm, digest: digestOf(end) })).toBe(end);
  }
  expect(findEnd(bytes, ends, { algorithm, digest: digestOf(length - 2) })).toBeUndefined();
});
