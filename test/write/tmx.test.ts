import { isLeft } from 'fp-ts/lib/These.js';
import { describe, expect, it } from 'vitest';
import { exportToString, mergeTmx, mergeXliff, validateTmx } from '../../src/index.js';
import { articleOf, pair } from '../support/pairs.js';
import { elementsOf, readXml, textOf } from '../support/xml.js';

const article = articleOf(
  `${pair('1a2b3-102', 'Eins', 'One')} ${pair('1a2b3-103', '**Zwei**', '**Two**')} ${pair('1a2b3-104', 'Drei ', ' Three')}`,
  'docs/a.md',
);

function props(context: 'none' | 'omegat' | 'memoq', element: 'tu' | 'tuv'): unknown {
  const document = readXml(exportToString([article], 'tmx', { trgLang: 'de-DE', context }));
  return elementsOf(document, element).map(({ children }) =>
    children.flatMap((child) =>
      typeof child !== 'string' && child.name === 'prop' && !child.attributes['type']?.match(/^x-(?!context)/)
        ? [[child.attributes['type'], textOf(child)]]
        : [],
    ),
  );
}

describe('the tuid', () => {
  const tuidsOf = (hash: string): (string | undefined)[] => {
    const text = `---\nms.openlocfilehash: ${hash}\nms.contentlocale: de-DE\n---\n${pair('1a2b3-102', 'Eins', 'One')}`;
    const document = readXml(exportToString([articleOf(text, 'docs/a.md')], 'tmx'));
    return elementsOf(document, 'tu').map(({ attributes }) => attributes['tuid']);
  };

  it.each([40, 64])('starts with the hash of the original, of %i digits, in whatever case', (length) => {
    const hash = '0a1b2c3d4e5f67'.padEnd(length, '9');
    expect(tuidsOf(hash)).toEqual(['0a1b2c3d4e5f-102']);
    expect(tuidsOf(hash.toUpperCase())).toEqual(['0a1b2c3d4e5f-102']);
  });
});

describe('the context of a unit', () => {
  it('is not there unless it is asked for', () => {
    expect(props('none', 'tu')).toEqual([[], [], []]);
    expect(props('none', 'tuv')).toEqual([[], [], [], [], [], []]);
  });

  it('is file and neighbours for OmegaT, empty at the ends', () => {
    expect(props('omegat', 'tu')).toEqual([
      [
        ['file', 'docs/a.md'],
        ['prev', ''],
        ['next', 'Two'],
      ],
      [
        ['file', 'docs/a.md'],
        ['prev', 'One'],
        ['next', 'Three'],
      ],
      [
        ['file', 'docs/a.md'],
        ['prev', 'Two'],
        ['next', ''],
      ],
    ]);
  });

  it('is all that a unit of OmegaT has: it takes a unit with anything else for one of another place', () => {
    const document = readXml(exportToString([article], 'tmx', { trgLang: 'de-DE', context: 'omegat' }));
    expect(elementsOf(document, 'tu').map(({ attributes }) => Object.keys(attributes))).toEqual([[], [], []]);
    expect(textOf(document)).toContain('docs_a.md');
  });

  it('is the neighbours of the source for memoQ, as segments in text', () => {
    expect(props('memoq', 'tuv')).toEqual([
      [['x-context-post', '<seg><bpt i="1" x="1" type="bold">**</bpt>Two<ept i="1">**</ept></seg>']],
      [],
      [
        ['x-context-pre', '<seg>One</seg>'],
        ['x-context-post', '<seg>Three</seg>'],
      ],
      [],
      [['x-context-pre', '<seg><bpt i="1" x="1" type="bold">**</bpt>Two<ept i="1">**</ept></seg>']],
      [],
    ]);
  });
});

describe('a code without a partner', () => {
  const lone = articleOf(
    [
      pair('1a2b3-102', '`b` **a** <b>c', '**a** <i>d</i> </u>'),
      pair('1a2b3-103', '[x](y) `b`', '`b` `c` e'),
      pair('1a2b3-104', '<b>f', '<b>f'),
    ].join('\n\n'),
  );
  const options = { trgLang: 'de-DE' };
  const codes = (side: number): string[] =>
    elementsOf(readXml(exportToString([lone], 'tmx', options)), 'seg')
      .filter((_, index) => index % 2 === side)
      .flatMap(({ children }) =>
        children.flatMap((child) =>
          typeof child === 'string' || child.name === 'ept'
            ? []
            : [`${child.name} ${child.attributes['x'] ?? '-'} ${textOf(child)}`],
        ),
      );

  it('has no x in TMX, as the validator wants it', () => {
    expect(codes(0)).toEqual(['bpt 1 **', 'bpt - <i>', 'it - </u>', 'ph 1 `b`', 'ph - `c`', 'it 1 <b>']);
    expect(codes(1)).toEqual(['ph - `b`', 'bpt 1 **', 'it - <b>', 'bpt - [', 'ph 1 `b`', 'it 1 <b>']);
    expect(validateTmx(exportToString([lone], 'tmx', options))).toEqual([]);
  });

  it('has no x in the contexts of memoQ', () => {
    expect(validateTmx(exportToString([lone], 'tmx', { ...options, context: 'memoq' }))).toEqual([]);
    expect(exportToString([lone], 'tmx', { ...options, context: 'memoq' })).toContain(
      '&lt;bpt i="2" type="italic"&gt;',
    );
  });

  it('is an <x/> in XLIFF 1.2 where it is a lone half', () => {
    const document = exportToString([lone], 'xliff1.2', options);
    expect(document).not.toMatch(/<[be]x/);
    expect(document).toContain('<x id="3-end" ctype="x-underlined"/>');
  });

  it('comes back, where targets were changed, too', () => {
    for (const format of ['tmx', 'xliff1.2'] as const) {
      const document = exportToString([lone], format, options);
      const merge = (text: string): string => {
        const merged = format === 'tmx' ? mergeTmx(lone, text, options) : mergeXliff(lone, text);
        return isLeft(merged) ? JSON.stringify(merged.left) : merged.right.text;
      };
      expect(merge(document)).toBe(lone.text);
      const edited = document.replace(/(?<=<tuv xml:lang="de-DE"><seg>|<target>)/g, 'Neu ');
      expect(merge(edited)).toBe(lone.text.replace(/(?<=data-ttu-id="[^"]*">)/g, 'Neu '));
    }
  });
});
