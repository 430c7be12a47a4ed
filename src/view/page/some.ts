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
    for (const thing of things.slice(shown, shown + atOnce)) {
      if (outside === parent) button.before(toElement(thing));
      else parent.append(toElement(thing));
    }
    shown = Math.min(shown + atOnce, things.length);
    button.hidden = shown === things.length;
    button.textContent = `Show more (${count(things.length - shown)} left)`;
  };
  button.addEventListener('click', more);
  outside.append(button);
  more();
}
