import { type RuleTotals, rulesOf } from '../../overview/rules.js';
import { createGate, noFilter } from '../../search/filter.js';
import { renderContent } from '../article/content.js';
import { createPlaceList } from '../article/place-list.js';
import { createFindings } from '../article/row.js';
import { countOf, element } from '../dom.js';
import { linkTo } from '../links.js';
import { createAllOffers } from '../search/offers.js';
import type { Store } from '../store/store.js';

/** All findings by their rules: how many of each severity, and, where one is opened, the segments. */
export function createRules(store: Store): HTMLElement {
  const rules = rulesOf(store.index);
  return element(
    'section',
    { 'aria-labelledby': 'rules', class: 'rules' },
    element('nav', { 'aria-label': 'Views', class: 'ways' }, linkTo({}, 'All articles')),
    element('h2', { id: 'rules' }, 'Findings by rule'),
    rules.length === 0 ? element('p', { class: 'nothing' }, 'There are no findings.') : undefined,
    rules.map((rule) => createRule(store, rule)),
  );
}

function createRule(store: Store, rule: RuleTotals): HTMLElement {
  const { code, findings, segments, articles } = rule;
  const severities = (['error', 'warning', 'info'] as const).filter((severity) => findings[severity] > 0);
  const summary = element(
    'summary',
    {},
    element('code', {}, code),
    severities.map((severity) =>
      element('span', { class: `severity ${severity}` }, countOf(findings[severity], severity)),
    ),
    element('span', { class: 'facts' }, placesIn(segments, articles)),
  );
  const details = element('details', { 'data-name': code }, summary);
  details.addEventListener('toggle', () => {
    if (details.open && details.childElementCount === 1) details.append(createPlaces(store, rule));
  });
  return details;
}

function placesIn(segments: number, articles: number): string {
  const parts = segments === 0 ? [] : [`in ${countOf(segments, 'segment')}`];
  if (articles > 0) parts.push(`about ${countOf(articles, 'article')}`);
  return parts.join(', ');
}

/** The segments of a rule, with the way to all of them in their articles, and what is about no segment. */
function createPlaces(store: Store, { code, segments }: RuleTotals): HTMLElement {
  const filter = { ...noFilter, finding: code };
  const isOpen = createGate(store.index, store.starts, filter);
  const numbers: number[] = [];
  for (let number = 0; number < (store.starts.at(-1) ?? 0); number++) if (isOpen(number)) numbers.push(number);
  const toList = (): HTMLElement =>
    createPlaceList(store, numbers, ({ segment }, article) => [
      element('span', { class: 'excerpt', lang: store.srcLang }, renderContent(segment.source, segment.target)),
      element(
        'span',
        { class: 'excerpt', lang: article.trgLang, dir: article.dir },
        renderContent(segment.changed ?? segment.target, segment.source),
      ),
      createFindings((segment.findings ?? []).filter((found) => found.code === code)),
    ]);
  return element(
    'div',
    { class: 'findings' },
    segments === 0 ? undefined : element('p', {}, linkTo({ filter }, `Show ${countOf(segments, 'segment')} in full`)),
    segments === 0 ? undefined : toList(),
    createAllOffers(store, filter),
  );
}
