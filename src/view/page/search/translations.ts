import { articleAt } from '../../search/filter.js';
import { fold } from '../../search/query.js';
import { createTranslations, type Translation } from '../../search/translations.js';
import { renderContent } from '../article/content.js';
import { createPlaceList } from '../article/place-list.js';
import { count, countOf, element } from '../dom.js';
import { linkTo } from '../links.js';
import { appendSome } from '../some.js';
import { entriesOf, type Store } from '../store/store.js';
import type { Finder } from './finder.js';

/** So many translations show their places at once; others do when they are opened. */
const openAtOnce = 5;

/** All translations of a source in all articles, each with its places, as soon as they are known. */
export function createTranslationsView(store: Store, finder: Finder, source: string): HTMLElement {
  const state = element('p', { class: 'facts', role: 'status' }, 'Looking for it…');
  const section = element(
    'section',
    { class: 'rules translations', 'aria-labelledby': 'translations' },
    element('nav', { 'aria-label': 'Views', class: 'ways' }, linkTo({}, 'All articles')),
    element('h2', { id: 'translations' }, 'Translations of ', element('q', { lang: store.srcLang }, source)),
    state,
  );
  const translations = createTranslations();
  const add = (segment: number, targets: string): void => {
    const { trgLang = '' } = store.index.articles[articleAt(store.starts, segment)] ?? {};
    translations.add(segment, trgLang, targets);
  };
  finder.findSource(store, fold(source), add, () => {
    const all = translations.all();
    const places = all.reduce((sum, { segments }) => sum + segments.length, 0);
    state.textContent = `${countOf(all.length, 'translation')} in ${countOf(places, 'place')}`;
    const isOpen = all.length <= openAtOnce;
    appendSome(section, all, (each) => createTranslation(store, each, isOpen));
  });
  return section;
}

function createTranslation(store: Store, { trgLang, segments }: Translation, isOpen: boolean): HTMLElement {
  const [first = 0] = segments;
  const target = element('b', { class: 'translation', 'aria-busy': 'true' });
  const number = element(
    'span',
    { class: 'facts' },
    `${count(segments.length)}×${trgLang === '' ? '' : ` ${trgLang}`}`,
  );
  const details = element('details', { 'data-name': String(first) }, element('summary', {}, target, number));
  const at = articleAt(store.starts, first);
  store.articles.fetch(at, (article) => {
    const entry = entriesOf(article)[first - (store.starts[at] ?? 0)];
    if (entry === undefined) return;
    const { source, target: own, changed } = entry.segment;
    if (article.trgLang !== undefined) target.lang = article.trgLang;
    target.dir = article.dir ?? 'ltr';
    target.append(renderContent(changed ?? own, source));
    target.removeAttribute('aria-busy');
  });
  details.addEventListener('toggle', () => {
    if (details.open && details.childElementCount === 1) details.append(createPlaceList(store, segments, () => []));
  });
  details.open = isOpen;
  return details;
}
