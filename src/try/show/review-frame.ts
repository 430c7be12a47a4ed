import { type PageFiles, toDocument } from '../../view/document.js';
import { addressOf } from '../../view/route.js';
import { toPageArticle } from '../../view/view-model.js';
import type { Reading } from '../read/read-all.js';

/** The review page, in a frame. */
export interface ReviewFrame {
  /** Shows what was read; gives the page itself. */
  show(reading: Reading, title: string): Blob;
  /** Shows a segment of an article. */
  reveal(path: string, segment: string): void;
}

/** Shows review pages in a frame; each is a document of its own, by the address of its bytes. */
export function createReviewFrame(frame: HTMLIFrameElement, files: PageFiles): ReviewFrame {
  let address: string | undefined;
  return {
    show({ items, srcLang }, title) {
      const chunks = toDocument({ title, srcLang }, pagesOf(items), files);
      const page = new Blob([...chunks], { type: 'text/html;charset=utf-8' });
      if (address !== undefined) URL.revokeObjectURL(address);
      address = URL.createObjectURL(page);
      // Chromium shows nothing, ever, of a document that comes before a frame that was hidden is laid out again.
      frame.getBoundingClientRect();
      frame.src = address;
      return page;
    },
    reveal(path, segment) {
      if (address === undefined) return;
      frame.src = address + addressOf({ article: path, segment });
      frame.focus();
    },
  };
}

function* pagesOf(items: Reading['items']): Generator<ReturnType<typeof toPageArticle>, void, undefined> {
  for (const item of items) yield toPageArticle(item);
}

/** The code and the style of the review page, as they stand in this page. */
export function filesInPage(): PageFiles {
  const textOf = (id: string): string => document.getElementById(id)?.textContent ?? '';
  const { reviewScriptHash, reviewStyleHash } = JSON.parse(textOf('review-hashes')) as Record<string, string>;
  return {
    script: textOf('review-script'),
    style: textOf('review-style'),
    scriptHash: reviewScriptHash ?? '',
    styleHash: reviewStyleHash ?? '',
  };
}
