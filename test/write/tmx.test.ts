import { describe, expect, it } from 'vitest';
import { exportToString } from '../../src/index.js';
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
