import { isPlain, spellDoubleQuoted } from '../read/metadata/yaml-scalar.js';

/** How lists of a front matter are spelled: the indentation of items, white space after the colon, quotes of items. */
export interface ListStyle {
  readonly indent: string;
  readonly space: string;
  readonly items: Quotes;
}

type Quotes = 'as is' | 'double' | 'plain';

/**
 * What the localization system made alike: it writes front matters anew, without quotes that are not needed, and with
 * lists that are not indented. The most frequent spellings of originals come first.
 */
export const listStyles: readonly (ListStyle | undefined)[] = [
  undefined,
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
export const quotedScalars: readonly ((value: string) => boolean)[] = [
  () => false,
  (value) => dates.test(value),
  (value) => !identifiers.test(value),
  (value) => !identifiers.test(value) && !dates.test(value),
  () => true,
];

const entryLine = /^([^\s:#][^:]*):(?: (.*))?$/;
const itemLine = /^- (.*)$/;
const blockScalar = /^[^\s:#][^:]*: [>|]-$/;

/** Where there are neither lists nor empty values, nothing is known of their style. */
export function hasLists(lines: readonly string[]): boolean {
  return lines.some((line) => itemLine.test(line) || line.endsWith(": ''"));
}

/** A line of a front matter in the style of a list, and with quotes where those are wanted; `undefined`: as it is. */
export type LineSpeller = (style: ListStyle | undefined, isQuoted: (value: string) => boolean) => string;

/** Reads a line once, for all the ways to spell it. */
export function createLineSpeller(line: string): LineSpeller {
  const item = itemLine.exec(line)?.[1];
  if (item !== undefined) {
    const items = { 'as is': item, double: requote(item, 'double'), plain: requote(item, 'plain') };
    return (style) => (style === undefined ? line : `${style.indent}- ${items[style.items]}`);
  }
  const [, key, value] = entryLine.exec(line) ?? [];
  if (key === undefined) return () => line;
  const quoted = value === undefined ? line : `${key}: ${requote(value, 'double')}`;
  // A value that is missing is written as an empty one.
  const isEmpty = value === undefined || value === "''";
  return (style, isQuoted) => {
    if (value !== undefined && isQuoted(value)) return quoted;
    return isEmpty && style !== undefined ? `${key}:${style.space}` : line;
  };
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

/** Whether there are block scalars, which may have kept the line ends at their end. */
export function hasBlockScalars(lines: readonly string[]): boolean {
  return lines.some((line) => blockScalar.test(line));
}

/** Block scalars that keep the line ends at their end (`>+`), for which they have a blank line. */
export function keepLineEnds(lines: readonly string[]): readonly string[] {
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
