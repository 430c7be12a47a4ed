import { holdsWords } from '../model/terms/limits.js';
import type { Affixes } from './affixes.js';
import type { KnownPair } from './table.js';

/** Between clauses of a sentence, in scripts that have marks of their own. */
const clause = /[，。；！？]/;
/** Between the names of a way through menus. */
const way = /\S\s*[>→＞»›]\s*\S/u;
/** What joins two names; one that ends so lacks the second. */
const joining = /[/&+>|-]$/;

/** Whether a target is a part of what it should be by its form, or has more. */
export function isBroken({ source, target }: KnownPair, affixes: Affixes): boolean {
  if (!/[\p{L}\p{N}]/u.test(target)) return true;
  if (source !== target && holdsWords(source, target)) return true;
  if (isPlainWord(source) && target.length > source.length && holdsWords(target, source)) return true;
  if (opened(source) === 0 && opened(target) !== 0) return true;
  if (isQuoteOpen(target) && !isQuoteOpen(source)) return true;
  if (way.test(target) && !way.test(source)) return true;
  if (joining.test(target) && !joining.test(source)) return true;
  return (clause.test(target) && !/[,.;!?]/.test(source)) || affixes.hasWord(target);
}

/** One word of ASCII, such as the name of a parameter. */
function isPlainWord(source: string): boolean {
  return /^[\x21-\x7e]+$/.test(source);
}

/** Whether a straight quote has no partner. */
function isQuoteOpen(text: string): boolean {
  return (text.split('"').length & 1) === 0;
}

/** How many parentheses are opened, less those that are closed. */
function opened(text: string): number {
  let depth = 0;
  for (const character of text) {
    if (character === '(' || character === '（') depth++;
    else if (character === ')' || character === '）') depth--;
  }
  return depth;
}

/** How long targets are beside their sources: the median of the logarithms, and of the distances from it. */
export interface Lengths {
  readonly median: number;
  readonly deviation: number;
}

function ratioOf({ source, target }: KnownPair): number {
  return Math.log(target.length / source.length);
}

export function usualLengths(pairs: readonly KnownPair[]): Lengths {
  const ratios = pairs.filter(({ source, target, title }) => title > 0 && source !== target).map(ratioOf);
  const median = medianOf(ratios);
  return { median, deviation: medianOf(ratios.map((ratio) => Math.abs(ratio - median))) };
}

function medianOf(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[sorted.length >> 1] ?? 0;
}

/**
 * Whether a target is far shorter or longer than a text of several words usually becomes. The fewer segments show it to
 * be the translation, the less it may differ.
 */
export function isUnusual(pair: KnownPair, segments: number, { median, deviation }: Lengths): boolean {
  if (deviation === 0) return false;
  const distance = Math.abs(ratioOf(pair) - median);
  return distance > Math.min(2.2 + segments / 4, 4.5) * Math.max(deviation, 0.12);
}
