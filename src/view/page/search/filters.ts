import { type Filter, noFilter } from '../../search/filter.js';
import { sides, ways } from '../../search/query.js';
import { countCodes, totalsIn } from '../../totals.js';
import { byId, count, element } from '../dom.js';
import type { Store } from '../store/store.js';

/** The controls that say which segments are shown. */
export interface FilterControls {
  /** What they say now. */
  read(): Filter;
  /** Makes them say something else, without telling of it. */
  write(filter: Filter): void;
  focusText(): void;
  /** Offers the filter for what was worked on, or does not. */
  offerWorked(hasWork: boolean): void;
}

/** So much time goes by without a key before it is searched. */
const pause = 60;

/** Fills the controls, and reports each change: of the text as it is typed, or of another choice. */
export function createFilters({ index, changes }: Store, onChange: (kind: 'typed' | 'chosen') => void): FilterControls {
  const form = byId('filters', HTMLFormElement);
  const text = byId('text', HTMLInputElement);
  const type = byId('type', HTMLSelectElement);
  const finding = byId('finding', HTMLSelectElement);
  const changed = byId('changed', HTMLInputElement);
  const worked = byId('worked', HTMLInputElement);
  const workedField = byId('worked-field', HTMLElement);
  const way = byId('way', HTMLSelectElement);
  const side = byId('side', HTMLSelectElement);
  way.append(option('words', 'All words'), option('exact', 'Exact'), option('regex', 'Regular expression'));
  side.append(option('both', 'Both languages'), option('source', 'Source'), option('target', 'Target'));
  const totals = totalsIn(index.articles);

  type.append(
    option('', 'All translations'),
    option('ht', `Human (${count(totals.ht)})`),
    option('mt', `Machine (${count(totals.mt)})`),
  );
  if (totals.unknown > 0) type.append(option('unknown', `Unknown (${count(totals.unknown)})`));
  const { error, warning, info } = totals.findings;
  const codes = Array.from(countCodes(index), ([code, number]) => option(code, `${code} (${count(number)})`));
  finding.append(
    option('', 'All segments'),
    option('any', `Any finding (${count(error + warning + info)})`),
    option('error', `Errors (${count(error)})`),
    option('warning', `Warnings (${count(warning)})`),
    option('info', `Infos (${count(info)})`),
  );
  if (codes.length > 0) finding.append(element('optgroup', { label: 'Only' }, codes));
  byId('changed-field', HTMLElement).hidden = changes === undefined;

  const button = byId('more-filters', HTMLButtonElement);
  button.addEventListener('click', () => {
    button.setAttribute('aria-expanded', String(button.getAttribute('aria-expanded') !== 'true'));
  });
  /** Where there is no room for the choices, the button says how many were made. */
  const say = (): void => {
    const choices = [way, side, type, finding].filter((each) => each.selectedIndex > 0).length;
    const chosen = choices + [changed, worked].filter(({ checked }) => checked).length;
    button.textContent = chosen === 0 ? 'Filters' : `Filters (${chosen})`;
  };

  let waiting: number | undefined;
  const now = (kind: 'typed' | 'chosen'): void => {
    clearTimeout(waiting);
    say();
    onChange(kind);
  };
  text.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(() => onChange('typed'), pause);
  });
  for (const control of [way, side, type, finding, changed, worked])
    control.addEventListener('change', () => now('chosen'));
  // The controls have their first values again only after the event, when the page may have gone elsewhere already.
  form.addEventListener('reset', () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(() => now('chosen'));
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    now('typed');
  });
  return {
    read: () => ({
      text: text.value,
      way: ways.find((each) => each === way.value) ?? noFilter.way,
      side: sides.find((each) => each === side.value) ?? noFilter.side,
      type: toType(type.value),
      finding: finding.value,
      changed: changed.checked,
      worked: worked.checked,
    }),
    write(filter) {
      clearTimeout(waiting);
      // Setting it moves the caret, even where it stays the same.
      if (text.value !== filter.text) text.value = filter.text;
      choose(way, filter.way);
      choose(side, filter.side);
      choose(type, filter.type);
      choose(finding, filter.finding);
      changed.checked = filter.changed;
      worked.checked = filter.worked;
      if (filter.worked) workedField.hidden = false;
      say();
    },
    focusText: () => {
      text.focus();
      text.select();
    },
    offerWorked(hasWork) {
      workedField.hidden = !hasWork && !worked.checked;
    },
  };
}

/** What a link asks for is one of the choices, even where there is nothing like it here. */
function choose(select: HTMLSelectElement, wanted: string): void {
  const isKnown = Array.from(select.options).some(({ value }) => value === wanted);
  if (!isKnown) select.append(option(wanted, `${wanted} (0)`));
  select.value = wanted;
}

function option(value: string, label: string): HTMLOptionElement {
  return element('option', { value }, label);
}

function toType(value: string): Filter['type'] {
  return value === 'ht' || value === 'mt' || value === 'unknown' ? value : noFilter.type;
}
