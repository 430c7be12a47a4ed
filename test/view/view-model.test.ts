import { describe, expect, it } from 'vitest';
import type { PageArticle, PageSegment } from '../../src/view/page-data.js';
import { indexOf } from '../../src/view/summary.js';
import { totalsIn } from '../../src/view/totals.js';
import { toPageArticle } from '../../src/view/view-model.js';
import { articleOf, diagnosticsOf, pair } from '../support/pairs.js';

const header = (language: string, type = 'HT'): string =>
  `---\ntitle: Titel\nms.translationtype: ${type}\nms.contentlocale: ${language}\nms.lasthandoff: 03/17/2021\n---\n`;

function segmentsOf({ units }: PageArticle): readonly PageSegment[] {
  return units.flatMap(({ segments }) => segments);
}

describe('an article of a review page', () => {
  const text = `${header('de-DE')}# ${pair('1a2b3-102', 'Titel', 'Title')}

${pair('1a2b3-103', 'Eins.', 'One.')} ${pair('1a2b3-104', 'Zwei.', 'Two.')}

1. ${pair('1a2b3-105', 'Wählen Sie **OK**.', 'Choose **OK**.')}
   - ${pair('1a2b3-106', 'Tiefer', 'Deeper')}
`;
  const page = toPageArticle({ article: articleOf(text, 'docs/a.md'), href: './docs/a.md' });

  it('says what it is', () => {
    const { units: _, ...rest } = page;
    expect(rest).toEqual({
      path: 'docs/a.md',
      href: './docs/a.md',
      trgLang: 'de-DE',
      type: 'ht',
      handoff: '2021-03-17',
      title: { source: 'Title', target: 'Titel' },
    });
  });

  it('has its blocks in document order, with levels and list marks', () => {
    const shape = page.units.map(({ segments, ...block }) => ({ ...block, lines: segments.map(({ line }) => line) }));
    expect(shape).toEqual([
      { block: 'title', lines: [2] },
      { block: 'heading', level: 1, lines: [7] },
      { block: 'paragraph', lines: [9, 9] },
      { block: 'list-item', marker: '1.', lines: [11] },
      { block: 'list-item', marker: '•', depth: 1, lines: [12] },
    ]);
  });

  it('has codes whose partners have the same id', () => {
    const segment = segmentsOf(page)[4];
    const codes = [
      { kind: 'sc', id: '1', data: '**', type: 'xlf:b' },
      { kind: 'ec', id: '1', data: '**', type: 'xlf:b' },
    ];
    expect(segment?.source).toEqual(['Choose ', codes[0], 'OK', codes[1], '.']);
    expect(segment?.target).toEqual(['Wählen Sie ', codes[0], 'OK', codes[1], '.']);
  });

  it.each(['ar-SA', 'he-IL', 'fa', 'ur-PK', 'ks-Arab'])('is written from right to left in %s', (language) => {
    expect(toPageArticle({ article: articleOf(header(language)) }).dir).toBe('rtl');
  });

  it.each(['ja-JP', 'de-DE', 'th-TH', 'sr-Latn-RS', 'ks-Deva'])('is written from left to right in %s', (language) => {
    expect(toPageArticle({ article: articleOf(header(language)) }).dir).toBeUndefined();
  });
});

describe('findings', () => {
  it('stand at the segments that they are about, and the others at the article', () => {
    const text = `${pair('1a2b3-102', '**Eins**', 'One')}\n\n<span data-ttu-id="1a2b3-103">x</span>\n\n${pair('1a2b3-104', 'Zwei', 'Two')}`;
    const findings = diagnosticsOf(text);
    const page = toPageArticle({ article: articleOf(text), findings });
    expect(segmentsOf(page).map((segment) => segment.findings?.map(({ code }) => code))).toEqual([
      ['codes/unmatched'],
      undefined,
    ]);
    expect(page.findings?.map(({ code, line }) => ({ code, line }))).toEqual([
      { code: 'pair/unmatched-target', line: 3 },
    ]);
  });

  it('follow the id of a segment where they name one', () => {
    const article = articleOf(pair('1a2b3-102', 'Eins', 'One') + pair('1a2b3-103', 'Zwei', 'Two'));
    const finding = { code: 'numbers', severity: 'warning', message: 'm', offset: 0, line: 1 } as const;
    const page = toPageArticle({ article, findings: [{ ...finding, segment: '1a2b3-103', side: 'target' }] });
    expect(segmentsOf(page)[1]?.findings).toEqual([
      { code: 'numbers', severity: 'warning', message: 'm', line: 1, side: 'target' },
    ]);
    expect(segmentsOf(page)[0]?.findings).toBeUndefined();
  });
});

describe('changes', () => {
  it('are there where the other article has another target', () => {
    const one = pair('1a2b3-102', 'Eins', 'One') + pair('1a2b3-103', 'Zwei', 'Two');
    const page = toPageArticle({ article: articleOf(one), changed: articleOf(one.replace('Zwei', '**Drei**')) });
    const [first, second] = segmentsOf(page);
    expect(first?.changed).toBeUndefined();
    expect(second?.target).toBe('Zwei');
    expect(second?.changed).toMatchObject([{ kind: 'sc' }, 'Drei', { kind: 'ec' }]);
  });

  it('are refused with a reason, at their segments, or at the article', () => {
    const article = articleOf(pair('1a2b3-102', '**Eins**', '**One**') + pair('1a2b3-103', 'Zwei', 'Two'));
    const why = { code: 'merge/lost-code', message: 'm', line: 7 };
    const page = toPageArticle({
      article,
      refused: [
        { ...why, segment: '1a2b3-102', proposed: ['Ein ', { kind: 'sc', id: '1' }, 's'] },
        { ...why, segment: '1a2b3-102', code: 'merge/line-break' },
        {
          ...why,
          segment: '1a2b3-103',
          proposed: ['x', { kind: 'ph', id: '9' }, { kind: 'ph', id: '8', data: '`y`' }],
        },
        { ...why, segment: '1a2b3-999', proposed: ['Drei'] },
        { ...why, segment: '1a2b3-998', proposed: [] },
      ],
    });
    const [first, second] = segmentsOf(page);
    const half = { kind: 'sc', id: '1', data: '**', type: 'xlf:b' };
    expect(first?.refused).toEqual([
      { ...why, proposed: ['Ein ', half, 's'] },
      { ...why, code: 'merge/line-break' },
    ]);
    const codes = [
      { kind: 'ph', id: '9', data: '{9}' },
      { kind: 'ph', id: '8', data: '`y`' },
    ];
    expect(second?.refused).toEqual([{ ...why, proposed: ['x', ...codes] }]);
    expect(page.refused).toEqual([
      { ...why, proposed: 'Drei' },
      { ...why, proposed: '' },
    ]);
    expect(totalsIn(indexOf([page]).articles).refused).toBe(4);
  });
});

it('what stands between two texts of a block is reported where it is more than white space', () => {
  const text = `${pair('1a2b3-102', 'Eins', 'One')}<br/>${pair('1a2b3-103', 'Zwei', 'Two')} ${pair('1a2b3-104', 'Drei', 'Three')}`;
  const page = toPageArticle({ article: articleOf(text) });
  expect(segmentsOf(page).map(({ before }) => before)).toEqual([undefined, '<br/>', undefined]);
});
