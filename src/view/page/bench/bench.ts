import { confirmRefusal } from '../../correct/fault.js';
import { confirmed, noWork, type SegmentWork, type WorkStatus, withStatus } from '../../correct/work.js';
import type { RowPlace } from '../article/segments.js';
import { byId, element } from '../dom.js';
import type { Store } from '../store/store.js';
import { dressRow } from './dress.js';
import type { WindowPoint } from './editor/drag.js';
import { createEditor, type Editor } from './editor/editor.js';
import { collectCurrent } from './hand-over/collect.js';
import { startHandOver } from './hand-over/dialog.js';
import { createStalePanel } from './stale.js';
import { createWorks } from './works.js';

/** What the page tells its bench. */
export interface BenchOptions {
  readonly store: Store;
  readonly main: HTMLElement;
  placeOf(row: Element): RowPlace | undefined;
  /** There is work on so many segments now. */
  onWork(segments: number): void;
  /** Goes to the next segment, and gives its row. */
  next(): HTMLTableRowElement | undefined;
}

/** Where targets are corrected. */
export interface Bench {
  /** A row was made. */
  dress(row: HTMLTableRowElement, place: RowPlace): void;
  /** Something else is shown. */
  leave(): void;
  /** Finds the segments with work, by their numbers. */
  worked(then: (segments: ReadonlySet<number>) => void): void;
}

interface Opened {
  readonly row: HTMLTableRowElement;
  readonly editor: Editor;
}

export function startBench({ store, main, placeOf, onWork, next }: BenchOptions): Bench {
  let opened: Opened | undefined;
  /** The work on the segment that is open. */
  let known: SegmentWork | undefined;
  const dressed = new Map<HTMLTableRowElement, RowPlace>();
  function report(): void {
    const segments = works.all().reduce((sum, each) => sum + each.segments.length, 0);
    handOver.update(segments);
    onWork(segments);
  }
  const works = createWorks({
    paths: new Set(store.index.articles.map(({ path }) => path)),
    onRead() {
      // A target that is open would put back what it was when it was opened.
      const place = opened === undefined ? undefined : dressed.get(opened.row);
      if (place !== undefined && JSON.stringify(workOf(place)) !== JSON.stringify(known)) leave(false);
      for (const [row, place] of dressed) redress(row, place);
      showStale();
    },
    onChange: report,
    onLost: reportLost,
  });
  const handOver = startHandOver({ store, works, leave: () => leave(false), redress: () => redressAll() });
  report();
  const workOf = ({ unit, segment, article }: RowPlace): SegmentWork =>
    works.of(article, segment.id) ?? noWork(unit, segment);
  const redress = (row: HTMLTableRowElement, place: RowPlace): void => {
    if (opened?.row !== row) dressRow(row, place, works.of(place.article, place.segment.id));
  };
  const redressAll = (): void => {
    for (const [row, place] of dressed) redress(row, place);
  };
  const showStale = (): void => {
    for (const panel of main.querySelectorAll('.stale')) panel.remove();
    const [place] = dressed.values();
    const head = main.querySelector('.article-head');
    if (place === undefined || head === null) return;
    const { article } = place;
    for (const work of works.stale(article)) {
      const forget = (segments: readonly SegmentWork[]): void => {
        works.forget(work, segments);
        showStale();
        // The button that was pressed is gone.
        main.focus({ preventScroll: true });
      };
      const keep = (segments: readonly SegmentWork[]): void => {
        for (const each of segments) works.set(article, each);
        redressAll();
      };
      const workOn = (id: string): SegmentWork | undefined => works.of(article, id);
      head.append(createStalePanel(work, article, { workOn, keep, forget }));
    }
  };
  const leave = (isFocused = true): void => {
    if (opened === undefined) return;
    const { row, editor } = opened;
    opened = undefined;
    editor.close();
    editor.root.remove();
    row.classList.remove('edited');
    const place = dressed.get(row);
    if (place !== undefined) redress(row, place);
    if (isFocused) row.focus({ preventScroll: true });
  };
  const edit = (row: HTMLTableRowElement, at?: WindowPoint | 'comment'): void => {
    const place = placeOf(row);
    if (place === undefined) return;
    if (opened?.row !== row) {
      leave(false);
      known = workOf(place);
      const editor = createEditor({
        place,
        work: known,
        onWork(work) {
          works.set(place.article, work);
          known = workOf(place);
        },
        leave,
        goOn() {
          leave();
          const after = next();
          if (after !== undefined) edit(after);
        },
      });
      opened = { row, editor };
      row.classList.add('edited');
      // Below it stays what a memory has for it.
      row.querySelector('td.target > .text')?.before(editor.root);
    }
    opened?.editor.focus(at);
    row.scrollIntoView({ block: 'nearest' });
  };
  /** Takes a translation candidate: where there is one, the target is open after that. */
  const take = (row: HTMLTableRowElement, index?: number): void => {
    if (placeOf(row)?.segment.candidates?.[index ?? 0] === undefined) {
      byId('said', HTMLElement).textContent = `There is no candidate ${index === undefined ? '' : index + 1}`.trim();
      return;
    }
    edit(row);
    if (opened?.row === row) opened.editor.take(index);
  };
  const mark = (row: HTMLTableRowElement, status: WorkStatus): void => {
    const place = placeOf(row);
    if (place === undefined) return;
    const work = workOf(place);
    const said = byId('said', HTMLElement);
    const next = work.status === status ? undefined : status;
    const confirmedWork = confirmed(work, place.segment.changed);
    const refusal = next === 'confirmed' ? confirmRefusal(confirmedWork) : undefined;
    if (refusal === undefined) {
      works.set(place.article, next === 'confirmed' ? confirmedWork : withStatus(work, next));
      redress(row, place);
    }
    said.textContent = refusal ?? next ?? `not ${status}`;
  };

  main.addEventListener('click', (event) => {
    const { target } = event;
    if (!(target instanceof Element)) return;
    const taken = target.closest<HTMLButtonElement>('button.take');
    const takenIn = taken?.closest<HTMLTableRowElement>('tr[data-id]');
    if (taken && takenIn) return take(takenIn, Number(taken.value));
    if (target.closest('a, button, summary, .bench') !== null) return;
    const row = target.closest<HTMLTableRowElement>('tr[data-id]');
    // A text that is selected is to be copied, or looked up.
    if (row === null || target.closest('td.target') === null || getSelection()?.isCollapsed === false) return;
    edit(row, { x: event.clientX, y: event.clientY });
  });
  const actions: Readonly<Record<string, (row: HTMLTableRowElement) => void>> = {
    Enter: (row) => edit(row),
    F2: (row) => edit(row),
    y: (row) => mark(row, 'confirmed'),
    x: (row) => mark(row, 'rejected'),
    m: (row) => edit(row, 'comment'),
    'Alt+Enter': (row) => take(row),
  };
  const actionOf = (key: string): ((row: HTMLTableRowElement) => void) | undefined =>
    /^[1-9]$/.test(key) ? (row) => take(row, Number(key) - 1) : actions[key];
  main.addEventListener('keydown', (event) => {
    const { target, key, altKey, ctrlKey, metaKey } = event;
    if (!(target instanceof HTMLElement) || ctrlKey || metaKey) return;
    if (target.closest('.bench, a, button, input, select, textarea, summary') !== null) return;
    const row = target.closest<HTMLTableRowElement>('tr[data-id]');
    const action = actionOf(altKey ? `Alt+${key}` : key);
    if (row === null || action === undefined) return;
    if (key.length === 1 && !byId('use-keys', HTMLInputElement).checked) return;
    event.preventDefault();
    event.stopPropagation();
    action(row);
  });
  window.addEventListener('beforeunload', (event) => {
    if (works.isPending()) event.preventDefault();
  });
  return {
    dress(row, place) {
      const isFirst = dressed.size === 0;
      dressed.set(row, place);
      redress(row, place);
      if (isFirst) queueMicrotask(showStale);
    },
    leave() {
      leave(false);
      dressed.clear();
    },
    worked: (then) => works.whenRead(() => collectCurrent(store, works.all(), ({ numbers }) => then(numbers))),
  };
}

/** Once is enough, and it stays there. */
function reportLost(reason: string): void {
  const text = `This browser keeps no work for this page (${reason.replace(/\.$/, '')}). Hand over what you correct before you leave it.`;
  byId('main', HTMLElement).before(element('p', { class: 'lost', id: 'not-kept', role: 'alert' }, text));
}
