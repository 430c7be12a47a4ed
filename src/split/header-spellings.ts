import { isPlain, spellDoubleQuoted } from '../read/metadata/yaml-scalar.js';

/** How lists of a front matter are spelled: the indentation of items, white space after the colon, quotes of items. */
interface ListStyle {
  readonly indent: string;
  readonly space: string;
  readonly items: Quotes;
}

type Quotes = 'as is' | 'double' | 'plain';

/**
 * What the localization system made alike: it writes front matters anew, without quotes that are not needed, and with
 * lists that are not indented. The most frequent spellings of originals come first.
 */
const listStyles: readonly ListStyle[] = [
  { indent: '  ', space: ' ', items: 'double' },
  { indent: '', space: '', items: 'plain' },
  { indent: '', space: ' ', items: 'plain' },
  { indent: '  ', space: '', items: 'as is' },
  { indent: '  ', space: ' ', items: 'as is' },
  { indent: '', space: ' ', items: 'as is' },
  { indent: '  ', space: '', items: 'double' },
  { indent: '  ', space: '', items: 'plain' },
  { indent: '    ', space: ' ', items: 'plain' },
];

/** Values that people quote by other habits than words. */
const dates = /^[0-9]{1,4}[/.-][0-9]{1,2}[/.-][0-9]{1,4}$/;
const identifiers = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Which values of the front matter had quotes that are gone. */
const quotedScalars: readonly ((value: string) => boolean)[] = [
  () => false,
  (value) => dates.test(value),
  (value) => !identifiers.test(value),
  (value) => !identifiers.test(value) && !dates.test(value),
  () => true,
];

const entryLine = /^([^\s:#][^:]*):(?: (.*))?$/;
const itemLine = /^- (.*)$/;
const blockScalar = /^[^\s:#][^:]*: [>|]-$/;

/**
 * The ways in which the original may have spelled a front matter, that of the article first. Line ends are LF.
 *
 * @param titles Values that the title may have had; the first one is that of the header.
 */
export function headerSpellings(header: string, titles: readonly string[]): Iterable<string> {
  return distinct(allSpellings(header, titles));
}

function* allSpellings(header: string, titles: readonly string[]): Generator<string, void, undefined> {
  const lines = header.split('\n');
  for (const isQuoted of quotedScalars) {
    for (const style of stylesFor(lines)) {
      const styled = lines.map((line) => respell(line, style, isQuoted));
      for (const spelled of withTitles(styled, lines, titles)) {
        yield spelled.join('\n');
        const kept = keepLineEnds(spelled);
        if (kept !== spelled) yield kept.join('\n');
      }
    }
  }
}

/** All characters of the spellings that are made of one header; what is after these is not worth the time. */
const mostSpelled = 60_000_000;

/** Each spelling once, made when it is asked for. */
function* distinct(spellings: Iterable<string>): Generator<string, void, undefined> {
  const known = new Set<string>();
  let left = mostSpelled;
  for (const spelling of spellings) {
    const before = known.size;
    if (known.add(spelling).size > before) yield spelling;
    left -= spelling.length;
    if (left <= 0) return;
  }
}

/** Further ways: with a space after one of the values, which YAML does not see, and people do not either. */
export function headerSpellingsWithSpace(header: string, titles: readonly string[]): Iterable<string> {
  return distinct(allWithSpace(header, titles));
}

function* allWithSpace(header: string, titles: readonly string[]): Generator<string, void, undefined> {
  const lines = header.split('\n');
  for (const style of stylesFor(lines)) {
    const styled = lines.map((line) => respell(line, style, () => false));
    for (const spelled of withTitles(styled, lines, titles)) {
      for (const [index, line] of spelled.entries()) {
        if (/^[^\s:#-][^:]*:.*\S$/.test(line)) yield spelled.with(index, `${line} `).join('\n');
      }
    }
  }
}

/** Where there are neither lists nor empty values, nothing is known of their style. */
function stylesFor(lines: readonly string[]): readonly (ListStyle | undefined)[] {
  return lines.some((line) => itemLine.test(line) || line.endsWith(": ''")) ? [undefined, ...listStyles] : [undefined];
}

function respell(line: string, style: ListStyle | undefined, isQuoted: (value: string) => boolean): string {
  const item = itemLine.exec(line)?.[1];
  if (item !== undefined) return style === undefined ? line : `${style.indent}- ${requote(item, style.items)}`;
  const [, key, value] = entryLine.exec(line) ?? [];
  if (key === undefined) return line;
  if (value !== undefined && isQuoted(value)) return `${key}: ${requote(value, 'double')}`;
  // A value that is missing is written as an empty one.
  if (value === undefined || value === "''") return style === undefined ? line : `${key}:${style.space}`;
  return line;
}

/** Puts a value into other quotes. Only scalars without escapes are touched. */
function requote(spelled: string, quotes: Quotes): string {
  if (quotes === 'as is' || /^[[{>|&*!]/.test(spelled)) return spelled;
  const double = /^"([^"\\]*)"$/.exec(spelled)?.[1];
  const single = /^'(.*)'$/s.exec(spelled)?.[1]?.replaceAll("''", '\0');
  const value = double ?? (single?.includes("'") === false ? single.replaceAll('\0', "'") : spelled);
  if (quotes === 'double') return spellDoubleQuoted(value);
  return isPlain(value) || double !== undefined ? value : spelled;
}

/** The lines with each of the titles, with quotes and without; first with the title as it is. */
function withTitles(
  styled: readonly string[],
  lines: readonly string[],
  titles: readonly string[],
): readonly (readonly string[])[] {
  const index = lines.findIndex((line) => line.startsWith('title:'));
  const line = lines[index];
  if (line === undefined) return [styled];
  const spelled = titles.flatMap((title) => [spellDoubleQuoted(title), title]);
  const unique = new Set([line, ...spelled.map((value) => `title: ${value}`)]);
  return Array.from(unique, (text) => styled.with(index, text));
}

/** Block scalars that keep the line ends at their end (`>+`), for which they have a blank line. */
function keepLineEnds(lines: readonly string[]): readonly string[] {
  if (!lines.some((line) => blockScalar.test(line))) return lines;
  const kept: string[] = [];
  let within = false;
  for (const line of lines) {
    if (within && /^\S/.test(line)) {
      kept.push('');
      within = false;
    }
    if (blockScalar.test(line)) within = true;
    kept.push(blockScalar.test(line) ? line.replace(/-$/, '+') : line);
  }
  return kept;
}
