import { spellDoubleQuoted } from '../read/metadata/yaml-scalar.js';
import { createLineSpeller, hasLists, listStyles, type quotedScalars } from './header-lines.js';
import { createWays, type Ways } from './ways.js';

/** The lines of a front matter, with each habit of quotes and of lists, and with each title. */
export interface HeaderBase {
  /** How many habits there are at most: known at once. */
  readonly most: number;
  /** How many give lines of their own. All are looked at for that. */
  count(): number;
  habitOf(index: number): readonly [quotes: number, list: number];
  indexOf(quotes: number, list: number): number | undefined;
  /** The line of the title. */
  readonly title: Ways<string>;
  linesOf(index: number, title: number): readonly string[];
  /** The lines by a habit, with a way of the title, without looking at others. */
  spell(quotes: number, list: number, titleWay: number): readonly string[] | undefined;
}

/**
 * Reads a front matter with LF.
 *
 * @param options `quotes`: which values may have quotes; `wanted`: as many spellings are wanted, with those of the title.
 */
export function readHeader(
  header: string,
  titles: readonly string[],
  { quotes, wanted }: { readonly quotes: typeof quotedScalars; readonly wanted: number },
): HeaderBase {
  const lines = header.split('\n');
  const titleAt = lines.findIndex((line) => line.startsWith('title:'));
  const spelled = titleAt < 0 ? [] : titles.flatMap((title) => [spellDoubleQuoted(title), title]);
  const title = createWays([lines[titleAt] ?? '', ...spelled.map((value) => `title: ${value}`)], (text) => text);
  // Where there is no list, all styles of lists give the same.
  const styles = hasLists(lines) ? listStyles : listStyles.slice(0, 1);
  const spellers = lines.map((line, index) => createLineSpeller(index === titleAt ? '' : line));
  const most = quotes.length * styles.length;
  const spell = (way: number): readonly string[] => {
    const isQuoted = quotes[Math.floor(way / styles.length)] ?? (() => false);
    const style = styles[way % styles.length];
    return spellers.map((each) => each(style, isQuoted));
  };
  let known: Ways<readonly string[]> | undefined;
  const ways = (): Ways<readonly string[]> => {
    known ??= createWays(spellAll(spell, most), joined, Math.ceil(wanted / title.values.length));
    return known;
  };
  const wayOf = (quote: number, list: number): number => quote * styles.length + (styles.length === 1 ? 0 : list);
  const withTitle = (some: readonly string[], text = ''): readonly string[] =>
    titleAt < 0 ? some : some.with(titleAt, text);
  return {
    most,
    count: () => ways().values.length,
    habitOf(index) {
      const way = ways().wayOf(index);
      return [Math.floor(way / styles.length), way % styles.length];
    },
    indexOf: (quote, list) => ways().indexOf(wayOf(quote, list)),
    title,
    linesOf: (index, titleIndex) => withTitle(ways().values[index] ?? lines, title.values[titleIndex]),
    spell(quote, list, titleWay) {
      const way = wayOf(quote, list);
      const text = title.values[title.indexOf(titleWay) ?? -1];
      return text === undefined || !(way < most) ? undefined : withTitle(spell(way), text);
    },
  };
}

function* spellAll(
  spell: (way: number) => readonly string[],
  most: number,
): Generator<readonly string[], void, undefined> {
  for (let way = 0; way < most; way++) yield spell(way);
}

function joined(lines: readonly string[]): string {
  return lines.join('\n');
}
