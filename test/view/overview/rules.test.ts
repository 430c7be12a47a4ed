import { describe, expect, it } from 'vitest';
import { rulesOf } from '../../../src/view/overview/rules.js';
import { sortedPlaces } from '../../../src/view/overview/sort.js';
import type { PageArticle, PageFinding } from '../../../src/view/page-data.js';
import { indexOf } from '../../../src/view/summary.js';

const found = (code: string, severity: PageFinding['severity']): PageFinding => ({
  code,
  severity,
  message: '',
  line: 1,
});

/** An article with findings of each of its segments, and of its own. */
function article(
  title: string,
  segments: readonly (readonly PageFinding[])[],
  own: readonly PageFinding[] = [],
): PageArticle {
  return {
    path: `${title}.md`,
    title: { source: title, target: '' },
    units: segments.map((findings, line) => ({
      block: 'paragraph',
      segments: [{ id: `${line}`, line, source: 'a', target: 'b', ...(findings.length === 0 ? {} : { findings }) }],
    })),
    ...(own.length === 0 ? {} : { findings: own }),
  };
}

const one = found('one', 'warning');
const { articles, ...index } = indexOf([
  article('C', [[one, one, found('two', 'error')], [one]]),
  article('a', [[], [], [found('one', 'info')]], [found('three', 'error'), found('three', 'error')]),
  article('B', [[], []]),
]);

describe('the overview', () => {
  it('counts findings by rule and severity, with the segments and articles that have them', () => {
    expect(rulesOf({ articles, ...index })).toEqual([
      { code: 'three', findings: { error: 2, warning: 0, info: 0 }, segments: 0, articles: 1 },
      { code: 'two', findings: { error: 1, warning: 0, info: 0 }, segments: 1, articles: 0 },
      { code: 'one', findings: { error: 0, warning: 3, info: 1 }, segments: 3, articles: 0 },
    ]);
  });

  it('sorts articles; those that are alike stay as they lie', () => {
    expect(sortedPlaces(articles, 'place')).toEqual([0, 1, 2]);
    expect(sortedPlaces(articles, 'severity')).toEqual([1, 0, 2]);
    expect(sortedPlaces(articles, 'findings')).toEqual([0, 1, 2]);
    expect(sortedPlaces(articles, 'name')).toEqual([1, 2, 0]);
    expect(sortedPlaces(articles, 'segments')).toEqual([1, 0, 2]);
  });
});
