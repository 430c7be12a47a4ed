import { type Filter, noFilter } from '../../search.js';
import { countCodes, totalsIn } from '../../totals.js';
import { byId, count, element } from '../dom.js';
import type { Store } from '../store/store.js';

/** The controls that say which segments are shown. */
export interface FilterControls {
  /** What they say now. */
  read(): Filter;
  /** Lets everything through, without telling of it. */
  clear(): void;
  focusText(): void;
}

/** So much time goes by without a key before it is searched. */
const pause = 60;

/** Fills the controls, and reports each change. */
export function createFilters({ index, changes }: Store, onChange: () => void): FilterControls {
  const form = byId('filters', HTMLFormElement);
  const text = byId('text', HTMLInputElement);
  const type = byId('type', HTMLSelectElement);
  const finding = byId('finding', HTMLSelectElement);
  const changed = byId('changed', HTMLInputElement);
  const totals = totalsIn(index.articles);

  type.append(
    option('', 'All'),
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

  let waiting: number | undefined;
  const now = (): void => {
    clearTimeout(waiting);
    onChange();
  };
  text.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(onChange, pause);
  });
  for (const control of [type, finding, changed]) control.addEventListener('change', now);
  let isQuiet = false;
  // The controls have their first values again only after the event.
  form.addEventListener('reset', () => {
    if (!isQuiet) setTimeout(now);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    now();
  });
  return {
    read: () => ({ text: text.value, type: toType(type.value), finding: finding.value, changed: changed.checked }),
    clear() {
      clearTimeout(waiting);
      isQuiet = true;
      form.reset();
      isQuiet = false;
    },
    focusText: () => {
      text.focus();
      text.select();
    },
  };
}

function option(value: string, label: string): HTMLOptionElement {
  return element('option', { value }, label);
}

function toType(value: string): Filter['type'] {
  return value === 'ht' || value === 'mt' || value === 'unknown' ? value : noFilter.type;
}
