import type { Content, Text } from '../../model/content.js';
import { digit, ideograph, isVariation, joiner, kindAt, letter, mark } from '../shape/characters.js';
import { flatten, placeholder } from '../shape/text-units.js';

/** A number in a text. */
export interface FoundNumber {
  readonly start: number;
  readonly end: number;
  /** As it is spelled. */
  readonly value: string;
}

/** The numbers of a text: words of digits, and what joins them. `isByCharacters`: its script has no spaces. */
export function numbersIn(text: string, isByCharacters: boolean): readonly FoundNumber[] {
  const isWord = (at: number): boolean => {
    const kind = at < text.length ? kindAt(text, at) : joiner;
    return kind === letter || kind === digit || kind === mark || (kind === ideograph && !isByCharacters);
  };
  const found: FoundNumber[] = [];
  for (let at = 0; at < text.length; ) {
    if (!isWord(at) || isVariation(text.charCodeAt(at))) {
      // Marks of a character that is a word of its own belong to it.
      const isOwn = isByCharacters && kindAt(text, at) === ideograph;
      at++;
      while (isOwn && at < text.length && kindAt(text, at) === mark) at++;
      continue;
    }
    const start = at;
    let isNumber = true;
    for (; isWord(at) || (kindAt(text, at) === joiner && isWord(at + 1)); at++) {
      const kind = kindAt(text, at);
      if (kind !== digit && kind !== joiner) isNumber = false;
    }
    if (isNumber) found.push({ start, end: at, value: text.slice(start, at) });
  }
  return found;
}

/** Whether the texts of a pair are written without spaces between words. */
export interface Scripts {
  readonly isSourceByCharacters: boolean;
  readonly isTargetByCharacters: boolean;
}

/**
 * The target with the numbers of a new source in place of those of its own, which has the same words; `undefined` where any
 * of them cannot be placed without doubt. That is where
 * - each number that changed stands in the target as it stands in its source, and as often,
 * - it always changed to the same, of the same form (`10` to `12`, `1.0.3` to `1.1.0`, but not `10` to `1,000`: separators
 *   are those of a language),
 * - the signs beside numbers are the same in both sources: minus, plus, percent, currency, degrees, relations,
 * - no code stands inside of a number, and no character reference beside it.
 */
export function adaptNumbers(
  source: Content,
  target: Content,
  newSource: Content,
  scripts: Scripts,
): Content | undefined {
  const [text, newText] = [flatten(source), flatten(newSource)];
  const numbers = numbersIn(text, scripts.isSourceByCharacters);
  const newNumbers = numbersIn(newText, scripts.isSourceByCharacters);
  if (numbers.length !== newNumbers.length) return undefined;
  if (numbers.some((each, at) => signsOf(text, each) !== signsOf(newText, newNumbers[at] ?? each))) return undefined;
  const before = numbers.map(({ value }) => value);
  const after = newNumbers.map(({ value }) => value);
  const changes = new Map<string, string>();
  for (const [at, value] of before.entries()) {
    const changed = after[at] ?? value;
    if ((changes.get(value) ?? changed) !== changed || formOf(value) !== formOf(changed)) return undefined;
    changes.set(value, changed);
  }
  for (const [value, changed] of changes) if (value === changed) changes.delete(value);
  if (changes.size === 0) return undefined;
  const targetNumbers = numbersIn(flatten(target), scripts.isTargetByCharacters).map(({ value }) => value);
  const wanted = countChanged(before, changes);
  if (!isSameCount(wanted, countChanged(targetNumbers, changes))) return undefined;
  const placed: string[] = [];
  const replaced = target.map((inline) =>
    inline.kind === 'text' ? replaceIn(inline, changes, scripts.isTargetByCharacters, placed) : inline,
  );
  // Those in which a code stands are in no piece, and pieces with references have other numbers than they show.
  return isSameCount(wanted, countChanged(placed, changes)) ? replaced : undefined;
}

/** What stands beside a number and makes another one of it. A code beside it, which has a character here, is none of that. */
function signsOf(text: string, { start, end }: Pick<FoundNumber, 'start' | 'end'>): string {
  const before = signBefore.exec(text.slice(Math.max(0, start - 3), start))?.[0] ?? '';
  const after = signAfter.exec(text.slice(end, end + 3))?.[0] ?? '';
  return `${before.trim()} ${after.trim()}`.replace(/[\p{Pd}\u2212]/gu, '-');
}

/** Currency, plus, degrees, and relations; but no trademarks, nor what divides columns. */
const signBefore = /(?:(?<![\p{L}\p{N}])\p{Pd}|[\p{Sc}+\u2212±<>≤≥≈~^]\s?)$/u;
const signAfter = /^\s?[\p{Sc}%‰％+±°]/u;

/**
 * Whether two sources that have the same words have the same signs beside their numbers (-5 is another number than 5), and
 * the same symbols: `C#` is another word than `C++`, `<` says something else than `>`, and so do marks such as ✔ and ✘.
 */
export function hasSameSigns(source: Content, newSource: Content): boolean {
  const [text, newText] = [flatten(source), flatten(newSource)];
  return allSigns(text) === allSigns(newText) && symbolsOf(text) === symbolsOf(newText);
}

/** But no trademarks, nor what divides columns. */
const symbol = /(?![™®©℠|])[\p{Sm}\p{Sc}\p{So}#*@&%/\\]/gu;

/** Marks of bold that no code came of, and the end of a path: no reader takes them for symbols. */
const noSymbols = /\*{2,}|\\(?=\s|$)/g;

/** The symbols of a text. Spaces between them, and how an emoji is to be shown, are none of it. A code is none either. */
function symbolsOf(text: string): string {
  return (text.replace(noSymbols, '').match(symbol) ?? [])
    .filter((each) => each.charCodeAt(0) !== placeholder)
    .join('');
}

function allSigns(text: string): string {
  const numbers = text.matchAll(/\p{Nd}+(?:[.,:]\p{Nd}+)*/gu);
  return Array.from(numbers, ({ index, 0: own }) => signsOf(text, { start: index, end: index + own.length })).join(
    '\n',
  );
}

/** What separates digits, and how many groups there are. */
function formOf(number: string): string {
  return number.replace(/[0-9]+/g, '0');
}

function countChanged(numbers: readonly string[], changes: ReadonlyMap<string, string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of numbers) if (changes.has(value)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function isSameCount(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): boolean {
  return one.size === other.size && [...one].every(([value, count]) => other.get(value) === count);
}

function replaceIn(
  inline: Text,
  changes: ReadonlyMap<string, string>,
  isByCharacters: boolean,
  placed: string[],
): Text {
  const numbers = numbersIn(inline.text, isByCharacters);
  if (!numbers.some(({ value }) => changes.has(value))) return inline;
  const { markdown } = inline;
  if (markdown === undefined) {
    for (const { value } of numbers) placed.push(value);
    return { kind: 'text', text: replace(inline.text, numbers, changes) };
  }
  const spelled = numbersIn(markdown, isByCharacters);
  const isAlike =
    !markdown.includes('&') &&
    spelled.length === numbers.length &&
    spelled.every(({ value }, at) => value === numbers[at]?.value);
  if (!isAlike) return inline;
  for (const { value } of numbers) placed.push(value);
  return {
    kind: 'text',
    text: replace(inline.text, numbers, changes),
    markdown: replace(markdown, spelled, changes),
  };
}

function replace(text: string, numbers: readonly FoundNumber[], changes: ReadonlyMap<string, string>): string {
  let replaced = '';
  let done = 0;
  for (const { start, end, value } of numbers) {
    replaced += text.slice(done, start) + (changes.get(value) ?? value);
    done = end;
  }
  return replaced + text.slice(done);
}
