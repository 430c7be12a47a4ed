import { byId, element } from '../../view/page/dom.js';
import { type Format, formatNames, formats } from '../../write/formats.js';
import { outputsOf, packOutputs } from '../outputs.js';
import type { Reading } from '../read/read-all.js';

/** What can be downloaded now. */
interface Downloadable {
  readonly reading: Reading;
  /** What files with everything are called, without an extension. */
  readonly name: string;
  readonly page: Blob;
}

/** The buttons that download. */
export interface Downloads {
  show(downloadable: Downloadable): void;
}

/** What the list of formats calls the review page. */
const review = 'review';

/** Makes the buttons work; `say`: what there is to say to those who hear the page, too. */
export function createDownloads(bar: HTMLElement, say: (text: string) => void): Downloads {
  let now: Downloadable | undefined;
  const select = byId('format', HTMLSelectElement);
  const buttons = Array.from(bar.querySelectorAll<HTMLButtonElement>('button[data-format]'));
  const own = new Set(buttons.map(({ dataset }) => dataset['format']));
  for (const name of formatNames) {
    if (!own.has(name)) select.append(element('option', { value: name }, formats[name].title));
  }
  select.append(element('option', { value: review }, 'This review page (HTML)'));
  const download = async (format: string): Promise<void> => {
    if (now === undefined) return;
    const { reading, name, page } = now;
    if (format === review) return offer(`${name}.html`, page, say);
    const outputs = await outputsOf(reading.articles, format as Format, reading.srcLang);
    const output = packOutputs(outputs, `${name}.${format}`);
    if (output === undefined) return say('There is no pair to be downloaded.');
    offer(output.name, new Blob([output.bytes]), say);
  };
  const tryTo = (format: string): void => {
    download(format).catch((error: unknown) => say(`Not written: ${error instanceof Error ? error.message : error}`));
  };
  for (const button of buttons) button.addEventListener('click', () => tryTo(button.dataset['format'] ?? ''));
  byId('download', HTMLButtonElement).addEventListener('click', () => tryTo(select.value));
  return {
    show(downloadable) {
      now = downloadable;
      const isNothing = downloadable.reading.articles.length === 0;
      for (const button of buttons) button.disabled = isNothing;
      for (const option of select.options) option.disabled = isNothing && option.value !== review;
      if (isNothing) select.value = review;
    },
  };
}

/** Hands bytes to the browser, which saves them under the last part of a name. */
function offer(name: string, bytes: Blob, say: (text: string) => void): void {
  const address = URL.createObjectURL(bytes);
  const short = name.slice(name.lastIndexOf('/') + 1);
  const link = element('a', { href: address, download: short });
  link.click();
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  say(`${short}: ${bytes.size.toLocaleString('en-US')} bytes.`);
}
