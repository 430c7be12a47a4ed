import type { CodeUnit } from '../align/units.js';
import { BACKTICK } from '../inline/characters.js';
import { CODE, IMAGE, INCLUDE, join, LINK, type Mark, XREF } from '../inline/marks.js';
import { canonicalize, MASK } from './canonical.js';
import { LinkSearch } from './links.js';
import { Search } from './search.js';

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
  const search = new Search(markdown, canonicalize(markdown, masked));
  const links = new LinkSearch(search);
  const found: Mark[] = [];
  // Longer data first: `a` must not be taken from inside of `a.b`.
  const order = wanted.toSorted((a, b) => b.unit.data.length - a.unit.data.length);
  for (const { unit, marks } of order) {
    const [first, second] = marks;
    const isLink = first.form === LINK || first.form === IMAGE;
    const own = isLink
      ? links.find(first, unit)
      : second !== undefined
        ? findTags(search, first, second, unit)
        : findSingle(search, first, unit);
    for (const mark of own) found.push(mark);
  }
  const missing = order.flatMap(({ marks }) => (search.done.has(marks[0]) ? [] : [marks[0]]));
  for (const mark of findBlanks(search, missing)) found.push(mark);
  return found;
}

/** A code that stands for itself, or a lone half. */
function findSingle(search: Search, model: Mark, unit: CodeUnit): Mark[] {
  const data = canonicalize(unit.data).text;
  const at = search.indexOf(data);
  if (at >= 0) return [search.take(model, at, at + data.length)];
  if (model.form === CODE) return findQuoted(search, model, withoutBackticks(data));
  if (model.form === INCLUDE) return findDirective(search, model, data);
  return model.form === XREF ? findXref(search, model, data) : [];
}

const QUOTE = /['"`]/;

/** A code span of whose backticks a tool made quotes, or of whose two backticks one got lost. */
function findQuoted(search: Search, model: Mark, inner: string): Mark[] {
  const { text } = search;
  let half: readonly [number, number] | undefined;
  if (inner === '' || inner.includes(MASK)) return [];
  for (let at = text.indexOf(inner); at >= 0; at = text.indexOf(inner, at + 1)) {
    const end = at + inner.length;
    const [before, after] = [signAt(search, at - 1), signAt(search, end)];
    if (QUOTE.test(before) && QUOTE.test(after)) {
      if (search.isFree(at - 1, end + 1)) return [search.take(model, at - 1, end + 1)];
    } else if (half === undefined) {
      if (before === '`' && search.isFree(at - 1, end)) half = [at - 1, end];
      else if (after === '`' && search.isFree(at, end + 1)) half = [at, end + 1];
    }
  }
  return half === undefined ? [] : [search.take(model, ...half)];
}

function signAt(search: Search, at: number): string {
  return search.isByNumber(at) ? '' : search.text.charAt(at);
}

/** Without the backticks at its ends. */
function withoutBackticks(data: string): string {
  let [start, end] = [0, data.length];
  while (data.charCodeAt(start) === BACKTICK) start++;
  while (end > start && data.charCodeAt(end - 1) === BACKTICK) end--;
  return data.slice(start, end);
}

/** A directive whose word was translated (`[!メモ]`, `[!含める[x](y)]`): its path, or its place, shows it. */
function findDirective(search: Search, model: Mark, data: string): Mark[] {
  const { text } = search;
  const path = data.slice(data.lastIndexOf(']('));
  if (path.startsWith('](')) {
    for (let at = search.indexOf(path); at >= 0; at = search.indexOf(path, at + 1)) {
      const before = text.slice(Math.max(0, at - TITLE_LIMIT), at);
      const word = before.lastIndexOf('[!');
      const start = at - before.length + word;
      if (word >= 0 && !before.includes('](', word) && search.isFree(start, at))
        return [search.take(model, start, at + path.length)];
    }
    return [];
  }
  for (let at = search.indexOf('[!'); at >= 0; at = search.indexOf('[!', at + 1)) {
    const end = text.slice(at, at + WORD_LIMIT).indexOf(']', 3) + at;
    if (end > at && search.isFree(at, end + 1)) return [search.take(model, at, end + 1)];
  }
  return [];
}

/** The most characters that the word and the title of a directive have. */
const TITLE_LIMIT = 300;

/** The most characters that a directive without a path has: two brackets, `!` and a word, or a few. */
const WORD_LIMIT = 42;

/** A cross reference whose scheme was translated (`<参照:System.String>`). */
function findXref(search: Search, model: Mark, data: string): Mark[] {
  if (!data.startsWith('<xref:')) return [];
  const uid = data.slice('<xref'.length);
  const at = search.indexOf(uid);
  const start = at < 0 ? -1 : search.text.lastIndexOf('<', at);
  const isScheme = start >= 0 && at - start <= 20 && search.isFree(start, at);
  return isScheme ? [search.take(model, start, at + uid.length)] : [];
}

/** Both tags of an element, or none. */
function findTags(search: Search, first: Mark, second: Mark, unit: CodeUnit): Mark[] {
  const [start, end] = unit.codes;
  const opening = canonicalize(start.data).text;
  const closing = canonicalize(end?.data ?? '').text;
  if (!opening.startsWith('<') || !closing.startsWith('<')) return [];
  const from = search.indexOf(opening);
  const to = from < 0 ? -1 : search.indexOf(closing, from + opening.length);
  if (to < 0) return [];
  const sc = search.take(first, from, from + opening.length);
  const ec = search.take(second, to, to + closing.length);
  join(sc, ec);
  return [sc, ec];
}

/** Blanks to fill in (`<file name>`) whose words were translated: as many on both sides, in order. */
function findBlanks(search: Search, missing: readonly Mark[]): Mark[] {
  const models = missing
    .filter(({ kind, form }) => kind === 'sc' && form.type === 'other' && form.subType === 'md:html')
    .toSorted((a, b) => a.start - b.start);
  if (models.length === 0) return [];
  const places: [number, number][] = [];
  for (const match of search.text.matchAll(/<[^<>\0/][^<>\0]{0,80}>/g)) {
    const end = match.index + match[0].length;
    if (search.isFree(match.index, end)) places.push([match.index, end]);
  }
  if (places.length !== models.length) return [];
  return models.map((model, index) => search.take(model, ...(places[index] as [number, number])));
}
