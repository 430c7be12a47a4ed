import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createArena, type Piece } from '../../../src/corpus/run/arena.js';

const bytesOf = (pieces: readonly Piece[]): Buffer => Buffer.concat(pieces);

describe('an arena', () => {
  it('gives the chunks of each article as UTF-8', () => {
    const texts = fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { maxLength: 10 });
    fc.assert(
      fc.property(fc.array(texts, { maxLength: 5 }), (articles) => {
        const arena = createArena();
        const pieces = articles.map((chunks) => arena.encode(chunks));
        expect(pieces.map(bytesOf)).toEqual(articles.map((chunks) => Buffer.from(chunks.join(''))));
      }),
    );
  });

  it('gives several pieces where a block ends, and a block of its own to a chunk that is longer than one', () => {
    const arena = createArena();
    const short = 'Tür '.repeat(10_000);
    const long = '日本'.repeat(300_000);
    const pieces = arena.encode([short, long, short, short]);
    expect(pieces.length).toBeGreaterThan(1);
    expect(bytesOf(pieces).equals(Buffer.from(short + long + short + short))).toBe(true);
    expect(arena.encode([])).toEqual([]);
  });

  it('puts parts together between articles, however long they are', () => {
    const parts = fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 10 });
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 5 }), fc.boolean(), (all, isLong) => {
        const arena = createArena();
        const first = arena.encode(['first']);
        const long = isLong ? [new Uint8Array(300_000).fill(1)] : [];
        const pieces = all.map((some) => arena.concat([...some, ...long]));
        const last = arena.encode(['last']);
        for (const [index, some] of all.entries()) {
          expect(Buffer.concat([...some, ...long]).equals(pieces[index] ?? Buffer.of())).toBe(true);
        }
        expect(bytesOf([...first, ...last]).toString()).toBe('firstlast');
      }),
    );
  });

  it('uses blocks again that are given back, and no others', () => {
    const arena = createArena();
    const kept = arena.encode(['kept']);
    const [first] = arena.take();
    const before = arena.encode(['before']);
    const [second] = arena.take();
    arena.give(second === undefined ? [] : [second]);
    const after = arena.encode(['after']);
    expect(arena.take()).toEqual([second]);
    expect(bytesOf(kept).toString()).toBe('kept');
    expect(kept[0]?.buffer).toBe(first);
    expect(before[0]?.buffer).toBe(after[0]?.buffer);
    expect(bytesOf(after).toString()).toBe('after');
  });

  it('says which blocks its pieces are in', () => {
    const arena = createArena();
    const pieces = arena.encode(Array.from({ length: 20 }, () => 'x'.repeat(60_000)));
    expect(new Set(pieces.map(({ buffer }) => buffer))).toEqual(new Set(arena.take()));
    expect(arena.take()).toEqual([]);
  });
});
