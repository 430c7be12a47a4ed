import { afterEach, describe, expect, it, vi } from 'vitest';
import { fitted, grown, roomFor } from '../../../src/match/shape/room.js';

afterEach(() => {
  vi.unstubAllGlobals();
});

describe.each([['where memory can be shared'], ['where it cannot']])('room, %s', (where) => {
  it('has as many zeros as are asked for, and keeps what it has', () => {
    if (where === 'where it cannot') vi.stubGlobal('SharedArrayBuffer', undefined);
    for (const count of [0, 1, 100, 100_000]) {
      const room = roomFor(count);
      expect([room.length, room.every((value) => value === 0)]).toEqual([count, true]);
      room.fill(7);
      const more = grown(room, 10);
      expect(more.length).toBe(Math.max(count * 2, 10));
      expect(more.subarray(0, count)).toEqual(room);
      expect(more.at(-1)).toBe(0);
      expect(fitted(more, count)).toEqual(room);
      expect(fitted(room, count)).toBe(room);
    }
  });
});
