import type { Limit } from './text-index.js';

/** Kinds of code units that matter for where words end. */
const other = 0;
const letter = 1;
/** Letters of scripts without spaces between words. */
const dense = 2;
const katakana = 3;
/** Particles follow words without a space. */
const hangul = 4;
/** Articles and prepositions stand before words without a space. */
const semitic = 5;
/** Belongs to the character before it. */
const mark = 6;
/** Particles and endings of Japanese. */
const hiragana = 7;

/** Of each code unit, once it was asked for; 255: not yet. */
const kinds = new Uint8Array(1 << 16).fill(255);

function kindAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  const known = kinds[unit] as number;
  if (known !== 255) return known;
  const kind = findKind(String.fromCharCode(unit));
  kinds[unit] = kind;
  return kind;
}

function findKind(unit: string): number {
  if (/\p{M}/u.test(unit)) return mark;
  if (/[\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9f]/.test(unit)) return katakana;
  if (/\p{sc=Hiragana}/u.test(unit)) return hiragana;
  if (/[\p{sc=Han}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Tibetan}\p{sc=Bopomofo}]/u.test(unit))
    return dense;
  if (/\p{sc=Hangul}/u.test(unit)) return hangul;
  if (/[\p{sc=Arabic}\p{sc=Hebrew}]/u.test(unit)) return semitic;
  return /[\p{L}\p{N}_]/u.test(unit) ? letter : other;
}

function isFree(kind: number): boolean {
  return kind === other || kind === dense || kind === hiragana;
}

/** Whether words may be parted between two kinds of characters. */
function parts(before: number, after: number): boolean {
  if (after === mark) return false;
  if (isFree(before) || isFree(after)) return true;
  return before !== after && before !== mark;
}

/** Whether a word may start at a place. */
export const startsWord: Limit = (text, at) => {
  if (at === 0) return true;
  const after = kindAt(text, at);
  return after === semitic || parts(kindAt(text, at - 1), after);
};

/** Whether a word may end before a place. */
export const endsWord: Limit = (text, at) => {
  if (at >= text.length) return true;
  const before = kindAt(text, at - 1);
  return before === hangul || parts(before, kindAt(text, at));
};

/**
 * The code unit at a place, where it is a letter of a script that has no spaces between words; else 0, as for
 * Hiragana, in which particles are. What nearly always has one and the same letter beside it is no whole word.
 */
export function denseUnit(text: string, at: number): number {
  if (at < 0 || at >= text.length) return 0;
  const kind = kindAt(text, at);
  return kind === dense || kind === mark ? text.charCodeAt(at) : 0;
}

/** Whether a text has a space between two letters of scripts that have no spaces between words. */
export function hasDenseSpace(text: string, at: number): boolean {
  return text.charAt(at) === ' ' && denseUnit(text, at - 1) > 0 && denseUnit(text, at + 1) > 0;
}

/** Whether a text is in a script whose sentences have spaces around names, and none between words: Thai, Lao, Khmer, Burmese. */
export function hasOpenWords(text: string): boolean {
  return /[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u.test(text);
}

/** Whether a text has another in it, between the limits of words. */
export function holdsWords(text: string, part: string): boolean {
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
    if (startsWord(text, at) && endsWord(text, at + part.length)) return true;
  }
  return false;
}
