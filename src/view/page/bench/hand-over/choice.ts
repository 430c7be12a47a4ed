import { faultOf } from '../../../correct/fault.js';
import { isHandedChange } from '../../../correct/hand-over/hand-over.js';
import type { ArticleWork } from '../../../correct/work.js';
import { count, element } from '../../dom.js';
import { linkTo } from '../../links.js';

/** Articles with work, each of which is handed over or not. */
export interface Choice {
  readonly root: HTMLElement;
  /** Those that are to be handed over, in their order. */
  chosen(): readonly ArticleWork[];
}

/** Lists articles with work. All are chosen at first; one alone is no choice. */
export function createChoice(articles: readonly ArticleWork[], onChange: () => void): Choice {
  const items = articles.map((work) => ({ work, box: createBox(`Hand over ${work.path}`) }));
  const all = createBox();
  const update = (): void => {
    const number = items.filter(({ box }) => box.checked).length;
    all.checked = number === items.length;
    all.indeterminate = number > 0 && number < items.length;
    onChange();
  };
  for (const { box } of items) box.addEventListener('change', update);
  all.addEventListener('change', () => {
    for (const { box } of items) box.checked = all.checked;
    update();
  });
  const isChoice = items.length > 1;
  const list = element(
    'ul',
    { class: 'handed' },
    items.map(({ work, box }) =>
      element(
        'li',
        {},
        isChoice ? box : undefined,
        ' ',
        linkTo({ article: work.path }, work.path),
        ` ${inWords(work)}`,
      ),
    ),
  );
  const label = element('label', {}, all, ` All ${count(items.length)} articles`);
  return {
    root: element('div', {}, isChoice ? element('p', {}, label) : undefined, list),
    chosen: () => items.flatMap(({ work, box }) => (box.checked ? work : [])),
  };
}

function createBox(label?: string): HTMLInputElement {
  const box = element('input', { type: 'checkbox', 'aria-label': label });
  box.checked = true;
  return box;
}

function inWords({ segments }: ArticleWork): string {
  const counts = [
    [segments.filter(isHandedChange).length, 'changed'],
    [segments.filter(({ status }) => status === 'confirmed').length, 'confirmed'],
    [segments.filter(({ status }) => status === 'rejected').length, 'rejected'],
    [segments.filter(({ comment }) => comment !== undefined).length, 'with a comment'],
    [segments.filter((each) => faultOf(each) !== undefined).length, 'as a note only: they cannot be written'],
  ] as const;
  return counts
    .filter(([number]) => number > 0)
    .map(([number, what]) => `${count(number)} ${what}`)
    .join(', ');
}
