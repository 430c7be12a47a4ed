import { faultOf, faultTexts } from '../../../correct/fault.js';
import { isWork, type SegmentWork } from '../../../correct/work.js';
import { renderContent } from '../article/content.js';
import type { RowPlace } from '../article/segments.js';
import { type Child, element, heard } from '../dom.js';

/** Shows in a row what was done with its segment; `undefined`: nothing was. */
export function dressRow(row: HTMLElement, { segment, article }: RowPlace, work: SegmentWork | undefined): void {
  const cell = row.querySelector<HTMLElement>('td.target');
  if (cell === null) return;
  for (const old of cell.querySelectorAll('.worked')) old.remove();
  const { corrected, status, comment } = work ?? {};
  const text = cell.querySelector<HTMLElement>(':scope > .text');
  row.classList.toggle('corrected', corrected !== undefined);
  row.dataset['work'] = status ?? (work !== undefined && isWork(work) ? 'begun' : '');
  if (text !== null) text.hidden = corrected !== undefined;
  const made: Child[] = [];
  if (corrected !== undefined) {
    text?.after(element('div', { class: 'text worked' }, renderContent(corrected, segment.source, '')));
    if (segment.changed === undefined) {
      const before = renderContent(segment.target, segment.source, '');
      made.push(element('del', { class: 'old worked', lang: article.trgLang }, heard('Before: '), before));
    }
  }
  const fault = work === undefined ? undefined : faultOf(work);
  if (status !== undefined || comment !== undefined || fault !== undefined) {
    made.push(
      element(
        'div',
        { class: 'worked marks', lang: 'en', dir: 'ltr' },
        status === undefined ? undefined : element('span', { class: `status ${status}` }, status),
        fault === undefined ? undefined : element('span', { class: 'fault' }, faultTexts[fault]),
        comment === undefined
          ? undefined
          : element('span', { class: 'comment', dir: 'auto' }, heard('Comment: '), comment),
      ),
    );
  }
  for (const each of made) if (each !== undefined) cell.append(each);
}
