import { diffContents } from '../../diff/content-diff.js';
import type { PageArticle, PageCandidate, PageContent, PageSegment } from '../../page-data.js';
import { type Child, element } from '../dom.js';
import { renderContent, renderJoined } from './content.js';

/** What kinds of candidates are called (XLIFF 2.0, section 5.1). */
const types: Readonly<Record<string, string>> = {
  icm: 'same context',
  ebm: 'by example',
  idm: 'same id',
  am: 'assembled',
  mt: 'machine',
  tb: 'term base',
  tm: 'memory',
  // Of XLIFF 1.2, section 2.3.
  'exact-match': 'exact',
  'fuzzy-match': 'near',
  'mt-suggestion': 'machine',
};

/** What memories have for a segment: scores, what was taken off them, and how their sources differ from that of the segment. */
export function createCandidates(
  { source, candidates = [] }: PageSegment,
  srcLang: string,
  { trgLang, dir }: Pick<PageArticle, 'trgLang' | 'dir'>,
): HTMLElement | undefined {
  if (candidates.length === 0) return undefined;
  const items = candidates.map((candidate, index) =>
    element(
      'li',
      {},
      element('p', { class: 'facts', lang: 'en', dir: 'ltr' }, factsOf(candidate), createTake(index)),
      element('div', { lang: trgLang, dir: dir ?? 'ltr' }, renderContent(candidate.target, candidate.source)),
      createSource(candidate, source, srcLang),
    ),
  );
  return element('ol', { class: 'candidates', lang: 'en', 'aria-label': 'Translation candidates' }, items);
}

/** What is pressed to take a candidate; Tab leads there from its row alone. */
function createTake(index: number): HTMLElement {
  const number = element('kbd', {}, String(index + 1));
  return element('button', { type: 'button', class: 'take', value: index, tabindex: -1 }, 'Take ', number);
}

/** How the source of a candidate becomes that of the segment. */
function createSource({ source, target }: PageCandidate, wanted: PageContent, srcLang: string): HTMLElement {
  const { joined } = diffContents(source, wanted);
  const isSame = joined.every(({ kind }) => kind === 'same');
  const words = isSame ? 'Its source is that of the segment.' : 'Its source, and that of the segment: ';
  return element(
    'div',
    { class: 'source-diff', lang: srcLang, dir: 'ltr' },
    element('small', { lang: 'en' }, words),
    isSame ? undefined : renderJoined(joined, target),
  );
}

function factsOf({ score, type, origin, penalties = [], adapted, date }: PageCandidate): readonly Child[] {
  const span = (text: string | undefined): Child => (text === undefined ? undefined : element('span', {}, text));
  return [
    score === undefined ? undefined : element('b', {}, `${score} %`),
    span(type === undefined ? undefined : (types[type] ?? type)),
    ...penalties.map(([name, points]) => span(`−${points} ${name}`)),
    span(adapted === undefined ? undefined : `taken from the segment: ${adapted}`),
    span(origin),
    span(date),
  ];
}
