import { describe, expect, it } from 'vitest';
import { PropLists } from '../../../src/memory/store/prop-lists.js';

const prop = (type: string, value: string) => ({ type, value });

describe('PropLists', () => {
  it('brings together what was added, each once, in the order of types and values', () => {
    const lists = new PropLists();
    lists.add(3, [prop('b', '2'), prop('a', '1')], false);
    lists.add(3, [prop('b', '1')], false);
    lists.add(3, [prop('b', '2'), prop('a', '1')], false);
    lists.add(4, [prop('c', '')], false);
    lists.add(5, [], false);
    lists.add(5, undefined, false);
    expect(lists.of(3)).toEqual([prop('a', '1'), prop('b', '1'), prop('b', '2')]);
    expect(lists.of(4)).toEqual([prop('c', '')]);
    expect([lists.of(0), lists.of(5)]).toEqual([[], []]);
  });

  it('keeps as much as was added, and no more', () => {
    const lists = new PropLists();
    for (let number = 0; number < 20_000; number++)
      lists.add(0, [prop('x-client', `client ${number % 10_000}`)], false);
    expect(lists.of(0)).toHaveLength(10_000);
  });

  describe('of translations that are equal', () => {
    let hasPlace = false;
    const together = (...all: readonly Readonly<Record<string, string>>[]) => {
      const of = (order: typeof all) => {
        const lists = new PropLists();
        for (const each of order)
          lists.add(
            0,
            Object.entries(each).map(([type, value]) => prop(type, value)),
            hasPlace,
          );
        return Object.fromEntries(lists.of(0).map(({ type, value }) => [type, value]));
      };
      expect(of([...all].reverse())).toEqual(of(all));
      return of(all);
    };

    it('has a place that one of them names', () => {
      expect(
        together(
          { file: 'a.md', prev: 'Z', next: 'A', client: 'x' },
          { file: 'b.md', prev: 'A', next: 'Z', note: 'n' },
        ),
      ).toEqual({ file: 'a.md', prev: 'Z', next: 'A', client: 'x', note: 'n' });
      expect(
        together(
          { 'x-context-pre': 'Z', 'x-context-post': 'A' },
          { 'x-context-pre': 'A', 'x-context-post': 'Z' },
          { 'x-context-pre': 'Q' },
        ),
      ).toEqual({ 'x-context-pre': 'A', 'x-context-post': 'Z' });
      // Without a file, `id` is any property, and the unit is for all files.
      expect(together({ file: 'a.md', prev: 'A' }, { id: '7' })).toEqual({ id: '7' });
      expect(together({ file: 'a.md', prev: 'A', client: 'x' }, {})).toEqual({ client: 'x' });
      hasPlace = true;
      expect(together({ file: 'a.md', prev: 'A' }, { id: '7' })).toEqual({ file: 'a.md', prev: 'A', id: '7' });
      hasPlace = false;
    });

    it('has the person who made it first, and the one who changed it last', () => {
      const zoe = { '@creationdate': '20180101T101010Z', '@creationid': 'zoe' };
      const ada = { '@creationdate': '20190101T101010Z', '@creationid': 'ada' };
      expect(together(zoe, ada)).toEqual({ ...zoe, '@changedate': '20190101T101010Z', '@changeid': 'ada' });
      const bea = { '@changedate': '20200101T101010Z', '@changeid': 'bea', '@lastusagedate': '20200101T101010Z' };
      const abe = { '@changedate': '20180301T101010Z', '@changeid': 'abe', '@lastusagedate': '20180301T101010Z' };
      expect(together({ ...zoe, ...abe }, { ...ada, ...bea })).toEqual({ ...zoe, ...bea });
      expect(together({ ...zoe, client: 'x' }, { ...zoe, client: 'x', note: 'n' })).toEqual({
        ...zoe,
        client: 'x',
        note: 'n',
      });
      expect(together({ '@creationid': 'ada' }, zoe)).toEqual(zoe);
      expect(together({ '@changeid': 'bea' }, { '@changeid': 'abe' })).toEqual({ '@changeid': 'abe' });
    });
  });
});
