import { describe, expect, it, vi } from 'vitest';
import { longestPiece } from '../../../../src/corpus/files/documents/file-text.js';
import { spool } from '../../../../src/corpus/files/documents/spool.js';

const declaration = '<?xml version="1.0" encoding="iso-2022-jp"?><tmx version="1.4"><body>';

async function* pieces(count: number, text: string, start = declaration): AsyncGenerator<Buffer> {
  yield Buffer.from(start);
  const piece = Buffer.from(text);
  for (let index = 0; index < count; index++) yield piece;
}

describe('a document from a pipe in an encoding that lets it be cut nowhere', () => {
  it('is copied in time that grows with its length', async () => {
    const concat = vi.spyOn(Buffer, 'concat');
    const copied = async (count: number): Promise<number> => {
      concat.mockClear();
      const text = await spool(pieces(count, '<tu/>'.padEnd(4096)));
      text.close();
      return concat.mock.calls.reduce((sum, [list]) => sum + list.reduce((all, { length }) => all + length, 0), 0);
    };
    expect(await copied(500)).toBeLessThan(4 * 500 * 4096);
    expect(await copied(2000)).toBeLessThan(4 * 2000 * 4096);
    concat.mockRestore();
  });

  it('has all its text', async () => {
    const text = await spool(pieces(300, '<tu/>'.padEnd(4096)));
    const all = [...text.pieces()].join('');
    text.close();
    expect(all).toBe(declaration + '<tu/>'.padEnd(4096).repeat(300));
  });

  it('is refused above the limit of a piece, as soon as that is reached', async () => {
    let read = 0;
    const counted = async function* (): AsyncGenerator<Buffer> {
      for await (const bytes of pieces(200, ' '.repeat(1 << 20))) {
        read += bytes.length;
        yield bytes;
      }
    };
    const text = await spool(counted());
    const found = text.pieces();
    for (let next = found.next(); ; next = found.next()) {
      if (next.done !== true) continue;
      expect(next.value).toMatchObject({ code: 'xml/too-large' });
      break;
    }
    text.close();
    expect(read).toBeLessThan(longestPiece + (2 << 20));
  });

  it.each(['gbk', 'shift_jis', 'euc-kr', 'utf-8'])(
    'is refused no earlier where it can be cut: %s',
    async (encoding) => {
      const start = declaration.replace('iso-2022-jp', encoding);
      const text = await spool(pieces(300, '<tu/>'.padEnd(1 << 18, 'x'), start));
      let length = 0;
      for (const piece of text.pieces()) length += piece.length;
      text.close();
      expect(length).toBe(start.length + 300 * (1 << 18));
    },
  );
});
