import { type PageArticle, type PageSegment, plainTextOf } from '../page-data.js';
import { byId, element } from './dom.js';
import { linkTo } from './links.js';

/** The segment that keys move from; at most one is. */
export interface Current {
  readonly row: HTMLTableRowElement | undefined;
  set(row: HTMLTableRowElement | undefined): void;
}

/** Where the current segment stands. */
export interface CurrentPlace {
  readonly article: PageArticle;
  readonly segment: PageSegment;
}

/** Keeps the current row: it alone can be reached by Tab, and the foot of the page says where it stands. */
export function createCurrent(placeOf: (row: Element) => CurrentPlace | undefined): Current {
  let row: HTMLTableRowElement | undefined;
  const foot = byId('place', HTMLElement);
  return {
    get row() {
      return row;
    },
    set(next) {
      if (row === next) return;
      row?.setAttribute('tabindex', '-1');
      row?.removeAttribute('aria-current');
      next?.setAttribute('tabindex', '0');
      next?.setAttribute('aria-current', 'true');
      row = next;
      const place = next === undefined ? undefined : placeOf(next);
      foot.replaceChildren();
      if (place === undefined) return;
      const { article, segment } = place;
      const { line, id } = segment;
      const text = line === 0 ? article.path : `${article.path}:${line}`;
      const { href } = article;
      foot.append(href === undefined ? text : element('a', { href: `${href}#L${line}` }, text), ` ${id}`);
      const source = plainTextOf(segment.source);
      if (source.trim() !== '') foot.append(' · ', linkTo({ source }, 'translations'));
    },
  };
}

/** The rows of the page in their order, as far as they are made. */
export function rowsIn(parent: HTMLElement): readonly HTMLTableRowElement[] {
  return Array.from(parent.querySelectorAll<HTMLTableRowElement>('tr[data-id]'));
}
