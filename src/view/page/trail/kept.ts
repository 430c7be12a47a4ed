import type { SegmentList } from '../article/segments.js';
import type { Kept } from './trail.js';

/** What is seen of the page now. */
export function lookAt(list: SegmentList | undefined): Kept {
  const open = Array.from(document.querySelectorAll<HTMLElement>('details[open][data-name]'), nameOf);
  const row = rowInSight();
  const number = row === undefined ? undefined : list?.placeOf(row)?.number;
  if (row === undefined || number === undefined) return { y: window.scrollY, open };
  return { y: window.scrollY, open, row: { segment: number, top: row.getBoundingClientRect().top } };
}

/** The first row that can be seen below the controls and the head of the table. */
function rowInSight(): Element | undefined {
  if (window.scrollY === 0) return undefined;
  for (let y = 0; y < window.innerHeight; y += 24) {
    const row = document.elementFromPoint(window.innerWidth / 2, y)?.closest('tr[data-id]');
    if (row !== null && row !== undefined) return row;
  }
  return undefined;
}

/** Makes the page look as it did. Rows that were not looked at have no height yet, so places are those of rows. */
export function returnTo({ y, open, row: kept }: Kept, list: SegmentList | undefined): void {
  const names = new Set(open);
  for (const details of document.querySelectorAll<HTMLDetailsElement>('details[data-name]')) {
    if (details.open || !names.has(nameOf(details))) continue;
    details.open = true;
    // What is in it is made when it is opened, and that would be reported too late.
    details.dispatchEvent(new Event('toggle'));
  }
  if (kept === undefined) window.scrollTo(0, y);
  else {
    list?.reveal(kept.segment, (row) => {
      row.scrollIntoView({ block: 'start' });
      window.scrollBy(0, row.getBoundingClientRect().top - kept.top);
    });
  }
}

function nameOf({ dataset }: HTMLElement): string {
  return dataset['name'] ?? '';
}
