import { describe, expect, it } from 'vitest';
import { articleOf, checkArticle, parseArticle } from '../../src/index.js';

function found(pairs: readonly (readonly [source: string, target: string])[], trgLang: string): number {
  const text = pairs.map(([source, target], index) => {
    const id = `1a2b3-${101 + index}`;
    return `<span data-ttu-id="${id}">${target}</span><span class="sxs-lookup"><span data-stu-id="${id}">${source}</span></span>`;
  });
  const article = articleOf(parseArticle(text.join('\n\n')));
  if (article === undefined) throw new Error('there is no article');
  const findings = checkArticle({ ...article, localization: { ...article.localization, trgLang } });
  return findings.filter(({ code }) => code === 'check/misaligned').length;
}

describe('a target of a neighbour', () => {
  it.each([
    ['a code alone', '`InkLevel`'],
    ['a name in Latin letters', 'InkLevel を開く'],
  ])('is found by %s', (_, target) => {
    expect(
      found(
        [
          ['Set `MaxPages`.', target],
          ['See `InkLevel` or InkLevel.', 'これを見る。'],
        ],
        'ja-JP',
      ),
    ).toBe(1);
  });

  it('is found by numbers in digits of any script', () => {
    expect(
      found(
        [
          ['Wait until morning.', '٤٢ و ٥٣'],
          ['Between 42 and 53.', 'هنا'],
        ],
        'ar-SA',
      ),
    ).toBe(1);
  });

  it('is not found where a target has nothing of that kind', () => {
    expect(
      found(
        [
          ['Set `MaxPages`.', 'これを開く。'],
          ['See `InkLevel`.', 'これを見る。'],
        ],
        'ja-JP',
      ),
    ).toBe(0);
  });
});
