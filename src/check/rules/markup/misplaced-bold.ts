import type { Code } from '../../../model/content.js';
import { codeTexts } from '../../code-texts.js';
import { isEnglishParticle, isParticle } from '../../languages/particles.js';
import type { PairRule } from '../../rule.js';

const letterOrDigit = /[\p{L}\p{N}]/u;
const wordCharacter = /[\p{L}\p{N}\p{M}]/u;

const isBold = ({ subType }: Code): boolean => subType === 'xlf:b';

/** Bold that slipped from its word: `**aus.**`. */
export const misplacedBold: PairRule<'check/misplaced-bold'> = {
  code: 'check/misplaced-bold',
  scope: 'pair',
  severity: 'warning',
  meaning:
    'Bold stands on a punctuation mark, on nothing, or on a word such as *from* or *and* only, where the bold of the source stands on a name or phrase.',
  message: 'Bold stands on "{0}"; in the source it stands on "{1}".',
  example: { trgLang: 'de-DE', source: 'Select **Save**.', target: 'Wählen Sie Speichern **aus.**' },
  issueType: 'markup',
  mqm: 'misplaced-markup',
  precision: { findings: 343, judged: 54, right: 54 },
  check(pair, report) {
    const { source, target: side, trgLang } = pair;
    const targets = codeTexts(side.side.content, isBold);
    if (targets.size === 0) return;
    const sources = codeTexts(source.side.content, isBold);
    const words = Array.from(sources.values(), ({ text }) => withoutMarks(text));
    // What is in bold in the source, too, may have changed places with another.
    const hasMarks = words.includes('');
    const hasParticle = words.some(isEnglishParticle);
    for (const [id, { text }] of sources) {
      const other = targets.get(id);
      if (other === undefined || !letterOrDigit.test(text)) continue;
      // Of a picture in bold, nobody knows what it shows.
      if (other.text.includes('\ufffc')) continue;
      const word = withoutMarks(other.text);
      const isLost = word === '' ? !hasMarks : !hasParticle && isParticle(word, trgLang);
      if (isLost) report({ pair, side, range: other.range, args: [other.text.trim(), text.trim()] });
    }
  },
};

/** From the first to the last letter or digit. */
function withoutMarks(text: string): string {
  let start = -1;
  let end = 0;
  let at = 0;
  for (const character of text) {
    if (wordCharacter.test(character)) {
      if (start < 0) start = at;
      end = at + character.length;
    }
    at += character.length;
  }
  return start < 0 ? '' : text.slice(start, end);
}
