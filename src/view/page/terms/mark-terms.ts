import type { PageTerm } from '../../page-data.js';
import { element } from '../dom.js';

/** What is known of the terms that are marked. */
const known = new WeakMap<Element, PageTerm>();

/** Underlines terms in a text that is made already, wherever they stand: in words that are bold, found or new, too. */
export function markTerms(text: HTMLElement, terms: readonly PageTerm[] = []): void {
  if (terms.length === 0) return;
  let at = 0;
  for (const node of nodesIn(text)) {
    if (!(node instanceof Text)) {
      at++;
      continue;
    }
    const [start, end] = [at, at + node.data.length];
    at = end;
    const own = terms.filter((term) => term.start < end && term.end > start);
    if (own.length > 0) node.replaceWith(createMarked(node.data, start, own));
  }
}

/** A text that starts at a place of the whole, with its terms in elements. */
function createMarked(text: string, at: number, terms: readonly PageTerm[]): DocumentFragment {
  const fragment = document.createDocumentFragment();
  let done = 0;
  for (const term of terms) {
    const [from, to] = [Math.max(term.start - at, done), Math.min(term.end - at, text.length)];
    if (from > done) fragment.append(text.slice(done, from));
    const className = `term ${term.status ?? ''}`.trim();
    const mark = element('dfn', { class: className, tabindex: -1 }, text.slice(from, to));
    known.set(mark, term);
    fragment.append(mark);
    done = to;
  }
  if (done < text.length) fragment.append(text.slice(done));
  return fragment;
}

/** The texts of an element, and its placeholders, each of which is one character of the text that terms were looked up in. */
function nodesIn(parent: HTMLElement): readonly (Text | Element)[] {
  const nodes: (Text | Element)[] = [];
  const visit = (node: Node): void => {
    if (node instanceof Text) nodes.push(node);
    else if (node instanceof Element && node.matches('.chip')) {
      if (node.matches('.ph')) nodes.push(node);
    } else for (const child of node.childNodes) visit(child);
  };
  visit(parent);
  return nodes;
}

/** The term that an element is, or stands in. */
export function termAt(
  target: EventTarget | null,
): { readonly mark: HTMLElement; readonly term: PageTerm } | undefined {
  const mark = target instanceof Element ? target.closest<HTMLElement>('.term') : null;
  const term = mark === null ? undefined : known.get(mark);
  return mark === null || term === undefined ? undefined : { mark, term };
}
