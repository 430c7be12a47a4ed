import { count, element } from './dom.js';

/** Things that are listed at once. */
const listed = 200;

/** Appends what things look like, some at a time, and a button for more of them to `outside`. */
export function appendSome<Thing>(
  parent: HTMLElement,
  things: readonly Thing[],
  toElement: (thing: Thing) => HTMLElement,
  { outside = parent, atOnce = listed }: { readonly outside?: HTMLElement; readonly atOnce?: number } = {},
): void {
  const button = element('button', { type: 'button', class: 'more' });
  let shown = 0;
  const more = (): void => {
    const made = things.slice(shown, shown + atOnce).map(toElement);
    for (const each of made) {
      if (outside === parent) button.before(each);
      else parent.append(each);
    }
    const hasFocus = document.activeElement === button;
    shown = Math.min(shown + atOnce, things.length);
    button.hidden = shown === things.length;
    button.textContent = `Show more (${count(things.length - shown)} left)`;
    // A button that goes away hands the focus on to what came in its place.
    if (hasFocus && button.hidden) made[0]?.querySelector<HTMLElement>('a, summary')?.focus();
  };
  button.addEventListener('click', more);
  outside.append(button);
  more();
}
