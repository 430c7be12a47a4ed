import { displayOf, type PageCode, type PageContent, piecesOf } from '../../page-data.js';
import { element } from '../dom.js';
import { hasLook } from './looks.js';

/** What a kind of code is called by those who cannot see it. */
const names: Readonly<Record<string, string>> = {
  'xlf:b': 'bold',
  'xlf:i': 'italic',
  'xlf:u': 'underline',
  'xlf:lb': 'line break',
  'md:s': 'strike',
  'md:code': 'code',
  'md:link': 'link',
  'md:image': 'image',
  'md:autolink': 'address',
  'md:xref': 'reference',
  'md:include': 'include',
  'md:math': 'formula',
  'md:footnote': 'footnote',
  'md:comment': 'comment',
  'md:html': 'tag',
};

/** Whether the text beside a mark looks like it: the mark itself is shown when it is looked for. */
function isSeen({ kind, type }: PageCode): boolean {
  return kind !== 'ph' && hasLook(type);
}

const ends: Readonly<Record<PageCode['kind'], string>> = { ph: '', sc: ' starts', ec: ' ends' };

/** Longer markup is shown by its start; all of it is in the tooltip. */
const longestMarkup = 16;

/** A code as a quiet chip: what it is shows, and all of its markup is its tooltip. */
export function createChip(code: PageCode, hasPartner: boolean): HTMLElement {
  const spoken = nameOfCode(code);
  return element(
    'bdi',
    {
      class: `chip ${code.kind}${isSeen(code) ? ' seen' : ''}${hasPartner ? '' : ' lone'}`,
      dir: 'ltr',
      lang: 'en',
      role: 'img',
      tabindex: -1,
      'data-id': code.id,
      'data-kind': code.kind,
      'aria-label': `${spoken}${hasPartner ? '' : ', without a partner'}`,
      title: `${code.data}${hasPartner ? '' : ' (without a partner)'}`,
    },
    // Its name is spoken in place of the markup.
    element('span', { 'aria-hidden': 'true' }, shownOn(code)),
  );
}

/** What is read on a chip. */
export function shownOn(code: PageCode): string {
  const label = labelOf(code);
  return label === '' ? '·' : label;
}

/** A code in words. */
export function nameOfCode(code: PageCode): string {
  const name = names[code.type ?? ''] ?? 'code';
  return code.kind === 'ph' ? `${name} ${labelOf(code)}` : `${name}${ends[code.kind]}`;
}

export function labelOf(code: PageCode): string {
  if (code.kind === 'ph' && code.disp !== undefined) return displayOf(code);
  const data = code.data.replaceAll(/\s+/g, ' ');
  if (data.length <= longestMarkup) return data;
  const [, start, end] = /^(!?\]\(|!?\]\[).*(\)|\])$/.exec(data) ?? [];
  return start === undefined ? `${data.slice(0, longestMarkup - 2)}…` : `${start}…${end}`;
}

/** What tells codes of two texts apart: the half, and its id. */
export function codeKeys(content: PageContent): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const piece of piecesOf(content)) if (typeof piece !== 'string') keys.add(keyOf(piece));
  return keys;
}

export function keyOf({ kind, id }: PageCode): string {
  return `${kind} ${id}`;
}

/** Lights up the codes of a segment that belong together while one of them is pointed at, or has the focus. */
export function lightPartners(root: HTMLElement): void {
  let lit: readonly Element[] = [];
  const light = (target: EventTarget | null): void => {
    for (const chip of lit) chip.classList.remove('lit');
    const chip = target instanceof Element ? target.closest<HTMLElement>('.chip') : null;
    lit = chip === null ? [] : partnersOf(chip);
    for (const partner of lit) partner.classList.add('lit');
  };
  root.addEventListener('pointerover', ({ target }) => light(target));
  root.addEventListener('pointerleave', () => light(document.activeElement));
  root.addEventListener('focusin', ({ target }) => light(target));
  root.addEventListener('focusout', () => light(null));
}

/** All codes of its segment with the id of a chip, itself among them. */
function partnersOf(chip: HTMLElement): readonly HTMLElement[] {
  const row = chip.closest('tr');
  const all = row === null ? [] : Array.from(row.querySelectorAll<HTMLElement>('.chip'));
  return all.filter(({ dataset }) => dataset['id'] === chip.dataset['id']);
}
