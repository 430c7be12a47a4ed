import { noWidth } from './term-text.js';

/** A text in which terms are looked up: in lower case, in composed characters, with single spaces, without what has no width. */
export interface FoldedText {
  readonly text: string;
  /** Where the character that has a code unit of it begins in the text as it was; its length for the end. */
  at(index: number): number;
}

/** Letters of scripts that have no spaces between words: where one has, as machines put it, it means nothing. */
const dense = '[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}ー\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}]';
const startsDense = new RegExp(`^${dense}`, 'u');
const endsDense = new RegExp(`${dense}$`, 'u');
const unusual = new RegExp(`${noWidth.source}|\\u2011|[^\\S ]| {2}|${dense} ${dense}`, 'u');

/** Characters with their marks, and syllables of Hangul in their parts: what may be one composed character. */
const clusters = /[\u1100-\u115f][\u1160-\u11a7]?[\u11a8-\u11ff]?|\P{M}\p{M}*|\p{M}+/gsu;

/**
 * Folds a text, so that terms in it can be compared.
 *
 * @example
 * foldText('Save\u00a0 As').text // 'save as'
 */
export function foldText(text: string): FoldedText {
  const lower = lowerCase(text);
  const isUsual = lower.length === text.length && !unusual.test(text) && text.normalize('NFC') === text;
  return isUsual ? { text: lower, at: (index) => index } : foldCharacters(text);
}

function foldCharacters(text: string): FoldedText {
  const starts: number[] = [];
  const pieces: string[] = [];
  const add = (piece: string, index: number): void => {
    pieces.push(piece);
    for (let unit = 0; unit < piece.length; unit++) starts.push(index);
  };
  /** Where white space begins that was not added yet. */
  let space = -1;
  for (const { 0: character, index } of text.matchAll(clusters)) {
    if (noWidth.test(character)) continue;
    if (/^\s$/u.test(character)) {
      if (space < 0) space = index;
      continue;
    }
    const isNothing = startsDense.test(character) && endsDense.test(pieces.at(-1) ?? '');
    if (space >= 0 && !isNothing) add(' ', space);
    space = -1;
    add(character === '\u2011' ? '-' : lowerCase(character.normalize('NFC')), index);
  }
  if (space >= 0) add(' ', space);
  return { text: pieces.join(''), at: (index) => starts[index] ?? text.length };
}

/** One letter for those that are the same in upper case in some language: what is compared is no text that is shown. */
function lowerCase(text: string): string {
  return text.replace(/[İı]/g, 'i').toLowerCase().replaceAll('ς', 'σ');
}
