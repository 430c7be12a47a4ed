import { element } from '../../dom.js';

/** Gives a text as a file. Nothing leaves the machine: the browser writes it from its memory. */
export function download(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  element('a', { href: url, download: name }).click();
  // The browser may still read it.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
