import { englishWords, isProse } from './prose.js';
import type { PairRule } from './rule.js';
import { foreignLetter, foreignLetters, letterOf } from './scripts.js';
import { rangeIn } from './view.js';

/** Words of sentences in other languages of Western Europe, which English does not have. */
const otherWord =
  /(?<![\p{L}.])(?:les|des|est|vous|votre|pour|dans|avec|une|et|que|qui|sur|los|las|para|una|por|você|não|com|seu|uma|der|das|und|ist|nicht|sie|mit|für|eine?|wird|werden|dem|di|che|sono|della|het|een|voor|niet)(?!\p{L})/giu;

/** Sources in a script that English is not written in, or made of the words of another language. */
export const checkSourceLanguage: PairRule = (pair, report) => {
  const { source: side, block } = pair;
  // Cells show what is written in other languages.
  if (block === 'table-cell') return;
  const first = foreignLetter.exec(side.text);
  if (first !== null) {
    const foreign = side.text.match(foreignLetters)?.length ?? 0;
    const letters = side.text.match(/\p{L}/gu)?.length ?? 0;
    // A sentence may well mention a word of another language.
    if (foreign < 2 || foreign * 2 < letters) return;
    const [word = first[0]] = /^[^\s\ufffc]+/.exec(side.text.slice(first.index)) ?? [];
    const range = rangeIn(side, first.index, first.index + word.length);
    report({ code: 'check/source-language', pair, side, range, args: [word] });
    return;
  }
  const words = new Set(side.text.match(otherWord)?.map((found) => found.toLowerCase()));
  if (words.size < 3 || englishWords(side.text).size * 2 > words.size) return;
  const args = [[...words].slice(0, 3).join(', ')];
  report({ code: 'check/source-language', pair, side, range: pair.segment.source.range, args });
};

/** Five words in Latin letters with spaces between, and nothing of a quote. No word of English is longer than 60 letters. */
const run = /(?<![\p{L}\p{N}"'“‘「『*([])[A-Za-z][A-Za-z'’-]{0,60}(?:[ ,]+[A-Za-z][A-Za-z'’-]{0,60}){4,}/gu;

/**
 * Targets with a stretch of English, in languages of another script; in those in Latin letters, targets that are
 * English, or that have a letter of another script. Targets that are their source are another rule's.
 */
export const checkTargetScript: PairRule = (pair, report) => {
  const { segment, target: side, trgLang } = pair;
  if (trgLang === undefined || /^en\b/i.test(trgLang) || segment.target.text.trim() === segment.source.text.trim())
    return;
  const letter = letterOf(trgLang);
  if (letter === undefined) {
    checkLatin(pair, report);
    return;
  }
  let isName: ReturnType<typeof createNameFinder> | undefined;
  for (const match of side.text.matchAll(run)) {
    if (!isProse(match[0])) continue;
    const end = match.index + match[0].length;
    isName ??= createNameFinder(side.text, letter);
    if (isName(match.index, end)) continue;
    const range = rangeIn(side, match.index, end);
    report({ code: 'check/target-script', pair, side, range, args: [trgLang, match[0]] });
    return;
  }
};

/**
 * Tells whether a stretch of English is meant to be there: in quotes or behind a colon, as messages of programs are, or
 * with its translation in parentheses behind it. Stretches are asked for in their order: all together are one way
 * through the text.
 */
function createNameFinder(text: string, letter: RegExp): (start: number, end: number) => boolean {
  const explanation = lastExplanation(text, letter);
  let at = 0;
  let isQuoted = false;
  let depth = 0;
  return (start, end) => {
    for (; at < start; at++) {
      const character = text.charAt(at);
      if (/["“”„״]/.test(character)) isQuoted = !isQuoted;
      else if (/[「『«《〈【[(（]/.test(character)) depth++;
      else if (/[」』»》〉】\])）]/.test(character)) depth--;
    }
    if (explanation >= end || isQuoted || depth > 0) return true;
    let before = start - 1;
    while (before >= 0 && /\s/.test(text.charAt(before))) before--;
    return /[:：]/.test(text.charAt(before));
  };
}

/** Where the last parenthesis opens that has a letter of the language in it; -1 where none does. */
function lastExplanation(text: string, letter: RegExp): number {
  let opened = -1;
  let last = -1;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '(' || character === '（') opened = at;
    else if (character === ')' || character === '）') opened = -1;
    else if (opened > last && letter.test(character)) last = opened;
  }
  return last;
}

/** What ends what a quotation mark begins. */
const closing: Readonly<Record<string, RegExp>> = { '"': /"/g, '“': /[“”"]/g, '„': /[“”"]/g, '«': /»/g, '»': /«/g };

/** Without what is said in other words, such as the message of a program. */
function withoutQuoted(text: string): string {
  let rest = '';
  let done = 0;
  /** Those that nothing ends any more. */
  const unclosed = new Set<string>();
  for (const { 0: mark, index } of text.matchAll(/["“„«»]/g)) {
    const end = closing[mark];
    if (index < done || end === undefined || unclosed.has(mark)) continue;
    end.lastIndex = index + 1;
    if (end.test(text)) {
      rest += `${text.slice(done, index)} `;
      done = end.lastIndex;
    } else unclosed.add(mark);
  }
  return rest + text.slice(done);
}

const checkLatin: PairRule = (pair, report) => {
  const { source, target: side, trgLang = '' } = pair;
  const first = foreignLetter.exec(side.text);
  if (first !== null && !foreignLetter.test(source.text)) {
    const [word = first[0]] = /^[^\s\ufffc]+/.exec(side.text.slice(first.index)) ?? [];
    const range = rangeIn(side, first.index, first.index + word.length);
    report({ code: 'check/target-script', pair, side, range, args: [trgLang, word] });
    return;
  }
  const text = withoutQuoted(side.text);
  const words = englishWords(text);
  const { length } = text.match(/[\p{L}']+/gu) ?? [];
  if (words.size < 3 || words.size * 5 < length || !(words.has('the') || words.has('your'))) return;
  const args = [trgLang, [...words].slice(0, 3).join(', ')];
  report({ code: 'check/target-script', pair, side, range: pair.segment.target.range, args });
};
