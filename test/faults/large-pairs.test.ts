import { describe, expect, it } from 'vitest';
import { articleOf, codesOfDiagnostics, pair, pairsOf } from '../support/pairs.js';

const target = '<span data-ttu-id="1a2b3-103">x</span>';
const source = '<span class="sxs-lookup"><span data-stu-id="1a2b3-103">y</span></span>';

describe('an article', () => {
  // Each of these would take hours if every damaged pair were searched for to the end of the text.
  it.each([
    '<span data-ttu-id="1a2b3-103">',
    target,
    source,
    '<span data-ttu-id="',
    'data-stu-id',
    `${target}<span class="sxs-lookup"><span data-stu-id="1a2b3-103">`,
  ])('may have fifty thousand times %s', (part) => {
    expect(codesOfDiagnostics(part.repeat(50_000)).length).toBeGreaterThan(0);
  });

  it('may have fifty thousand pairs of one id', () => {
    expect(codesOfDiagnostics(pair('1a2b3-103', 'a', 'b').repeat(50_000)).length).toBe(49_999);
  });

  it('may have one pair in fifty megabytes', () => {
    const one = pair('1a2b3-102', 'Eins', 'One');
    expect(pairsOf(articleOf(`${'x'.repeat(25_000_000)}${one}${'y'.repeat(25_000_000)}`)).length).toBe(1);
  });
});
