import { half, type Mark } from '../inline/marks.js';
import { type Canonical, MASK } from './canonical.js';

/** A search of a damaged text for the codes of the other side: what was found is not found again. */
export class Search {
  /** What was looked for and found. */
  readonly done: Set<Mark> = new Set();
  /** The text, as it is compared. */
  readonly text: string;
  private readonly markdown: string;
  private readonly canonical: Canonical;
  private readonly taken: Uint8Array;

  constructor(markdown: string, canonical: Canonical) {
    this.markdown = markdown;
    this.canonical = canonical;
    this.text = canonical.text;
    this.taken = new Uint8Array(canonical.text.length);
  }

  /** The first place at or after `from` where the data stand and are free, or -1. */
  indexOf(data: string, from = 0): number {
    if (data === '' || data.includes(MASK)) return -1;
    for (let at = this.text.indexOf(data, from); at >= 0; at = this.text.indexOf(data, at + 1)) {
      if (this.isFree(at, at + data.length)) return at;
    }
    return -1;
  }

  isFree(start: number, end: number): boolean {
    for (let at = start; at < end; at++) if (this.taken[at] !== 0) return false;
    return true;
  }

  /** Whether a character is spelled by its number (`&#34;`): as a character that means nothing else, and as no damage. */
  isByNumber(at: number): boolean {
    const start = this.canonical.starts[at] ?? 0;
    return this.canonical.ends[at] !== start + 1 && this.markdown.startsWith('&#', start);
  }

  /** The mark that a stretch of the text makes, after the model that was looked for. */
  take(model: Mark, start: number, end: number, kind: Mark['kind'] = model.kind): Mark {
    this.taken.fill(1, start, end);
    this.done.add(model);
    const { starts, ends } = this.canonical;
    const mark = half('sc', model.form, starts[start] as number, ends[end - 1] as number);
    return { ...mark, kind, disp: model.disp, equiv: model.equiv, recovered: true };
  }
}
