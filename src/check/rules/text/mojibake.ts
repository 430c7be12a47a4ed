import type { PairRule } from '../../rule.js';
import { rangeIn, type SideView } from '../../view.js';

/** What Windows-1252 makes of the bytes 0x80 to 0xBF, which continue a character in UTF-8. */
const continuation = '[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]';
/** Two of these follow a letter in good text, too: `é »`, with a space that does not break, and `é…”`. */
const typography = '[\u00a0«»…‘’‚“”„–—‹›•°®™]';
const patterns = [
  // Characters that stand for what could not be read.
  /\ufffd+/,
  // C1 control characters: no text has them (ISO/IEC 6429), but UTF-8 read as Latin-1 does.
  /[\u0080-\u009f]+/,
  // Three bytes of UTF-8 (punctuation, Chinese, Japanese, Korean, Thai…) read as Windows-1252, or two pairs of two.
  new RegExp(`(?:[â-ï](?!${typography}{2})${continuation}{2})+`),
  // The same of Devanagari, Thai and Lao; à begins so little else.
  new RegExp(`(?:à[¤¥¸¹º]${continuation})+`),
  new RegExp(`(?:[Ã-Û]${continuation}){2,}`),
  new RegExp(`(?<![A-ZÀ-Þ]{2})[ÃÂ]${continuation.replace('’', '').replace('“', '').replace('”', '')}(?![A-ZÀ-Þ])`),
  // Letters of Turkish and of Slavic languages; Å² is a unit.
  new RegExp(`[ÄÅ](?!${typography}|[¹²³·])${continuation}`),
];
/** All patterns need one of these. */
const suspicious = /[\u0080-\u009fÂ-Ûàâ-ï\ufffd]/;

/** Characters that were read in another encoding than they were written in. */
export const mojibake: PairRule<'check/mojibake'> = {
  code: 'check/mojibake',
  scope: 'pair',
  severity: 'warning',
  meaning:
    'Characters that were read in another encoding than they were written in: U+FFFD, C1 control characters, or UTF-8 that was read as Latin-1.',
  message: 'The text is damaged: it was read in a wrong encoding ({0}).',
  example: { trgLang: 'de-DE', source: 'Open the door.', target: 'Ã–ffnen Sie die TÃ¼r.' },
  issueType: 'characters',
  mqm: 'character-encoding',
  precision: { findings: 2, judged: 2, right: 2, planted: 3018, found: 3017 },
  check(pair, report) {
    for (const side of [pair.source, pair.target]) {
      const found = suspicious.test(side.text) ? findMojibake(side) : undefined;
      if (found === undefined) continue;
      const range = rangeIn(side, found.index, found.index + found[0].length);
      report({ pair, side, range, args: [spell(found[0])] });
    }
  },
};

function findMojibake({ text }: SideView): RegExpExecArray | undefined {
  for (const pattern of patterns) {
    const found = pattern.exec(text);
    if (found !== null) return found;
  }
  return undefined;
}

function spell(text: string): string {
  return Array.from(text.slice(0, 6), (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code < 0xa0 || code === 0xfffd ? `U+${code.toString(16).toUpperCase().padStart(4, '0')}` : character;
  }).join(' ');
}
