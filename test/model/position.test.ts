import { describe, expect, it } from 'vitest';
import { createLineIndex, lastStartingBy } from '../../src/model/position.js';

/** By its definition: a line starts after LF, CRLF or a lone CR. */
function pointIn(text: string, offset: number): { offset: number; line: number; column: number } {
  const at = Math.max(0, Math.min(offset, text.length));
  const starts = [0, ...Array.from(text.matchAll(/\r\n?|\n/g), ({ index, 0: end }) => index + end.length)];
  const line = starts.filter((start) => start <= at).length;
  return { offset: at, line, column: at - (starts[line - 1] ?? 0) + 1 };
}

describe('lines and columns', () => {
  it.each([
    ['nothing', ''],
    ['one line', 'abc'],
    ['all line ends', 'a\nb\r\nc\rd\n\r\n\r\re'],
    ['a CRLF on each border of marks', `${'x'.repeat(4095)}\r\n${'y'.repeat(4094)}\r\nz`],
    ['a CR at the end of each stretch', `${'x'.repeat(4095)}\r${'y'.repeat(4095)}\rz`],
    ['nothing but line ends', '\n'.repeat(9000)],
    ['nothing but CR', '\r'.repeat(9000)],
    ['long lines', `${'x'.repeat(10_000)}\n${'y'.repeat(10_000)}`],
  ])('are those of the definition: %s', (_, text) => {
    const index = createLineIndex(text);
    const offsets = [-1, 0, 1, 2, 3, 4, 5, 4094, 4095, 4096, 4097, 4098, 8191, 8192, 8193, 8999, 15_000, text.length];
    for (const offset of [...offsets, text.length + 1]) expect(index.pointAt(offset)).toEqual(pointIn(text, offset));
  });

  it('are so in whatever order they are asked for', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const text = Array.from({ length: 900 }, (_, line) => `${'x'.repeat((line * 7) % 31)}${end}`).join('');
      const index = createLineIndex(text);
      let offset = 1;
      for (let count = 0; count < 40; count++) {
        offset = (offset * 1103 + 12_345) % (text.length + 1);
        for (const each of [offset, offset, offset + 3, offset - 5]) {
          expect(index.pointAt(each)).toEqual(pointIn(text, each));
        }
      }
    }
  });
});

describe('lastStartingBy', () => {
  it('gives the last item that starts at or before an offset', () => {
    const starts = [0, 10, 10, 20];
    const at = (offset: number): number => lastStartingBy(starts, offset, (start) => start);
    expect([-1, 0, 9, 10, 15, 20, 99].map(at)).toEqual([0, 0, 0, 2, 2, 3, 3]);
    expect(lastStartingBy([], 5, () => 0)).toBe(0);
  });
});
