import { type PageArticle, type PageSegment, plainTextOf } from '../page-data.js';
import { byId, element } from './dom.js';
import { linkTo } from './links.js';

/** The segment that keys move from; at most one is. */
export interface Current {
  readonly row: HTMLTableRowElement | undefined;
  set(row: HTMLTableRowElement | undefined): void;
  /** A row was made: where none is the current one, the first of them is where Tab leads. */
  offer(row: HTMLTableRowElement): void;
}

/** Where the current segment stands. */
export interface CurrentPlace {
  readonly article: PageArticle;
  readonly segment: PageSegment;
}

/** Keeps the current row: it alone can be reached by Tab, with its candidates, and the foot of the page says where it stands. */
export function createCurrent(placeOf: (row: Element) => CurrentPlace | undefined): Current {
  let row: HTMLTableRowElement | undefined;
  /** The row that Tab reaches. */
  let stop: HTMLTableRowElement | undefined;
  const stopAt = (next: HTMLTableRowElement | undefined): void => {
    for (const each of stopsIn(stop)) each.setAttribute('tabindex', '-1');
    for (const each of stopsIn(next)) each.setAttribute('tabindex', '0');
    stop = next;
  };
  const foot = byId('place', HTMLElement);
  return {
    get row() {
      return row;
    },
    set(next) {
      stopAt(next);
      if (row === next) return;
      row?.removeAttribute('aria-current');
      next?.setAttribute('aria-current', 'true');
      row = next;
      const place = next === undefined ? undefined : placeOf(next);
      foot.replaceChildren();
      if (place === undefined) return;
      const { article, segment } = place;
      const { line, id } = segment;
      const { href, path } = article;
      // Where there is no room, the path is cut, and nothing else.
      const file = [element('span', { class: 'cut' }, path), line === 0 ? '' : `:${line}`];
      foot.append(href === undefined ? element('span', {}, file) : element('a', { href: `${href}#L${line}` }, file));
      foot.append(element('span', {}, ` ${id}`));
      const source = plainTextOf(segment.source);
      if (source.trim() !== '') foot.append(element('span', {}, ' · ', linkTo({ source }, 'translations')));
    },
    offer(made) {
      if (stop === undefined) stopAt(made);
    },
  };
}

/** A row, and what is pressed in it. */
function stopsIn(row: HTMLTableRowElement | undefined): readonly Element[] {
  return row === undefined ? [] : [row, ...row.querySelectorAll('button.take')];
}

/** The rows of the page in their order, as far as they are made. */
export function rowsIn(parent: HTMLElement): readonly HTMLTableRowElement[] {
  return Array.from(parent.querySelectorAll<HTMLTableRowElement>('tr[data-id]'));
}
