import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sorts } from '../../src/view/overview/sort.js';
import { addressOf, home, type Route, routeOf } from '../../src/view/route.js';
import { sides, ways } from '../../src/view/search/query.js';

const text = fc.string({ unit: 'grapheme' });
const routes: fc.Arbitrary<Route> = fc.record(
  {
    article: text,
    segment: text,
    view: fc.constantFrom('rules' as const, 'articles' as const),
    source: text,
    bare: fc.constant(true as const),
    filter: fc.record({
      text,
      way: fc.constantFrom(...ways),
      side: fc.constantFrom(...sides),
      type: fc.constantFrom('' as const, 'ht' as const, 'mt' as const, 'unknown' as const),
      finding: text,
      changed: fc.boolean(),
      worked: fc.boolean(),
    }),
    sort: fc.constantFrom(...sorts),
  },
  { requiredKeys: ['filter', 'sort'] },
);

describe('the address of a place', () => {
  it('says all of it, and nothing that is usual', () => {
    fc.assert(
      fc.property(routes, (route) => {
        expect(routeOf(addressOf(route))).toEqual(route);
      }),
    );
    expect(addressOf(home)).toBe('#');
    expect(addressOf({ article: 'a/b c.md', segment: '1' })).toBe('#article=a%2Fb+c.md&segment=1');
  });

  it('is one part of a URL, whatever the texts are', () => {
    fc.assert(
      fc.property(routes, (route) => {
        const url = new URL(addressOf(route), 'file:///a/review.html');
        expect(url.hash.slice(1)).toBe(addressOf(route).slice(1));
        expect(`${url.pathname}${url.search}`).toBe('/a/review.html');
      }),
    );
  });

  it('may be anything: what is not known is passed over', () => {
    fc.assert(
      fc.property(text, (hash) => {
        expect(routeOf(addressOf(routeOf(hash)))).toEqual(routeOf(hash));
      }),
    );
    expect(routeOf('#view=none&type=x&sort=%zz&changed=yes&other=1')).toEqual(home);
    expect(routeOf('')).toEqual(home);
  });
});
