import { describe, expect, it } from 'vitest';
import { PropLists } from '../../../src/memory/store/prop-lists.js';

const prop = (type: string, value: string) => ({ type, value });

describe('PropLists', () => {
  it('brings together what was added, each once, in the order of types and values', () => {
    const lists = new PropLists();
    lists.add(3, [prop('b', '2'), prop('a', '1')]);
    lists.add(3, [prop('b', '1')]);
    lists.add(3, [prop('b', '2'), prop('a', '1')]);
    lists.add(4, [prop('c', '')]);
    lists.add(5, []);
    lists.add(5, undefined);
    expect(lists.of(3)).toEqual([prop('a', '1'), prop('b', '1'), prop('b', '2')]);
    expect(lists.of(4)).toEqual([prop('c', '')]);
    expect([lists.of(0), lists.of(5)]).toEqual([[], []]);
  });

  it('keeps as much as was added, and no more', () => {
    const lists = new PropLists();
    for (let number = 0; number < 20_000; number++) lists.add(0, [prop('x-client', `client ${number % 10_000}`)]);
    expect(lists.of(0)).toHaveLength(10_000);
  });
});
