import { spellDoubleQuoted } from '../read/metadata/yaml-scalar.js';
import {
  createLineSpeller,
  hasBlockScalars,
  hasLists,
  keepLineEnds,
  type LineSpeller,
  listStyles,
  quotedScalars,
} from './header-lines.js';
import { createWays, type Ways } from './ways.js';

/** Numbers and names that say how a front matter was spelled, whichever it is. */
export type Habit = readonly (number | string)[];

/** Ways in which the original may have spelled a front matter, the likeliest first; each is made when it is asked for. */
export interface HeaderSpellings {
  readonly count: number;
  /** Line ends are LF. */
  at(index: number): string;
  /** What made it so. */
  habitOf(index: number): Habit;
  /** Where the spelling by a habit is; `undefined`: it is none of these. */
  indexOf(habit: Habit): number | undefined;
}

/** A front matter that nothing is known of: there may be a byte order mark before it. */
export function unknownHeader(header: string): HeaderSpellings {
  const spelled = [header, `\ufeff${header}`];
  return {
    count: spelled.length,
    at: (index) => spelled[index] ?? header,
    habitOf: (index) => [index],
    indexOf: ([index]) => (index === 0 || index === 1 ? index : undefined),
  };
}

/**
 * The spellings of a front matter, that of the article first. Line ends are LF.
 *
 * @param titles Values that the title may have had; the first one is that of the header.
 * @param most So many are wanted; there may be more.
 */
export function headerSpellings(header: string, titles: readonly string[], most: number): HeaderSpellings {
  const { base, title, linesOf } = readHeader(header, titles, quotedScalars.length, most);
  const kinds = hasBlockScalars(header.split('\n')) ? 2 : 1;
  const perBase = title.values.length * kinds;
  const last = base.values.length * perBase;
  const titleOf = (index: number): number => Math.floor(index / kinds) % title.values.length;
  return {
    count: last + 1,
    at(index) {
      if (index === last) return `\ufeff${header}`;
      const lines = linesOf(Math.floor(index / perBase), titleOf(index));
      return (index % kinds === 0 ? lines : keepLineEnds(lines)).join('\n');
    },
    habitOf(index) {
      if (index === last) return ['mark'];
      return [...base.habitOf(Math.floor(index / perBase)), title.wayOf(titleOf(index)), index % kinds];
    },
    indexOf([quotes, list, way, kept]) {
      if (quotes === 'mark') return last;
      const [index, titleIndex] = [base.indexOf(Number(quotes), Number(list)), title.indexOf(Number(way))];
      if (index === undefined || titleIndex === undefined || Number(kept) >= kinds) return undefined;
      return index * perBase + titleIndex * kinds + Number(kept);
    },
  };
}

/** A line with a value: a space may stand after it. */
const spaceable = /^([^\s:#-][^:]*):.*\S$/;

/** Further spellings: with a space after one of the values, which YAML does not see, and people do not either. */
export function headerSpellingsWithSpace(header: string, titles: readonly string[], most: number): HeaderSpellings {
  const { base, title, linesOf } = readHeader(header, titles, 1, most);
  const keys = header.split('\n').map((line) => spaceable.exec(line)?.[1]);
  const places = [...keys.keys()].filter((index) => keys[index] !== undefined);
  const perBase = title.values.length * places.length;
  const placeOf = (index: number): number => places[index % places.length] ?? 0;
  const titleOf = (index: number): number => Math.floor(index / places.length) % title.values.length;
  return {
    count: base.values.length * perBase,
    at(index) {
      const lines = linesOf(Math.floor(index / perBase), titleOf(index));
      const place = placeOf(index);
      return lines.with(place, `${lines[place]} `).join('\n');
    },
    habitOf(index) {
      const key = keys[placeOf(index)] ?? '';
      return [...base.habitOf(Math.floor(index / perBase)), title.wayOf(titleOf(index)), key];
    },
    indexOf([quotes, list, way, key]) {
      const [index, titleIndex] = [base.indexOf(Number(quotes), Number(list)), title.indexOf(Number(way))];
      const place = places.findIndex((each) => keys[each] === key);
      if (index === undefined || titleIndex === undefined || place < 0) return undefined;
      return index * perBase + titleIndex * places.length + place;
    },
  };
}

interface Header {
  /** The lines, with each habit of quotes and of lists, but for the title. */
  readonly base: {
    readonly values: readonly (readonly string[])[];
    habitOf(index: number): readonly [quotes: number, list: number];
    indexOf(quotes: number, list: number): number | undefined;
  };
  /** The line of the title. */
  readonly title: Ways<string>;
  linesOf(base: number, title: number): readonly string[];
}

function readHeader(header: string, titles: readonly string[], quotes: number, most: number): Header {
  const lines = header.split('\n');
  const titleAt = lines.findIndex((line) => line.startsWith('title:'));
  const spelled = titleAt < 0 ? [] : titles.flatMap((title) => [spellDoubleQuoted(title), title]);
  const title = createWays([lines[titleAt] ?? '', ...spelled.map((value) => `title: ${value}`)], (text) => text);
  // Where there is no list, all styles of lists give the same.
  const styles = hasLists(lines) ? listStyles : listStyles.slice(0, 1);
  const spellers = lines.map((line, index) => createLineSpeller(index === titleAt ? '' : line));
  const ways = createWays(
    spellLines(spellers, quotedScalars.slice(0, quotes), styles),
    joined,
    Math.ceil(most / title.values.length),
  );
  return {
    base: {
      values: ways.values,
      habitOf: (index) => [Math.floor(ways.wayOf(index) / styles.length), ways.wayOf(index) % styles.length],
      indexOf: (quotes, list) => ways.indexOf(quotes * styles.length + (styles.length === 1 ? 0 : list)),
    },
    title,
    linesOf(base, titleIndex) {
      const some = ways.values[base] ?? lines;
      return titleAt < 0 ? some : some.with(titleAt, title.values[titleIndex] ?? '');
    },
  };
}

function* spellLines(
  spellers: readonly LineSpeller[],
  quotes: typeof quotedScalars,
  styles: typeof listStyles,
): Generator<readonly string[], void, undefined> {
  for (const isQuoted of quotes) for (const style of styles) yield spellers.map((spell) => spell(style, isQuoted));
}

function joined(lines: readonly string[]): string {
  return lines.join('\n');
}
