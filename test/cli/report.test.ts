import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonOf } from '../../src/cli/commands/report.js';
import { plainJson } from '../../src/corpus/words/plain-json.js';

const whole = (value: unknown): string => [...jsonOf(value)].join('');

describe('JSON in pieces', () => {
  it('is that of JSON.stringify, but for what a terminal would obey, which is escaped', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        expect(whole(value)).toBe(plainJson(value, 1));
        expect(JSON.stringify(JSON.parse(whole(value)), undefined, 1)).toBe(JSON.stringify(value, undefined, 1));
      }),
    );
  });

  it('leaves out what is undefined', () => {
    const value = { a: undefined, b: { c: undefined, d: ['x\n', undefined, []] }, e: {}, f: [{}] };
    expect(whole(value)).toBe(JSON.stringify(value, undefined, 1));
  });

  it('has a piece of its own for each diagnostic', () => {
    const diagnostics = Array.from({ length: 1000 }, (_, line) => ({ code: 'pair/duplicate-id', line, column: 1 }));
    const pieces = [...jsonOf({ files: [{ path: 'a.md', diagnostics }] })];
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(100);
  });
});
