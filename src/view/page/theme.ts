import { byId, element, replaceChildren } from './dom.js';
import { recall, remember } from './settings.js';

const themes = ['auto', 'light', 'dark'] as const;
type Theme = (typeof themes)[number];

/** Light and dark as the system has it, until the button says otherwise. */
export function startTheme(): void {
  const button = byId('theme', HTMLButtonElement);
  let shown: Theme = 'auto';
  const show = (theme: Theme): void => {
    shown = theme;
    document.documentElement.dataset['theme'] = theme;
    replaceChildren(button, [element('span', { class: 'word' }, 'Theme: '), theme]);
  };
  show(themes.find((theme) => theme === recall('theme')) ?? 'auto');
  button.addEventListener('click', () => {
    const next = themes[(themes.indexOf(shown) + 1) % themes.length] ?? 'auto';
    show(next);
    remember('theme', next);
  });
}

/** More on the screen, where that is wanted. */
export function startDensity(): void {
  const button = byId('dense', HTMLButtonElement);
  const show = (isDense: boolean): void => {
    button.setAttribute('aria-pressed', String(isDense));
    document.documentElement.toggleAttribute('data-dense', isDense);
  };
  show(recall('dense') === 'yes');
  button.addEventListener('click', () => {
    const isDense = button.getAttribute('aria-pressed') !== 'true';
    show(isDense);
    remember('dense', isDense ? 'yes' : 'no');
  });
}
