/** What a character is to a score. */
const other = 1;
/** White space, and what has no width. */
export const space = 2;
export const letter = 3;
/** A decimal digit. */
export const digit = 4;
/** Joins two letters or digits to one word, where it stands between them: `don't`, `well-known`, `1,000.5`. */
export const joiner = 5;
/** A letter of a script that is written without spaces, or whose words are told by their syllables, as Hangul. */
export const ideograph = 6;
/** What combines with the character before it. */
export const mark = 7;

const joiners = "'’.,:·\u05f3\u05f4\u200c\u200d-";
const unspaced =
  /[\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Bopo}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}]/u;

/** By UTF-16 code unit, to be read only; 0: not known yet, and {@link kindOf} has to be asked. */
export const kinds: Uint8Array<ArrayBuffer> = new Uint8Array(0x1_0000);
/** By code point, of those that have two code units; few are in use. */
const others = new Map<number, number>();
const mostOthers = 10_000;

/** What a character is, by its code point. */
export function kindOf(point: number): number {
  if (point > 0xffff) return otherKindOf(point);
  const known = kinds[point] as number;
  if (known !== 0) return known;
  const found = classify(point);
  kinds[point] = found;
  return found;
}

function otherKindOf(point: number): number {
  const known = others.get(point);
  if (known !== undefined) return known;
  const found = classify(point);
  if (others.size < mostOthers) others.set(point, found);
  return found;
}

/** Says how the character before it looks; after a sign, it is neither a word nor a sign. */
export function isVariation(unit: number): boolean {
  return unit >= 0xfe00 && unit <= 0xfe0f;
}

/** What the character is that a code unit of a text belongs to. */
export function kindAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit >= 0xdc00 && unit <= 0xdfff && at > 0) {
    const point = text.codePointAt(at - 1) as number;
    if (point > 0xffff) return kindOf(point);
  }
  return kindOf(text.codePointAt(at) as number);
}

function classify(point: number): number {
  const character = String.fromCodePoint(point);
  if (/\p{Nd}/u.test(character)) return digit;
  if (joiners.includes(character)) return joiner;
  if (/\p{M}/u.test(character)) return mark;
  if (/\p{L}/u.test(character)) return unspaced.test(character) ? ideograph : letter;
  if (/[\p{N}_]/u.test(character)) return letter;
  return /[\s\p{Cf}]/u.test(character) ? space : other;
}

/** Languages of which a character is a word of the score: those without spaces between words, and Korean. */
const byCharacters = new Set(['ja', 'zh', 'ko', 'th', 'lo', 'km', 'my', 'bo', 'dz', 'yue', 'wuu']);

/** Whether the distance between texts of a language is counted in characters. */
export function isByCharacters(language: string): boolean {
  return byCharacters.has(language.split('-', 1)[0]?.toLowerCase() ?? '');
}
