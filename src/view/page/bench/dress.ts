import { faultOf, faultTexts } from '../../correct/fault.js';
import { isWork, type SegmentWork } from '../../correct/work.js';
import { diffContents } from '../../diff/content-diff.js';
import { renderStretches } from '../article/content.js';
import type { RowPlace } from '../article/segments.js';
import { type Child, element, heard } from '../dom.js';

/** Shows in a row what was done with its segment; `undefined`: nothing was. */
export function dressRow(row: HTMLElement, { segment }: RowPlace, work: SegmentWork | undefined): void {
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
    const { before, after } = diffContents(segment.target, corrected);
    text?.after(element('div', { class: 'text worked' }, renderStretches(after, 'ins', segment.source)));
    const old = segment.changed === undefined ? renderStretches(before, 'del', segment.source) : undefined;
    if (old !== undefined) made.push(element('div', { class: 'old worked' }, heard('Before: '), old));
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
