import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSpool } from '../../../../src/corpus/memory/texts/spool.js';

const text = fc.oneof(
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what separates a text from what is kept with it.
  fc.string({ unit: 'binary', maxLength: 40 }).map((each) => each.replace(/[\u0005\ud800-\udfff]/g, 'x')),
  fc.constantFrom('', 'ä', 'a'.repeat(63), 'b'.repeat(64), 'c'.repeat(65), '日'.repeat(70), 'd'.repeat(300)),
);
const batch = fc.record({ texts: fc.array(text, { maxLength: 6 }), isEncoded: fc.boolean(), cut: fc.nat(6) });

describe('the texts of a memory', () => {
  it.each([
    ['in memory', 1000],
    ['in a file', 2],
  ])('come back %s, in whatever order they are asked for', (_, mostBlocks) => {
    fc.assert(
      fc.property(fc.array(batch, { maxLength: 12 }), fc.array(fc.nat(), { maxLength: 30 }), (batches, order) => {
        const spool = createSpool({ blockLength: 64, mostBlocks });
        const added: string[] = [];
        try {
          for (const { texts, isEncoded, cut } of batches) {
            if (isEncoded) {
              const bytes = texts.map((each) => Buffer.from(each));
              const pieces = [bytes.slice(0, cut), bytes.slice(cut)].map((each) => Buffer.concat(each));
              const lengths = Int32Array.from(bytes, (each) => each.length);
              const filled = pieces.filter(({ length }) => length > 0);
              expect(spool.addEncoded(filled, lengths)).toBe(added.length);
            } else for (const [at, each] of texts.entries()) expect(spool.add(each)).toBe(added.length + at);
            for (const each of texts) added.push(each);
          }
          const asked = [...added.keys(), ...order.filter((at) => at < added.length), ...[...added.keys()].reverse()];
          expect(asked.map((index) => spool.at(index))).toEqual(asked.map((index) => added[index]));
        } finally {
          spool.close();
        }
      }),
    );
  });

  it('leave no file behind', () => {
    const mine = (): number =>
      readdirSync(tmpdir()).filter((name) => name.startsWith(`.sspr-tm-${process.pid}-`)).length;
    const before = mine();
    const spool = createSpool({ blockLength: 64, mostBlocks: 1 });
    for (let count = 0; count < 10; count++) spool.add('x'.repeat(50));
    expect(mine()).toBe(before + 1);
    spool.close();
    expect(mine()).toBe(before);
  });
});
