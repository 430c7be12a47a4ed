import { similarData } from '../align/similar.js';
import type { CodeUnit } from '../align/units.js';
import { IMAGE, join, type Mark } from '../inline/marks.js';
import { canonicalize } from './canonical.js';
import type { Search } from './search.js';

/** Where the second half of a link stands, and the `[` of its first half. */
interface Place {
  readonly open: number;
  readonly start: number;
  readonly end: number;
}

/** The second half of what may be a link, with its address. */
interface Resource {
  readonly start: number;
  readonly end: number;
  readonly host: string;
  readonly tail: string;
}

/** How far the `)` of a link may be from its address (a title stands between), in characters. */
const TITLE_LIMIT = 300;

/** The links and images of a damaged text, by their addresses: first as they should be, then with less of it. */
export class LinkSearch {
  private readonly search: Search;
  private openers: { readonly unclosed: Int32Array; readonly nearest: Int32Array } | undefined = undefined;
  private resources: readonly Resource[] | undefined = undefined;

  constructor(search: Search) {
    this.search = search;
  }

  /** Both halves, or nothing. */
  find(model: Mark, unit: CodeUnit): Mark[] {
    const data = canonicalize(unit.data).text;
    if (data.length < 4) return [];
    const isImage = model.form === IMAGE;
    const isWeb = unit.data.includes('://');
    const place = data.startsWith('](') ? this.resource(data, isImage, isWeb) : this.reference(data, isImage);
    if (place === undefined) return [];
    const { open, start, end } = place;
    const sc = this.search.take(model, isImage ? open - 1 : open, open + 1, 'sc');
    const ec = this.search.take(model, start, end, 'ec');
    join(sc, ec);
    return [sc, ec];
  }

  private reference(data: string, isImage: boolean): Place | undefined {
    const { search } = this;
    for (let at = search.indexOf(data); at >= 0; at = search.indexOf(data, at + 1)) {
      const open = this.openerBefore(at, isImage);
      if (open >= 0) return { open, start: at, end: at + data.length };
    }
    return undefined;
  }

  private resource(data: string, isImage: boolean, isWeb: boolean): Place | undefined {
    // The title may be translated, and so only the address counts.
    const address = data.replace(/\/?(?:"[^"]*"|'[^']*')?\)$/, '');
    return (
      this.address(address, isImage, closed) ??
      this.address(address, isImage, unclosed) ??
      this.address(address.slice(1), isImage, closed) ??
      this.other(address.slice(2), isImage, isWeb)
    );
  }

  private address(address: string, isImage: boolean, endOf: typeof closed): Place | undefined {
    const { search } = this;
    const hasBracket = address.startsWith('](');
    for (let at = search.indexOf(address); at >= 0; at = search.indexOf(address, at + 1)) {
      if (!hasBracket && search.text[at - 1] === ']') continue;
      const end = endOf(search, at, at + address.length);
      if (end < 0) continue;
      const open = this.openerBefore(at, isImage, hasBracket);
      if (open >= 0 && (hasBracket || open + 1 < at)) return { open, start: at, end };
    }
    return undefined;
  }

  /** A link torn apart whose address is another one, on the same host or with the same last part. */
  private other(address: string, isImage: boolean, isWeb: boolean): Place | undefined {
    const host = isWeb ? hostOf(address) : '';
    const { tail } = similarData(`](${address})`);
    if (host === '' && tail === '') return undefined;
    this.resources ??= findResources(this.search.text);
    for (const { start, end, ...resource } of this.resources) {
      const isSame = (host !== '' && resource.host === host) || (tail !== '' && resource.tail === tail);
      const open = isSame && this.search.isFree(start, end) ? this.openerBefore(start, isImage) : -1;
      if (open >= 0) return { open, start, end };
    }
    return undefined;
  }

  /**
   * The `[` that what is at `at` closes, or -1; where a `]` too many stands before it, and it may be, the nearest `[`.
   * An image has a `!` before it, and a link none.
   */
  private openerBefore(at: number, isImage: boolean, mayBeNear = true): number {
    const { search } = this;
    this.openers ??= findOpeners(search.text);
    const unclosed = this.openers.unclosed[at] as number;
    const open = unclosed < 0 && mayBeNear ? (this.openers.nearest[at] as number) : unclosed;
    return open >= 0 && search.isFree(open, open + 1) && isImage === (search.text[open - 1] === '!') ? open : -1;
  }
}

/** For each place in a text the last `[` before it that no `]` closes, and the last `[` of all; -1 where there is none. */
function findOpeners(text: string): { unclosed: Int32Array; nearest: Int32Array } {
  const unclosed = new Int32Array(text.length).fill(-1);
  const nearest = new Int32Array(text.length).fill(-1);
  const open: number[] = [];
  let last = -1;
  for (let at = 0; at < text.length; at++) {
    unclosed[at] = open.at(-1) ?? -1;
    nearest[at] = last;
    if (text[at] === '[') {
      open.push(at);
      last = at;
    } else if (text[at] === ']') open.pop();
  }
  return { unclosed, nearest };
}

function findResources(text: string): Resource[] {
  const resources: Resource[] = [];
  for (let start = text.indexOf(']('); start >= 0; start = text.indexOf('](', start + 1)) {
    const end = text.indexOf(')', start) + 1;
    if (end === 0) break;
    if (end - start > TITLE_LIMIT) continue;
    const data = text.slice(start, end);
    resources.push({ start, end, host: hostOf(data.slice(2, -1)), tail: similarData(data).tail });
  }
  return resources;
}

function hostOf(address: string): string {
  return address.split(/[/?#]/, 1)[0] ?? '';
}

/** The offset after the `)` that follows an address, or its title. */
function closed(search: Search, start: number, end: number): number {
  const { text } = search;
  const from = text[end] === '/' ? end + 1 : end;
  const next = text[from];
  if (next !== ')' && next !== '"' && next !== "'") return -1;
  const after = text.indexOf(')', from) + 1;
  return after === 0 || after - end > TITLE_LIMIT || !search.isFree(start, after) ? -1 : after;
}

/** The end of an address whose `)` got lost, if it is the whole address. */
function unclosed(search: Search, _start: number, end: number): number {
  return ADDRESS_PART.test(search.text.charAt(end)) ? -1 : end;
}

const ADDRESS_PART = /[a-z0-9/_#?&=%+~.-]/;
