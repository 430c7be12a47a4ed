import type { CodeUnit } from '../align/units.js';
import { CODE, half, IMAGE, INCLUDE, join, LINK, type Mark } from '../inline/marks.js';
import { type Canonical, canonicalize, MASK } from './canonical.js';

/** A code of the intact side that the damaged side should have, and the marks it was read from. */
export interface Wanted {
  readonly unit: CodeUnit;
  readonly marks: readonly [Mark, ...Mark[]];
}

/**
 * Finds codes in a damaged text by the very markup that the other side has: each wanted code is taken where its data
 * stands in the text but for escapes, white space, width and the like. `masked` are the codes that are right already.
 */
export function findLiterals(
  markdown: string,
  wanted: readonly Wanted[],
  masked: readonly { start: number; end: number }[],
): Mark[] {
  const search = new Search(canonicalize(markdown, masked));
  const found: Mark[] = [];
  // Longer data first: `a` must not be taken from inside of `a.b`.
  const order = wanted.toSorted((a, b) => b.unit.data.length - a.unit.data.length);
  for (const { unit, marks } of order) {
    const [first, second] = marks;
    if (first.form === LINK || first.form === IMAGE) found.push(...search.link(first, unit));
    else if (second !== undefined) found.push(...search.tags(first, second, unit));
    else if (first.kind === 'ph') found.push(...search.placeholder(first, unit));
    else found.push(...search.half(first, unit));
  }
  const missing = order.filter(({ marks }) => !search.done.has(marks[0]));
  found.push(...search.blanks(missing.map(({ marks }) => marks[0])));
  return found;
}

/** How far the `)` of a link may be from its address (a title stands between), in characters. */
const TITLE_LIMIT = 300;

class Search {
  readonly done = new Set<Mark>();
  private readonly canonical: Canonical;
  private readonly taken: Uint8Array;

  constructor(canonical: Canonical) {
    this.canonical = canonical;
    this.taken = new Uint8Array(canonical.text.length);
  }

  placeholder(model: Mark, unit: CodeUnit): Mark[] {
    const data = canonicalize(unit.data).text;
    let at = this.indexOf(data);
    let { length } = data;
    if (at < 0 && model.form === CODE) {
      const inner = data.replace(/^`+|`+$/g, '');
      // A tool made quotes of the backticks, or one of the two got lost.
      const spellings = [`'${inner}'`, `"${inner}"`, ...(inner.length > 1 ? [`\`${inner}`, `${inner}\``] : [])];
      for (const spelling of inner === '' ? [] : spellings) {
        at = this.indexOf(spelling);
        length = spelling.length;
        if (at >= 0) break;
      }
    }
    if (at < 0 && model.form === INCLUDE) return this.directive(model, data);
    return at < 0 ? [] : [this.take(model, at, at + length)];
  }

  /** A directive whose word was translated (`[!メモ]`, `[!含める[x](y)]`): its path, or its place, tells it. */
  private directive(model: Mark, data: string): Mark[] {
    const { text } = this.canonical;
    const path = data.lastIndexOf('](');
    for (let at = this.indexOf('[!'); at >= 0; at = this.indexOf('[!', at + 1)) {
      if (path < 0) {
        const end = text.indexOf(']', at);
        if (end > at + 2 && end - at < 42 && this.isFree(at, end + 1)) return [this.take(model, at, end + 1)];
      } else {
        const end = this.indexOf(data.slice(path), at);
        if (end > at && !text.slice(at + 2, end).includes(']('))
          return [this.take(model, at, end + data.length - path)];
      }
    }
    return [];
  }

  half(model: Mark, unit: CodeUnit): Mark[] {
    const data = canonicalize(unit.data).text;
    const at = this.indexOf(data);
    return at < 0 ? [] : [this.take(model, at, at + data.length)];
  }

  /** Both tags of an element, or none. */
  tags(first: Mark, second: Mark, unit: CodeUnit): Mark[] {
    const [start, end] = unit.codes;
    const opening = canonicalize(start.data).text;
    const closing = canonicalize(end?.data ?? '').text;
    if (!opening.startsWith('<') || !closing.startsWith('<')) return [];
    const from = this.indexOf(opening);
    const to = from < 0 ? -1 : this.indexOf(closing, from + opening.length);
    if (to < 0) return [];
    const sc = this.take(first, from, from + opening.length);
    const ec = this.take(second, to, to + closing.length);
    join(sc, ec);
    return [sc, ec];
  }

  link(model: Mark, unit: CodeUnit): Mark[] {
    const { text } = this.canonical;
    const data = canonicalize(unit.data).text;
    if (data.length < 4) return [];
    const isResource = data.startsWith('](');
    // The title may be translated, and so only the address counts.
    const address = isResource ? data.replace(/(?:"[^"]*"|'[^']*')?\)$/, '') : data;
    for (let at = this.indexOf(address); at >= 0; at = this.indexOf(address, at + 1)) {
      let end = at + address.length;
      if (isResource) {
        const title = text[end];
        if (title !== ')' && title !== '"' && title !== "'") continue;
        end = text.indexOf(')', end) + 1;
        if (end === 0 || end - at - address.length > TITLE_LIMIT || !this.isFree(at, end)) continue;
      }
      const open = this.openerBefore(at);
      if (open < 0) continue;
      const isImage = open > 0 && text[open - 1] === '!';
      if (isImage !== (model.form === IMAGE)) continue;
      const sc = this.take(model, isImage ? open - 1 : open, open + 1, 'sc');
      const ec = this.take(model, at, end, 'ec');
      join(sc, ec);
      return [sc, ec];
    }
    return [];
  }

  /** The `[` that a `]` at `at` closes; when a `]` too many stands before it, the nearest `[` there is. */
  private openerBefore(at: number): number {
    const { text } = this.canonical;
    let depth = 0;
    let nearest = -1;
    for (let back = at - 1; back >= 0; back--) {
      const char = text[back];
      if (char === ']') depth++;
      else if (char === '[' && this.taken[back] === 0) {
        if (depth-- === 0) return back;
        if (nearest < 0) nearest = back;
      }
    }
    return nearest;
  }

  /** Blanks to fill in (`<file name>`) whose words were translated: as many on both sides, in order. */
  blanks(missing: readonly Mark[]): Mark[] {
    const models = missing
      .filter(({ kind, form }) => kind === 'sc' && form.type === 'other' && form.subType === 'md:html')
      .toSorted((a, b) => a.start - b.start);
    if (models.length === 0) return [];
    const places: [number, number][] = [];
    for (const match of this.canonical.text.matchAll(/<[^<>\0/][^<>\0]{0,80}>/g)) {
      const end = match.index + match[0].length;
      if (this.isFree(match.index, end)) places.push([match.index, end]);
    }
    if (places.length !== models.length) return [];
    return models.map((model, index) => this.take(model, ...(places[index] as [number, number])));
  }

  private indexOf(data: string, from = 0): number {
    if (data === '' || data.includes(MASK)) return -1;
    for (let at = this.canonical.text.indexOf(data, from); at >= 0; at = this.canonical.text.indexOf(data, at + 1)) {
      if (this.isFree(at, at + data.length)) return at;
    }
    return -1;
  }

  private isFree(start: number, end: number): boolean {
    for (let at = start; at < end; at++) if (this.taken[at] !== 0) return false;
    return true;
  }

  private take(model: Mark, start: number, end: number, kind: Mark['kind'] = model.kind): Mark {
    this.taken.fill(1, start, end);
    this.done.add(model);
    const { starts, ends } = this.canonical;
    const mark = half('sc', model.form, starts[start] as number, ends[end - 1] as number);
    return { ...mark, kind, disp: model.disp, equiv: model.equiv, recovered: true };
  }
}
