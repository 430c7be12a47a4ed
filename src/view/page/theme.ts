import { byId } from './dom.js';
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
    button.textContent = `Theme: ${theme}`;
  };
  show(themes.find((theme) => theme === recall('theme')) ?? 'auto');
  button.addEventListener('click', () => {
    const next = themes[(themes.indexOf(shown) + 1) % themes.length] ?? 'auto';
    show(next);
    remember('theme', next);
  });
}
