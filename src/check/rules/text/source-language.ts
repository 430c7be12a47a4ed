import { isPlain } from '../../languages/plain.js';
import { englishWords } from '../../languages/prose.js';
import { foreignLetter, foreignLetters } from '../../languages/scripts.js';
import { packedWords, plainWordsIn } from '../../languages/words.js';
import type { PairRule } from '../../rule.js';
import { rangeIn } from '../../view.js';

/** Words of sentences in other languages of Western Europe, which English does not have. */
const otherWords =
  'les|des|est|vous|votre|pour|dans|avec|une|et|que|qui|sur|los|las|para|una|por|você|não|com|seu|uma|der|das|und|ist|nicht|sie|mit|für|ein|eine|wird|werden|dem|di|che|sono|della|het|een|voor|niet';
const otherWord = new RegExp(`(?<![\\p{L}.])(?:${otherWords})(?!\\p{L})`, 'giu');
/** Those that texts without letters but those of ASCII may have. */
const plainOthers = packedWords(otherWords.split('|').filter((word) => /^[a-z]+$/.test(word)));

/** Sources in a script that English is not written in, or made of the words of another language. */
export const sourceLanguage: PairRule<'check/source-language'> = {
  code: 'check/source-language',
  scope: 'pair',
  severity: 'warning',
  meaning:
    'Half of the letters of the source, or more, are of a script that English is not written in, or its words are those of another language.',
  message: 'The source is not in its language: {0}.',
  example: { trgLang: 'ja-JP', source: 'プリンターの準備ができました。', target: 'プリンターの準備ができました。' },
  issueType: 'non-conformance',
  mqm: 'corpus-conformance',
  precision: { findings: 10, judged: 10, right: 10 },
  check(pair, report) {
    const { source: side, block } = pair;
    // Cells show what is written in other languages.
    if (block === 'table-cell') return;
    const plain = isPlain(side.text);
    const first = plain ? null : foreignLetter.exec(side.text);
    if (first !== null) {
      const foreign = side.text.match(foreignLetters)?.length ?? 0;
      const letters = side.text.match(/\p{L}/gu)?.length ?? 0;
      // A sentence may well mention a word of another language.
      if (foreign < 2 || foreign * 2 < letters) return;
      const [word = first[0]] = /^[^\s\ufffc]+/.exec(side.text.slice(first.index)) ?? [];
      const range = rangeIn(side, first.index, first.index + word.length);
      report({ pair, side, range, args: [word] });
      return;
    }
    const words = plain ? plainWordsIn(side.text, plainOthers) : wordsIn(side.text.match(otherWord));
    if (words.size < 3 || englishWords(side.text).size * 2 > words.size) return;
    const args = [[...words].slice(0, 3).join(', ')];
    report({ pair, side, range: pair.segment.source.range, args });
  },
};

function wordsIn(found: readonly string[] | null): ReadonlySet<string> {
  return new Set(found?.map((word) => word.toLowerCase()));
}
