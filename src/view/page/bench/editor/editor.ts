import { addCode, missingCodes } from '../../../correct/edit/edit.js';
import { contentOf, type Pieces } from '../../../correct/edit/pieces.js';
import { rulesFor } from '../../../correct/edit/rules.js';
import { confirmRefusal, faultOf, faultTexts } from '../../../correct/fault.js';
import { confirmed, type SegmentWork, withComment, withStatus, withTarget } from '../../../correct/work.js';
import { piecesOf } from '../../../page-data.js';
import { codeKeys, labelOf, nameOfCode } from '../../article/chips.js';
import type { RowPlace } from '../../article/segments.js';
import { element, replaceChildren } from '../../dom.js';
import type { WindowPoint } from './drag.js';
import { createField } from './field.js';
import { createTaker } from './take.js';

/** The controls with which a target is corrected, in the place of the target. */
export interface Editor {
  readonly root: HTMLElement;
  focus(at?: WindowPoint | 'comment'): void;
  /** Takes a translation candidate, by its place among them. Default: the first, then the next. */
  take(candidate?: number): void;
  close(): void;
}

export interface EditorOptions {
  readonly place: RowPlace;
  readonly work: SegmentWork;
  onWork(work: SegmentWork): void;
  /** Leaves the editor. */
  leave(): void;
  /** The segment is confirmed: to the next one. */
  goOn(): void;
}

export function createEditor({ place, work: given, onWork, leave, goOn }: EditorOptions): Editor {
  const { segment, unit, article } = place;
  const { trgLang, dir = 'ltr' } = article;
  const rules = rulesFor(segment, unit.block);
  const partners = codeKeys(segment.source);
  let work = given;
  const said = element('p', { class: 'said', role: 'status' });
  const say = (text: string): void => {
    said.textContent = text;
  };
  const fault = element('p', { class: 'fault', dir: 'ltr' });
  const offers = element('div', {
    class: 'offers',
    role: 'group',
    'aria-label': 'Codes of the source that are missing',
  });
  // An attribute would be in the language of the target.
  const name = element('span', { hidden: true, id: 'target-name' }, `Target of ${segment.id}`);
  const input = element('div', {
    class: 'target-field',
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-labelledby': name.id,
    lang: trgLang,
    dir,
    spellcheck: 'true',
  });
  makeEditable(input);
  const comment = element('textarea', { rows: 2, dir: 'auto', 'aria-label': `Comment on ${segment.id}` });
  comment.value = work.comment ?? '';
  comment.hidden = work.comment === undefined;

  const button = (name: string, run: () => void, keys?: string): HTMLButtonElement => {
    const made = element(
      'button',
      { type: 'button' },
      name,
      keys === undefined ? undefined : ' ',
      keys === undefined ? undefined : element('kbd', {}, keys),
    );
    made.addEventListener('click', run);
    return made;
  };
  const change = (next: SegmentWork): void => {
    work = next;
    onWork(work);
    show();
  };
  /** Beside a target that came back from a translator, that of the article is a correction, too: it is taken back. */
  const withPieces = (pieces: Pieces): SegmentWork => {
    const target = contentOf(pieces);
    return segment.changed === undefined ? withTarget(work, target) : { ...work, corrected: target };
  };
  const confirm = (): void => {
    // What came back from a translator is confirmed as it came.
    const own = confirmed(withPieces(field.editing.draft.pieces), segment.changed);
    const refusal = confirmRefusal(own);
    if (refusal === undefined) {
      change(own);
      goOn();
    } else say(refusal);
  };
  const reject = button('Reject', () => change(withStatus(work, work.status === 'rejected' ? undefined : 'rejected')));
  const undo = button('Undo', () => field.undo(), 'Ctrl+Z');
  const bar = element(
    'div',
    { class: 'bench-bar' },
    button('Confirm', confirm, 'Ctrl+Enter'),
    reject,
    button('Comment', () => {
      comment.hidden = false;
      comment.focus();
    }),
    undo,
    button('Close', leave, 'Esc'),
  );
  const show = (): void => {
    reject.setAttribute('aria-pressed', String(work.status === 'rejected'));
    const isPressed = document.activeElement === undo;
    undo.disabled = !field.editing.canUndo;
    if (undo.disabled && isPressed) field.focus();
    const found = faultOf(work);
    fault.textContent = found === undefined ? '' : faultTexts[found];
    const missing = missingCodes(field.editing.draft.pieces, rules).filter(({ kind }) => kind !== 'ec');
    replaceChildren(
      offers,
      missing.map((code) => {
        const name = code.kind === 'sc' ? nameOfCode(code).replace(/ starts$/, '') : nameOfCode(code);
        const made = element(
          'button',
          { type: 'button', class: 'chip', dir: 'ltr', 'aria-label': `Add ${name}` },
          `+ ${labelOf(code)}`,
        );
        // The selection of the field stays while it is pressed.
        made.addEventListener('pointerdown', (event) => event.preventDefault());
        made.addEventListener('click', () => field.take(addCode(field.editing.draft, rules, code.id)));
        return made;
      }),
    );
    offers.hidden = missing.length === 0;
  };
  const field = createField(input, {
    pieces: piecesOf(work.corrected ?? segment.changed ?? segment.target),
    rules,
    hasPartner: (key) => partners.has(key),
    onChange(pieces) {
      say('');
      change(withStatus(withPieces(pieces), work.status === 'confirmed' ? undefined : work.status));
    },
    say,
  });
  const take = createTaker(segment, { field, rules, say });
  comment.addEventListener('input', () => change(withComment(work, comment.value)));
  const root = element('div', { class: 'bench', role: 'group', lang: 'en', 'aria-label': `Correct ${segment.id}` });
  root.append(name, input, offers, fault, element('div', { class: 'bench-controls', dir: 'ltr' }, comment, bar, said));
  root.addEventListener('keydown', (event) => {
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === 'Escape') leave();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) confirm();
    else if (event.key === 'Enter' && event.altKey) take();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  show();
  return {
    root,
    focus(at) {
      if (at !== 'comment') return field.focus(at);
      comment.hidden = false;
      comment.focus();
    },
    take,
    close: () => field.close(),
  };
}

/** Text only, where the browser knows that: it then offers no bold by itself. */
function makeEditable(input: HTMLElement): void {
  try {
    input.contentEditable = 'plaintext-only';
  } catch {
    input.contentEditable = 'true';
  }
}
