import { englishWords, isProse } from '../../languages/prose.js';
import { foreignLetter, letterOf } from '../../languages/scripts.js';
import type { PairRule, Report } from '../../rule.js';
import { isCopy, type PairView, rangeIn } from '../../view.js';

/** Five words in Latin letters with spaces between, and nothing of a quote. No word of English is longer than 60 letters. */
const run = /(?<![\p{L}\p{N}"'“‘「『*([])[A-Za-z][A-Za-z'’-]{0,60}(?:[ ,]+[A-Za-z][A-Za-z'’-]{0,60}){4,}/gu;

/**
 * Targets with a stretch of English, in languages of another script; in those in Latin letters, targets that are
 * English, or that have a letter of another script. Targets that are their source are another rule's.
 */
export const targetScript: PairRule<'check/target-script'> = {
  code: 'check/target-script',
  scope: 'pair',
  severity: 'warning',
  meaning:
    'A stretch of the target is English, outside of quotes, in a language that is not written in Latin letters. In a language in Latin letters: the target is English, or has a letter of a script that its source does not have.',
  message: 'The target is not all in {0}: {1}',
  example: {
    trgLang: 'th-TH',
    source: 'Wait until the printer is ready.',
    target: 'โปรดรอ until the printer has become ready',
  },
  issueType: 'untranslated',
  mqm: 'untranslated',
  precision: { findings: 5, judged: 5, right: 4, wrong: 'the name of an offer' },
  check(pair, report) {
    const { segment, target: side, trgLang } = pair;
    if (trgLang === undefined || /^en\b/i.test(trgLang) || isCopy(segment)) return;
    const letter = letterOf(trgLang);
    if (letter === undefined) {
      checkLatin(pair, report);
      return;
    }
    if (side.text.search(run) < 0) return;
    let isName: ReturnType<typeof createNameFinder> | undefined;
    for (const match of side.text.matchAll(run)) {
      if (!isProse(match[0])) continue;
      const end = match.index + match[0].length;
      isName ??= createNameFinder(side.text, letter);
      if (isName(match.index, end)) continue;
      const range = rangeIn(side, match.index, end);
      report({ pair, side, range, args: [trgLang, match[0]] });
      return;
    }
  },
};

/**
 * Says whether a stretch of English is meant to be there: in quotes or after a colon, as messages of programs are, or
 * with its translation in parentheses after it. Stretches are asked for in their order: all together are one way
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

function checkLatin(pair: PairView, report: Report): void {
  const { source, target: side, trgLang = '' } = pair;
  const first = foreignLetter.exec(side.text);
  if (first !== null && !foreignLetter.test(source.text)) {
    const [word = first[0]] = /^[^\s\ufffc]+/.exec(side.text.slice(first.index)) ?? [];
    const range = rangeIn(side, first.index, first.index + word.length);
    report({ pair, side, range, args: [trgLang, word] });
    return;
  }
  const text = withoutQuoted(side.text);
  const words = englishWords(text);
  const { length } = text.match(/[\p{L}']+/gu) ?? [];
  if (words.size < 3 || words.size * 5 < length || !(words.has('the') || words.has('your'))) return;
  const args = [trgLang, [...words].slice(0, 3).join(', ')];
  report({ pair, side, range: pair.segment.target.range, args });
}
