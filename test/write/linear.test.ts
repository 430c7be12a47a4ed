import { describe, expect, it } from 'vitest';
import { exportToString, type Inline, mergeXliff, parseInline, splitArticle } from '../../src/index.js';
import { headerSpellings, headerSpellingsWithSpace } from '../../src/split/header-spellings.js';
import { withLineBreaks } from '../../src/split/joined-lines.js';
import { type Node, nest } from '../../src/write/codes/nesting.js';
import { articleOf, pair } from '../support/pairs.js';

/** Halves as `<` and `>`, elements in parentheses. */
function spell(nodes: readonly Node[]): string {
  return nodes
    .map((node) => {
      if (node.kind === 'text') return node.text;
      if (node.kind === 'half') return node.code.kind === 'sc' ? `<${node.code.id}` : `>${node.code.id}`;
      return node.kind === 'element' ? `(${node.start.id}${spell(node.children)})` : '.';
    })
    .join('');
}

describe('pairs of codes', () => {
  it.each([
    ['<b><i>x</i></b>', '(1(2x))'],
    ['<b><i>x</b></i>', '<1(2x>1)'],
    ['<b><i><u>x</b>y</u>z</i>', '<1(2(3x>1y)z)'],
    ['<b><i><u>x</i></b></u>', '<1<2(3x>2>1)'],
  ])('nest as far as they do: %s', (markdown, expected) => {
    expect(spell(nest(parseInline(markdown)))).toBe(expected);
  });

  it('are looked at a few times each, however many cross', () => {
    let looks = 0;
    const counted = parseInline(
      '<b>'.repeat(2000) + '<i>'.repeat(2000) + '</b>'.repeat(2000) + '</i>'.repeat(2000),
    ).map(
      (inline): Inline =>
        Object.defineProperty({ ...inline }, 'id', {
          get() {
            looks++;
            return inline.kind === 'text' ? '' : inline.id;
          },
        }) as Inline,
    );
    nest(counted);
    expect(looks).toBeLessThan(10 * counted.length);
  });
});

describe('the original of an article', () => {
  const header = (lines: number): string =>
    `---\n${Array.from({ length: lines }, (_, index) => `k${index}: v`).join('\n')}\n---\n`;

  it('has spellings that are made when they are asked for', () => {
    for (const make of [headerSpellings, headerSpellingsWithSpace]) {
      const spellings = make(header(20_000), [], 10);
      expect(spellings.at(0).length).toBeGreaterThan(100_000);
      expect(spellings.at(spellings.count() - 1).length).toBeGreaterThan(100_000);
    }
  });

  it('is not looked for in line breaks that cannot be', () => {
    const line = `${'abc '.repeat(100)}${'x'.repeat(200)}`;
    const places = [...withLineBreaks('', line)];
    // One for each space, and none for two to four breaks: the last line would be too long.
    expect(places).toHaveLength(100);
  });
});

describe('anchors of headings', () => {
  it('go with their headings, however many', () => {
    const anchors = '<a name="one"></a>'.repeat(50_000);
    const text = `# ${anchors}${pair('1a2b3-102', 'Eins', 'One')}`;
    expect(splitArticle(articleOf(text), 'source')).toBe('# One');
    expect(splitArticle(articleOf(`${'- '.repeat(2_000_000)}${text}`), 'source')).toBe(
      `${'- '.repeat(2_000_000)}# One`,
    );
  });

  it.each(['[', '[a](', '[a][', '![a](b)', '[a](b)[c][d]', '&amp;', '<a>'])(
    'are compared in linear time: %j',
    (part) => {
      const text = `# <a name="other"></a>${pair('1a2b3-102', 'Eins', part.repeat(200_000))}`;
      expect(splitArticle(articleOf(text), 'source')).toContain('<a name="other">');
    },
  );

  it('are none in pairs, which are replaced', () => {
    const pairs = Array.from({ length: 3 }, (_, at) => pair(`1a2b3-10${at}`, 'x\n## <a name="y"></a>y', 'y'));
    expect(splitArticle(articleOf(pairs.join('')), 'source')).toBe('yyy');
  });
});

describe('a front matter', () => {
  it('of blanks after its fence is compared in linear time', () => {
    const text = `---${' '.repeat(300_000)}\nms.contentlocale: de-DE\nx: y\n---\n${pair('1a2b3-102', 'Eins', 'One')}`;
    expect(splitArticle(articleOf(text), 'source')).toBe(`---${' '.repeat(300_000)}\nx: y\n---\nOne`);
  });

  it('of a YAML document may have keys of a million lines', () => {
    const lines = '    a\n'.repeat(1_000_000);
    const text = `### YamlMime:X\nmetadata:\n  ms.locfileid: |\n${lines}  b: ${pair('1a2b3-102', 'Eins', 'One')}\n`;
    expect(splitArticle(articleOf(text), 'source')).toBe('### YamlMime:X\nmetadata:\n  b: One\n');
  });
});

describe('XLIFF 1.2', () => {
  it('has its units in the order of the article, whatever their ids', () => {
    const ids = ['b', '7', '1a2b3-102', '3', '__proto__', '10', 'a'];
    const article = articleOf(ids.map((id) => pair(id, `z${id}`, `q${id}`)).join('\n\n'), 'a.md');
    const document = exportToString([article], 'xliff1.2', { trgLang: 'de-DE' });
    expect(Array.from(document.matchAll(/<trans-unit id="([^"]*)"/g), ([, id]) => id)).toEqual(ids);
    const merged = mergeXliff(article, document.replace('>z10<', '>neu<'));
    expect(merged._tag).toBe('Right');
  });
});
