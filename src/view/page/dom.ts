/** What an element has: `text` is its text, anything else an attribute; `undefined` and `false` are left out. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Something that can stand in an element. Strings are text, never markup. */
export type Child = Node | string | undefined;

/**
 * Makes an element. There is no other way in which the page makes one, and none that reads markup. Children that are many
 * come as a list.
 */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly (Child | readonly Child[])[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  setAttributes(made, attributes);
  append(made, children);
  return made;
}

/** One by one: what a list of them is spread into is an argument each, and those are limited. */
function append(parent: Element, children: readonly (Child | readonly Child[])[]): void {
  for (const child of children.flat()) if (child !== undefined) parent.append(child);
}

/** Puts nodes in the place of all that an element has. */
export function replaceChildren(parent: Element, children: readonly Child[]): void {
  parent.replaceChildren();
  append(parent, children);
}

/** Makes an element of a drawing. */
export function drawing<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly (Child | readonly Child[])[]
): SVGElementTagNameMap[Name] {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  setAttributes(made, attributes);
  append(made, children);
  return made;
}

function setAttributes(target: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    target.setAttribute(name, value === true ? '' : String(value));
  }
}

/** The element of the skeleton with an id. */
export function byId<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`The page has no ${id}.`);
  return found;
}

/** Opens a dialogue at its heading: the first control may be far below it. */
export function openDialog(dialog: HTMLDialogElement): void {
  dialog.showModal();
  dialog.querySelector<HTMLElement>('h2')?.focus();
}

/** A number with its thousands separated. */
export function count(number: number): string {
  return number.toLocaleString('en-US');
}

/** A number of things: `1 article`, `2 articles`. */
export function countOf(number: number, thing: string): string {
  return `${count(number)} ${thing}${number === 1 ? '' : 's'}`;
}

/** A text for those who hear the page only; in its language, wherever it stands. */
export function heard(text: string): HTMLElement {
  return element('span', { class: 'heard', lang: 'en' }, text);
}
