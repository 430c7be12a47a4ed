import { type HeaderBase, readHeader } from './header-base.js';
import { hasBlockScalars, keepLineEnds, quotedScalars } from './header-lines.js';

/** Numbers and names that say how a front matter was spelled, whichever it is. */
export type Habit = readonly (number | string)[];

/** Ways in which the original may have spelled a front matter, the likeliest first; each is made when it is asked for. */
export interface HeaderSpellings {
  /** How many there are at most: known at once. */
  readonly most: number;
  /** How many there are, each once. */
  count(): number;
  /** Line ends are LF. */
  at(index: number): string;
  /** What made it so. */
  habitOf(index: number): Habit;
  /** Where the spelling by a habit is; `undefined`: it is none of these. */
  indexOf(habit: Habit): number | undefined;
  /** The spelling by a habit, without looking for its place. */
  spell(habit: Habit): string | undefined;
}

/** A front matter that nothing is known of: there may be a byte order mark before it. */
export function unknownHeader(header: string): HeaderSpellings {
  const spelled = [header, `\ufeff${header}`];
  return {
    most: spelled.length,
    count: () => spelled.length,
    at: (index) => spelled[index] ?? header,
    habitOf: (index) => [index],
    indexOf: ([index]) => (index === 0 || index === 1 ? index : undefined),
    spell: ([index]) => spelled[Number(index)],
  };
}

/**
 * The spellings of a front matter, that of the article first. Line ends are LF.
 *
 * @param titles Values that the title may have had; the first one is that of the header.
 * @param wanted So many are wanted; there may be more.
 */
export function headerSpellings(header: string, titles: readonly string[], wanted: number): HeaderSpellings {
  const base = readHeader(header, titles, { quotes: quotedScalars, wanted });
  const { title } = base;
  const kinds = hasBlockScalars(header.split('\n')) ? 2 : 1;
  const perBase = title.values.length * kinds;
  const marked = `\ufeff${header}`;
  const isMark = (index: number): boolean => index === base.count() * perBase;
  const titleOf = (index: number): number => Math.floor(index / kinds) % title.values.length;
  const join = (lines: readonly string[], kept: number): string =>
    (kept === 0 ? lines : keepLineEnds(lines)).join('\n');
  return {
    most: base.most * perBase + 1,
    count: () => base.count() * perBase + 1,
    at: (index) =>
      isMark(index) ? marked : join(base.linesOf(Math.floor(index / perBase), titleOf(index)), index % kinds),
    habitOf: (index) =>
      isMark(index)
        ? ['mark']
        : [...base.habitOf(Math.floor(index / perBase)), title.wayOf(titleOf(index)), index % kinds],
    indexOf([quotes, list, way, kept]) {
      if (quotes === 'mark') return base.count() * perBase;
      const [index, titleIndex] = [base.indexOf(Number(quotes), Number(list)), title.indexOf(Number(way))];
      if (index === undefined || titleIndex === undefined || Number(kept) >= kinds) return undefined;
      return index * perBase + titleIndex * kinds + Number(kept);
    },
    spell([quotes, list, way, kept]) {
      if (quotes === 'mark') return marked;
      const lines = Number(kept) < kinds ? base.spell(Number(quotes), Number(list), Number(way)) : undefined;
      return lines === undefined ? undefined : join(lines, Number(kept));
    },
  };
}

/** A line with a value: a space may stand after it. */
const spaceable = /^([^\s:#-][^:]*):.*\S$/;

/** Further spellings: with a space after one of the values, which YAML does not see, and people do not either. */
export function headerSpellingsWithSpace(header: string, titles: readonly string[], wanted: number): HeaderSpellings {
  const base: HeaderBase = readHeader(header, titles, { quotes: quotedScalars.slice(0, 1), wanted });
  const { title } = base;
  const keys = header.split('\n').map((line) => spaceable.exec(line)?.[1]);
  const places = [...keys.keys()].filter((index) => keys[index] !== undefined);
  const perBase = title.values.length * places.length;
  const placeOf = (index: number): number => places[index % places.length] ?? 0;
  const placeOfKey = (key: string | number | undefined): number => places.findIndex((each) => keys[each] === key);
  const titleOf = (index: number): number => Math.floor(index / places.length) % title.values.length;
  const join = (lines: readonly string[], place: number): string => lines.with(place, `${lines[place]} `).join('\n');
  return {
    most: base.most * perBase,
    count: () => base.count() * perBase,
    at: (index) => join(base.linesOf(Math.floor(index / perBase), titleOf(index)), placeOf(index)),
    habitOf: (index) => [
      ...base.habitOf(Math.floor(index / perBase)),
      title.wayOf(titleOf(index)),
      keys[placeOf(index)] ?? '',
    ],
    indexOf([quotes, list, way, key]) {
      const [index, titleIndex] = [base.indexOf(Number(quotes), Number(list)), title.indexOf(Number(way))];
      const place = placeOfKey(key);
      if (index === undefined || titleIndex === undefined || place < 0) return undefined;
      return index * perBase + titleIndex * places.length + place;
    },
    spell([quotes, list, way, key]) {
      const place = placeOfKey(key);
      const lines = place < 0 ? undefined : base.spell(Number(quotes), Number(list), Number(way));
      return lines === undefined ? undefined : join(lines, places[place] ?? 0);
    },
  };
}
