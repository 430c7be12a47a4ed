import { describe, expect, it } from 'vitest';
import { findObjectEnd } from '../../../../src/corpus/view/kept/object-end.js';
import { withTreeFindings } from '../../../../src/corpus/view/kept/tree-findings.js';
import { toPageJson } from '../../../../src/corpus/view/viewed-page.js';
import type { PageArticle, PageFinding, PageSegment } from '../../../../src/view/page-data.js';
import { noteOf, withSegmentFindings } from '../../../../src/view/summary.js';

/** What might be taken for the end of a text, or for the start of a segment. */
const evil = ['{"id":"b"', '\\', '\\\\"', '"}]{', '*/})', '</script>', '\u2028', '目\ud83d\ude00', '\\"{"id":"', ''];

function finding(code: string, severity: PageFinding['severity'] = 'warning'): PageFinding {
  return { code, severity, message: evil.join(' '), line: 1, side: 'target' };
}

function segment(id: string, findings?: readonly PageFinding[]): PageSegment {
  const code = { kind: 'ph', id: '1', data: evil.join('"') } as const;
  const texts = { source: evil.join('{'), target: [evil.join('}'), code, ...evil] };
  return { id, line: 1, before: '{', ...texts, ...(findings === undefined ? {} : { findings }) };
}

const reading = finding('codes/unmatched', 'error');
const numbers = finding('check/numbers');
const usual = finding('check/inconsistent-target', 'info');
const terms = finding('check/ui-terms', 'info');

const article: PageArticle = {
  path: evil.join('/'),
  title: { source: '{"id":"c"}', target: '"id":"c"' },
  units: [
    { block: 'heading', level: 1, segments: [segment('a'), segment('b', [reading, numbers])] },
    {
      block: 'paragraph',
      segments: [segment('é目.c', [numbers]), segment('d', [finding('check/length')]), segment('e')],
    },
  ],
  findings: [finding('language/inferred', 'info')],
};

/** The same, with findings put into its objects. */
function withFindings(found: ReadonlyMap<string, readonly PageFinding[]>): PageArticle {
  const units = article.units.map((unit) => ({
    ...unit,
    segments: unit.segments.map((each) => {
      const own = found.get(each.id);
      if (own === undefined) return each;
      return { ...each, findings: [...(each.id === 'b' ? [reading] : []), ...own] };
    }),
  }));
  return { ...article, units };
}

describe('findings of rules over the tree', () => {
  const cases: readonly (readonly (readonly [string, readonly PageFinding[]])[])[] = [
    [['a', [usual]]],
    [['b', [usual, numbers]]],
    [['é目.c', [numbers, terms]]],
    [['e', [terms, usual, usual]]],
    [
      ['e', [usual]],
      ['a', [terms]],
      ['d', [finding('check/length'), usual]],
      ['b', [numbers]],
    ],
    [],
    [['none', [usual]]],
  ];

  it.each(cases)('are added to an article as if it were made with them: %#', (...found) => {
    for (const mayHaveParts of [true, false]) {
      const json = new Uint8Array(Buffer.from(toPageJson(article, mayHaveParts)));
      const expected = withFindings(new Map(found));
      // As in a block that holds other articles, too.
      const block = new Uint8Array(json.length + 20).fill(0x7b);
      block.set(json, 10);
      const { data, segments } = withTreeFindings(block.subarray(10, 10 + json.length), new Map(found), mayHaveParts);
      expect(Buffer.concat(data).toString()).toBe(toPageJson(expected, mayHaveParts));
      expect(withSegmentFindings(noteOf(article), segments)).toEqual(noteOf(expected));
      expect(JSON.stringify(withSegmentFindings(noteOf(article), segments))).toBe(JSON.stringify(noteOf(expected)));
    }
  });

  it.each(evil)('are added to what ends where its brace is: %s', (text) => {
    const json = JSON.stringify({ text, inner: { [text]: [text, {}] } });
    expect(findObjectEnd(`[${json},{}]`, 1)).toBe(json.length + 1);
    expect(findObjectEnd(json.slice(0, -1), 0)).toBeLessThanOrEqual(json.length);
  });
});
